"""An empty file with its theme, its master, its layouts and what it says about itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.util import Emu

from dashboard.exports.slides.box import SLIDE
from dashboard.exports.slides.layouts import LAYOUTS, TEXT_PT, TITLE_PT, kind_of, layout_shapes
from dashboard.exports.slides.markup import NAMESPACES, language, parsed
from dashboard.exports.slides.paint import SlideColours
from dashboard.exports.slides.theme import theme_xml
from dashboard.view.sentence import mark_name, summary
from dashboard.view.view import MapView

#: The longest text of a property that python-pptx writes.
LONGEST_PROPERTY = 255
#: What the template brings along and nobody needs: a thumbnail, and settings of somebody's printer.
UNWANTED = (RT.THUMBNAIL, RT.PRINTER_SETTINGS)
APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Microsoft Office PowerPoint</Application><AppVersion>16.0000</AppVersion></Properties>"
)


def new_deck(view: MapView, paint: SlideColours) -> Deck:
    """python-pptx's template without its size, its looks and the name of its author."""
    deck = Presentation()
    title = view.say("title")
    _drop_unwanted(deck)
    _resize(deck, view)
    for part in deck.slide_masters[0].part.rels.values():
        if part.reltype == RT.THEME:
            part.target_part._blob = theme_xml(title, paint)
    _rewrite_master(deck, view)
    for layout in list(deck.slide_layouts)[len(LAYOUTS) :]:
        deck.slide_layouts.remove(layout)
    for layout, (kind, wanted) in zip(deck.slide_layouts, LAYOUTS.items(), strict=True):
        element = layout._element
        element.attrib.pop("type", None)
        element.set("userDrawn", "1")
        _replace(element, view.say(wanted.key), layout_shapes(LAYOUTS[kind], view.say))
    _describe(deck, view)
    return deck


def _drop_unwanted(deck: Deck) -> None:
    package = deck.part.package
    for owner in (package._rels, deck.part.rels):
        for id in [id for id, one in owner.items() if one.reltype in UNWANTED]:
            owner.pop(id)
    app: Part = package.part_related_by(RT.EXTENDED_PROPERTIES)
    app._blob = APP


def _resize(deck: Deck, view: MapView) -> None:
    _, _, width, height = SLIDE.emu
    deck.slide_width, deck.slide_height = Emu(width), Emu(height)
    element = deck.element
    element.sldSz.attrib.pop("type", None)
    for one in element.iter("{*}defRPr"):
        one.set("lang", language(view.say))


def _rewrite_master(deck: Deck, view: MapView) -> None:
    master = deck.slide_masters[0]._element
    wide = LAYOUTS["words"]
    only_on_layouts = (kind_of("number"), kind_of("caption"))
    _replace(
        master, "", (one for one in layout_shapes(wide, view.say) if not any(kind in one for kind in only_on_layouts))
    )
    styles = master.find("{*}txStyles")
    colour = '<a:solidFill><a:schemeClr val="{}"/></a:solidFill>'
    font = '<a:latin typeface="+{0}-lt"/><a:ea typeface="+{0}-ea"/><a:cs typeface="+{0}-cs"/>'
    title = f'<a:defRPr sz="{TITLE_PT * 100}" b="1" kern="1200">{colour.format("tx2")}{font.format("mj")}</a:defRPr>'
    body = f'<a:defRPr sz="{TEXT_PT * 100}" kern="1200">{colour.format("tx1")}{font.format("mn")}</a:defRPr>'
    plain = '<a:lvl1pPr marL="0" indent="0" algn="l" defTabSz="914400" rtl="0"><a:lnSpc><a:spcPct val="{}"/></a:lnSpc>'
    new = parse_xml(
        f"<p:txStyles {NAMESPACES}><p:titleStyle>{plain.format(95000)}<a:buNone/>{title}</a:lvl1pPr></p:titleStyle>"
        f"<p:bodyStyle>{plain.format(100000)}<a:buNone/>{body}</a:lvl1pPr></p:bodyStyle>"
        f"<p:otherStyle><a:lvl1pPr>{body}</a:lvl1pPr></p:otherStyle></p:txStyles>"
    )
    styles.getparent().replace(styles, new)


def _replace(element: Any, name: str, shapes: Iterable[str]) -> None:
    """Put other shapes on a master or layout."""
    slide = element.find("{*}cSld")
    if name:
        slide.set("name", name)
    tree = slide.find("{*}spTree")
    for one in tree.findall("{*}sp"):
        tree.remove(one)
    for one in shapes:
        tree.append(parsed(one))
    for one in slide.findall("{*}extLst"):
        slide.remove(one)


def _describe(deck: Deck, view: MapView) -> None:
    """Core properties: dated on the day of the population, so that the same state gives the same bytes."""
    told, partnership = deck.core_properties, view.say("partnership")
    name = view.say("title") + (f" – {mark_name(view)}" if view.is_marked else "")
    subject = ""
    for sentence in summary(view):
        longer = f"{subject} {sentence}".strip()
        subject = longer if len(longer) <= LONGEST_PROPERTY else subject
    told.title, told.subject = name[:LONGEST_PROPERTY], subject or summary(view)[0][:LONGEST_PROPERTY]
    told.author = told.last_modified_by = partnership[:LONGEST_PROPERTY]
    told.comments = told.keywords = told.category = ""
    told.language = language(view.say)
    told.revision = 1
    told.created = told.modified = dt.datetime(view.year, 1, 1)
