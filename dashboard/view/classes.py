"""Honest classes for colouring by a number: equal counts in each, stated with their limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas

#: How many classes are asked for; ties may make them fewer.
CLASSES = 5


@dataclass(frozen=True)
class Classes:
    """Quantile classes: lowest and highest value in each, and the class of each municipality (None = unknown)."""

    ranges: tuple[tuple[float, float], ...]
    of: Mapping[str, int | None]


def quantiles(values: Mapping[str, float | None], classes: int = CLASSES) -> Classes:
    """Classes with as equal counts as ties allow (``pandas.qcut``); limits are values that occur."""
    series = pandas.Series(values, dtype="float64")
    known = series.dropna()
    if known.empty:
        return Classes((), dict.fromkeys(values))
    codes = pandas.qcut(known.rank(method="dense"), min(classes, known.nunique()), labels=False, duplicates="drop")
    ranges = tuple((float(group.min()), float(group.max())) for _, group in known.groupby(codes))
    order = {code: place for place, code in enumerate(sorted(set(codes)))}
    return Classes(ranges, {number: order[codes[number]] if number in codes.index else None for number in values})
