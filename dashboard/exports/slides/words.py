"""The words of a step in their column: as large as they can be together, none over another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.exports.slides.box import EMU_IN, Box
from dashboard.exports.slides.fit import LINE_EM, height_of, lines_of
from dashboard.exports.slides.layouts import CAPTION_PT, NUMBER_PT, TITLE_PT, kind_of
from dashboard.exports.slides.markup import language, paragraph, placeholder, properties, run
from dashboard.exports.slides.paint import SlideColours
from dashboard.geometry.typeface import width_em, wrap
from dashboard.story.step import Step
from dashboard.words.wording import Wording

#: Title, number and text in points.
Sizes = tuple[float, float, float]

#: Their sizes from the largest; the first that fit together are taken.
WORD_SIZES: tuple[Sizes, ...] = (
    *((TITLE_PT, NUMBER_PT, text) for text in (18, 16)),
    *((28, 60, text) for text in (16, 15)),
    *((26, 54, text) for text in (15, 14)),
    *((24, 48, text) for text in (14, 13, 12)),
    *((22, 44, text) for text in (12, 11)),
    (20, 40, 10.5),
    (18, 32, 9),
)
#: The smallest sizes that still look well, and the smallest that can be read from afar: places in SIZES.
WELL, FAR = WORD_SIZES[:6], WORD_SIZES[:9]
STAMP_PT, STAMP_SIDE_IN, BETWEEN_IN = 12.0, 0.15, 0.16


@dataclass(frozen=True)
class SlideWords:
    """The shapes of the words, and where they end (inches)."""

    shapes: tuple[str, ...]
    bottom: float


@dataclass(frozen=True)
class TextColumn:
    """Where words stand, and the sizes to try.

    ``beside``: the caption stands to the right of the number, where height is needed for a table.
    """

    room: Box
    beside: bool = False
    sizes: Sequence[Sizes] = WORD_SIZES


def write_words(
    step: Step, title: str, say: Wording, paint: SlideColours, column: TextColumn, ids: Iterator[int]
) -> SlideWords:
    """Title, stamp, number, caption and text from the top of a column, in the first sizes that fit, or the last.

    Title first: it is what a screen reader begins with, though the stamp stands above it.
    """
    lang, room, beside, sizes = language(say), column.room, column.beside, column.sizes
    top = room.y + (_stamp_height(step.stamp, room) + BETWEEN_IN if step.stamp else 0)
    fitting = (one for one in sizes if _height(step, title, room, top, one, beside) <= room.height)
    title_pt, number_pt, text_pt = next(fitting, sizes[-1])
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
    return SlideWords(tuple(shapes), y)


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


def _stamp_lines(text: str, room: Box) -> list[str]:
    return wrap(text, (room.width - 2 * STAMP_SIDE_IN) * 72 / STAMP_PT)


def _stamp_height(text: str, room: Box) -> float:
    return STAMP_PT * LINE_EM / 72 * len(_stamp_lines(text, room)) + 0.14


def _stamp(text: str, say: Wording, paint: SlideColours, room: Box, ids: Iterator[int]) -> str:
    """What the slide shows, the scenario or today, on a dark label above the title."""
    widest = max(width_em(line) for line in _stamp_lines(text, room)) * STAMP_PT / 72
    box = Box(room.x, room.y - 0.05, min(widest + 2 * STAMP_SIDE_IN, room.width), _stamp_height(text, room))
    words = paragraph(run(text, language(say), STAMP_PT, True, paint.page["paper"].xml), "ctr")
    side = f'lIns="{round(STAMP_SIDE_IN / 2 * EMU_IN)}" rIns="{round(STAMP_SIDE_IN / 2 * EMU_IN)}"'
    return (
        f"<p:sp><p:nvSpPr>{properties(next(ids), text)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f'<p:spPr>{box.xfrm}<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val 20000"/></a:avLst>'
        f"</a:prstGeom><a:solidFill>{paint.page['accent'].xml}</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>"
        f'<p:txBody><a:bodyPr wrap="square" {side} tIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle/>{words}</p:txBody></p:sp>"
    )
