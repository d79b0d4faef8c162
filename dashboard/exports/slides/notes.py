"""What the speaker sees: what the step has to say and the sources, in the language of the file."""

from __future__ import annotations

from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from dashboard.exports.slides.box import Box
from dashboard.exports.slides.markup import language, paragraph, parsed, placeholder, run
from dashboard.exports.slides.paint import SlideColours
from dashboard.exports.slides.theme import theme_xml
from dashboard.view.view import MapView

#: Placeholders of a page of notes that are kept: the picture of the slide, and the notes.
KEPT = ("sldImg", "body")
NOTES = Box(0.75, 4.75, 6.0, 4.5)


def prepare_notes(deck: Deck, view: MapView, paint: SlideColours) -> None:
    """A master for the notes with nothing but the slide and the words under it."""
    master = deck.notes_master
    for one in list(master.shapes):
        if one._element.find(".//{*}ph").get("type") not in KEPT:
            one._element.getparent().remove(one._element)
    body = next(one for one in master.shapes if one._element.find(".//{*}ph").get("type") == "body")
    name = view.say("slide_notes")
    new = placeholder(3, name, 'type="body" sz="quarter" idx="3"', NOTES, paragraph(run(name, language(view.say))))
    body._element.getparent().replace(body._element, parsed(new))
    for image in master.shapes:
        if image._element.find(".//{*}ph").get("type") == "sldImg":
            image.name = view.say("slide_image")
    for one in master._element.iter("{*}endParaRPr", "{*}defRPr"):
        one.attrib.pop("lang", None)
    theme: Any = master.part.part_related_by(RT.THEME)
    theme._element = parse_xml(theme_xml(view.say("title"), paint))


def write_notes(slide: Slide, view: MapView, text: str) -> None:
    """The notes of a slide, a paragraph a line."""
    say, page = view.say, slide.notes_slide
    for one in list(page.placeholders):
        kind = one._element.find(".//{*}ph").get("type")
        if kind == "sldImg":
            one.name = say("slide_image")
        elif kind == "body":
            one.name = say("slide_notes")
            body: Any = one._element.txBody
            for old in body.findall("{*}p"):
                body.remove(old)
            for line in text.split("\n"):
                body.append(parsed(paragraph(run(line, language(say)))))
        else:
            one._element.getparent().remove(one._element)
