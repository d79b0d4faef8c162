"""What changed from one day to another: votes in the invented county, and properties of any register."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.coverage import cover
from geodata.errors import OutsideSpan
from geodata.folder.load import load
from geodata.history import differences_between, known_date, turns
from geodata.join import Assignment, covering_networks, join
from geodata.model import Membership
from geodata.planning.differences import Difference, from_differences
from geodata.planning.scenario import apply
from geodata.register import Register
from tests.geodata.county import County
from tests.serving import PROJECT

VIKEN = load(PROJECT / "data")
COVERING = covering_networks(VIKEN)
#: Every day that a partial date of the tests can mean.
CALENDAR = [date(2018, 1, 1) + timedelta(days=count) for count in range(9 * 366)]

days = st.dates(VIKEN.span.first, VIKEN.span.last)
partial = st.builds(
    lambda day, length: day.isoformat()[:length],
    st.dates(date(2019, 1, 1), date(2025, 12, 31)),
    st.sampled_from([4, 7, 10]),
)


@st.composite
def rows(draw: st.DrawFn) -> Membership:
    """A row of the register with other days, and perhaps another status or network."""
    row = draw(st.sampled_from(VIKEN.history))
    network = draw(st.sampled_from([row.network, *COVERING]))
    status = draw(st.sampled_from(["member", "member", "member", "decided", "former"]))
    entry, exit = draw(st.none() | partial), draw(st.none() | partial)
    return replace(row, network=network, status=status, valid_from=entry, valid_to=exit)


registers = st.lists(rows(), max_size=25).map(lambda history: replace(VIKEN, history=tuple(history)))


def possible(text: str) -> list[date]:
    """The days that a date may mean, by its letters."""
    return [day for day in CALENDAR if day.isoformat().startswith(text)]


def is_certain(row: Membership, day: date) -> bool:
    """Whether a membership holds on a day whichever days its dates mean.

    Where only the month or year of an exit is known, its first day may be the one after the last of the membership.
    """
    begun = row.valid_from is None or max(possible(row.valid_from)) <= day
    if row.valid_to is None or not begun:
        return begun
    exits = possible(row.valid_to)
    return day <= exits[0] if len(exits) == 1 else day < exits[0]


def by_hand(register: Register, day: date) -> Assignment:
    """The assignment of the rows that hold on a day, without ``Register.at``."""
    holding = [row for row in register.history if row.status == "member" and is_certain(row, day)]
    networks_of = {
        number: [row.network for row in holding if row.municipality == number and row.network in COVERING]
        for number in register.municipalities
    }
    return Assignment(networks_of, register.municipalities, COVERING)


@given(registers, days)
def test_coverage_of_a_day(register: Register, day: date) -> None:
    """A day's coverage is the coverage of the rows that hold on it."""
    year = 2023
    assert cover(register, join(register.at(day=day)), year, COVERING) == cover(
        VIKEN, by_hand(register, day), year, COVERING
    )


@given(registers, days, days)
def test_differences_lead_over(register: Register, since: date, day: date) -> None:
    """Applied to one day the differences give the other, in either direction."""
    for one, other in ((since, day), (day, since)):
        plan = from_differences(differences_between(register, one, other))
        assert apply(join(register.at(day=one)), plan) == join(register.at(day=other))


@given(registers, days)
def test_since_itself(register: Register, day: date) -> None:
    """A day differs in nothing from itself."""
    assert differences_between(register, day, day) == ()


@given(registers, days)
def test_turns_lead_to_every_day(register: Register, day: date) -> None:
    """Turn by turn, the first day of the span becomes any other; no turn is empty, and they stand in order."""
    found = turns(register)
    assert [one.day for one in found] == sorted({one.day for one in found})
    assert all(one.differences and one.before < one.day for one in found)
    assignment = join(register.at(day=register.span.first))
    for one in found:
        if one.day <= day:
            assignment = apply(assignment, from_differences(one.differences))
    assert assignment == join(register.at(day=day))


@given(registers)
def test_turn_and_the_day_before(register: Register) -> None:
    """What changed on the day of a turn is what differs from the day before it."""
    for one in turns(register):
        assert differences_between(register, one.day - timedelta(days=1), one.day) == one.differences


def test_votes(county: County) -> None:
    """Entries and exits in three years are three turns; what is known by its month only turns when it is certain."""
    for end, cells in ((5, {"valid_from": "2022-01-01", "valid_to": "2023-12-31"}), (6, {"valid_from": "2023-05"})):
        name = {5: "Elvær", 6: "Fjell"}[end]
        county.append("memberships", network="aust", municipality=f"910{end}", name=name, status="member", **cells)
    register = load(county.folder)
    assert [(one.day.isoformat(), one.differences) for one in turns(register)] == [
        ("2022-01-01", (Difference("9105", (), ("aust",)),)),
        ("2023-05-31", (Difference("9106", (), ("aust",)),)),
        ("2024-01-01", (Difference("9105", ("aust",), ()),)),
    ]
    whole = differences_between(register, date(2021, 12, 31), date(2024, 1, 1))
    assert whole == (Difference("9106", (), ("aust",)),)


@pytest.mark.parametrize(
    ("cells", "turned", "known"),
    [
        ({"valid_from": "2023-05"}, ["2023-05-31"], ["2023-05"]),
        ({"valid_from": "2022", "valid_to": "2023-05-31"}, ["2022-12-31", "2023-06-01"], ["2022", "2023-06-01"]),
        ({"valid_from": "2022-12-31", "valid_to": "2023"}, ["2022-12-31", "2023-01-01"], ["2022-12-31", "2023"]),
    ],
)
def test_known_date(county: County, cells: dict[str, str], turned: list[str], known: list[str]) -> None:
    """When somebody joined or left is told as exactly as the sources do, beside the day from which it counts."""
    county.append("memberships", network="aust", municipality="9105", name="Elvær", status="member", **cells)
    county.append("memberships", network="vest", municipality="9105", name="Elvær", status="former", valid_from="2023")
    register = load(county.folder)
    found = turns(register)
    assert [one.day.isoformat() for one in found] == turned
    assert [known_date(register, one, one.differences[0]) for one in found] == known


def test_no_days(viken: Register) -> None:
    """Where no day is known nothing turns."""
    assert turns(viken) == ()
    assert differences_between(viken, viken.span.first, viken.span.last) == ()


@pytest.mark.parametrize("day", [VIKEN.span.first - timedelta(days=1), VIKEN.span.last + timedelta(days=1)])
def test_outside_the_span(viken: Register, day: date) -> None:
    """It refuses a day that the register does not speak of, on either side."""
    for pair in ((day, viken.as_of), (viken.as_of, day)):
        with pytest.raises(OutsideSpan, match=f"{day} is outside .* 2020-01-01 to 2024-12-31"):
            differences_between(viken, *pair)
