"""The project's own data folder, against the facts that must come out."""

from datetime import date

import pytest

from geodata.folder.check import check
from geodata.folder.load import load
from geodata.model import COUNTING_STATUS, COVERING_KIND
from geodata.register import Register
from tests.geodata.county import PROJECT

DATA = PROJECT / "data"


@pytest.fixture(scope="module")
def register() -> Register:
    """The register as the page loads it."""
    return load(DATA)


def test_no_errors() -> None:
    """The folder has no errors."""
    assert [str(one) for one in check(DATA, today=date(2025, 1, 1)) if one.severity == "error"] == []


def test_counts(register: Register) -> None:
    """51 municipalities, of which 45 are members of a climate network, each of one."""
    climate = [one.id for one in register.networks.values() if one.kind == COVERING_KIND]
    members = [
        one.municipality
        for one in register.memberships
        if one.status == COUNTING_STATUS and one.network in climate and one.municipality in register.municipalities
    ]
    assert (len(register.municipalities), len(climate), len(members), len(set(members))) == (51, 4, 45, 45)


def test_figures(register: Register) -> None:
    """Population and area add up to the published totals."""
    assert int(register.population[2026].sum()) == 1_338_636
    assert int(register.population[2023].sum()) == 1_292_241
    assert int(register.land_area_km2.sum()) == 22_768
    assert int(register.total_area_km2.sum()) == 24_597
    assert not register.population.isna().any(axis=None)


def test_areas(register: Register) -> None:
    """Areas are in metres, valid, and in the municipalities' order."""
    assert list(register.boundaries.index) == list(register.municipalities)
    assert register.boundaries.crs == register.surroundings.crs == "EPSG:25833"
    assert register.boundaries.is_valid.all()
    assert 24_000e6 < register.boundaries.area.sum() < 25_000e6
