"""Where a municipality's circle stands: in its midst, but off the band in which its name is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.geometry.shapes import Area, areas
from geodata.places.labels import Label
from geodata.register import Register

#: Half the height of the band that is left to a name, as a share of the region's height: 13 of 600 pixels.
BAND = 1 / 45
#: A circle stands off the name where there is so much room to each side of its centre; else on the name's place.
ROOM_M = 1_200
CENTRE_TOLERANCE_M = 200


def centres(register: Register, labels: Mapping[str, Label]) -> dict[str, tuple[float, float]]:
    """A point inside each municipality (metric CRS)."""
    west, south, east, north = register.boundaries.total_bounds
    half = BAND * (north - south)
    found = {}
    for number, shape in areas(register).items():
        label = labels[number]
        band = shapely.box(west, label.y - half, east, label.y + half)
        found[number] = _widest(shapely.difference(shape, band)) or _widest(shape) or (label.x, label.y)
    return found


def _widest(shape: BaseGeometry) -> tuple[float, float] | None:
    """The middle of the widest part; None where it is too narrow."""
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    if not parts:
        return None
    radius = shapely.maximum_inscribed_circle(cast(Area, shapely.MultiPolygon(parts)), tolerance=CENTRE_TOLERANCE_M)
    middle = shapely.get_point(radius, 0)
    return (middle.x, middle.y) if radius.length >= ROOM_M else None
