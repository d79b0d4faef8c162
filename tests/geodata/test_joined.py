"""The join as a table with shapes, held against what is known and against properties that always hold."""

from __future__ import annotations

import csv
import doctest
from dataclasses import replace
from datetime import date
from pathlib import Path

import geopandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import geodata
from geodata.join import covering_networks
from geodata.model import COUNTING_STATUS, Membership
from geodata.register import Register
from tests.serving import PROJECT

#: In no climate network; Øvre Eiker (3048) is not known to be in the region in dialogue.
SIX = {"3006", "3045", "3048", "3050", "3051", "3052"}


@pytest.fixture(scope="module")
def table(viken: Register) -> geopandas.GeoDataFrame:
    """The join of the project's own data."""
    return geodata.joined(viken)


def member(network: str, number: str) -> Membership:
    """A membership without dates or notes."""
    return Membership(network, number, "", COUNTING_STATUS, None, None, None, None, None, None, {}, "invented")


def test_rows(table: geopandas.GeoDataFrame, viken: Register) -> None:
    """51 municipalities in the order of their table, 45 of them in a network, six in none."""
    assert list(table.index) == list(viken.municipalities)
    assert table.index.name == "number"
    assert len(table) == 51
    assert dict(table["status"].value_counts()) == {"member": 45, "dialogue": 5, "none": 1}
    assert set(table.index[table["networks"] == ""]) == SIX
    assert table.loc["3048", "status"] == "none"
    assert dict(table.loc[table["networks"] != "", "networks"].value_counts()) == {
        "naik": 21,
        "ostfold": 12,
        "hallingdal": 6,
        "follo": 6,
    }


def test_measures(table: geopandas.GeoDataFrame) -> None:
    """Inhabitants of 2026 and land area add up to the known sums, in all and in networks; density follows from both."""
    inside = table[table["status"] == "member"]
    assert (table["population"].sum(), inside["population"].sum()) == (1_338_636, 1_278_287)
    assert (table["land_area_km2"].sum(), inside["land_area_km2"].sum()) == (22_768, 17_551)
    assert table["density_per_km2"].tolist() == pytest.approx(
        (table["population"] / table["land_area_km2"]).tolist(), rel=1e-12
    )


def test_added_measure(viken: Register) -> None:
    """A measure more in the register is a column more, under its name in files."""
    lakes = replace(viken.measures["area"], id="total_area", column="total_area_km2")
    table = geodata.joined(replace(viken, measures={**viken.measures, "total_area": lakes}))
    assert list(table.columns[3:-1]) == [*(one.column for one in viken.measures.values()), "total_area_km2"]
    assert table["total_area_km2"].sum() == 24_597


def test_shapes(table: geopandas.GeoDataFrame, viken: Register) -> None:
    """Areas are in metres, and each is its own municipality's; with fresh water they are no smaller than the land."""
    assert table.crs == "EPSG:25833"
    assert table.geometry.geom_equals(viken.boundaries.geometry).all()
    assert table.area.sum() / 1e6 == pytest.approx(24_595, abs=1)


def test_day(viken: Register) -> None:
    """A day within the register's span is taken, one outside it refused."""
    assert geodata.joined(viken, date(2020, 1, 1))["status"].tolist() == geodata.joined(viken)["status"].tolist()
    with pytest.raises(ValueError, match="outside the register's span, 2020-01-01 to 2024-12-31"):
        geodata.joined(viken, day=date(2025, 1, 1))


@pytest.mark.parametrize("file", ["join.gpkg", "join.geojson"])
def test_written(table: geopandas.GeoDataFrame, tmp_path: Path, file: str) -> None:
    """Written to a file and read again it says the same."""
    table.to_file(tmp_path / file)
    again = geopandas.read_file(tmp_path / file).set_index("number")
    for column in ("name", "networks", "status", "population", "land_area_km2"):
        assert again[column].fillna("").tolist() == table[column].tolist(), column


def test_two_networks(viken: Register) -> None:
    """A municipality in two networks is one row and counts once."""
    first, second = list(covering_networks(viken))[:2]
    number = next(iter(viken.municipalities))
    register = replace(viken, history=(member(second, number), member(first, number)))
    both = geodata.joined(register)
    assert both.loc[number, "networks"] == f"{first}+{second}"
    assert (len(both), (both["status"] == "member").sum()) == (51, 1)
    assert both["population"].sum() == 1_338_636


@settings(max_examples=20)
@given(data=st.data())
def test_any_assignment(viken: Register, data: st.DataObject) -> None:
    """Whoever is in which network: dissolving keeps area and inhabitants, and nobody is left out."""
    pairs = st.tuples(st.sampled_from(list(covering_networks(viken))), st.sampled_from(list(viken.municipalities)))
    chosen = data.draw(st.sets(pairs))
    table = geodata.joined(replace(viken, history=tuple(member(*pair) for pair in sorted(chosen))))
    assert (table["status"] == "member").sum() == len({number for _, number in chosen})
    assert sum(len(cell.split("+")) for cell in table["networks"] if cell) == len(chosen)
    dissolved = table[["networks", "population", "geometry"]].dissolve(by="networks", aggfunc="sum")
    assert dissolved.area.sum() == pytest.approx(table.area.sum(), rel=1e-9)
    assert dissolved["population"].sum() == table["population"].sum()


def test_facts(table: geopandas.GeoDataFrame) -> None:
    """Every municipality that was found to be a member stands in that network, and nobody else does."""
    facts = PROJECT.parent / "shared" / "facts" / "memberships.csv"
    if not facts.exists():
        pytest.skip("the researched facts do not lie beside the project")
    with facts.open(encoding="utf-8") as file:
        members = [row for row in csv.DictReader(file) if row["status"] == "member" and row["in_viken"] == "yes"]
    covering = set(table["networks"]) - {""}
    known = {row["municipality"]: row["network"] for row in members if row["network"] in covering}
    assert dict(table.loc[table["status"] == "member", "networks"]) == known


def test_readme(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the README shows of a notebook is what comes out."""
    monkeypatch.chdir(PROJECT)
    failed, tried = doctest.testfile(
        str(PROJECT / "README.md"), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE, encoding="utf-8"
    )
    assert (failed, tried) == (0, 5)
