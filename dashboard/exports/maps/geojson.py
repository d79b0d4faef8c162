"""GeoJSON (RFC 7946): WGS 84, counter-clockwise, with the row of each municipality as its properties."""

from __future__ import annotations

import json
from collections.abc import Sequence

import geopandas
import numpy
import shapely
from pyproj import CRS

from dashboard.exports.tables.columns import FileRow, Rows
from dashboard.exports.tables.machine import about_state
from dashboard.exports.tables.municipalities import municipality_rows
from dashboard.geometry.shapes import Area
from dashboard.geometry.shapes import areas as shapes_of
from dashboard.view.view import MapView
from geodata.model import FILE_CRS

#: About 0.1 m; the boundary file's own five decimals come back as they were.
DECIMALS = 6


def municipalities_geojson(view: MapView, public_url: str | None) -> bytes:
    """One feature a line for each municipality that matches the filters; what else there is to say as foreign members.

    The members are named as in ``municipalities.json``.
    """
    rows = municipality_rows(view)
    areas = shapes_of(view.atlas.register)
    shapes = wgs84([areas[str(row["number"])] for row in rows.rows], view.atlas.register.boundaries.crs)
    head = {"type": "FeatureCollection", "name": "municipalities", **about_state(view, rows, public_url)}
    lines = ",\n".join(_feature(rows, row, shape) for row, shape in zip(rows.rows, shapes, strict=True))
    return f'{_compact(head)[:-1]},"features":[\n{lines}\n]}}\n'.encode()


def wgs84(shapes: Sequence[Area], crs: CRS | None) -> list[Area]:
    """Areas in longitude and latitude (WGS 84), rounded alike so that neighbours still share their border."""
    degrees = list(geopandas.GeoSeries(shapes, crs=crs).to_crs(FILE_CRS))
    rounded = shapely.transform(degrees, lambda points: numpy.round(points, DECIMALS))
    return list(shapely.orient_polygons(rounded, exterior_cw=False))


def _feature(rows: Rows, row: FileRow, shape: Area) -> str:
    return _compact(
        {
            "type": "Feature",
            "id": row["number"],
            "properties": {column.name: column.flat(row) for column in rows.columns},
            "geometry": shapely.geometry.mapping(shape),
        }
    )


def _compact(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
