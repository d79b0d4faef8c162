"""GeoJSON (RFC 7946): WGS 84, counter-clockwise, with the row of each municipality as its properties."""

from __future__ import annotations

import json

import geopandas
import numpy
import shapely

from dashboard.exports.tables.columns import Rows
from dashboard.exports.tables.machine import heading
from dashboard.exports.tables.municipalities import municipality_rows
from dashboard.view.view import MapView
from geodata.model import FILE_CRS

#: About 0.1 m; the boundary file's own five decimals come back as they were.
DECIMALS = 6


def municipalities_geojson(view: MapView, public_url: str | None) -> bytes:
    """One feature a line for each municipality that matches the filters; what else there is to say as foreign members.

    The members are named as in ``municipalities.json``.
    """
    rows = municipality_rows(view)
    shapes = wgs84(view.atlas.register.boundaries.geometry.loc[[row["number"] for row in rows.rows]])
    head = {"type": "FeatureCollection", "name": "municipalities", **heading(view, rows, public_url)}
    lines = ",\n".join(_feature(rows, row, shape) for row, shape in zip(rows.rows, shapes, strict=True))
    return f'{_compact(head)[:-1]},"features":[\n{lines}\n]}}\n'.encode()


def wgs84(shapes: geopandas.GeoSeries) -> list[shapely.Geometry]:
    """Shapes of any CRS in longitude and latitude, rounded alike so that neighbours still share their border."""
    degrees = shapely.transform(shapes.to_crs(FILE_CRS).values, lambda points: numpy.round(points, DECIMALS))
    return list(shapely.orient_polygons(degrees, exterior_cw=False))


def _feature(rows: Rows, row, shape: shapely.Geometry) -> str:
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
