"""The table of measures: what is refused, and which figure is told in which year."""

from __future__ import annotations

import pytest

from geodata.coverage import figures
from geodata.errors import DataError
from geodata.folder.check import check
from geodata.folder.load import load
from geodata.folder.settings import USUAL_LANGUAGES
from geodata.measures import with_ratios_beside
from tests.geodata.county import SQUARES, County


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
        ({"unit": "percent", "additive": "yes"}, "is in per cent and cannot be additive"),
        ({"shown": "headline"}, "is a headline and does not add up"),
        ({"window": "4", "period": "standing"}, "no figures of its own for each year"),
        ({"as_of_en": "{month} {year}"}, "braces in the day of its figure"),
        ({"as_of_nb": "{year"}, "braces in the day of its figure"),
    ],
)
def test_refused(county: County, cells: dict[str, str], problem: str) -> None:
    """It says in one sentence why a measure cannot be used, at its row."""
    names = {f"name_{code}": "Peat" for code in USUAL_LANGUAGES}
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


def test_not_loaded(county: County) -> None:
    """A measure that nobody has a figure of is no fault: it is named as not loaded, and so is a ratio of it."""
    declare(county, id="peat", indicator="peat", column="peat", additive="yes")
    declare(county, id="each", numerator="peat", denominator="population", column="each")
    register = load(county.folder)
    assert register.warnings == ()
    assert list(register.not_loaded) == ["peat", "each"]
    assert list(register.measures) == ["population", "area", "density"]
    figure(county, "peat", "9101", 2022, "5")
    register = load(county.folder)
    assert register.not_loaded == {}
    assert register.known_in("each", 2023) == 1


def test_gap(county: County) -> None:
    """A year that a measure skips is named with the measure, and told by the newest figure before it."""
    declare(county, id="peat", indicator="peat", column="peat", additive="yes")
    for year in (2021, 2023):
        figure(county, "peat", "9101", year, "5")
    warnings = load(county.folder).warnings
    assert [(one.code, one.details) for one in warnings] == [("year_gap", {"year": "2022", "measure": "peat"})]


def test_more_than_the_whole(county: County) -> None:
    """No share is above 100 per cent."""
    declare(county, id="peat", indicator="peat", column="peat", unit="percent")
    figure(county, "peat", "9101", 2023, "100.5", unit="percent")
    assert [one.code for one in check(county.folder)] == ["impossible_value"]


def test_without_the_newer_columns(county: County) -> None:
    """A folder from before there were windows, licences and words on how sure a figure is goes on working."""
    newer = {"window", "licence", *(f"sure_{code}" for code in USUAL_LANGUAGES)}
    rows = county.rows("measures")
    kept = [at for at, name in enumerate(rows[0]) if name not in newer]
    county.write("measures", [[row[at] for at in kept] for row in rows])

    def forget(content: dict) -> None:
        schema = next(one for one in content["resources"] if one["name"] == "measures")["schema"]
        schema["fields"] = [one for one in schema["fields"] if one["name"] not in newer]

    county.json("datapackage.json", forget)
    one = load(county.folder).measures["population"]
    assert (one.window, one.licence, one.words["sure"]) == (1, "", {})


def declare(county: County, **cells: str) -> None:
    """Add a row to the table of measures."""
    flags = {"unit": "decares", "decimals": "0", "additive": "no", "period": "year", "shown": "more", "charted": "no"}
    county.append("measures", **{f"name_{code}": cells["id"] for code in USUAL_LANGUAGES} | flags | cells)


def figure(county: County, indicator: str, number: str, year: int, value: str, unit: str = "decares") -> None:
    """Add a figure."""
    cells = {"indicator": indicator, "year": str(year), "value": value, "unit": unit, "licence": "none"}
    county.append("statistics", municipality=number, name=SQUARES[number][0], **cells)
