"""A table of SSB's as single values, whichever form it came in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class SavedValue:
    """One value: ``line`` in the file, the region's and the year's cell, the value's text.

    ``categories``: what else it is of, each with its code and name, or only one of them.
    """

    line: int
    region: str
    year: str
    categories: tuple[tuple[str, ...], ...]
    text: str


@dataclass(frozen=True)
class SavedAnswer:
    """The table's title, blank where it has none, its values, and notes as ``Grid`` has them."""

    title: str
    values: tuple[SavedValue, ...]
    notes: Mapping[str, int] = field(default_factory=dict)
