"""Municipality numbers: four digits as text, in the numbering of 2020."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from geodata.model import Municipality
from geodata.text import clean

_NUMBER = re.compile(r"([0-9]{3,4})(?:[.,]0+)?")


def municipality_number(text: str) -> str | None:
    """The four-digit number that ``text`` stands for, or None when it stands for none.

    Reads what spreadsheets make of numbers: ``301``, ``3001.0``, ``3001,0``,
    numbers with tabs, no-break spaces or invisible characters around them.
    """
    match = _NUMBER.fullmatch(clean(text))
    return match[1].zfill(4) if match else None


def number_index(municipalities: Mapping[str, Municipality]) -> dict[str, str]:
    """2020 number by number, for the numbers of 2020 and of 2024 alike."""
    return index_of_pairs((one.number, one.number_2024) for one in municipalities.values())


def index_of_pairs(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """2020 number by number, from pairs of a 2020 and a 2024 number; a 2020 number always means itself."""
    pairs = list(pairs)
    return {new: old for old, new in pairs if new} | {old: old for old, _ in pairs}
