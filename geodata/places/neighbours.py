"""Who borders whom: over land, and over a bridge or through a tunnel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import shapely

from geodata.model import FixedLink
from geodata.register import Register


@dataclass(frozen=True)
class Neighbours:
    """Neighbours of each municipality in the region.

    ``border_km``: number → neighbour's number → length of the shared border in km,
    neighbours outside the region included, longest first. ``links``: number →
    neighbour's number → the fixed link between them. ``outside``: number → name
    of the neighbours that lie outside the region.
    """

    border_km: Mapping[str, Mapping[str, float]]
    links: Mapping[str, Mapping[str, FixedLink]]
    outside: Mapping[str, str]

    def of(self, number: str) -> tuple[str, ...]:
        """All neighbours of a municipality: over land, longest border first, then by fixed link."""
        over_land = self.border_km[number]
        return (*over_land, *(other for other in self.links[number] if other not in over_land))


def find_neighbours(register: Register) -> Neighbours:
    """Land neighbours share a border of more than zero length; touching in a point is no border.

    Measured in the metric CRS on the boundary file (coast-clipped), so municipalities
    that only meet in a fjord are no land neighbours.
    """
    shapes = dict(zip(register.boundaries.index, register.boundaries.geometry.boundary, strict=False))
    around = register.surroundings[register.surroundings["kind"] == "municipality"]
    outside = dict(zip(around["number"], around["name"], strict=False))
    shapes |= dict(zip(around["number"], around.geometry.boundary, strict=False))
    numbers, lines = list(shapes), list(shapes.values())
    border_km: dict[str, dict[str, float]] = {number: {} for number in register.municipalities}
    left, right = shapely.STRtree(lines).query(lines, predicate="intersects")
    for a, b in zip(left, right, strict=False):
        if numbers[a] in border_km and a != b:
            length_m = shapely.length(shapely.intersection(lines[a], lines[b]))
            if length_m > 0:
                border_km[numbers[a]][numbers[b]] = length_m / 1000
    links: dict[str, dict[str, FixedLink]] = {number: {} for number in register.municipalities}
    for link in register.fixed_links:
        links[link.municipality_a][link.municipality_b] = link
        links[link.municipality_b][link.municipality_a] = link
    by_length = {
        number: dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))) for number, found in border_km.items()
    }
    return Neighbours(by_length, links, outside)
