"""The table of measures: what is refused, and which figure is told in which year."""

from __future__ import annotations

import pytest

from geodata.coverage import figures
from geodata.errors import DataError
from geodata.folder.check import check
from geodata.folder.languages import DATA_LANGUAGES
from geodata.folder.load import load
from geodata.measures import with_ratios_beside
from tests.geodata.county import County


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"id": "network"}, "means something else already"),
        ({"column": "year"}, "means something else already"),
        ({"numerator": "population"}, "one part is blank"),
        ({"numerator": "population", "denominator": "area"}, "both an indicator and a ratio"),
        ({"indicator": ""}, "neither an indicator nor a ratio"),
        ({"indicator": "", "numerator": "density", "denominator": "area"}, "a ratio of “density”"),
        ({"indicator": "", "numerator": "population", "denominator": "total_area"}, "a ratio of “total_area”"),
        ({"indicator": "land_area"}, "has the indicator of “area”"),
        ({"indicator": "", "numerator": "population", "denominator": "area", "additive": "yes"}, "cannot be additive"),
    ],
)
def test_refused(county: County, cells: dict[str, str], problem: str) -> None:
    """It says in one sentence why a measure cannot be used, at its row."""
    names = {f"name_{code}": "Peat" for code in DATA_LANGUAGES}
    about = {"id": "peat", "indicator": "peat", "unit": "decares", "decimals": "0", "additive": "no", "column": "peat"}
    flags = {"period": "year", "shown": "yes", "charted": "no"}
    county.append("measures", **{**names, **about, **flags, **cells})
    found = [one for one in check(county.folder) if one.code == "bad_measure"]
    assert len(found) == 1
    assert problem in found[0].message
    assert (found[0].file, found[0].row) == ("measures.csv", 6)
    with pytest.raises(DataError):
        load(county.folder)


def test_unknown_indicator(county: County) -> None:
    """A statistic of a measure that no row declares is named, not left out in silence."""
    county.cell("statistics", 2, "indicator", "populaton_1jan")
    found = [(one.row, one.column) for one in check(county.folder) if one.code == "unknown_reference"]
    assert found == [(2, "indicator")]


def test_standing_and_yearly(county: County) -> None:
    """Land area is told in every year; inhabitants only of the year itself, and unknown in one without figures."""
    register = load(county.folder)
    assert register.figures_in(2021)["area"]["9101"] == 50
    assert register.figures_in(2021)["population"]["9101"] == 1100
    assert register.figures_in(2020)["population"]["9101"] is None
    assert register.figures_in(2020)["density"]["9101"] is None
    assert register.figures_in(2021)["density"]["9101"] == 1100 / 50


def test_figures(county: County) -> None:
    """Sums where a measure adds up, ratios of the sums, unknown where a term is."""
    county.cell("statistics", 2, "value", "")
    county.constraint("statistics", "value")
    register = load(county.folder)
    assert figures(register, ("9102", "9103"), 2021).measures == {"population": 2500, "area": 100, "density": 25.0}
    assert figures(register, ("9101", "9103"), 2021).measures == {"population": None, "area": 100, "density": None}
    assert figures(register, (), 2021).measures == {"population": 0, "area": 0, "density": None}


def test_order_on_controls(county: County) -> None:
    """A ratio stands right behind what it is a ratio of."""
    assert [one.id for one in with_ratios_beside(load(county.folder).measures.values())] == [
        "population",
        "density",
        "area",
    ]
