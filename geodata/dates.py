"""Dates as sources give them: a year, a month or a day."""

from __future__ import annotations

import calendar
import re
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def first_day(text: str) -> date | None:
    """The first day that ``text`` (2005, 2014-01, 2022-04-06) may mean, or None when no calendar has it."""
    match = _DATE.fullmatch(text)
    return _day(int(match[1]), int(match[2] or 1), int(match[3] or 1)) if match else None


def last_day(text: str) -> date | None:
    """The last day that ``text`` may mean, or None when no calendar has it."""
    first = first_day(text)
    if first is None or len(text) == len("2022-04-06"):
        return first
    month = 12 if len(text) == len("2005") else first.month
    return date(first.year, month, calendar.monthrange(first.year, month)[1])


def whole_day(text: str) -> date | None:
    """The day that ``text`` (2022-04-06) is; None for a year, a month, and what no calendar has."""
    return first_day(text) if len(text) == len("2022-04-06") else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
