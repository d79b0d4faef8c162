"""GeoPackages, opened by ogrinfo and GeoPandas."""

from __future__ import annotations

import re
import sqlite3
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

import pandas
import pytest
import shapely

from dashboard.colours.palette import PAGE
from dashboard.exports.catalogue import export
from dashboard.view.atlas import Atlas
from geodata.register import Register
from tests.dashboard.exports.opened import layer, program


@pytest.fixture(scope="module")
def package(content: Callable[..., bytes]) -> bytes:
    """The bare address as a GeoPackage."""
    return content("municipalities.gpkg")


def test_opens_in_ogrinfo(package: bytes, tmp_path: Path) -> None:
    """ogrinfo lists four layers with their numbers of features, EPSG:25833 and types, without a warning."""
    (tmp_path / "a.gpkg").write_bytes(package)
    told = subprocess.run(
        [program("ogrinfo"), "-ro", "-al", "-so", str(tmp_path / "a.gpkg")],
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert "Warning" not in told.stdout + told.stderr
    counts = dict(re.findall(r"Layer name: (\w+)\nGeometry: .*\nFeature Count: (\d+)", told.stdout))
    assert counts["municipalities"] == "51"
    assert counts["networks"] == "5"
    assert counts["layer_styles"] == "2"
    assert int(counts["sources"]) > 10
    assert told.stdout.count("Geometry: Multi Polygon") == 2
    assert told.stdout.count('ID["EPSG",25833]') == 2
    assert "number: String" in told.stdout
    assert "population: Integer" in told.stdout
    assert "density_per_km2: Real" in told.stdout


def test_opens_in_geopandas(package: bytes, viken: Register) -> None:
    """GeoPandas reads the very areas of the boundaries, in EPSG:25833."""
    found = layer(package, "municipalities").set_index("number")
    assert found.crs.to_epsg() == 25833
    assert found.is_valid.all()
    assert found.geometry.area.round(3).equals(viken.boundaries.area.loc[found.index].round(3))
    assert found.loc["3001", "number_2024"] == "3101"
    assert found["population"].dtype.kind == "i"


def test_networks_dissolved(package: bytes, viken: Register) -> None:
    """Each outline is as large as the network's members, without the borders between them; all make the region."""
    outlines = layer(package, "networks").set_index("id")
    areas = layer(package, "municipalities")
    assert outlines.is_valid.all()
    for id, outline in outlines.geometry.items():
        members = areas[areas["network_ids"] == id]
        assert outline.area == pytest.approx(members.area.sum(), rel=1e-9)
        assert outline.length < members.length.sum()
    assert outlines.area.sum() == pytest.approx(viken.boundaries.area.sum(), rel=1e-9)
    assert shapely.get_num_geometries(outlines.geometry["none"]) >= 1


def test_filled(package: bytes) -> None:
    """Every known field is filled, in both layers."""
    areas = layer(package, "municipalities")
    assert set(areas.columns[areas.isna().any()]) <= {"note", "dialogue_region", "new_holiday_homes"}
    networks = layer(package, "networks").set_index("id").drop(index="none")
    assert set(networks.columns[networks.isna().any()]) <= {
        "founded",
        "other_names",
        "new_holiday_homes",
        "share_new_holiday_homes",
    }


def test_styles(package: bytes, atlas: Atlas, tmp_path: Path) -> None:
    """QGIS finds a default style for each layer: the networks' colours, and a hatch for none."""
    (tmp_path / "a.gpkg").write_bytes(package)
    base = sqlite3.connect(tmp_path / "a.gpkg")
    columns = "f_table_catalog, f_table_schema, f_table_name, f_geometry_column, useAsDefault, styleQML"
    rows = base.execute(f"select {columns} from layer_styles").fetchall()
    geometry = dict(base.execute("select table_name, column_name from gpkg_geometry_columns").fetchall())
    base.close()
    assert [row[:5] for row in rows] == [("", "", name, geometry[name], 1) for name in ("municipalities", "networks")]
    qml = ElementTree.fromstring(rows[0][5])
    renderer = qml.find("renderer-v2")
    assert renderer.get("type") == "categorizedSymbol"
    assert renderer.get("attr") == "network_ids"
    symbols = {one.get("name"): one for one in renderer.find("symbols")}
    values = {one.get("value"): symbols[one.get("symbol")] for one in renderer.iter("category")}
    assert set(values) == set(layer(package, "municipalities")["network_ids"])
    for id, network in atlas.covering.items():
        assert colour(values[id].find("layer")) == network.colours["light"]
    assert [one.get("class") for one in values["none"].findall("layer")] == ["SimpleFill", "LinePatternFill"]
    assert colour(values["none"].find("layer")) == PAGE["light"]["gap-fill"]


def colour(found: ElementTree.Element) -> str:
    """The colour of a symbol's layer as "#rrggbb"."""
    value = next(one.get("value") for one in found.iter("Option") if one.get("name") == "color")
    return "#" + "".join(f"{int(part):02x}" for part in value.split(",")[:3])


def test_sources(content: Callable[..., bytes]) -> None:
    """A table of its own has sources, licences, the address and what the filters left."""
    told = layer(content("municipalities.gpkg", "?county=ostfold&lang=en"), "sources")
    text = " ".join(told["text"])
    assert "12 of 51" in text
    assert "/?lang=en&county=ostfold" in set(told["text"])
    assert told["licence"].str.contains("Creative Commons").any()
    assert told["address"].str.startswith("https://").any()


def test_odd_data(odd: Atlas) -> None:
    """Two networks are striped with both colours, an unknown population is null."""
    package = export(odd, "municipalities.gpkg", "?year=2023").content
    areas = layer(package, "municipalities").set_index("number")
    assert pandas.isna(areas.loc["9102", "population"])
    assert pandas.isna(areas.loc["9102", "density_per_km2"])
    qml = ElementTree.fromstring(layer(package, "layer_styles")["styleQML"][0])
    labels = {one.get("value"): one.get("label") for one in qml.iter("category")}
    assert labels["vest aust"] == 'name vest + =HYPERLINK("x";"y")'


def test_same_bytes_in_threads(written: Callable[..., bytes]) -> None:
    """Eight threads at once write what one writes alone."""
    queries = ["", "?county=buskerud", "?lang=en", "?networks="] * 2
    with ThreadPoolExecutor(8) as pool:
        at_once = list(pool.map(lambda query: written("municipalities.gpkg", query), queries))
    assert at_once == [written("municipalities.gpkg", query) for query in queries[:4]] * 2
