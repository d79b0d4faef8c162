"""Where everything comes from: each source with its address and licence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from dashboard.exports.about import Line
from dashboard.exports.slides.box import Box
from dashboard.exports.slides.fit import height_of
from dashboard.exports.slides.markup import language, paragraph, run, text_box
from dashboard.exports.slides.paint import SlideColours
from dashboard.view.view import MapView

#: Sizes that the list is tried in, in points: the largest that fits is taken.
SOURCE_SIZES_PT = (13.0, 12.0, 11.0, 10.0, 9.0)
#: Space between the columns and between what is told of one file and of the next.
BETWEEN_IN, ABOVE_PT = 0.4, 7.0
WEBS = ("https://", "http://")

#: A block of the list: heading, sources, licence.
Block = tuple[str, tuple[Line, ...], str]


def sources_columns(
    view: MapView, lines: Iterable[Line], paint: SlideColours, box: Box, ids: Iterator[int], link: Callable[[str], str]
) -> Iterator[str]:
    """The list in two columns; ``link`` makes a relationship's id of an address."""
    found = [
        (label, tuple(several), several[0].licence or "")
        for label, group in groupby(lines, key=lambda line: line.label)
        if (several := list(group))
    ]
    width = (box.width - BETWEEN_IN) / 2
    size, columns = _fit(found, width, box.height)
    for at, column in enumerate(columns):
        if column:
            place = Box(box.x + at * (width + BETWEEN_IN), box.y, width, box.height)
            text = "".join(_block(view, block, paint, size, link, first=block is column[0]) for block in column)
            yield text_box(next(ids), view.say("export_sources"), place, text)


def _fit(blocks: list[Block], width: float, height: float) -> tuple[float, tuple[list[Block], list[Block]]]:
    """The largest size at which both columns fit, and the columns: filled in order, the first no lower than half."""
    for size in SOURCE_SIZES_PT:
        high = [_height(block, size, width) for block in blocks]
        count = next((at for at in range(len(high) + 1) if sum(high[:at]) >= sum(high) / 2), len(high))
        if max(sum(high[:count]), sum(high[count:])) <= height:
            break
    return size, (blocks[:count], blocks[count:])


def _height(block: Block, size: float, width: float) -> float:
    label, lines, licence = block
    texts = [label, *(line.text for line in lines), licence]
    return sum(height_of(text, size, width) for text in texts) + ABOVE_PT / 72


def _block(
    view: MapView, block: Block, paint: SlideColours, size: float, link: Callable[[str], str], first: bool
) -> str:
    label, lines, licence = block
    lang = language(view.say)
    told = [paragraph(run(label, lang, size, True, paint.page["accent"].xml), before_pt=0 if first else ABOVE_PT)]
    for line in lines:
        address = line.address if (line.address or "").startswith(WEBS) else ""
        leads = link(address) if address else ""
        told.append(paragraph(run(line.text, lang, size, colour="" if leads else paint.page["ink"].xml, link=leads)))
    if licence:
        told.append(paragraph(run(licence, lang, size, colour=paint.page["muted"].xml)))
    return "".join(told)
