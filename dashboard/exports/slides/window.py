"""Where a map stands on a slide, and its areas as freeforms there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar

import numpy
import shapely
from cachetools import LRUCache
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from dashboard.exports.slides.box import EMU_PT, Box
from dashboard.geometry.ground import Ground

#: Coordinates are whole quarters of a point: a pixel when the slide fills a screen of 3840 pixels.
UNITS_PT = 4
UNIT_EMU = EMU_PT // UNITS_PT
#: So many windows are kept, of some 200 kB each, and in each so many outlines of networks, of 10 kB.
MOST_WINDOWS, MOST_UNIONS = 24, 48


#: One coordinate, or those of many points.
Metres = TypeVar("Metres", float, NDArray[numpy.float64])


@dataclass(frozen=True, eq=False)
class Window:
    """Where a map stands: its box on the slide, and the region in it. ``pt_per_m``: points a metre.

    What is drawn in it is kept, because several slides, and those of other decks, have the same window.
    """

    ground: Ground
    box: Box
    west: float
    north: float
    pt_per_m: float

    def point(self, x_m: Metres, y_m: Metres) -> tuple[Metres, Metres]:
        """A point of the metric CRS, or many, in points on the slide."""
        return (
            self.box.x * 72 + (x_m - self.west) * self.pt_per_m,
            self.box.y * 72 + (self.north - y_m) * self.pt_per_m,
        )

    def is_free(self, box: Box) -> bool:
        """Whether no area lies under a box of the slide."""
        west, north = (box.x - self.box.x) * 72 / self.pt_per_m, (box.y - self.box.y) * 72 / self.pt_per_m
        width, height = box.width * 72 / self.pt_per_m, box.height * 72 / self.pt_per_m
        west, north = self.west + west, self.north - north
        return not self.ground.whole.intersects(shapely.box(west, north - height, west + width, north))

    @cached_property
    def areas(self) -> Mapping[str, str]:
        """The outline of each area, by number."""
        return {number: outline(form, self) for number, form in self.ground.areas.items()}

    @cached_property
    def land(self) -> str:
        """The outline of the land around within the box; blank where there is none."""
        return self._clipped(self.ground.land)

    @cached_property
    def near(self) -> Mapping[str, str]:
        """The outlines of those outside that are named, as far as they are seen."""
        drawn = {name: self._clipped(form) for name, form in self.ground.near.items()}
        return {name: form for name, form in drawn.items() if form}

    def union(self, numbers: tuple[str, ...], smallest: float) -> str:
        """The outline of several areas as one, without parts below a share of the largest.

        A thick line around an islet would be a blot.
        """
        drawn = self._unions.get((numbers, smallest))
        if drawn is None:
            parts = shapely.get_parts(self.ground.union(numbers))
            areas = shapely.area(parts)
            larger = shapely.multipolygons(parts[areas >= areas.max() * smallest])
            drawn = self._unions[numbers, smallest] = outline(larger, self)
        return drawn

    @cached_property
    def _unions(self) -> LRUCache[tuple[tuple[str, ...], float], str]:
        return LRUCache(MOST_UNIONS)

    def _clipped(self, form: BaseGeometry) -> str:
        width, height = self.box.width * 72 / self.pt_per_m, self.box.height * 72 / self.pt_per_m
        seen = shapely.clip_by_rect(form, self.west, self.north - height, self.west + width, self.north)
        return "" if seen.is_empty else outline(seen, self)


@lru_cache(maxsize=MOST_WINDOWS)
def window_of(ground: Ground, box: Box, margins: tuple[float, float, float, float], right: bool = False) -> Window:
    """The region as large as it can be in what the margins (left, top, right, bottom) leave of the box.

    It stands in the middle of it, or to the ``right``.
    """
    west, south, east, north = ground.bounds
    before, above, behind, below = margins
    wide, high = box.width - before - behind, box.height - above - below
    in_per_m = min(wide / (east - west), high / (north - south))
    x = before + (wide - in_per_m * (east - west)) / (1 if right else 2)
    y = above + (high - in_per_m * (north - south)) / 2
    return Window(ground, box, west - x / in_per_m, north + y / in_per_m, in_per_m * 72)


def outline(geometry: BaseGeometry, window: Window) -> str:
    """Place and form of a freeform: every ring a subpath of one path, holes the other way round.

    PowerPoint fills by even and odd, other programs by winding; so both see the holes.
    """
    parts = [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"]
    rings = shapely.get_rings(shapely.orient_polygons(parts))
    drawn = [points for ring in rings if len(points := _points(shapely.get_coordinates(ring), window)) > 2]
    if not drawn:  # smaller than a unit: a dot, so that nothing disappears
        x, y = _points(shapely.get_coordinates(geometry.representative_point()), window)[0]
        drawn = [[(x, y), (x + 1, y), (x + 1, y + 1)]]
    left, top = (min(point[at] for points in drawn for point in points) for at in (0, 1))
    right, bottom = (max(point[at] for points in drawn for point in points) for at in (0, 1))
    width, height = max(right - left, 1), max(bottom - top, 1)
    paths = "".join(_path([(x - left, y - top) for x, y in points]) for points in drawn)
    return (
        f'<a:xfrm><a:off x="{left * UNIT_EMU}" y="{top * UNIT_EMU}"/>'
        f'<a:ext cx="{width * UNIT_EMU}" cy="{height * UNIT_EMU}"/></a:xfrm>'
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{width}" h="{height}">{paths}</a:path></a:pathLst></a:custGeom>'
    )


def _points(coordinates: numpy.ndarray, window: Window) -> list[tuple[int, int]]:
    """Whole units, without repeats and without the closing point."""
    x, y = window.point(coordinates[:, 0], coordinates[:, 1])
    places = list(zip(*(numpy.rint(one * UNITS_PT).astype(int).tolist() for one in (x, y)), strict=True))
    kept = places[:1] + [place for before, place in zip(places, places[1:], strict=False) if place != before]
    return kept[:-1] if len(kept) > 1 and kept[0] == kept[-1] else kept


def _path(points: list[tuple[int, int]]) -> str:
    (x, y), *rest = points
    lines = "".join(f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in rest)
    return f'<a:moveTo><a:pt x="{x}" y="{y}"/></a:moveTo>{lines}<a:close/>'
