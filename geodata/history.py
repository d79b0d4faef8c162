"""What changed in the register from one day to another: the same differences as between today and a plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from geodata.dates import first_day, last_day, whole_day
from geodata.join import counts, join
from geodata.planning.differences import Difference, differences
from geodata.register import Register


@dataclass(frozen=True)
class Turn:
    """A day on which municipalities entered or left networks, and who did; ``before`` is the turning day before."""

    day: date
    before: date
    differences: tuple[Difference, ...]


def differences_between(register: Register, since: date, day: date) -> tuple[Difference, ...]:
    """Who stands in other networks on ``day`` than on ``since``, in the order of the municipalities' table.

    Raises OutsideSpan for a day outside the register's span.
    """
    return differences(join(register.at(day=since)), join(register.at(day=day)))


def turns(register: Register) -> tuple[Turn, ...]:
    """Every day of the span on which somebody began to count as a member, or ceased to, in order."""
    standings = [(day, join(register.at(day=day))) for day in register.turning_days]
    found = (Turn(day, before, differences(earlier, later)) for (before, earlier), (day, later) in pairwise(standings))
    return tuple(one for one in found if one.differences)


def known_date(register: Register, turn: Turn, difference: Difference) -> str:
    """When a municipality of a turn changed networks, as exact as the sources say: a day, or 2023-05 or 2023.

    A partial entry turns on the last day that it may mean, a partial exit on the first (``days.holds_on``).
    """
    entered, left = set(difference.after) - set(difference.before), set(difference.before) - set(difference.after)
    partial = [
        text
        for row in register.history
        if row.municipality == difference.number and counts(row)
        for networks, text, turns_on in ((entered, row.valid_from, last_day), (left, row.valid_to, first_day))
        if text and row.network in networks and turns_on(text) == turn.day and whole_day(text) is None
    ]
    return min(partial, key=len, default=turn.day.isoformat())
