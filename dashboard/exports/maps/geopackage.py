"""GeoPackage (OGC 12-128): municipalities, dissolved networks, sources, and styles that QGIS applies by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import geopandas
import pandas
import pyogrio
import shapely
from pyproj import CRS

from dashboard.exports.about import Line
from dashboard.exports.maps.qgis import municipality_style, network_style
from dashboard.exports.tables.columns import Column, FileRow, Rows
from dashboard.exports.tables.networks import members, network_rows
from dashboard.geometry.shapes import Area
from dashboard.geometry.shapes import areas as shapes_of
from dashboard.view.view import MapView

#: GDAL stamps layers with this instead of the time of day, so that the same state gives the same bytes.
STAMP = "2020-01-01T00:00:00Z"
#: Settings of the whole process; always the same, so threads may set them at the same time. The file is a passing
#: one, so nothing waits for the disk.
SETTINGS = {"OGR_CURRENT_DATE": STAMP, "OGR_SQLITE_SYNCHRONOUS": "OFF"}
#: The newest version that programs of 2022 (GDAL 3.6, QGIS 3.28) read without a warning.
VERSION = "1.3"
TYPES: Mapping[str, Any] = {
    "text": "str",
    "integer": "Int64",
    "year": "Int64",
    "decimal": "Float64",
    "share": "Float64",
}
GEOMETRY = "geom"


def municipalities_geopackage(view: MapView, rows: Rows, about: Sequence[Line]) -> bytes:
    """``rows`` with their areas, every network with its outline, in the metric CRS; sources and styles as tables."""
    pyogrio.set_gdal_config_options(SETTINGS)
    networks, crs = network_rows(view), view.atlas.register.boundaries.crs
    areas = shapes_of(view.atlas.register)
    shapes = [areas[str(row["number"])] for row in rows.rows]
    outlines = [network_outline([areas[one.number] for one in members(view, str(row["id"]))]) for row in networks.rows]
    layers = {
        "municipalities": _layer(rows.columns, rows.rows, shapes, crs),
        "networks": _layer(networks.columns, networks.rows, outlines, crs),
        "sources": pandas.DataFrame(
            [(one.label, one.text, one.address, one.licence) for one in about],
            columns=["label", "text", "address", "licence"],
        ).astype("str"),
        "layer_styles": _styles(view),
    }
    with TemporaryDirectory() as folder:
        path = Path(folder) / "export.gpkg"
        for name, layer in layers.items():
            _write(path, name, layer)
        return path.read_bytes()


def network_outline(areas: Sequence[Area]) -> shapely.MultiPolygon:
    """Several areas as one; empty when there are none."""
    parts = shapely.get_parts(shapely.union_all(areas))
    return shapely.MultiPolygon([part for part in parts if not part.is_empty])


def _layer(
    columns: Sequence[Column], rows: Sequence[FileRow], shapes: Sequence[Area], crs: CRS | None
) -> geopandas.GeoDataFrame:
    cells = {
        column.name: pandas.array([column.flat(row) for row in rows], dtype=TYPES[column.kind]) for column in columns
    }
    return geopandas.GeoDataFrame(cells, geometry=shapes, crs=crs)


def _styles(view: MapView) -> pandas.DataFrame:
    """The rows of the table that QGIS looks for (and writes itself with "save style in database")."""
    styles = {"municipalities": municipality_style(view), "networks": network_style(view)}
    return pandas.DataFrame(
        {
            "f_table_catalog": "",
            "f_table_schema": "",
            "f_table_name": name,
            "f_geometry_column": GEOMETRY,
            "styleName": name,
            "styleQML": style,
            "styleSLD": "",
            "useAsDefault": True,
            "description": view.say("title"),
            "owner": "",
            "ui": "",
            "update_time": pandas.Timestamp(STAMP),
        }
        for name, style in styles.items()
    )


def _write(path: Path, name: str, layer: pandas.DataFrame) -> None:
    shaped = {"geometry_type": "MultiPolygon", "promote_to_multi": True, "GEOMETRY_NAME": GEOMETRY}
    spatial = isinstance(layer, geopandas.GeoDataFrame)
    options = shaped if spatial else {"FID": "id"}
    created = {} if path.exists() else {"dataset_options": {"VERSION": VERSION}}
    pyogrio.write_dataframe(layer, path, layer=name, driver="GPKG", append=not created, **created, **options)
