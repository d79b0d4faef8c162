"""Days of memberships: what holds for certain, what is uncertain, and what the span bounds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.coverage import cover
from geodata.dates import first_day, last_day
from geodata.days import UNCERTAIN_STATUS, Holding, Span, holds_on
from geodata.join import covering_networks, join, uncertain_members
from geodata.model import COUNTING_STATUS, Membership
from geodata.register import Register

ROW = Membership("vest", "9101", "Aa", COUNTING_STATUS, None, None, None, None, None, None, {}, "invented")
YES, UNCERTAIN, NO = Holding.YES, Holding.UNCERTAIN, Holding.NO
DAYS = st.dates(date(2019, 1, 1), date(2025, 12, 31))
PARTIAL = DAYS.flatmap(lambda day: st.sampled_from([day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]]))


@pytest.mark.parametrize(
    ("entry", "exit", "day", "holds"),
    [
        (None, None, "2023-01-01", YES),
        ("2023-06-15", None, "2023-06-14", NO),
        ("2023-06-15", None, "2023-06-15", YES),
        ("2027-01", None, "2026-12-31", NO),
        ("2027-01", None, "2027-01-01", UNCERTAIN),
        ("2027-01", None, "2027-01-30", UNCERTAIN),
        ("2027-01", None, "2027-01-31", YES),
        ("2027", None, "2027-12-30", UNCERTAIN),
        ("2027", None, "2027-12-31", YES),
        (None, "2024-12-31", "2024-12-31", YES),
        (None, "2024-12-31", "2025-01-01", NO),
        (None, "2026-06", "2026-05-31", YES),
        (None, "2026-06", "2026-06-01", UNCERTAIN),
        (None, "2026-06", "2026-06-30", UNCERTAIN),
        (None, "2026-06", "2026-07-01", NO),
        ("2024", "2024", "2024-12-31", UNCERTAIN),
        ("2024", "2024", "2025-01-01", NO),
        ("2024-02-29", "2024-02-29", "2024-02-29", YES),
    ],
)
def test_holds(entry: str | None, exit: str | None, day: str, holds: Holding) -> None:
    """Complete days are inclusive; between the first and the last day that a partial one allows it is uncertain."""
    assert holds_on(replace(ROW, valid_from=entry, valid_to=exit), date.fromisoformat(day)) is holds


@given(entry=st.none() | PARTIAL, exit=st.none() | PARTIAL, day=DAYS)
def test_certain_means_all_readings(entry: str | None, exit: str | None, day: date) -> None:
    """It holds for certain when it holds under every day that the dates allow, and not at all when under none."""
    begins = _allowed(entry) or [date.min]
    ends = _allowed(exit) or [date.max]
    holds = {start <= day <= end for start in (begins[0], begins[-1]) for end in (ends[0], ends[-1])}
    told = holds_on(replace(ROW, valid_from=entry, valid_to=exit), day)
    if told is YES and exit and len(exit) < 10:
        assert day < ends[0]  # the day before the first that a partial exit allows, so never on it
    assert told is NO or any(holds)
    assert told is not YES or all(holds)


def _allowed(text: str | None) -> list[date]:
    return [one for one in (first_day(text), last_day(text)) if one] if text else []


@given(
    rows=st.lists(
        st.tuples(
            st.sampled_from(["hallingdal", "naik", "follo"]),
            st.sampled_from(["3006", "3051", "3048"]),
            st.none() | PARTIAL,
            st.none() | PARTIAL,
        ),
        max_size=6,
    ),
    day=DAYS,
)
def test_coverage_of_a_day(viken: Register, rows: list[tuple[str, str, str | None, str | None]], day: date) -> None:
    """A day's coverage is that of the rows that hold on it; the uncertain are told and never counted."""
    known = [row for row in viken.history if row.municipality in viken.municipalities]
    dated = [
        replace(known[0], network=network, municipality=number, valid_from=entry, valid_to=exit)
        for network, number, entry, exit in rows
    ]
    register = replace(viken, history=(*viken.history, *dated), span=Span(date(2019, 1, 1), date(2025, 12, 31)))
    standing = register.at(day=day)
    held = tuple(row for row in register.history if row.status != COUNTING_STATUS or holds_on(row, day) is YES)
    alone = replace(register, history=tuple(replace(row, valid_from=None, valid_to=None) for row in held))
    assert dict(join(standing)) == dict(join(alone))
    covering = covering_networks(register)
    assert cover(standing, join(standing), 2023, covering) == cover(alone, join(alone), 2023, covering)
    unsure = {(row.municipality, row.network) for row in dated if holds_on(row, day) is UNCERTAIN}
    told = {(number, network) for number, networks in uncertain_members(standing).items() for network in networks}
    assert told == {one for one in unsure if one[1] not in join(standing)[one[0]]}
    rows = [row for row in standing.memberships if row.status == UNCERTAIN_STATUS]
    assert {(row.municipality, row.network) for row in rows} == unsure


@given(entry=st.none() | PARTIAL, exit=st.none() | PARTIAL)
def test_turning_days(viken: Register, entry: str | None, exit: str | None) -> None:
    """Between two turning days nothing changes."""
    row = replace(viken.history[0], network="hallingdal", municipality="3006", valid_from=entry, valid_to=exit)
    register = replace(viken, history=(*viken.history, row))
    turning = register.turning_days
    assert turning[0] == register.span.first
    for day, following in zip(turning, (*turning[1:], register.span.last + timedelta(days=1)), strict=True):
        told = {holds_on(row, one) for one in (day, day + (following - day) // 2, following - timedelta(days=1))}
        assert len(told) == 1


def test_outside_the_span(viken: Register) -> None:
    """A day outside the span is refused, and the span named."""
    for day in (date(2019, 12, 31), date(2025, 1, 1)):
        with pytest.raises(ValueError, match="2020-01-01 to 2024-12-31"):
            viken.at(day=day)
    assert viken.span.clamped(date(1999, 1, 1)) == date(2020, 1, 1)


def test_unknown_counts_throughout(viken: Register) -> None:
    """Blank dates are unknown and count on every day of the span: 45 of 51 from its first to its last."""
    for day in (viken.span.first, date(2022, 7, 1), viken.span.last):
        assert len(join(viken.at(day=day)).unorganised()) == 6
