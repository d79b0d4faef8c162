"""A county on the numbers of 2024 as its base, with those of 2020 beside them: every view and file."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import geopandas
import pytest

from dashboard.browser.finder import find
from dashboard.exports.catalogue import EXPORTS, export
from dashboard.view.atlas import Atlas, build_atlas
from dashboard.view.reading import read_query
from dashboard.view.state import VIEWS, write_query
from dashboard.view.view import MapView, build_view
from geodata.explain import explain
from geodata.folder.check import check
from geodata.folder.load import load
from geodata.register import Register
from tests.geodata.renumbered import write_renumbered
from tests.serving import PROJECT, Server

SAMPLES = PROJECT.parent / "shared" / "samples"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, viken: Register) -> Path:
    """The data folder."""
    return write_renumbered(tmp_path_factory.mktemp("county") / "data", viken)


@pytest.fixture(scope="module")
def newer(folder: Path) -> Atlas:
    """Its atlas."""
    return build_atlas(load(folder))


@pytest.fixture(scope="module")
def served(serve: Callable[..., Server], folder: Path) -> Server:
    """A server on it."""
    return serve(data=folder)


def seen(atlas: Atlas, query: str = "") -> MapView:
    """The view of a query of which nothing is ignored."""
    state, ignored = read_query(query, atlas.known)
    assert ignored == ()
    return build_view(atlas, state)


def test_no_errors(folder: Path) -> None:
    """The folder is as sound as the one that it was made from."""
    assert check(folder) == ()


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_view(served: Server, view: str, lang: str) -> None:
    """Each view is served, with 45 of 51, keyed by 2024, and without a word of the other base."""
    status, _, body = served.get(f"/?view={view}&lang={lang}&municipality=3338")
    text = body.decode()
    assert status == 200
    (figure,) = re.findall(r'<[^>]*data-kpi="municipalities"[^>]*>', text)
    assert 'data-value="45"' in figure
    assert 'data-total="51"' in figure
    assert 'data-municipality="3338"' in text
    assert 'data-municipality="3052"' not in text


def test_words(served: Server) -> None:
    """Columns and facts name the edition that they are of, with the years that 2020's numbers held."""
    table = served.get("/?view=table")[2].decode()
    assert [words for words in ("Nummer 2024", "Nummer 2020", "Fylke 2024") if words not in table] == []
    panel = served.get("/?municipality=3052")[2].decode()
    assert [words for words in ("3338, 2020\u20132023 3052", "Før 2020") if words not in panel] == []


@pytest.mark.parametrize("name", EXPORTS)
def test_every_file(newer: Atlas, name: str) -> None:
    """Each file is written, keyed by 2024, with the numbers of 2020 beside them."""
    file = export(newer, name, "?lang=en&scenario=3338:hallingdal", None)
    assert len(file.content) > 100
    if name == "municipalities.csv":
        rows = list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig")), delimiter=";"))
        assert len(rows) == 51
        assert {(row["Number 2024"], row["Number 2020"]) for row in rows} >= {("3338", "3052"), ("3301", "3005")}
    if name == "municipalities.json":
        told = json.loads(file.content)["municipalities"]
        assert {one["number"]: one["number_2020"] for one in told}["3303"] == "3006"
    if name == "municipalities.geojson":
        assert set(geopandas.read_file(io.BytesIO(file.content))["number"]) == set(newer.register.municipalities)


def test_old_numbers_are_understood(newer: Atlas) -> None:
    """Numbers of 2020 and of before lead to those of 2024 in address, search and command line."""
    view = seen(newer, "?municipality=3052&scenario=3006:naik")
    assert view.state.municipality == "3338"
    assert write_query(view.state) == "?municipality=3338&scenario=3303:naik"
    for text in ("3052", "0633", "3338"):
        assert [hit["go"] for hit in find(seen(newer), text)["hits"]] == [{"municipality": "3338"}]
    assert explain(newer.register, "3052") == explain(newer.register, "0633") == explain(newer.register, "3338")
    assert "number 3338 (2024)" in explain(newer.register, "Nore og Uvdal")


def test_as_the_register_at_2024(newer: Atlas, viken: Register) -> None:
    """It says the same as Viken's own register in the numbers of 2024."""
    at = viken.at(edition="2024")
    own = newer.register
    assert set(own.municipalities) == set(at.municipalities)
    for number, place in own.municipalities.items():
        assert (place.name, place.county, place.elsewhere) == (
            at.municipalities[number].name,
            at.municipalities[number].county,
            at.municipalities[number].elsewhere,
        )
    assert {number: set(ids) for number, ids in newer.today.items()} == {
        number: set(ids) for number, ids in build_atlas(at).today.items()
    }
    assert own.population[2026].to_dict() == at.population[2026].to_dict()


def test_the_real_borders_of_2024(tmp_path: Path, viken: Register) -> None:
    """With the borders of 2024 as they are published, made valid, the county is served as well."""
    source = SAMPLES / "municipalities_2024_25833.gpkg"
    if not source.exists():
        pytest.skip("the samples lie beside the project, and are not here")
    folder = write_renumbered(tmp_path / "data", viken)
    shapes = geopandas.read_file(source).to_crs("EPSG:4326")
    own = {place.numbers_in("2024")[0]: place.name for place in viken.municipalities.values()}
    shapes["number"] = shapes["kommunenummer"].astype(str).str.zfill(4)
    shapes = shapes[shapes["number"].isin(own)]
    shapes["name"] = shapes["number"].map(own)
    assert len(shapes) == 51
    shapes[["number", "name", "geometry"]].to_file(folder / "boundaries.geojson", COORDINATE_PRECISION=9)
    register = load(folder)
    assert register.boundaries.area.sum() == pytest.approx(viken.boundaries.area.sum(), rel=0.01)
    assert build_atlas(register).as_of.coverage[2026].organised.part.population == 1_278_287
