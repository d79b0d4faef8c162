"""The region's geometry coarse enough for a slide or a small picture, neighbours still edge to edge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import cast

import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.geometry.beyond import land_beyond
from dashboard.geometry.shapes import Area, areas, land_around, landmarks
from geodata.register import Register

#: Simplified by at most so much of the region's longer side (at Viken's 260 km, 260 m).
COARSE = 1 / 1000


@dataclass(frozen=True, eq=False)
class Ground:
    """Areas by number, and the land around as one, in the metric CRS.

    ``near``: name and shape of those outside that are named on the map.
    """

    areas: Mapping[str, BaseGeometry]
    land: BaseGeometry
    near: Mapping[str, BaseGeometry]

    @cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north of the areas."""
        west, south, east, north = shapely.total_bounds(list(self.areas.values())).tolist()
        return west, south, east, north

    @cached_property
    def whole(self) -> Area:
        """All areas as one."""
        return self.union(self.areas)

    def union(self, numbers: Iterable[str]) -> Area:
        """Several areas as one."""
        return cast(Area, shapely.coverage_union_all([self.areas[number] for number in numbers]))


def build_ground(register: Register) -> Ground:
    """Boundaries simplified all at once (GEOS, CoverageSimplify), so that no gap opens between neighbours.

    The land around reaches as far beyond the region as the region is long.
    """
    shapes, around = areas(register), land_around(register)
    west, south, east, north = register.boundaries.total_bounds
    size = max(east - west, north - south)
    clipped = [
        shapely.clip_by_rect(form, west - size, south - size, east + size, north + size)
        for form in (*around, land_beyond(around.union_all()))
    ]
    return Ground(
        areas=dict(zip(shapes, shapely.coverage_simplify(list(shapes.values()), size * COARSE), strict=True)),
        land=shapely.simplify(shapely.union_all(clipped), size * COARSE),
        near={one.name: shapely.simplify(one.shape, size * COARSE) for one in landmarks(register)},
    )
