"""What the own folder measures, against the facts: years before 2020, land use, what is unknown or not loaded."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pandas
import pytest

from geodata.coverage import Coverage, cover, figures, figures_of_each, latest_year
from geodata.join import covering_networks, join
from geodata.measures import of_groups
from geodata.register import Register
from tests.geodata.county import PROJECT

#: Everyone whose new holiday homes of 2021–2024 the source does not have.
WITHOUT_HOMES = {"3021", "3027", "3029", "3032"}


def coverage_in(register: Register, year: int) -> Coverage:
    """The coverage of a year."""
    return cover(register, join(register), year, covering_networks(register))


def test_population_since_2005(viken: Register) -> None:
    """Inhabitants go back to 2005, whole in every year; the default year is the newest as before."""
    assert viken.years == tuple(range(2005, 2027))
    assert latest_year(viken) == 2026
    totals = {year: sum(people.values()) for year, people in viken.inhabitants.items()}
    assert [totals[year] for year in (2005, 2012, 2019)] == [1_017_532, 1_121_610, 1_227_305]
    assert [totals[year] for year in (2023, 2026)] == [1_292_241, 1_338_636]
    assert coverage_in(viken, 2005).organised.whole.population == 1_017_532


def test_farmland_adds_up(viken: Register) -> None:
    """Converted farmland is summed over municipalities, and never over years."""
    organised = coverage_in(viken, 2023).organised
    assert (organised.whole.of("farmland"), organised.rest("farmland")) == (439, 11)
    assert coverage_in(viken, 2026).organised.whole.of("farmland") == 439
    assert viken.year_of(viken.measures["farmland"], 2026) == 2023
    assert coverage_in(viken, 2010).organised.whole.of("farmland") is None


def test_unknown_for_some(viken: Register) -> None:
    """New holiday homes: who lacks a figure is unknown, never zero, and so is every sum with them."""
    alone = figures_of_each(viken, 2024)
    assert {number for number, one in alone.items() if one.of("holiday_homes") is None} == WITHOUT_HOMES
    assert viken.known_in("holiday_homes", 2024) == 51 - len(WITHOUT_HOMES)
    coverage = coverage_in(viken, 2024)
    assert coverage.organised.ratio("holiday_homes") is None
    assert coverage.unorganised.of("holiday_homes") == 1128
    assert viken.measures["holiday_homes"].window == 4


def test_share_of_no_network(viken: Register) -> None:
    """A share without its two figures is known of a municipality, and of no network: no mean is told."""
    assert figures(viken, ["3006"], 2023).of("urban_share") == pytest.approx(85.61455909)
    assert figures(viken, ["3006", "3051"], 2023).of("urban_share") is None
    assert {one.of("urban_share") for one in coverage_in(viken, 2023).networks.values()} == {None}
    assert of_groups(viken.measures) == ("population", "area", "density", "farmland", "holiday_homes")


def test_not_loaded(viken: Register) -> None:
    """Emissions are declared, and nobody has a figure of them: they are named, and nothing else."""
    assert list(viken.not_loaded) == ["emissions"]
    assert "emissions" not in viken.measures
    assert "emissions" not in viken.figures_in(2026)


def test_told(viken: Register) -> None:
    """Each measure says where it is from, and those of the county's extract how sure they are."""
    assert all(one.source for one in viken.measures.values())
    taken = [one for one in viken.measures.values() if "Telemark" in one.words["sure"].get("en", "")]
    assert [one.id for one in taken] == ["farmland", "holiday_homes", "urban_share"]
    assert all("not compared with SSB's own table" in one.words["sure"]["en"] for one in taken)


def test_facts(viken: Register) -> None:
    """Every figure that was found is the figure of the register, and what is blank there is unknown here."""
    facts = PROJECT.parent / "shared" / "facts"
    if not facts.exists():
        pytest.skip("the researched facts do not lie beside the project")
    tables = {one.indicator: viken.values[id] for id, one in viken.measures.items() if one.indicator}
    compared = 0
    for number, year, indicator, value in found(facts):
        if indicator in tables:
            own = tables[indicator].loc[number, year]
            assert (None if pandas.isna(own) else float(own)) == (float(value) if value else None)
            compared += 1
    assert compared == 765 + 1_156  # population, land use


def found(facts: Path) -> Iterator[tuple[str, int, str, str]]:
    """Number, year, indicator and value of each researched figure."""
    for name in ("population_2005_2019", "land_use"):
        with (facts / f"{name}.csv").open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                yield row["municipality"], int(row["year"]), row["indicator"], row["value"]
