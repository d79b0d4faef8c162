"""Where the neighbouring counties are named: on their own land, as much of it as windows of several shapes show."""

from __future__ import annotations

from typing import cast

import shapely

from dashboard.geometry.name_spots import NameSpots
from dashboard.geometry.shapes import Area, areas, counties_around, landmarks
from dashboard.geometry.spots import Spot
from geodata.places.labels import TextWidth, place
from geodata.register import Register

#: How much windows show around the region, as parts of its width and height: the widest is tried first.
SEEN = ((0.6, 0.15), (0.3, 0.1), (0.15, 0.06), (0.06, 0.03))
#: How far a name keeps off the region and off the named neighbours.
APART_M = 2_000


def county_names(register: Register, width_em: TextWidth) -> dict[str, NameSpots]:
    """The spots of each neighbouring county by its name (metric CRS); one without room is left out."""
    west, south, east, north = register.boundaries.total_bounds
    others = [*areas(register).values(), *(one.shape for one in landmarks(register))]
    taken = shapely.buffer(shapely.union_all(others), APART_M)
    found = {}
    for one in counties_around(register):
        free = shapely.difference(one.shape, taken)
        spots: list[Spot] = []
        for across, down in SEEN:
            dx, dy = across * (east - west), down * (north - south)
            seen = shapely.clip_by_rect(free, west - dx, south - dy, east + dx, north + dy)
            pieces = [part for part in shapely.get_parts(seen) if isinstance(part, shapely.Polygon)]
            if pieces:
                label = place(one.name, cast(Area, shapely.MultiPolygon(pieces)), width_em)
                spots.append(Spot(label.lines, label.x, label.y, label.em_m))
        if spots:
            found[one.name] = NameSpots((spots[0].x, spots[0].y), tuple(dict.fromkeys(spots)))
    return found
