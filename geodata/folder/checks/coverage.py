"""The municipalities' areas together: no overlaps, no gaps, the same points on both sides of a border."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import geopandas
import numpy
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.errors import Finding
from geodata.folder.checks.areas import is_sound, who
from geodata.folder.codes import finding
from geodata.folder.layer import Feature
from geodata.folder.reading import Folder
from geodata.folder.settings import NATIONAL_CRS
from geodata.model import FILE_CRS

#: A strip between two municipalities that is narrower than this (degrees of latitude, some 50 m) is a slip of drawing.
_GAP_WIDTH_DEGREES = 0.0005
#: Overlaps smaller than this come from rounding coordinates, and are told as unmatched borders.
_OVERLAP_M2 = 1.0
#: The share of a hole in the region that areas outside it must fill, for it to be no gap.
_FILLED = 0.9
_MEND = "Take all boundaries from one edition of the official ones, or mend them in a GIS with shared borders."


def check_coverage(folder: Folder) -> Iterator[Finding]:
    """Findings about borders between municipalities; areas that are unsound by themselves are left out.

    Borders are compared in WGS 84, as the file has them: a point that only one
    side has opens a gap as soon as the areas are projected.
    """
    file = folder.layer("boundaries").file
    features = [feature for feature in folder.layer("boundaries") if is_sound(feature)]
    areas = _areas(features)
    if len(areas) < 2 or (shapely.coverage_is_valid(areas, _GAP_WIDTH_DEGREES) and not len(_holes(areas))):
        return
    named: set[int] = set()
    for first, second in _overlapping(areas):
        named |= {first, second}
        yield _between("overlap", file, features[first], features[second])
    outside = _areas([one for one in folder.layer("surroundings") if one["kind"] == "municipality" and is_sound(one)])
    for hole in _holes(areas):
        if _filled_share(hole, outside) < _FILLED:
            around = numpy.flatnonzero(shapely.dwithin(areas, hole, _GAP_WIDTH_DEGREES))
            named |= set(around)
            yield _gap(file, hole, [features[position] for position in around])
    edges = shapely.coverage_invalid_edges(areas, _GAP_WIDTH_DEGREES)
    for position in numpy.flatnonzero(~shapely.is_empty(edges)):
        if position not in named:
            yield _unmatched(file, features[position])


def _areas(features: Sequence[Feature]) -> numpy.ndarray:
    return numpy.array([one.geometry for one in features], dtype=object)


def _area_m2(geometry: BaseGeometry, crs: str = NATIONAL_CRS) -> float:
    return float(geopandas.GeoSeries([geometry], crs=FILE_CRS).to_crs(crs).area.iloc[0])


def _overlapping(areas: numpy.ndarray) -> Iterator[tuple[int, int]]:
    first, second = shapely.STRtree(areas).query(areas, predicate="intersects")
    for one, other in sorted(zip(first[first < second].tolist(), second[first < second].tolist(), strict=True)):
        if _area_m2(shapely.intersection(areas[one], areas[other])) > _OVERLAP_M2:
            yield one, other


def _holes(areas: numpy.ndarray) -> list[BaseGeometry]:
    """What the areas together enclose without covering it."""
    parts = shapely.get_parts(shapely.union_all(areas))
    return [shapely.Polygon(ring) for part in parts for ring in part.interiors]


def _filled_share(hole: BaseGeometry, outside: numpy.ndarray) -> float:
    return shapely.area(shapely.intersection(hole, shapely.union_all(outside))) / hole.area if len(outside) else 0.0


def _between(code: str, file: str, one: Feature, other: Feature) -> Finding:
    message = f"The areas of {who(one)} and {who(other)} overlap."
    details = {"number": one["number"], "name": one["name"], "other": other["number"], "other_name": other["name"]}
    return finding(code, file, message, _MEND, one.line, **details)


def _gap(file: str, hole: BaseGeometry, around: Sequence[Feature]) -> Finding:
    names = ", ".join(who(feature) for feature in around)
    message = f"There is a gap of {_area_m2(hole):.0f} m² between {names}."
    row = around[0].line if around else None
    return finding("gap", file, message, _MEND, row, names=names, area_m2=round(_area_m2(hole)))


def _unmatched(file: str, feature: Feature) -> Finding:
    message = f"The border of {who(feature)} does not meet its neighbours' point by point."
    details = {"number": feature["number"], "name": feature["name"]}
    return finding("unmatched_border", file, message, _MEND, feature.line, **details)
