"""A table that can be edited: a dark head, thin lines, and so many rows a slide as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.exports.slides.box import EMU_IN, Box
from dashboard.exports.slides.fit import row_height
from dashboard.exports.slides.markup import language, line, paragraph, properties, run
from dashboard.exports.slides.paint import SlideColours
from dashboard.geometry.typeface import width_em
from dashboard.story.step import StepTable
from dashboard.view.view import MapView

#: No column's text counts for more than this share of all.
WIDEST = 0.45
#: The largest type of a table, in points.
LARGEST_PT = 14
SIDE_IN, ABOVE_IN = 0.08, 0.05
#: PowerPoint's own "no style, no grid"; the cells carry what is seen.
PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"

SlideRow = tuple[str, ...]


def heights(table: StepTable, width: float, size_pt: float, rows: Sequence[SlideRow] | None = None) -> list[float]:
    """Height of the head and of each row, in inches; of all rows unless told which."""
    room = [one - 2 * SIDE_IN for one in widths(table, width)]
    return [
        row_height(row, room, size_pt, 2 * ABOVE_IN) for row in (table.head, *(table.rows if rows is None else rows))
    ]


def widths(table: StepTable, width: float) -> list[float]:
    """Widths of the columns in inches: no word is broken, and longer texts have more of the room."""
    columns = list(zip(table.head, *table.rows, strict=True))
    words = [max(width_em(word) for cell in column for word in cell.split() or [""]) for column in columns]
    least = [one * LARGEST_PT / 72 + 2 * SIDE_IN for one in words]
    left = width - sum(least)
    if left < 0:
        return [one / sum(least) * width for one in least]
    longest = [max(width_em(cell) for cell in column) for column in columns]
    wanted = [min(one, sum(longest) * WIDEST) for one in longest]
    return [one + left * share / sum(wanted) for one, share in zip(least, wanted, strict=True)]


def paged(table: StepTable, width: float, size_pt: float, height: float) -> list[tuple[SlideRow, ...]]:
    """The rows in as few portions as fit, each about as high as the others; at least one row in each."""
    head, *each = heights(table, width, size_pt)
    fewest = _portions(each, height - head)
    share = sum(each) / max(len(fewest), 1)
    limits = (min(share * (1 + step / 20), height - head) for step in range(100))
    even = next((found for limit in limits if len(found := _portions(each, limit)) <= len(fewest)), fewest)
    return [table.rows[start:end] for start, end in even]


def _portions(each: Sequence[float], limit: float) -> list[tuple[int, int]]:
    """First and last of the rows that stand together under a height, filled one after the other."""
    found, start, used = [], 0, 0.0
    for at, one in enumerate(each):
        if at > start and used + one > limit:
            found.append((start, at))
            start, used = at, 0.0
        used += one
    return [*found, (start, len(each))] if each else []


def fitting(table: StepTable, width: float, size_pt: float, height: float) -> int:
    """How many rows from the first fit under the head."""
    used, *each = heights(table, width, size_pt)
    for count, one in enumerate(each):
        used += one
        if used > height:
            return count
    return len(each)


@dataclass(frozen=True)
class SlideTable:
    """Some rows of a table on a slide: the box that they begin in, the size of type, and what is said of them."""

    table: StepTable
    rows: Sequence[SlideRow]
    box: Box
    size_pt: float
    told: str


def table_frame(view: MapView, drawn: SlideTable, paint: SlideColours, id: int) -> str:
    """The frame of a table; it is as high as its rows, whose columns are as wide as in the whole table."""
    table, rows, box, size_pt = drawn.table, drawn.rows, drawn.box, drawn.size_pt
    head, *each = heights(table, box.width, size_pt, rows)
    columns = "".join(f'<a:gridCol w="{round(one * EMU_IN)}"/>' for one in widths(table, box.width))
    body = "".join(
        f'<a:tr h="{round(height * EMU_IN)}">'
        f"{''.join(_cell(view, cell, paint, size_pt, at == 0) for cell in row)}</a:tr>"
        for at, (row, height) in enumerate(zip((table.head, *rows), (head, *each), strict=True))
    )
    frame = Box(box.x, box.y, box.width, head + sum(each)).xfrm.replace("a:xfrm", "p:xfrm")
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{properties(id, view.say('view_table'), drawn.told)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'{frame}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
        f'<a:tblPr firstRow="1"><a:tableStyleId>{PLAIN_STYLE}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{columns}</a:tblGrid>{body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _cell(view: MapView, text: str, paint: SlideColours, size_pt: float, head: bool) -> str:
    ink = paint.page["paper" if head else "ink"]
    fill = f"<a:solidFill>{paint.page['accent'].xml}</a:solidFill>" if head else "<a:noFill/>"
    none = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
    under = line(paint.page["line"].xml, 1).replace("a:ln", "a:lnB", 1).replace("</a:ln>", "</a:lnB>")
    side, above = round(SIDE_IN * EMU_IN), round(ABOVE_IN * EMU_IN)
    return (
        "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>"
        f"{paragraph(run(text, language(view.say), size_pt, head, ink.xml))}</a:txBody>"
        f'<a:tcPr marL="{side}" marR="{side}" marT="{above}" marB="{above}" anchor="ctr">{none}{under}{fill}</a:tcPr>'
        "</a:tc>"
    )
