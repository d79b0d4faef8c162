"""Where a text about some municipalities has room beside them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy

from dashboard.geometry.cells import Cells
from dashboard.geometry.spots import spots_beside

#: Sizes of type that a place is looked for, as parts of the region's longer side: in windows from large to small.
CALLOUT = (1 / 59, 1 / 50, 1 / 43, 1 / 37)
#: So many spots for each size, and how far apart, in heights of the text.
MOST, APART = 4, 0.4


@dataclass(frozen=True)
class CalloutSpot:
    """A spot beside the region (see ``spots.Spot``), and the point of an area that the text's line leads to."""

    x: float
    y: float
    em_m: float
    side: int
    target: tuple[float, float]


@lru_cache(maxsize=512)
def callout_spots(cells: Cells, missing: frozenset[str], width_em: float, height_em: float) -> tuple[CalloutSpot, ...]:
    """Where a text about some municipalities has room beside them, the best for each size first.

    At each height along them the first land from the west and from the east is looked up: where that is theirs, a level
    line leads there from the text, and crosses nobody else. Where others lie all around them, the line crosses those.
    """
    land, theirs = cells.land, cells.owned(missing)
    rows = numpy.flatnonzero(theirs.any(axis=1))
    if not len(rows):
        return ()
    middle = numpy.nonzero(theirs)[0].mean()
    found = []
    for part in CALLOUT:
        em = cells.longer_m * part
        half = int(numpy.ceil(height_em * em / 2 / cells.cell_m)) + 1
        candidates = []
        for row in rows[:: max(1, len(rows) // 60)]:
            band = land[max(0, row - half) : row + half + 1]
            across = numpy.flatnonzero(band.any(axis=0))
            here = numpy.flatnonzero(land[row])
            for side, edge, first in ((-1, across[0], here[0]), (1, across[-1] + 1, here[-1])):
                if theirs[row, first]:
                    x = cells.west + edge * cells.cell_m + side * em
                    to = cells.west + (first + 0.5 - side) * cells.cell_m
                    cost = abs(to - x) + abs(row - middle) * cells.cell_m / 2
                    candidates.append((cost, side, x, cells.north - (row + 0.5) * cells.cell_m, to))
        kept: list[CalloutSpot] = []
        for _, side, x, y, to in sorted(candidates):
            if all(side != one.side or abs(y - one.y) >= APART * height_em * em for one in kept):
                kept.append(CalloutSpot(float(x), float(y), float(em), side, (float(to), float(y))))
        found += kept[:MOST]
    return tuple(found) or _across(cells, missing, (width_em, height_em))


def _across(cells: Cells, missing: frozenset[str], block: tuple[float, float]) -> tuple[CalloutSpot, ...]:
    """Spots from which a line leads over others to the one that has most ground."""
    places, counts = numpy.unique(cells.owner, return_counts=True)
    theirs = numpy.isin(places, cells.places(missing))
    largest = places[theirs][counts[theirs].argmax()]
    rows, columns = numpy.nonzero(cells.owner == largest)
    inside = numpy.hypot(rows - rows.mean(), columns - columns.mean()).argmin()
    x = cells.west + (columns[inside] + 0.5) * cells.cell_m
    y = cells.north - (rows[inside] + 0.5) * cells.cell_m
    spots = spots_beside(cells, [cells.numbers[largest]], (float(x), float(y)), (), block)
    return tuple(CalloutSpot(spot.x, spot.y, spot.em_m, spot.side, (float(x), float(y))) for spot in spots)
