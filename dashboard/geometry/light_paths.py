"""The geometry as few bytes as it can be: all boundaries simplified together, in whole units, written tightly.

A unit is 100 metres: a third of a pixel where the region fills a desktop window. x grows to the
east and y to the south, from the north-west corner of the scene's frame (metric CRS).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.geometry.scene import Frame
from dashboard.geometry.shapes import DRAWN, lakes
from geodata.register import Register

LIGHT_UNIT_M = 100
#: Corners that span less than a square of this side go (Visvalingam-Whyatt, GEOS): a pixel and a half.
TOLERANCE_M = 475
#: The surroundings are context and may be coarser; islands smaller than this go.
AROUND_TOLERANCE_M = 2000
AROUND_SMALLEST_M2 = 4_000_000
#: How much of the surroundings is kept on each side, in parts of the region's width and height.
ACROSS, DOWN = 0.45, 0.09

GridPoint = tuple[int, int]


@dataclass(frozen=True)
class LightPaths:
    """Paths by number, land in painting order, and every edge once with the areas on its sides (None is outside)."""

    areas: Mapping[str, str]
    land: str
    outside: Mapping[str, str]
    edges: Mapping[tuple[GridPoint, GridPoint], tuple[str, str | None]]
    lakes: str = ""

    def lines(self, wanted: Callable[[str, str | None], bool]) -> str:
        """The path of all borders whose two sides are ``wanted``, joined end to end."""
        chosen = [edge for edge, sides in self.edges.items() if wanted(*sides)]
        merged = shapely.line_merge(shapely.multilinestrings([chosen])[0]) if chosen else shapely.MultiLineString()
        lines = [[(int(x), int(y)) for x, y in line.coords] for line in shapely.get_parts(merged)]
        return "".join(_stroke(line) for line in sorted(lines))


def light_paths(register: Register, frame: Frame) -> LightPaths:
    """The paths of a register's boundaries and surroundings."""
    boundaries, around = register.boundaries, register.surroundings
    water = [shapely.simplify(one.shape, AROUND_TOLERANCE_M) for one in lakes(register)]
    around = around.loc[around["kind"].isin(DRAWN)]
    numbers = list(boundaries.index)
    shapes = shapely.coverage_simplify(boundaries.geometry.values, TOLERANCE_M)
    rings = {number: _rings(shape, frame) for number, shape in zip(numbers, shapes, strict=True)}
    window = _window(boundaries.total_bounds)
    pieces = shapely.clip_by_rect(around.geometry.values, *window)
    land = around["kind"].values == "land"
    rough = [
        *(_large(one, frame) for one in shapely.simplify(pieces[land], AROUND_TOLERANCE_M)),
        *(_large(one, frame) for one in shapely.coverage_simplify(pieces[~land], AROUND_TOLERANCE_M)),
    ]
    kinds = [*around["number"].values[land], *around["number"].values[~land]]
    return LightPaths(
        areas={number: _path(found) for number, found in rings.items()},
        land="".join(path for number, path in zip(kinds, rough, strict=True) if not number),
        outside={number: path for number, path in zip(kinds, rough, strict=True) if number and path},
        edges=_edges(rings),
        lakes="".join(_large(one, frame) for one in water),
    )


def _window(bounds: Iterable[float]) -> tuple[float, float, float, float]:
    west, south, east, north = bounds
    across, down = ACROSS * (east - west), DOWN * (north - south)
    return west - across, south - down, east + across, north + down


def _large(geometry: BaseGeometry, frame: Frame) -> str:
    polygons = [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"]
    kept = [part for part in polygons if part.area >= AROUND_SMALLEST_M2]
    return _path(_rings(shapely.MultiPolygon(kept), frame))


def _rings(geometry: BaseGeometry, frame: Frame) -> list[list[GridPoint]]:
    """Closed rings in whole units, without repeated points."""
    parts = shapely.get_parts(geometry)
    outlines = [ring.coords for part in parts for ring in (part.exterior, *part.interiors)]
    rounded = [[_unit(frame, *point[:2]) for point in outline] for outline in outlines]
    return [
        ring[:1] + [after for before, after in zip(ring, ring[1:], strict=False) if after != before] for ring in rounded
    ]


def _unit(frame: Frame, x_m: float, y_m: float) -> GridPoint:
    return round((x_m - frame.west) / LIGHT_UNIT_M), round((frame.north - y_m) / LIGHT_UNIT_M)


def _edges(rings: Mapping[str, list[list[GridPoint]]]) -> dict[tuple[GridPoint, GridPoint], tuple[str, str | None]]:
    """Both areas of an edge share its two ends to the unit, because they were simplified together."""
    sides: dict[tuple[GridPoint, GridPoint], tuple[str, str | None]] = {}
    for number, outlines in rings.items():
        for outline in outlines:
            for edge in zip(outline, outline[1:], strict=False):
                key = (min(edge), max(edge))
                first, second = sides.get(key, (number, None))
                sides[key] = (first, second if first == number else number)
    return sides


def _path(rings: Iterable[list[GridPoint]]) -> str:
    """Rings to be filled; one that is smaller than a unit is a dot, so that no islet disappears."""
    return "".join(
        _stroke(ring[:-1]) + "z" if len(ring) > 3 else f"M{ring[0][0]} {ring[0][1]}h1v1h-1z" for ring in rings
    )


def _stroke(points: list[GridPoint]) -> str:
    """ "M10 20l3-4 5 6": steps from point to point; a minus separates as well as a space, straight runs are one."""
    (x, y), *rest = _straightened(points)
    numbers = []
    for next_x, next_y in rest:
        numbers += [next_x - x, next_y - y]
        x, y = next_x, next_y
    steps = "".join(f"{'' if number < 0 or not at else ' '}{number}" for at, number in enumerate(numbers))
    return f"M{points[0][0]} {points[0][1]}l{steps}"


def _straightened(points: list[GridPoint]) -> list[GridPoint]:
    kept = points[:1]
    for (x, y), (after_x, after_y) in zip(points[1:], points[2:], strict=False):
        before_x, before_y = kept[-1]
        if (x - before_x) * (after_y - y) != (y - before_y) * (after_x - x):
            kept.append((x, y))
    return kept + points[-1:]
