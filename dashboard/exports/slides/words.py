"""The words of a step in their column: as large as they can be together, none over another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.exports.slides.box import Box
from dashboard.exports.slides.fit import height_of, lines_of
from dashboard.exports.slides.layouts import CAPTION_PT, NUMBER_PT, TITLE_PT, kind_of
from dashboard.exports.slides.markup import language, paragraph, placeholder, run
from dashboard.exports.slides.paint import Paint
from dashboard.story import Step
from dashboard.typeface import width_em
from dashboard.wording import Wording

#: Sizes of title, number and text in points, from the largest; the first that fit together are taken.
SIZES = (
    *((TITLE_PT, NUMBER_PT, text) for text in (18, 16)),
    *((28, 60, text) for text in (16, 15)),
    *((26, 54, text) for text in (15, 14)),
    *((24, 48, text) for text in (14, 13, 12)),
    *((22, 44, text) for text in (12, 11)),
    (20, 40, 10.5),
    (18, 32, 9),
)
#: A word that would not fit on a line makes the title smaller.
STAMP_PT, STAMP_IN, BETWEEN_IN = 12.0, 0.34, 0.16


@dataclass(frozen=True)
class Words:
    """The shapes of the words, and where they end (inches)."""

    shapes: tuple[str, ...]
    bottom: float


def write_words(
    step: Step, title: str, say: Wording, paint: Paint, room: Box, ids: Iterator[int], beside: bool, tier: int = -1
) -> Words:
    """Title, stamp, number, caption and text from the top of ``room``.

    ``beside``: the caption stands to the right of the number, where height is needed for a table. Title first:
    it is what a screen reader begins with, though the stamp stands above it.
    """
    lang = language(say)
    top = room.y + (STAMP_IN + BETWEEN_IN if step.stamp else 0)
    sizes = next((sizes for sizes in SIZES if _height(step, title, room, top, sizes, beside) <= room.height), SIZES[-1])
    title_pt, number_pt, text_pt = sizes
    shapes: list[str] = []

    def put(part: str, kind: str, box: Box, text: str, size: float | None) -> None:
        shapes.append(placeholder(next(ids), say(f"slide_{part}"), kind, box, paragraph(run(text, lang, size))))

    y = top
    high = height_of(title, title_pt, room.width, True) + 0.05
    put("title", 'type="title"', Box(room.x, y, room.width, high), title, title_pt)
    y += high + BETWEEN_IN
    if step.stamp:
        shapes.append(_stamp(step.stamp, say, paint, room, ids))
    if step.number and beside:
        wide = width_em(step.number) * number_pt / 72 + 0.25
        high = _number_height(number_pt)
        put("number", kind_of("number"), Box(room.x, y, wide, high), step.number, number_pt)
        if step.caption:
            told = height_of(step.caption, CAPTION_PT, room.width - wide)
            box = Box(room.x + wide, y + max(0, high - told) / 2, room.width - wide, told + 0.04)
            put("caption", kind_of("caption"), box, step.caption, CAPTION_PT)
            high = max(high, told)
        y += high + BETWEEN_IN / 2
    else:
        if step.number:
            high = _number_height(number_pt)
            put("number", kind_of("number"), Box(room.x, y, room.width, high), step.number, number_pt)
            y += high
        if step.caption:
            high = height_of(step.caption, CAPTION_PT, room.width) + 0.04
            put("caption", kind_of("caption"), Box(room.x, y, room.width, high), step.caption, CAPTION_PT)
            y += high + BETWEEN_IN
    if step.text:
        high = height_of(step.text, text_pt, room.width) + 0.05
        put("text", kind_of("text"), Box(room.x, y, room.width, high), step.text, text_pt)
        y += high
    return Words(tuple(shapes), y)


def _number_height(size: float) -> float:
    return size * 1.12 / 72


def _height(step: Step, title: str, room: Box, top: float, sizes: tuple[float, ...], beside: bool) -> float:
    """Height that everything takes at these sizes; endless when a word of the title or the number is too wide."""
    title_pt, number_pt, text_pt = sizes
    widest = max(width_em(word) for word in title.split()) * title_pt / 72 if title.strip() else 0
    if widest > room.width or width_em(step.number) * number_pt / 72 > room.width * (0.6 if beside else 1):
        return float("inf")
    if lines_of(title, title_pt, room.width, True) > 5:
        return float("inf")
    high = top - room.y + height_of(title, title_pt, room.width, True) + 0.05 + BETWEEN_IN
    number = _number_height(number_pt) if step.number else 0
    wide = width_em(step.number) * number_pt / 72 + 0.25 if beside and step.number else 0
    caption = height_of(step.caption, CAPTION_PT, room.width - wide) + (0.04 if step.caption else 0)
    high += max(number, caption) if beside else number + caption
    return high + BETWEEN_IN + height_of(step.text, text_pt, room.width) + 0.05


def _stamp(text: str, say: Wording, paint: Paint, room: Box, ids: Iterator[int]) -> str:
    """The scenario's name on a dark label above the title, on one line."""
    size = min(STAMP_PT, (room.width - 0.3) * 72 / width_em(text))
    box = Box(room.x, room.y - 0.05, width_em(text) * size / 72 + 0.3, STAMP_IN)
    words = paragraph(run(text, language(say), round(size * 2 - 0.5) / 2, True, paint.page["paper"].xml), "ctr")
    return stamped(next(ids), say("slide_stamp"), box, words, paint)


def stamped(id: int, name: str, box: Box, words: str, paint: Paint) -> str:
    """A label with rounded corners."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{box.xfrm}'
        '<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val 20000"/></a:avLst></a:prstGeom>'
        f"<a:solidFill>{paint.page['accent'].xml}</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>"
        f'<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle/>{words}</p:txBody></p:sp>"
    )
