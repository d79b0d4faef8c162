"""Shapes and texts as PresentationML, the XML of a slide (ECMA-376, part 1, chapters 19 and 20)."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from lxml.etree import _Element
from pptx.oxml import parse_xml

from dashboard.exports.slides.box import EMU_PT, Box
from dashboard.words.wording import Wording

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
#: What XML cannot hold.
UNWRITABLE_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: Nothing to tell a reader who does not see: PowerPoint's own mark (MS-ODRAWXML 2.36.1).
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
#: A text box that is as large as it is told to be, without margins.
TIGHT = 'lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"'


def parsed(xml: str) -> _Element:
    """An element of a slide from its text, which carries no namespaces."""
    tag, rest = xml.split(">", 1)
    return parse_xml(f"{tag} {NAMESPACES}>{rest}")


def written(text: str) -> str:
    """A text as XML carries it."""
    return escape(UNWRITABLE_IN_XML.sub("\ufffd", text), {'"': "&quot;", "\n": "&#10;"})


def language(say: Wording) -> str:
    """The language as files name it: "nb-NO"."""
    return str(say.locale).replace("_", "-")


def properties(id: int, name: str, told: str = "", decorative: bool = False) -> str:
    """Number, name and alternative text of a shape."""
    descr = f' descr="{written(told)}"' if told else ""
    if decorative:
        return f'<p:cNvPr id="{id}" name="{written(name)}"{descr}>{DECORATIVE}</p:cNvPr>'
    return f'<p:cNvPr id="{id}" name="{written(name)}"{descr}/>'


def run(text: str, lang: str, size: float | None = None, bold: bool = False, colour: str = "", link: str = "") -> str:
    """A stretch of text; ``size`` in points, ``colour`` as XML, ``link`` a relationship's id."""
    shape = f' sz="{round(size * 100)}"' if size else ""
    weight = ' b="1"' if bold else ""
    fill = f"<a:solidFill>{colour}</a:solidFill>" if colour else ""
    leads = f'<a:hlinkClick r:id="{link}"/>' if link else ""
    return f'<a:r><a:rPr lang="{lang}"{shape}{weight} dirty="0">{fill}{leads}</a:rPr><a:t>{written(text)}</a:t></a:r>'


def paragraph(runs: str, align: str = "", before_pt: float = 0) -> str:
    """A paragraph of runs."""
    space = f'<a:spcBef><a:spcPts val="{round(before_pt * 100)}"/></a:spcBef>' if before_pt else ""
    place = f' algn="{align}"' if align else ""
    return f"<a:p><a:pPr{place}>{space}</a:pPr>{runs}</a:p>"


def placeholder(id: int, name: str, kind: str, box: Box, paragraphs: str, style: str = "", anchor: str = "") -> str:
    """A placeholder; ``kind`` are its attributes, ``style`` its list style on a layout."""
    place = f' anchor="{anchor}"' if anchor else ""
    body = f'<a:bodyPr vert="horz" wrap="square" {TIGHT}{place}><a:normAutofit/></a:bodyPr>'
    return (
        f'<p:sp><p:nvSpPr>{properties(id, name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{box.xfrm}{RECTANGLE}</p:spPr>"
        f"<p:txBody>{body}<a:lstStyle>{style}</a:lstStyle>{paragraphs}</p:txBody></p:sp>"
    )


def text_box(
    id: int,
    name: str,
    box: Box,
    paragraphs: str,
    look: str = "<a:noFill/>",
    wrap: bool = True,
    outline: str = RECTANGLE,
) -> str:
    """A text box, its text in the middle of its height when it does not wrap; ``look``: fill and line."""
    form = 'wrap="square" anchor="t"' if wrap else 'wrap="none" anchor="ctr"'
    return (
        f'<p:sp><p:nvSpPr>{properties(id, name)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{box.xfrm}{outline}{look}</p:spPr>"
        f"<p:txBody><a:bodyPr {form} {TIGHT}><a:noAutofit/></a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )


def shape(id: int, name: str, outline: str, look: str, told: str = "", decorative: bool = False) -> str:
    """A shape without text: ``outline`` is place and geometry, ``look`` fill and line."""
    return (
        f"<p:sp><p:nvSpPr>{properties(id, name, told, decorative)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{outline}{look}</p:spPr></p:sp>"
    )


def leader_line(id: int, name: str, ends: tuple[float, float, float, float], look: str) -> str:
    """A straight line from a point to another, in points on the slide, with a dot where it arrives."""
    x0, y0, x1, y1 = (round(at * EMU_PT) for at in ends)
    flips = (' flipH="1"' if x1 < x0 else "") + (' flipV="1"' if y1 < y0 else "")
    look = look.replace("</a:ln>", '<a:tailEnd type="oval" w="sm" len="sm"/></a:ln>')
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{properties(id, name, decorative=True)}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
        f'<p:spPr><a:xfrm{flips}><a:off x="{min(x0, x1)}" y="{min(y0, y1)}"/>'
        f'<a:ext cx="{abs(x1 - x0)}" cy="{abs(y1 - y0)}"/></a:xfrm>'
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{look}</p:spPr></p:cxnSp>'
    )


def group(id: int, name: str, box: Box, shapes: str, told: str = "", decorative: bool = False) -> str:
    """Shapes that are moved as one; they keep their places on the slide."""
    x, y, width, height = box.emu
    return (
        f"<p:grpSp><p:nvGrpSpPr>{properties(id, name, told, decorative)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f'<p:grpSpPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/><a:chOff x="{x}" y="{y}"/>'
        f'<a:chExt cx="{width}" cy="{height}"/></a:xfrm></p:grpSpPr>{shapes}</p:grpSp>'
    )


def line(colour: str, points: float, dash: str = "") -> str:
    """A line around a shape; ``colour`` as XML."""
    dashed = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{round(points * 12700)}"><a:solidFill>{colour}</a:solidFill>{dashed}<a:round/></a:ln>'
