"""One GeoJSON file: its features, each with its physical line, its properties as text and its geometry."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.errors import Finding
from geodata.folder.codes import finding
from geodata.folder.descriptor import parse_json
from geodata.text import clean

_WGS84 = ("CRS84", "EPSG::4326", "EPSG:4326")
_HELP = "Export the file again as GeoJSON (RFC 7946, WGS 84)."


@dataclass(frozen=True)
class Feature:
    """One area in WGS 84; ``line`` is None when the file does not show where it begins."""

    line: int | None
    properties: Mapping[str, str]
    geometry: BaseGeometry | None

    @property
    def shape(self) -> BaseGeometry:
        """The geometry of a feature that is known to have one; raises ValueError otherwise."""
        if self.geometry is None:
            raise ValueError(f"{self['number'] or 'a feature'} has no geometry; is_sound tells which have one")
        return self.geometry

    def __getitem__(self, name: str) -> str:
        return self.properties.get(name, "")


@dataclass(frozen=True)
class Layer:
    """A file's features in their order."""

    file: str
    features: tuple[Feature, ...]

    def __iter__(self) -> Iterator[Feature]:
        return iter(self.features)


def parse_layer(content: bytes, file: str) -> tuple[Layer, list[Finding]]:
    """The features in ``content`` and what is wrong with the file's form."""
    if not content.strip():
        return Layer(file, ()), [finding("empty_file", file, "The file is empty.", _HELP)]
    loaded, findings = parse_json(content, file)
    if findings:
        return Layer(file, ()), findings
    listed = loaded.get("features") if isinstance(loaded, dict) else None
    if not isinstance(loaded, dict) or not isinstance(listed, list) or loaded.get("type") != "FeatureCollection":
        message = "The file is not a GeoJSON FeatureCollection."
        return Layer(file, ()), [finding("bad_geojson", file, message, _HELP)]
    if not listed:
        return Layer(file, ()), [finding("empty_file", file, "The file has no features.", _HELP)]
    findings += _crs_findings(loaded, file)
    features = []
    lines = _lines(content.decode("utf-8-sig"), len(listed))
    for line, entry in zip(lines, listed, strict=True):
        feature, wrong = _feature(entry, line, file)
        features += feature
        findings += wrong
    return Layer(file, tuple(features)), findings


def _crs_findings(loaded: Mapping[str, object], file: str) -> list[Finding]:
    """A finding when the file says that it is in another system; RFC 7946 has no such statement at all."""
    if not loaded.get("crs"):
        return []
    crs = loaded["crs"]
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = str(properties.get("name") if isinstance(properties, dict) else crs)
    if name.upper().endswith(_WGS84):
        return []
    message = f"The file says that it is in “{name}”, not in WGS 84."
    return [finding("wrong_crs", file, message, "Reproject it to EPSG:4326 and export it again.", crs=name)]


def _feature(entry: object, line: int | None, file: str) -> tuple[list[Feature], list[Finding]]:
    properties = entry.get("properties") if isinstance(entry, dict) else None
    if not isinstance(entry, dict) or not isinstance(properties, dict):
        message = "A feature has no properties; it needs at least number and name."
        return [], [finding("bad_geojson", file, message, _HELP, row=line)]
    texts = {clean(str(key)): _text(value) for key, value in properties.items()}
    declared = entry.get("geometry")
    geometry = _geometry(declared)
    feature = Feature(line, texts, geometry)
    if declared and geometry is None:
        message = f"The geometry of {_who(feature)} does not have the form of GeoJSON."
        return [feature], [finding("bad_geojson", file, message, _HELP, row=line)]
    return [feature], []


def _who(feature: Feature) -> str:
    return " ".join(part for part in (feature["number"], feature["name"]) if part) or "a feature"


def _text(value: object) -> str:
    return "" if value is None else clean(str(value))


def _geometry(declared: object) -> BaseGeometry | None:
    with numpy.errstate(all="ignore"):  # numbers beyond all bounds give None, not a warning
        return shapely.from_geojson(json.dumps(declared), on_invalid="ignore") if declared else None


def _lines(text: str, count: int) -> list[int | None]:
    """The physical line at which each feature begins, or None for all when that cannot be made out."""
    decoder = json.JSONDecoder()
    unknown: list[int | None] = [None] * count
    position = text.find("[", text.find('"features"')) + 1
    lines: list[int | None] = []
    line, counted = 1, 0
    for _ in range(count):
        while text[position : position + 1] in (" ", "\t", "\r", "\n", ","):
            position += 1
        line, counted = line + text.count("\n", counted, position), position
        try:
            _, position = decoder.raw_decode(text, position)
        except ValueError:
            return unknown
        lines.append(line)
    return lines
