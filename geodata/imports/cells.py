"""What the cells of a published table say: a figure, a year, a region."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass

from geodata.numbers import municipality_number
from geodata.text import fold

#: SSB's standard signs for a figure that is not there: it cannot be, is missing, is not yet there, is withheld.
#: https://www.ssb.no/en/omssb/ssbs-virksomhet/standardtegn-i-tabeller
UNKNOWN_SIGNS = frozenset({"", ".", "..", "...", ":"})
#: SSB's sign for nought.
NOUGHT_SIGNS = frozenset({"-", "\u2013", "\u2014"})

_FIGURE = re.compile(r"[+-]?(?:[0-9]{1,3}(?: [0-9]{3})+|[0-9]{1,15})(?:[.,][0-9]{1,20})?(?:[eE][+-]?[0-9]{1,3})?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_REGION = re.compile(
    r"(?:K[-_ ]?)?(?P<number>[0-9]{4})(?:[ \u2013-]+(?P<name>[^\d\s(].*?))?"
    r"(?: *\((?P<first>[0-9]{4})? ?[-\u2013] ?(?P<last>[0-9]{4})?\))?",
    re.IGNORECASE,
)
_WHOLES = frozenset({"0", "hele landet", "heile landet", "the whole country", "norge", "norway", "i alt", "total"})


@dataclass(frozen=True)
class Region:
    """A municipality as SSB writes it: "K-3001 Halden (2020-2023)"; the years of the number None where not said."""

    number: str
    name: str
    first: int | None = None
    last: int | None = None
    has_period: bool = False


def figure_of(text: str) -> tuple[float | None, bool]:
    """A cell's figure, None for unknown, and whether the cell can be read at all.

    Spaces between thousands, a decimal comma or point, SSB's signs.
    """
    spelt = " ".join(text.replace("\u2212", "-").split())
    if spelt in UNKNOWN_SIGNS:
        return None, True
    if spelt in NOUGHT_SIGNS:
        return 0.0, True
    if not _FIGURE.fullmatch(spelt):
        return None, False
    value = float(spelt.replace(" ", "").replace(",", "."))
    return (value, True) if math.isfinite(value) else (None, False)


def year_of_cell(text: str) -> int | None:
    """The year that a cell says by itself."""
    return int(text) if _YEAR.fullmatch(text) else None


def year_at_end(text: str) -> tuple[str, int | None]:
    """What a header says before the year that ends it, and the year: "Personer 2023"."""
    year = year_of_cell(text[-4:])
    before = text[:-4]
    if year is None or before[-1:].isalnum() or before[-1:] in ("-", "\u2013", ".", ","):
        return text, None
    return before.strip(" :,"), year


def region_of(text: str) -> Region | None:
    """The municipality of a region's cell, with or without ``K-``, name and the years of its number."""
    found = _REGION.fullmatch(" ".join(text.split()))
    if not found:
        number = municipality_number(text)
        return Region(number, "") if number else None
    first, last = found["first"], found["last"]
    return Region(
        found["number"],
        (found["name"] or "").strip(),
        int(first) if first else None,
        int(last) if last else None,
        bool(first or last),
    )


def is_whole(text: str) -> bool:
    """Whether a region's cell says the whole country."""
    words = fold(text)
    return words in _WHOLES or words.removeprefix("0 ") in _WHOLES


def same_spelling(text: str) -> str:
    """A header or category for comparing: folded, with CO₂ as CO2 and km² as km2."""
    return fold(unicodedata.normalize("NFKC", text))
