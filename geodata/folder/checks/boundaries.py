"""Boundaries and municipalities: one for each, and all in the same part of the world."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geodata.errors import Finding
from geodata.folder.checks.areas import is_sound, who
from geodata.folder.codes import finding
from geodata.folder.descriptor import FILE
from geodata.folder.layer import Feature, Layer
from geodata.folder.reading import Folder
from geodata.folder.settings import NATIONAL_CRS, keeps_metres

#: What lies around the region: other land, municipalities outside, and lakes within and around.
SURROUNDING_KINDS = ("land", "municipality", "lake", "county")


def check_boundaries(folder: Folder) -> Iterator[Finding]:
    """Findings about which municipalities have a boundary, and about boundaries that lie elsewhere."""
    layer, municipalities = folder.layer("boundaries"), folder.municipalities
    if layer.features and municipalities:
        yield from _unmatched(layer, {record["number"]: record["name"] for record in municipalities})
    yield from _unknown_surroundings(folder)
    surroundings = [feature for feature in folder.layer("surroundings") if is_sound(feature)]
    sound = [feature for feature in layer if is_sound(feature)]
    yield from _elsewhere(layer, sound, surroundings)
    yield from _not_in_metres(folder.settings.metric_crs, sound)


def _not_in_metres(crs: str, sound: Sequence[Feature]) -> Iterator[Finding]:
    """A metric system that stretches this part of the world."""
    if not sound:
        return
    middles = shapely.get_coordinates([shapely.centroid(feature.shape) for feature in sound])
    if not keeps_metres(crs, *map(float, numpy.median(middles, axis=0))):  # one that strayed does not move the median
        message = f"The register's “metric_crs”, {crs}, keeps no metres where its municipalities lie."
        help = f"Write a system made for that part of the world, such as “{NATIONAL_CRS}” for Norway."
        yield finding("bad_setting", FILE, message, help, None, None, key="metric_crs")


def _unmatched(layer: Layer, names: dict[str, str]) -> Iterator[Finding]:
    lines: dict[str, int | None] = {}
    for feature in layer:
        number, details = feature["number"], {"number": feature["number"], "name": feature["name"]}
        if number not in names:
            message = f"{who(feature)} is no municipality of the region."
            help = "Delete the feature, correct its number, or add the municipality to municipalities.csv."
            yield finding("unknown_boundary", layer.file, message, help, feature.line, "number", **details)
        elif number in lines:
            message = f"{who(feature)} has another boundary in row {lines[number]}."
            help = "Keep one; islands of one municipality belong into one MultiPolygon."
            yield finding("duplicate_boundary", layer.file, message, help, feature.line, "number", **details)
        lines.setdefault(number, feature.line)
    for number, name in names.items():
        if number not in lines:
            message, help = f"{number} {name} has no boundary.", "Add its area from the official boundaries."
            yield finding("missing_boundary", layer.file, message, help, column="number", number=number, name=name)


def _unknown_surroundings(folder: Folder) -> Iterator[Finding]:
    layer = folder.layer("surroundings")
    known = {record["number"] for record in (*folder.table("outside"), *folder.municipalities)}
    for feature in layer if folder.table("outside").records else ():
        if feature["kind"] not in SURROUNDING_KINDS:
            allowed = f"{', '.join(SURROUNDING_KINDS[:-1])} or {SURROUNDING_KINDS[-1]}"
            message = f"{who(feature)} has the kind “{feature['kind']}”; it must be {allowed}."
            yield finding("bad_geojson", layer.file, message, "Correct the kind.", feature.line, "kind")
        elif feature["kind"] == "municipality" and feature["number"] not in known:
            message = f"{who(feature)} is not in outside.csv."
            help = "Add it to outside.csv, correct its number, or give it the kind “land”."
            details = {"number": feature["number"], "name": feature["name"]}
            yield finding("unknown_municipality", layer.file, message, help, feature.line, "number", **details)


def _elsewhere(layer: Layer, sound: Sequence[Feature], surroundings: Sequence[Feature]) -> Iterator[Finding]:
    """Boundaries that reach far out of the surroundings' box, or, without surroundings, out of that of the others."""
    boxes = numpy.array([feature.shape.bounds for feature in sound])
    around = _around(surroundings) if surroundings else None
    for position, feature in enumerate(sound):
        others = numpy.delete(boxes, position, axis=0)
        plausible = around or (_widened(others) if len(others) > 1 else None)
        if plausible and not plausible.covers(feature.shape):
            x, y = (round(value, 2) for value in feature.shape.bounds[:2])
            message = f"{who(feature)} reaches to {x}, {y}, far from everything else."
            help = "Check that longitude comes before latitude, and that the file is in WGS 84."
            details = {"number": feature["number"], "name": feature["name"], "x": x, "y": y}
            yield finding("wrong_place", layer.file, message, help, feature.line, None, **details)


def _around(surroundings: Sequence[Feature]) -> BaseGeometry:
    """The box around the surroundings, widened by its own size: islands may lie beyond the land that is drawn."""
    west, south, east, north = map(float, shapely.total_bounds([one.shape for one in surroundings]))
    reach = max(east - west, north - south)
    return shapely.box(west - reach, south - reach, east + reach, north + reach)


def _widened(boxes: NDArray[numpy.float64]) -> BaseGeometry:
    """The box around most of the boxes, widened by its own size; the median keeps one stray from widening it."""
    west, south, east, north = (float(numpy.median(side)) for side in boxes.T)
    spread = numpy.median(numpy.abs(boxes - [west, south, east, north]), axis=0)
    reach = 10 * max(float(spread.max()), east - west, north - south)
    return shapely.box(west - reach, south - reach, east + reach, north + reach)
