"""What is told of one municipality."""

from __future__ import annotations

from geodata.explain import explain
from geodata.folder.load import load
from tests.geodata.county import County


def facts(county: County, name: str) -> dict[str, str]:
    """What is told of a municipality, by what it is about."""
    lines = explain(load(county.folder), name).splitlines()
    return dict(line.split(": ", 1) for line in lines if ": " in line)


def test_figures(county: County) -> None:
    """It tells the latest population, its change over the years that have one, the land area, and the density."""
    told = facts(county, "Aa")
    assert told["inhabitants on 1 January 2023"] == "1102"
    assert told["change since 2021"] == "+2"
    assert float(told["land area"].removesuffix(" km2")) == 50
    assert told["inhabitants per km2"] == "22.0"
