"""The invented county itself."""

from datetime import date

from geodata.folder.check import check
from geodata.folder.load import load
from tests.geodata.county import MEMBERS, SQUARES, County


def test_whole(county: County) -> None:
    """A whole folder has no findings, errors or warnings, and loads as what was written."""
    assert check(county.folder, today=date(2023, 6, 1)) == ()
    register = load(county.folder)
    assert list(register.municipalities) == list(SQUARES)
    assert {one.municipality: one.network for one in register.memberships if one.network != "partnar"} == MEMBERS
    assert register.population.loc["9101"].tolist() == [1100, 1101, 1102]
    assert register.boundaries.crs == "EPSG:25833"
