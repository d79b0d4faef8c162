"""Land beyond the drawn surroundings: where their data end in the midst of land, a wide picture goes on as land."""

from __future__ import annotations

from collections.abc import Iterator

import shapely
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

#: Stretches of land that are shorter than this share of a side end at it: islands and capes before the sea.
LONG = 0.2
#: A side of which so much is land goes on as land from its first to its last: what cuts it are fjords and lakes.
MOSTLY = 0.5
#: So far inside the edge it is looked at, because the edge is not straight to the metre.
INSIDE_M = 500
#: The way out of each side, in the order of ``_sides``.
OUT = ((0, -1), (1, 0), (0, 1), (-1, 0))


def land_beyond(land: BaseGeometry) -> BaseGeometry:
    """What to paint as land outside the bounds of ``land`` (metric CRS): straight out from where they cut through it.

    It reaches as far out as the longer side is long and overlaps a little, so that no seam shows.
    """
    if land.is_empty:
        return land
    return shapely.union_all(list(_rectangles(land)))


def _rectangles(land: BaseGeometry) -> Iterator[BaseGeometry]:
    west, south, east, north = land.bounds
    reach = max(east - west, north - south)
    ways = [(x * reach, y * reach) for x, y in OUT]
    sides = _sides(shapely.box(west, south, east, north).buffer(-INSIDE_M, join_style="mitre").bounds)
    cuts = [_long(land, side) for side in sides]
    for cut, way in zip(cuts, ways, strict=True):
        for stretch in cut:
            yield _swept(stretch, way)
    for at, side in enumerate(sides):  # a corner goes on where both of its sides do
        corner = shapely.Point(side.coords[0])
        if all(any(corner.dwithin(stretch, 1) for stretch in cuts[one]) for one in (at, at - 1)):
            yield _swept(corner, (ways[at][0] + ways[at - 1][0], ways[at][1] + ways[at - 1][1]))


def _sides(bounds: tuple[float, float, float, float]) -> list[shapely.LineString]:
    """South, east, north and west; each begins where the one before ends."""
    west, south, east, north = bounds
    corners = [(west, south), (east, south), (east, north), (west, north)]
    return [shapely.LineString(pair) for pair in zip(corners, corners[1:] + corners[:1], strict=True)]


def _long(land: BaseGeometry, side: shapely.LineString) -> list[BaseGeometry]:
    stretches = shapely.get_parts(land.intersection(side))
    if sum(one.length for one in stretches) >= MOSTLY * side.length:
        along = [side.project(shapely.Point(point)) for one in stretches for point in shapely.get_coordinates(one)]
        return [substring(side, min(along), max(along))]
    return [one for one in stretches if one.length >= LONG * side.length]


def _swept(form: BaseGeometry, way: tuple[float, float]) -> BaseGeometry:
    """The rectangle that a stretch or a corner passes over on its way out."""
    return shapely.envelope(shapely.union(form, translate(form, *way)))
