"""Municipality numbers: four digits as text."""

from __future__ import annotations

import re

from geodata.text import clean

_NUMBER = re.compile(r"([0-9]{3,4})(?:[.,]0+)?")


def municipality_number(text: str) -> str | None:
    """The four-digit number that ``text`` stands for, or None when it stands for none.

    Reads what spreadsheets make of numbers: ``301``, ``3001.0``, ``3001,0``,
    numbers with tabs, no-break spaces or invisible characters around them.
    """
    match = _NUMBER.fullmatch(clean(text))
    return match[1].zfill(4) if match else None
