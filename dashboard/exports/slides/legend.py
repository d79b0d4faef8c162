"""The key of a map: every network with its colour, initial, name and count, and those outside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.exports.slides.box import Box
from dashboard.exports.slides.markup import group, language, line, paragraph, properties, run, text_box
from dashboard.exports.slides.paint import SlideColours
from dashboard.geometry.typeface import width_em
from dashboard.view.described import mark_rows
from dashboard.view.state import NONE
from dashboard.view.view import MapView

#: Height of a row to the size of its type, and the rest in parts of a row.
ROW_EM, SWATCH, GAP, PADDING = 2.16, 0.72, 0.33, 0.39
#: Sizes of type in points: beside one map the largest and the smallest, and under one of two.
LARGE_PT, SMALLEST_PT, SMALL_PT = 12.0, 9.0, 10.5
ROUNDED = '<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val {}"/></a:avLst></a:prstGeom>'

#: A row: fill, initial, name and count.
LegendRow = tuple[str, str, str, str]


@dataclass(frozen=True)
class Legend:
    """The rows of a key, and the size of its type in points."""

    rows: tuple[LegendRow, ...]
    size: float

    @property
    def row(self) -> float:
        """Height of a row in inches."""
        return self.size * ROW_EM / 72

    @property
    def width(self) -> float:
        """Width of the card in inches."""
        return self.row * (SWATCH + GAP + 2 * PADDING) + _widest(self.rows) * self.size / 72

    @property
    def height(self) -> float:
        """Height of the card in inches."""
        return self.row * (len(self.rows) - 1 + SWATCH + 2 * PADDING)


def legend_of(view: MapView, size: float, width: float) -> Legend:
    """Networks with members, those outside, those that a scenario moves; smaller type where ``width`` asks for it."""
    say = view.say
    gap = f"{NONE}-dialogue" if any(area.dialogue for area in view.missing) else NONE
    rows = [
        (
            gap if one.id == NONE else one.id,
            one.initial,
            one.short_name,
            say.count("municipalities", one.figures.municipalities),
        )
        for one in view.groups
        if one.figures.municipalities
    ]
    rows += [(one.fill, "", one.text, say.count("municipalities", one.count)) for one in mark_rows(view)]
    per_pt = (ROW_EM * (SWATCH + GAP + 2 * PADDING) + _widest(rows)) / 72
    return Legend(tuple(rows), min(size, width / per_pt))


def _widest(rows: Iterable[LegendRow]) -> float:
    return max((width_em(f"{name}  {count}") for _, _, name, count in rows), default=0)


def legend_group(view: MapView, legend: Legend, paint: SlideColours, box: Box, ids: Iterator[int]) -> str:
    """The key on a card."""
    lang, row = language(view.say), legend.row
    card = (
        f"<p:sp><p:nvSpPr>{properties(next(ids), view.say('slide_legend_card'), decorative=True)}<p:cNvSpPr/><p:nvPr/>"
        f"</p:nvSpPr><p:spPr>{box.xfrm}{ROUNDED.format(4000)}<a:solidFill>{paint.page['paper'].xml}</a:solidFill>"
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )
    shapes = [card]
    for at, (fill, initial, name, count) in enumerate(legend.rows):
        square = Box(box.x + PADDING * row, box.y + (PADDING + at) * row, SWATCH * row, SWATCH * row)
        shapes.append(_swatch(view, paint, (fill, initial, name, count), legend.size, square, ids))
        left = square.right + GAP * row
        words = run(name, lang, legend.size, True, paint.page["ink"].xml)
        words += run(f"  {count}", lang, legend.size, colour=paint.page["muted"].xml)
        room = Box(left, square.y, box.right - left, square.height)
        shapes.append(text_box(next(ids), name, room, paragraph(words), wrap=False))
    told = "; ".join(f"{name}: {count}" for _, _, name, count in legend.rows)
    return group(next(ids), view.say("slide_legend"), box, "".join(shapes), told)


def _swatch(view: MapView, paint: SlideColours, row: LegendRow, size: float, box: Box, ids: Iterator[int]) -> str:
    """A square filled as on the map, with the network's initial; a dashed one for those that are moved."""
    fill, initial, name, _ = row
    look, lang = paint.fill(fill) if fill else "<a:noFill/>", language(view.say)
    if not fill:
        look += line(paint.page["ink"].xml, 1.5, "sysDash")
    elif fill.startswith(NONE):
        look += line(paint.page["gap-ink"].xml, 1.25)
    else:
        look += "<a:ln><a:noFill/></a:ln>"
    letter = run(initial, lang, size - 1, True, paint.page["paper"].xml) if initial else ""
    body = (
        '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle/>{paragraph(letter, 'ctr')}</p:txBody>"
        if letter
        else ""
    )
    title = view.say("slide_swatch", name=name)
    return (
        f"<p:sp><p:nvSpPr>{properties(next(ids), title, title)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{box.xfrm}{ROUNDED.format(16000)}{look}</p:spPr>{body}</p:sp>"
    )
