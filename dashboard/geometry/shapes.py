"""A register's shapes with their types: the areas of the region, several as one, and what lies around."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

import shapely
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geodata.model import Register

#: What a municipality, or several as one, can be.
Area = Polygon | MultiPolygon


@dataclass(frozen=True)
class Surrounding:
    """What lies around the region (EPSG:25833): "land", or a "municipality" with its number; else that is blank."""

    kind: str
    number: str
    name: str
    shape: BaseGeometry

    @property
    def area(self) -> Area:
        """The shape, of a municipality."""
        return cast(Area, self.shape)

    @property
    def point(self) -> tuple[float, float]:
        """A point inside, EPSG:25833 metres."""
        inside = self.shape.representative_point()
        return inside.x, inside.y


def areas(register: Register) -> dict[str, Area]:
    """The shape of each municipality of the region by its number, EPSG:25833."""
    return {str(number): cast(Area, shape) for number, shape in register.boundaries.geometry.items()}


def union(register: Register, numbers: Iterable[str]) -> Area:
    """Several municipalities of the region as one shape, EPSG:25833; an unknown number raises KeyError."""
    shapes = areas(register)
    return cast(Area, shapely.union_all([shapes[number] for number in numbers]))


def surroundings(register: Register) -> Iterator[Surrounding]:
    """What is drawn around the region, in painting order."""
    around = register.surroundings
    columns = (around["kind"], around["number"], around["name"], around.geometry)
    for kind, number, name, shape in zip(*columns, strict=True):
        yield Surrounding(kind, number or "", name, shape)


def landmarks(register: Register) -> Iterator[Surrounding]:
    """The municipalities outside that are named on the map for orientation."""
    for one in surroundings(register):
        if one.number in register.outside and register.outside[one.number].named:
            yield one
