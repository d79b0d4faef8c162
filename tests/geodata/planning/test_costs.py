"""The 50/50 example."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.join import Assignment, join
from geodata.planning.costs import cost, read_kr, write_kr
from geodata.register import Register

AMOUNTS = st.decimals(min_value=0, max_value=100_000, places=2, allow_nan=False, allow_infinity=False)
PLAN = Assignment({"9101": ["vest", "aust"], "9102": ["vest"], "9103": []}, ["9101", "9102", "9103"], ["vest", "aust"])
PEOPLE = {"9101": 1000, "9102": None, "9103": 300}


def test_nothing_typed() -> None:
    """Nothing typed is nothing said."""
    assert cost(PLAN, PEOPLE, None, None) is None


def test_equal_sum(viken: Register) -> None:
    """25 000 kr for each of today's 45: the county pays the same again."""
    found = cost(join(viken), viken.inhabitants[2026], Decimal(25_000), None)
    assert found.municipalities_kr == found.county_kr == Decimal(45 * 25_000)
    assert found.total_kr == Decimal(2_250_000)
    assert found.networks["follo"].total_kr == Decimal(300_000)
    assert found.shares["3006"] == 0
    assert len(found.shares) == 51


def test_two_networks_and_unknown() -> None:
    """A member of two pays in both; a share with an unknown term is unknown, and so are its sums, and no others."""
    found = cost(PLAN, PEOPLE, Decimal(100), Decimal("1.5"))
    assert found.networks["aust"].shares == {"9101": Decimal(1600)}
    assert found.networks["vest"].shares == {"9101": Decimal(1600), "9102": None}
    assert found.shares == {"9101": Decimal(3200), "9102": None, "9103": Decimal(0)}
    assert found.networks["aust"].total_kr == Decimal(3200)
    assert (found.networks["vest"].total_kr, found.total_kr) == (None, None)
    assert cost(PLAN, PEOPLE, Decimal(100), Decimal(0)).total_kr == Decimal(600)
    assert cost(PLAN, PEOPLE, Decimal(100), None, ["aust"]).total_kr == Decimal(200)


def test_rounding() -> None:
    """A share is rounded half up to whole øre, before it is added."""
    found = cost(PLAN, {"9101": 1, "9102": 1}, None, Decimal("0.005"))
    assert found.networks["vest"].shares["9101"] == Decimal("0.01")
    assert found.municipalities_kr == Decimal("0.03")


@given(AMOUNTS, AMOUNTS, st.integers(2020, 2026))
def test_adds_up(viken: Register, equal: Decimal, each: Decimal, year: int) -> None:
    """Absolute numbers add up exactly: shares to networks, networks to the whole, by municipality as by network."""
    found = cost(join(viken), viken.inhabitants[year], equal, each)
    for one in found.networks.values():
        assert sum(one.shares.values()) == one.municipalities_kr == one.county_kr == one.total_kr / 2
    assert sum(one.total_kr for one in found.networks.values()) == found.total_kr
    assert sum(found.shares.values()) == found.municipalities_kr


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("25000", "25000"), ("25 000", "25000"), ("25\u00a0000", "25000"), ("1,50", "1.50"), ("1.5", "1.5"), ("0", "0")],
)
def test_read(typed: str, amount: str) -> None:
    """It reads sums as Norwegians and addresses write them."""
    assert read_kr(typed) == Decimal(amount)


@pytest.mark.parametrize(
    "typed", ["", "-1", "1e9", "inf", "NaN", "0,001", "1.2345", "25.000.00", "2.5000", "tusen", "٣", "9" * 12, "1;2"]
)
def test_read_refuses(typed: str) -> None:
    """Anything else is no sum."""
    assert read_kr(typed) is None


@given(AMOUNTS)
def test_written_and_read(amount: Decimal) -> None:
    """A written sum is read as itself."""
    assert read_kr(write_kr(amount)) == amount


@pytest.mark.parametrize(
    ("number", "people", "paid"), [("9101", 1000, "4300.00"), ("9102", 150_000, "49000"), ("9103", 500_000, "49000.00")]
)
def test_ceiling(number: str, people: int, paid: str) -> None:
    """Nobody pays more than the ceiling: Klimatkommunerna's fee of 2023 (facts/README.md, Fees)."""
    plan = Assignment({number: ("vest",)}, [number], ("vest",))
    costs = cost(plan, {number: people}, Decimal(4000), Decimal("0.3"), most_kr=Decimal(49000))
    assert costs.shares[number] == Decimal(paid)
    assert costs.municipalities_kr == Decimal(paid)
