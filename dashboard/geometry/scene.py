"""The geometry that travels to the browser once: areas, borders and land as SVG paths.

Scene units are 10 metres; x grows to the east and y to the south, from the north-west
corner of the surroundings (metric CRS). Whole units keep the paths short; at the
largest zoom a unit is less than half a pixel.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.geometry.beyond import land_beyond
from dashboard.geometry.shapes import areas, frontier, lakes, land_around, surroundings
from geodata.places.neighbours import Neighbours
from geodata.register import Register

UNIT_M = 10
#: The shores of lakes are context and may be coarser.
LAKE_TOLERANCE_M = 120


@dataclass(frozen=True)
class Frame:
    """From metres of the metric CRS to scene units."""

    west: float
    north: float
    width: int
    height: int

    def point(self, x_m: float, y_m: float) -> tuple[int, int]:
        """A point in scene units."""
        return round((x_m - self.west) / UNIT_M), round((self.north - y_m) / UNIT_M)

    def box(self, bounds: Iterable[float]) -> tuple[int, int, int, int]:
        """West, south, east, north in metres → left, top, right, bottom in units."""
        west, south, east, north = bounds
        return (*self.point(west, north), *self.point(east, south))


@dataclass(frozen=True)
class Border:
    """A stretch of border: between two municipalities, or of one towards coast and outside (``right`` None)."""

    left: str
    right: str | None
    path: str


@dataclass(frozen=True)
class Scene:
    """Paths by what they stand for. ``land``: (kind, number or "", path) in painting order.

    ``lakes``: all lakes as one path, over the areas; ``frontier``: the border with another country; blank for none.
    """

    frame: Frame
    land: tuple[tuple[str, str, str], ...]
    areas: Mapping[str, str]
    borders: tuple[Border, ...]
    boxes: Mapping[str, tuple[int, int, int, int]]
    lakes: str = ""
    frontier: str = ""


def build_scene(register: Register, neighbours: Neighbours) -> Scene:
    """All paths of a register. The surroundings set the frame; without any, the region does."""
    around = land_around(register)
    everything = around if len(around) else register.boundaries
    west, south, east, north = everything.total_bounds
    frame = Frame(west, north, round((east - west) / UNIT_M), round((north - south) / UNIT_M))
    shapes = areas(register)
    beyond = polygon_path(land_beyond(around.union_all()), frame)
    return Scene(
        frame=frame,
        land=(
            *((("land", "", beyond),) if beyond else ()),
            *((one.kind, one.number, polygon_path(one.shape, frame)) for one in surroundings(register)),
        ),
        areas={number: polygon_path(shape, frame) for number, shape in shapes.items()},
        borders=tuple(_borders(register, neighbours, frame)),
        boxes={number: frame.box(shape.bounds) for number, shape in shapes.items()},
        lakes=polygon_path(shapely.union_all([one.shape for one in lakes(register)]).simplify(LAKE_TOLERANCE_M), frame),
        frontier=line_path(border, frame) if not (border := frontier(register).simplify(UNIT_M * 10)).is_empty else "",
    )


def _borders(register: Register, neighbours: Neighbours, frame: Frame) -> Iterable[Border]:
    """Every stretch once, so that a line between two areas is never drawn twice."""
    outlines = dict(zip(register.boundaries.index, register.boundaries.geometry.boundary, strict=False))
    for number, outline in outlines.items():
        rest = outline
        for other in neighbours.border_km[number]:
            if other in outlines:
                shared = shapely.intersection(outline, outlines[other])
                rest = shapely.difference(rest, shared)
                if number < other:
                    yield Border(number, other, line_path(shared, frame))
        if not rest.is_empty:
            yield Border(number, None, line_path(rest, frame))


def polygon_path(geometry: BaseGeometry, frame: Frame) -> str:
    """SVG path data of a polygon or multipolygon, holes included (to be filled "evenodd")."""
    parts = shapely.get_parts(geometry)
    rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    return "".join(_stroke(ring.coords, frame, closed=True) for ring in rings)


def line_path(geometry: BaseGeometry, frame: Frame) -> str:
    """SVG path data of lines, joined end to end where they meet."""
    lines = [part for part in shapely.get_parts(geometry) if part.geom_type == "LineString"]
    merged = shapely.line_merge(shapely.MultiLineString(lines))
    return "".join(_stroke(line.coords, frame, closed=False) for line in shapely.get_parts(merged))


def _stroke(coordinates: Iterable[tuple[float, float]], frame: Frame, closed: bool) -> str:
    points = [frame.point(*point[:2]) for point in coordinates]
    points = points[:1] + [point for before, point in zip(points, points[1:], strict=False) if point != before]
    if closed and len(points) > 1 and points[0] == points[-1]:
        points.pop()
    if len(points) < (3 if closed else 2):
        # Smaller than a unit: a dot, so that no islet disappears altogether.
        return f"M{points[0][0]},{points[0][1]}h1v1h-1z" if closed else ""
    steps = "".join(f"{x1 - x0},{y1 - y0} " for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False))
    return f"M{points[0][0]},{points[0][1]}l{steps.strip()}{'z' if closed else ''}"
