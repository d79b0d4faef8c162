"""Spots where a name may stand: within its own area, or beside the region with a line that leads to it.

A spot holds for every size of type up to its own: a smaller name there keeps within the room of a larger one. So the
spots are found once, and every picture, slide and window takes the first that fits.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from dashboard.geometry.cells import NOBODY, Cells, Floats, Whole
from geodata.places.labels import LINE_HEIGHT_EM, MARGIN_EM, TextWidth

#: Sizes of type that spots are looked for, as parts of the region's longer side: from a small phone to a close look.
BESIDE = (1 / 18, 1 / 26, 1 / 40, 1 / 60)
WITHIN = (1 / 30, 1 / 60, 1 / 120)
#: So many spots for each size: beside the region, and within an area.
MOST_BESIDE, MOST_WITHIN = 5, 2
#: How far from its area a name may stand, as a part of the region's longer side.
FARTHEST = 0.45
#: A line over others' land counts so much more than one over its own, or over nobody's.
OVER_OTHERS = 2.0
#: A leader that rises or falls counts so much more than a level one; of so many nearest the best is sought.
STEEP, NEAREST = 1.6, 300
#: Points on a leader at which it is asked whose land it crosses.
SAMPLES = 24
#: How large the ground of a label is beyond its letters, in em at each side: as wide as the pill of those outside.
AROUND_EM = 0.45


_Candidates = tuple[Whole, Whole, Floats, Floats]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a name may stand (metric CRS): the middle of its lines, or of the edge that faces its area.

    ``side``: -1 west or 1 east of the point (the name reaches away from its area, and a line leads back), 0 around it.
    ``em_m``: the largest size of type there.
    """

    lines: tuple[str, ...]
    x: float
    y: float
    em_m: float
    side: int = 0


def spots_beside(
    cells: Cells,
    area: Collection[str],
    target: tuple[float, float],
    lines: tuple[str, ...],
    block: tuple[float, float],
) -> list[Spot]:
    """Spots off the region and its landmarks, the nearest first for each size; ``target`` is what a line leads to.

    ``block``: width and height of the name in em.
    """
    longer = cells.longer_m
    own = cells.places(area)
    width, height = block
    found: list[Spot] = []
    for part in BESIDE:
        em = longer * part
        sides, x, y = _anchors(cells, target, longer * FARTHEST, em)
        # A name stands beyond its area, seen from where the line arrives.
        away = (x - target[0]) * sides > 0
        sides, x, y = sides[away], x[away], y[away]
        box = (
            numpy.where(sides < 0, x - width * em, x),
            y - height * em / 2,
            numpy.where(sides < 0, x, x + width * em),
            y + height * em / 2,
        )
        free = numpy.flatnonzero(cells.count(cells.taken, box) == 0)
        free = free[numpy.argsort(_length(target, x[free], y[free]), kind="stable")[:NEAREST]]
        sides, x, y = sides[free], x[free], y[free]
        # One for larger type that is as near does for this, too.
        fresh = numpy.ones(len(x), bool)
        for one in found:
            fresh &= (sides != one.side) | (abs(x - one.x) + abs(y - one.y) >= 2 * em)
        order = numpy.argsort(_cost(cells, own, target, x, y), kind="stable")
        chosen: list[Spot] = []
        for at in order[fresh[order]]:
            if all(
                sides[at] != one.side
                or (abs(y[at] - one.y) >= height * em and abs(x[at] - one.x) + abs(y[at] - one.y) >= 2 * em)
                for one in chosen
            ):
                chosen.append(Spot(lines, float(x[at]), float(y[at]), em, int(sides[at])))
                if len(chosen) == MOST_BESIDE:
                    break
        found += chosen
    return sorted(found, key=lambda spot: float(numpy.hypot(spot.x - target[0], spot.y - target[1])))


@dataclass(frozen=True, eq=False)
class WithinArea:
    """What some municipalities cover: the cells around them, sums of those that are others', and points to try."""

    cells: Cells
    foreign: Whole
    x: Floats
    y: Floats

    def fitting(self, at: Whole, block: tuple[float, float], em: float) -> Whole:
        """Those of some points around which a block (in em) lies within the municipalities."""
        box = _around(self.x[at], self.y[at], block[0] * em, block[1] * em)
        return at[self.cells.count(self.foreign, box) == 0]


def room_of(cells: Cells, area: Collection[str]) -> WithinArea:
    """The room for names within some municipalities; without points where they have no cells."""
    cells = cells.only(area)
    rows, columns = numpy.nonzero(cells.owned(area))
    step = max(1, int(len(rows) ** 0.5 / 60))
    kept = (rows % step == 0) & (columns % step == 0)
    x = cells.west + (columns[kept] + 0.5) * cells.cell_m
    y = cells.north - (rows[kept] + 0.5) * cells.cell_m
    return WithinArea(cells, cells.foreign(area), x, y)


def spots_within(
    room: WithinArea,
    written: Sequence[tuple[str, ...]],
    width_em: TextWidth,
    avoided: Whole | None = None,
    sizes: Iterable[float] = WITHIN,
    most: int = MOST_WITHIN,
) -> list[Spot]:
    """Spots that keep wholly within some municipalities, for each size those with the most room around.

    ``avoided``: sums (``cells.summed``) of those of the room's cells that a name had better not cover.
    """
    longer = room.cells.longer_m
    sizes = tuple(sizes)
    fits: dict[tuple[str, ...], Whole] = {lines: numpy.arange(len(room.x)) for lines in written}
    candidates: dict[float, _Candidates] = {}
    for part in sorted(sizes):  # what does not fit in small type does not in larger
        fits = {lines: room.fitting(at, block_em(lines, width_em), longer * part) for lines, at in fits.items()}
        candidates[part] = _candidates(room, fits, width_em, longer * part, avoided)
    found: list[Spot] = []
    for part in sizes:
        em, (order, of, east, north) = longer * part, candidates[part]
        chosen: list[Spot] = []
        for at in order:
            spot = Spot(written[of[at]], float(east[at]), float(north[at]), em)
            far = max(1.5 * em, 0.5 * block_em(spot.lines, width_em)[0] * em)
            if all(abs(spot.x - one.x) >= far or abs(spot.y - one.y) >= 1.5 * em for one in chosen):
                chosen.append(spot)
                if len(chosen) == most:
                    break
        found += chosen
    return found


def _candidates(
    room: WithinArea, fits: Mapping[tuple[str, ...], Whole], width_em: TextWidth, em: float, avoided: Whole | None
) -> _Candidates:
    """Where each of the ways to write a name fits: the order of taking, the way's place, and the points."""
    parts = []
    for place, (lines, at) in enumerate(fits.items()):
        (width, height), x, y = block_em(lines, width_em), room.x[at], room.y[at]
        roomy = room.cells.count(room.foreign, _around(x, y, 1.5 * width * em, 2 * height * em))
        box = _around(x, y, width * em, height * em)
        hidden = room.cells.count(avoided, box) if avoided is not None else 0 * roomy
        parts.append((hidden, roomy, numpy.full(len(at), len(lines)), numpy.full(len(at), place), x, y))
    hidden, roomy, breaks, of, east, north = (numpy.concatenate(some) for some in zip(*parts, strict=True))
    return numpy.lexsort((breaks, roomy, hidden)), of, east, north


def block_em(lines: tuple[str, ...], width_em: TextWidth) -> tuple[float, float]:
    """Width and height of a name's ground in em, what is around its letters included."""
    return (
        max(width_em(line) for line in lines) + 2 * AROUND_EM,
        1 + (len(lines) - 1) * LINE_HEIGHT_EM + 2 * MARGIN_EM + 0.2,
    )


def _around(x: Floats, y: Floats, width: float, height: float) -> tuple[Floats, Floats, Floats, Floats]:
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _anchors(
    cells: Cells, target: tuple[float, float], reach: float, em: float
) -> tuple[NDArray[numpy.int64], Floats, Floats]:
    """Points around a target on both sides, as near each other as the type is small."""
    step = em / 1.5
    offsets = numpy.arange(-reach, reach + step, step)
    x, y = (one.ravel() for one in numpy.meshgrid(target[0] + offsets, target[1] + offsets))
    near = numpy.hypot(x - target[0], y - target[1]) <= reach
    x, y = x[near], y[near]
    return numpy.repeat(numpy.array([-1, 1]), len(x)), numpy.tile(x, 2), numpy.tile(y, 2)


def _cost(cells: Cells, own: list[int], target: tuple[float, float], x: Floats, y: Floats) -> Floats:
    """Length of each leader in metres, what crosses others' land counted more than once."""
    along = numpy.linspace(0, 1, SAMPLES)
    owners = cells.owners_at(
        target[0] + numpy.outer(x - target[0], along), target[1] + numpy.outer(y - target[1], along)
    )
    others = (~numpy.isin(owners, [NOBODY, *own])).mean(axis=1)
    cost: Floats = _length(target, x, y) * (1 + OVER_OTHERS * others)
    return cost


def _length(target: tuple[float, float], x: Floats, y: Floats) -> Floats:
    """How long leaders are, those that rise or fall reckoned as longer."""
    length: Floats = numpy.hypot(x - target[0], STEEP * (y - target[1]))
    return length
