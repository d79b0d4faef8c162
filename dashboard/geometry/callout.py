"""Where a text about the unorganised has room beside them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

import shapely

from dashboard.geometry.scene import Frame
from dashboard.geometry.shapes import union
from geodata.model import Register

#: Height of the callout beside the unorganised, in metres at the scale where the region fills a desktop window.
CALLOUT_M = 26_000
CALLOUT_GAP_M = 9_000


@dataclass(frozen=True)
class CalloutSpot:
    """On which side of the region the text stands, where, and the point that it leads to, in scene units."""

    side: Literal["left", "right"]
    at: tuple[int, int]
    to: tuple[int, int]


def callout_spot(register: Register, missing: Collection[str], frame: Frame) -> CalloutSpot | None:
    """Where a text about the ``missing`` has room beside them; None where nobody is missing.

    At each height along the unorganised the region's edge to the west and to the
    east is found; the callout goes where it comes closest to their middle.
    """
    if not missing:
        return None
    theirs, region = union(register, missing), union(register, register.municipalities)
    centre, (west, _, east, _) = theirs.centroid, region.bounds
    height = CALLOUT_M
    candidates: list[tuple[float, Literal["left", "right"], float, float, float]] = []
    y = theirs.bounds[1]
    while y <= theirs.bounds[3]:
        band = shapely.box(west - 1, y - height / 2, east + 1, y + height / 2)
        edge_west, _, edge_east, _ = shapely.intersection(region, band).bounds
        line = shapely.intersection(theirs, shapely.LineString([(west - 1, y), (east + 1, y)]))
        if not line.is_empty:
            to_west, to_east = edge_west - CALLOUT_GAP_M, edge_east + CALLOUT_GAP_M
            aside = abs(y - centre.y) / 2
            candidates.append((abs(to_west - line.bounds[0]) + aside, "left", to_west, line.bounds[0], y))
            candidates.append((abs(to_east - line.bounds[2]) + aside, "right", to_east, line.bounds[2], y))
        y += 2_000
    if not candidates:
        return None
    _, side, edge, target, y = min(candidates)
    return CalloutSpot(side, frame.point(edge, y), frame.point(target, y))
