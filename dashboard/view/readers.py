"""What the parameters of an address mean: each reader gives a value and what it did not understand.

A reader raises ValueError when it understands nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from dashboard.view.state import BY_NETWORK, CLIMATE, MOST_STEPS, SORTS, TITLE_LENGTH, Known, Read, Reader
from geodata.dates import whole_day
from geodata.planning.costs import read_kr as parse_kr
from geodata.planning.new_network import tidy_name

#: No range of inhabitants reaches further.
MOST_PEOPLE = 10_000_000_000
#: ``Register.revision``; no shorter beginning of one, which might mean another folder some day.
REVISION = re.compile("[0-9a-f]{12}")


def one_of(allowed: Iterable[str]) -> Reader:
    """A reader of one word of those allowed."""

    def read(text: str, known: Known) -> Read:
        if text not in allowed:
            raise ValueError(text)
        return text, ()

    return read


def several(allowed: Callable[[Known], Iterable[str]], empty_is_nothing: bool = False) -> Reader:
    """Comma-separated ids in their own order, without repeats; unknown ones are ignored one by one."""

    def read(text: str, known: Known) -> Read:
        parts = [part.strip() for part in text.split(",") if part.strip()]
        order = list(allowed(known))
        chosen = tuple(part for part in order if part in parts)
        unknown = tuple(part for part in parts if part not in order)
        if unknown and not chosen:
            return (None if empty_is_nothing else ()), unknown
        return chosen, unknown

    return read


def read_year(text: str, known: Known) -> Read:
    """A year with statistics; the default year is None."""
    year = int(text)
    if year not in known.years:
        raise ValueError(text)
    return (None if year == known.default_year else year), ()


def read_day(text: str, known: Known) -> Read:
    """A day of the register's span; one outside it is clamped, and that is said. The register's own day is None."""
    day, told = _clamped(text, known)
    return (None if day == known.as_of else day), told


def read_since(text: str, known: Known) -> Read:
    """The day that the register is compared with, clamped as ``read_day``."""
    return _clamped(text, known)


def _clamped(text: str, known: Known) -> tuple[date, tuple[str, ...]]:
    day = whole_day(text)
    if day is None:
        raise ValueError(text)
    return known.span.clamped(day), () if day in known.span else (text,)


def read_range(text: str, known: Known) -> Read:
    """A range of inhabitants such as 5000-20000, either end left open."""
    low, dash, high = text.replace("\u2013", "-").partition("-")
    if not dash or not (low.strip() or high.strip()):
        raise ValueError(text)
    least, most = (int(end) if end.strip() else None for end in (low, high))
    if any(end is not None and not 0 <= end <= MOST_PEOPLE for end in (least, most)):
        raise ValueError(text)
    if least is not None and most is not None and least > most:
        raise ValueError(text)
    return (least, most), ()


def read_municipality(text: str, known: Known) -> Read:
    """A municipality by a number of any edition."""
    number = known.number(text)
    if number is None:
        raise ValueError(text)
    return number, ()


def read_amount(text: str, known: Known) -> Read:
    """A sum in kroner."""
    amount = parse_kr(text)
    if amount is None:
        raise ValueError(text)
    return amount, ()


def read_layer(text: str, known: Known) -> Read:
    """What is outlined on top."""
    if text not in (CLIMATE, *known.layers):
        raise ValueError(text)
    return text, ()


def read_step(text: str, known: Known) -> Read:
    """A step of the presentation, from 1."""
    step = int(text)
    if not 1 <= step <= MOST_STEPS:
        raise ValueError(text)
    return step, ()


def read_embed(text: str, known: Known) -> Read:
    """Whether the page stands in a frame."""
    if text not in ("0", "1"):
        raise ValueError(text)
    return text == "1", ()


def read_revision(text: str, known: Known) -> Read:
    """A revision of the data as the page writes it, whether these are loaded or others."""
    if not REVISION.fullmatch(text):
        raise ValueError(text)
    return text, ()


def read_title(text: str, known: Known) -> Read:
    """What is longer is cut, and that is said."""
    title = tidy_name(text)
    return title[:TITLE_LENGTH].rstrip(), (title,) if len(title) > TITLE_LENGTH else ()


def read_colour(text: str, known: Known) -> Read:
    """What the map is coloured by."""
    if text not in (BY_NETWORK, *known.measures):
        raise ValueError(text)
    return text, ()


def read_sort(text: str, known: Known) -> Read:
    """What the table is sorted by."""
    if text.removeprefix("-") not in (*SORTS, *known.measures):
        raise ValueError(text)
    return text, ()


def read_text(text: str, known: Known) -> Read:
    """Words to search for, with single spaces between them."""
    return " ".join(text.split())[:80], ()
