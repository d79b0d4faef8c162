"""A register's shapes with their types: the areas of the region, several as one, and what lies around."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

import geopandas
import shapely
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geodata.register import Register

#: Gaps between shapes of two sources that are narrower are no border.
SEAM_M = 60
#: The kinds of surroundings that are land.
DRAWN = ("land", "municipality")
#: What a municipality, or several as one, can be.
Area = Polygon | MultiPolygon


@dataclass(frozen=True)
class Surrounding:
    """What lies around the region (metric CRS): "land", a "municipality" with its number (else blank), a "lake", or a
    "county", which is named and not drawn.

    ``country``: ISO 3166-1 alpha-2, blank for none.
    """

    kind: str
    number: str
    name: str
    country: str
    shape: BaseGeometry

    @property
    def area(self) -> Area:
        """The shape, of a municipality."""
        return cast(Area, self.shape)

    @property
    def point(self) -> tuple[float, float]:
        """A point inside (metric CRS)."""
        inside = self.shape.representative_point()
        return inside.x, inside.y


def areas(register: Register) -> dict[str, Area]:
    """The shape of each municipality of the region by its number (metric CRS)."""
    return {str(number): cast(Area, shape) for number, shape in register.boundaries.geometry.items()}


def union(register: Register, numbers: Iterable[str]) -> Area:
    """Several municipalities of the region as one shape (metric CRS); an unknown number raises KeyError."""
    shapes = areas(register)
    return cast(Area, shapely.union_all([shapes[number] for number in numbers]))


def surroundings(register: Register) -> Iterator[Surrounding]:
    """The land that is drawn around the region, in painting order."""
    return (one for one in _around(register) if one.kind in DRAWN)


def land_around(register: Register) -> geopandas.GeoSeries:
    """The shapes of the land around the region, without the lakes, which may reach far beyond what is drawn."""
    around = register.surroundings
    return geopandas.GeoSeries(around.geometry.loc[around["kind"].isin(DRAWN)])


def lakes(register: Register) -> Iterator[Surrounding]:
    """The lakes within the region and around it, which are drawn over the land."""
    return (one for one in _around(register) if one.kind == "lake")


def counties_around(register: Register) -> Iterator[Surrounding]:
    """The neighbouring counties, without the region."""
    return (one for one in _around(register) if one.kind == "county")


def frontier(register: Register) -> BaseGeometry:
    """The border of the region's country with another that is drawn around it (metric CRS); empty for none.

    The home country is that of the municipalities outside. Its outline is followed where it runs over the other's land,
    which the home country is painted upon.
    """
    around = list(surroundings(register))
    home = {one.country for one in around if one.kind == "municipality"}
    abroad = shapely.union_all([one.shape for one in around if one.country not in home])
    if not home or abroad.is_empty:
        return shapely.LineString()
    ours = [*register.boundaries.geometry, *(one.shape for one in around if one.country in home)]
    return shapely.union_all(shapely.buffer(ours, SEAM_M)).boundary.intersection(abroad)


@lru_cache(maxsize=2)
def _around(register: Register) -> tuple[Surrounding, ...]:
    around = register.surroundings
    columns = (around["kind"], around["number"], around["name"], around["country"], around.geometry)
    return tuple(
        Surrounding(kind, number or "", name, country or "", shape)
        for kind, number, name, country, shape in zip(*columns, strict=True)
    )


def landmarks(register: Register) -> Iterator[Surrounding]:
    """The municipalities outside that are named on the map for orientation."""
    for one in surroundings(register):
        if one.number in register.outside and register.outside[one.number].named:
            yield one
