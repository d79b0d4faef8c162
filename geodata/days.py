"""Days of the register: which memberships hold on a day, as far as their dates are known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from geodata.dates import first_day, last_day
from geodata.model import COUNTING_STATUS, Membership

#: The status of a member of whom the dates do not tell whether it is one on a day. It does not count.
UNCERTAIN_STATUS = "uncertain"
_A_DAY = timedelta(days=1)


class Holding(Enum):
    """Whether a membership holds on a day."""

    YES = "yes"
    UNCERTAIN = "uncertain"
    NO = "no"


@dataclass(frozen=True)
class Span:
    """The days that a register speaks of, both ends included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def clamped(self, day: date) -> date:
        """The day itself, or the end of the span that is nearest."""
        return min(max(day, self.first), self.last)


def holds_on(membership: Membership, day: date) -> Holding:
    """Whether a membership holds on a day.

    For certain from the last day that a partial ``valid_from`` allows to the day before the first that a
    partial ``valid_to`` allows; complete days are inclusive. A blank date is unknown and ends nothing.
    """
    entry, exit = membership.valid_from, membership.valid_to
    begins, surely_begun = (first_day(entry), last_day(entry)) if entry else (None, None)
    possibly_over, ends = (first_day(exit), last_day(exit)) if exit else (None, None)
    if (begins and day < begins) or (ends and day > ends):
        return Holding.NO
    is_partial = possibly_over != ends
    if surely_begun and day < surely_begun:
        return Holding.UNCERTAIN
    return Holding.UNCERTAIN if is_partial and possibly_over and day >= possibly_over else Holding.YES


def status_on(membership: Membership, day: date) -> str | None:
    """The status of a row on a day; of a member UNCERTAIN_STATUS where its dates do not tell, None outside them."""
    if membership.status not in (COUNTING_STATUS, UNCERTAIN_STATUS):
        return membership.status
    told = {Holding.YES: membership.status, Holding.UNCERTAIN: UNCERTAIN_STATUS, Holding.NO: None}
    return told[holds_on(membership, day)]


def on_day(rows: Iterable[Membership], day: date) -> tuple[Membership, ...]:
    """The rows as they stand on a day.

    Members that have not entered yet or have left are not there; those of whom it is uncertain have the status
    UNCERTAIN_STATUS. Rows of another status say what a source knows, and stand at all times.
    """
    told = ((row, status_on(row, day)) for row in rows)
    return tuple(row if row.status == status else replace(row, status=status) for row, status in told if status)


def turning_days(rows: Iterable[Membership], span: Span) -> tuple[date, ...]:
    """The days in the span, its first included, on which something that counts may differ from the day before."""
    found = {span.first}
    for row in rows:
        if row.status != COUNTING_STATUS:
            continue
        if row.valid_from:
            found |= {one for one in (first_day(row.valid_from), last_day(row.valid_from)) if one}
        if row.valid_to and (ends := last_day(row.valid_to)) and (begins := first_day(row.valid_to)):
            found |= {begins} if begins != ends else set()
            found |= {ends + _A_DAY} if ends < span.last else set()
    return tuple(sorted(day for day in found if day in span))
