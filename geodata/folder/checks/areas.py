"""Each area by itself: there, an area, valid, in longitude and latitude."""

from __future__ import annotations

from collections.abc import Iterator

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.errors import Finding
from geodata.folder.codes import finding
from geodata.folder.layer import Feature, Layer
from geodata.folder.reading import Folder

_WORLD = (-180.0, -90.0, 180.0, 90.0)


def check_areas(folder: Folder) -> Iterator[Finding]:
    """Findings about the geometry of single features, in every layer."""
    for layer in folder.layers.values():
        for feature in layer:
            yield from _area(layer, feature)


def is_sound(feature: Feature) -> bool:
    """Whether the feature is a valid area in longitude and latitude, so that it may be compared with others."""
    geometry = feature.geometry
    return geometry is not None and _is_area(geometry) and _in_world(geometry) and bool(shapely.is_valid(geometry))


def who(feature: Feature) -> str:
    """The feature in words: number and name, or its kind."""
    return " ".join(part for part in (feature["number"], feature["name"]) if part) or feature["kind"] or "The feature"


def _area(layer: Layer, feature: Feature) -> Iterator[Finding]:
    geometry, details = feature.geometry, {"number": feature["number"], "name": feature["name"]}
    restore = "Put the area back from the official boundaries."
    if geometry is None or geometry.is_empty:
        message = f"{who(feature)} has no geometry."
        yield finding("empty_geometry", layer.file, message, restore, feature.line, **details)
    elif not _is_area(geometry):
        message = f"{who(feature)} is a {geometry.geom_type}, not a Polygon or MultiPolygon."
        yield finding("not_an_area", layer.file, message, restore, feature.line, **details, type=geometry.geom_type)
    elif not _in_world(geometry):
        x, y = (round(value, 1) for value in geometry.bounds[:2])
        message = f"{who(feature)} has the coordinates {x}, {y}, which are no longitude and latitude."
        help = "Reproject the file to EPSG:4326 (WGS 84) and export it again."
        yield finding("wrong_crs", layer.file, message, help, feature.line, **details, x=x, y=y)
    elif not shapely.is_valid(geometry):
        reason = shapely.is_valid_reason(geometry)
        message = f"The area of {who(feature)} is not valid: {reason}."
        help = "Mend it in a GIS (“fix geometries”), or put it back from the official boundaries."
        yield finding("invalid_geometry", layer.file, message, help, feature.line, **details, reason=reason)


def _is_area(geometry: BaseGeometry) -> bool:
    return geometry.geom_type in ("Polygon", "MultiPolygon") and not geometry.is_empty


def _in_world(geometry: BaseGeometry) -> bool:
    west, south, east, north = geometry.bounds
    return _WORLD[0] <= west <= east <= _WORLD[2] and _WORLD[1] <= south <= north <= _WORLD[3]
