"""Editions and the changes between them: what corresponds to what, and figures carried through."""

from __future__ import annotations

import csv
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.editions import Chain, Change, Counterpart
from geodata.register import Register
from tests.geodata.county import PROJECT

FACTS = PROJECT.parent / "shared" / "facts"
#: Ålesund was made of five in 2020 and split in two in 2024; Oslo is the same throughout. (SSB, Klass 131.)
BEFORE = ("1504", "1523", "1529", "1534", "1546")
ALESUND = Chain(
    {"2019": (*BEFORE, "0301"), "2020": ("1507", "0301"), "2024": ("1508", "1580", "0301")},
    [
        *(Change("2019", number, "2020", "1507", Fraction(1)) for number in BEFORE),
        Change("2020", "1507", "2024", "1508", None),
        Change("2020", "1507", "2024", "1580", None),
    ],
)


def test_split() -> None:
    """Ålesund of 2020 is two municipalities from 2024, in shares that nobody knows; either of them was Ålesund."""
    assert ALESUND.parts("2020", "1507", "2024") == (Counterpart("1508", None), Counterpart("1580", None))
    assert ALESUND.parts("2024", "1580", "2020") == (Counterpart("1507", Fraction(1)),)
    assert ALESUND.is_same("2024", "1580", "2020") is None
    assert [one.number for one in ALESUND.meant("1507", "2024")] == ["1508", "1580"]
    assert [one.number for one in ALESUND.meant("1504", "2024")] == ["1508", "1580"]
    assert ALESUND.meant("1580", "2020") == (Counterpart("1507", Fraction(1)),)


def test_unchanged() -> None:
    """A number without a change in two editions is the same municipality."""
    assert ALESUND.is_same("2019", "0301", "2024") == "0301"
    assert ALESUND.parts("2019", "0301", "2024") == (Counterpart("0301", Fraction(1)),)


def test_carried() -> None:
    """What merged is summed; what was split is unknown unless its shares are known; the two parts make the whole."""
    people = dict.fromkeys(BEFORE, 10.0)
    assert ALESUND.carry(people, "2019", "2020") == {"0301": None, "1507": 50.0}
    assert ALESUND.carry({"1507": 50.0, "0301": 7.0}, "2020", "2024") == {"0301": 7.0, "1508": None, "1580": None}
    assert ALESUND.carry({"1508": 40.0, "1580": 9.0}, "2024", "2020") == {"0301": None, "1507": 49.0}
    assert ALESUND.carry({**people, "1546": None}, "2019", "2020")["1507"] is None
    assert ALESUND.carry(dict.fromkeys(BEFORE[1:], 1.0), "2019", "2020")["1507"] is None


def test_known_share() -> None:
    """A split whose shares are known is divided."""
    chain = Chain(
        {"a": ("1000",), "b": ("2001", "2002")},
        [Change("a", "1000", "b", "2001", Fraction("0.75")), Change("a", "1000", "b", "2002", Fraction("0.25"))],
    )
    assert chain.carry({"1000": 200.0}, "a", "b") == {"2001": 150.0, "2002": 50.0}
    assert chain.carry({"1000": 200.0}, "a", "b", adds_up=False) == {"2001": None, "2002": None}


@given(st.lists(st.lists(st.integers(0, 999), min_size=1, max_size=4), min_size=1, max_size=6))
def test_mergers_keep_the_sum(groups: list[list[int]]) -> None:
    """However municipalities merge, the sum of an additive figure stays the same."""
    olds = [f"{1000 + place}" for place in range(sum(map(len, groups)))]
    at, changes, values = 0, [], {}
    for place, group in enumerate(groups):
        for value in group:
            changes.append(Change("a", olds[at], "b", f"{2000 + place}", Fraction(1)))
            values[olds[at]] = float(value)
            at += 1
    carried = Chain({"a": olds, "b": {one.became for one in changes}}, changes).carry(values, "a", "b")
    assert sum(value for value in carried.values() if value is not None) == sum(values.values())
    assert None not in carried.values()


@pytest.fixture(scope="module")
def history() -> list[dict[str, str]]:
    """Old numbers of all of Norway and what they are in 2024, from the facts beside the project."""
    if not FACTS.exists():
        pytest.skip("the facts lie beside the project, and are not here")
    with open(FACTS / "numbers_history.csv", encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_every_number_that_was(viken: Register, history: list[dict[str, str]]) -> None:
    """All 51 and their 64 predecessors lead where the public table says; each number means one municipality."""
    newest = {number: own.numbers_in("2024")[0] for number, own in viken.municipalities.items()}
    known = {row["old"]: row["new"] for row in history if row["new"] in newest.values()}
    own = {new: number for number, new in newest.items()}
    assert len(known) == 166
    assert {old: viken.number_index[old] for old in known} == {old: own[new] for old, new in known.items()}
    assert set(viken.number_index) == set(known)


def test_older_tables_join(history: list[dict[str, str]]) -> None:
    """A table under old numbers of all of Norway joins those of 2024: merged ones add up, split ones are unknown."""
    old = [row for row in history if row["last_year"] == "2019"]
    changes = [
        Change("2019", row["old"], "2024", row["new"], Fraction(1) if row["weighting"] == "1.0" else None)
        for row in old
    ]
    chain = Chain({"2019": {row["old"] for row in old}, "2024": {row["new"] for row in old}}, changes)
    carried = chain.carry({row["old"]: 1.0 for row in old}, "2019", "2024")
    split = {row["new"] for row in old if row["weighting"] != "1.0"}
    assert {number for number, value in carried.items() if value is None} == split
    assert {"1508", "1580"} <= split
    assert carried["3118"] == len([row for row in old if row["new"] == "3118"]) == 5
