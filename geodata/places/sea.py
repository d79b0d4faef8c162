"""Who faces whom across the water, with nobody's land between."""

from __future__ import annotations

from collections.abc import Mapping

import numpy
import shapely

from geodata.register import Register

#: Municipalities farther apart than this are not called neighbours over the sea. Own choice: about an hour by ferry.
WITHIN_M = 20_000.0
#: So much of somebody else's land may lie on the way: a sliver of the generalised coast, not a headland.
SLIVER_M = 100.0

#: Number → numbers of the municipalities it faces across the water.
Sea = Mapping[str, frozenset[str]]


def across_sea(register: Register) -> dict[str, frozenset[str]]:
    """For each municipality those that it does not touch, but whose shore it faces.

    Two face each other when the shortest line between their areas (metric CRS,
    coast-clipped, lakes being land) is longer than zero, at most 20 km, and no
    more than 100 m of it lies in other municipalities of the region or around it.
    Own method; depends on the boundaries only, so compute it once.
    """
    numbers = list(register.boundaries.index)
    areas = register.boundaries.geometry.to_numpy()
    around = register.surroundings[register.surroundings["kind"] == "municipality"].geometry.to_numpy()
    left, right = shapely.STRtree(areas).query(areas, predicate="dwithin", distance=WITHIN_M)
    left, right = left[left < right], right[left < right]
    lines = shapely.shortest_line(areas[left], areas[right])
    apart = shapely.length(lines) > 0
    left, right, lines = left[apart], right[apart], lines[apart]
    free = _over_land_m(lines, left, right, numpy.concatenate([areas, around])) <= SLIVER_M
    facing: dict[str, set[str]] = {number: set() for number in numbers}
    for a, b in zip(left[free], right[free], strict=True):
        facing[numbers[a]].add(numbers[b])
        facing[numbers[b]].add(numbers[a])
    return {number: frozenset(others) for number, others in facing.items()}


def _over_land_m(
    lines: numpy.ndarray, left: numpy.ndarray, right: numpy.ndarray, areas: numpy.ndarray
) -> numpy.ndarray:
    """How much of each line lies in areas other than the two it joins, in metres."""
    line, area = shapely.STRtree(areas).query(lines, predicate="intersects")
    foreign = (area != left[line]) & (area != right[line])
    line, area = line[foreign], area[foreign]
    crossed_m = numpy.zeros(len(lines))
    numpy.add.at(crossed_m, line, shapely.length(shapely.intersection(lines[line], areas[area])))
    return crossed_m
