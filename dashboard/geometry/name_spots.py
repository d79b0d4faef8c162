"""All spots of a name: of a municipality its own place first, of a network where it covers few other names."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy

from dashboard.geometry.cells import Cells, Whole, summed
from dashboard.geometry.spots import Spot, block_em, room_of, spots_beside, spots_within
from geodata.places.labels import Label, TextWidth, layouts

#: Sizes that the name of a network is looked for, from a phone to a large screen.
OF_NETWORKS = (1 / 60, 1 / 50, 1 / 42, 1 / 35, 1 / 29, 1 / 24, 1 / 20)

#: Networks' spots that are kept, of 10 kB each: of some hundred planners at once, each with several networks changed.
MOST_KEPT_SPOTS = 2048


@dataclass(frozen=True, eq=False)
class NameSpots:
    """All spots of one name in the order of taking, and the point of its area that a line leads to (metric CRS).

    They are found once and are compared by who they are: what follows from them is kept by them.
    """

    target: tuple[float, float]
    spots: tuple[Spot, ...]

    @cached_property
    def within(self) -> int:
        """How many of the spots come first that lie within the area."""
        return next((place for place, spot in enumerate(self.spots) if spot.side), len(self.spots))

    @cached_property
    def layouts(self) -> tuple[tuple[str, ...], ...]:
        """The ways in which the name is written at its spots."""
        return tuple(dict.fromkeys(spot.lines for spot in self.spots))


@dataclass(frozen=True, eq=False)
class CoveredBy:
    """Names of municipalities by number, with the size of type (metres on the ground) that they are mostly seen at."""

    labels: Mapping[str, Label]
    em_m: float
    width_em: TextWidth

    def sums(self, cells: Cells, members: Collection[str]) -> Whole:
        """Sums of the cells around some municipalities that lie under those of their names which have room."""
        mask = numpy.zeros(cells.owner.shape, bool)
        for number in members:
            label = self.labels[number]
            if label.em_m >= self.em_m:
                width, height = (part * self.em_m for part in block_em(label.lines, self.width_em))
                rows, columns = cells.under(
                    label.x - width / 2, label.y - height / 2, label.x + width / 2, label.y + height / 2
                )
                mask[rows, columns] = True
        return summed(mask)


def municipality_spots(cells: Cells, number: str, name: str, label: Label, width_em: TextWidth) -> NameSpots:
    """The label's own place, others within the area, then those beside the region."""
    target = (label.x, label.y)
    return NameSpots(
        target,
        (
            Spot(label.lines, label.x, label.y, label.em_m),
            *spots_within(room_of(cells, [number]), layouts(name), width_em),
            *spots_beside(cells, [number], target, (name,), block_em((name,), width_em)),
        ),
    )


@lru_cache(maxsize=MOST_KEPT_SPOTS)
def network_spots(
    cells: Cells, members: frozenset[str], name: str, initial: str, width_em: TextWidth, hiding: CoveredBy | None = None
) -> NameSpots:
    """Within what the members cover, over as few names as can be; beside the region; and its initial at last.

    ``hiding``: the names that it had better not cover.
    """
    room = room_of(cells, members)
    avoided = hiding.sums(room.cells, members) if hiding else None
    written = layouts(name)
    within = spots_within(room, written, width_em, avoided, OF_NETWORKS, 2)
    initials = spots_within(room, ((initial,),), width_em, avoided, OF_NETWORKS, 1)
    roomiest = (within or initials)[-1:] or [Spot((), *_middle(cells, members), 0)]
    target = (roomiest[0].x, roomiest[0].y)
    shortest = min(written, key=lambda lines: block_em(lines, width_em)[0])
    beside = spots_beside(cells, members, target, shortest, block_em(shortest, width_em))
    return NameSpots(target, (*within, *beside, *reversed(initials)))


def _middle(cells: Cells, members: Collection[str]) -> tuple[float, float]:
    """The middle of some municipalities (metric CRS)."""
    rows, columns = numpy.nonzero(cells.owned(members))
    if not len(rows):
        return cells.west, cells.north
    across, down = (float(one.mean() + 0.5) * cells.cell_m for one in (columns, rows))
    return cells.west + across, cells.north - down
