"""What is measured of municipalities: population, land area, density, and what else a data folder adds as rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

#: The measures that the subject itself speaks of, by id: who is covered, what a plan costs, how large a gap is.
POPULATION, LAND_AREA = "population", "area"
#: Land with fresh water; where a folder has it, land may not exceed it.
TOTAL_AREA = "total_area"
#: Of which year a figure is: the newest not after the year asked for, or the newest there is (an area stays).
YEARLY, STANDING = "year", "standing"
#: The unit of shares that come without the two figures they were made of.
PERCENT = "percent"
#: What each row of the table says in several languages, by the beginning of its columns' names.
WORDS = ("name", "short", "whole", "heading", "as_of", "sign", "sure")
#: What the day of a figure may be written with: its year, and the first year that it is about.
AS_OF_PLACEHOLDERS = ("year", "first")


@dataclass(frozen=True)
class Measure:
    """One row of ``measures.csv``.

    ``indicator`` names the measure's rows in the table of statistics; a ratio has none, but a
    ``numerator`` and a ``denominator``, ids of other measures. ``unit`` is the unit of those rows.
    ``is_additive``: figures of municipalities may be summed to one of a network, and a network's
    share of the region be told. ``period`` is YEARLY or STANDING. ``window``: how many years one
    figure is about, up to its own; such figures overlap and are never summed over years.
    ``column`` is its name in files. ``is_headline``: among the leader's figures. ``is_further``: a table
    has its column only where it is asked for. ``is_charted``: its years may be compared.
    ``words``: for each of WORDS its text by language; only "name" is never blank. "short" is what
    stands on a control, "whole" what a share is of ("the inhabitants"), "heading" stands over a
    narrow column, "as_of" is the day of the figure with AS_OF_PLACEHOLDERS in it, "sign" stands behind a
    figure, "sure" says how sure the figures are.
    """

    id: str
    indicator: str
    numerator: str
    denominator: str
    unit: str
    decimals: int
    is_additive: bool
    period: str
    window: int
    column: str
    is_headline: bool
    is_further: bool
    is_charted: bool
    words: Mapping[str, Mapping[str, str]]
    source: str
    licence: str

    @property
    def is_ratio(self) -> bool:
        """Whether it follows from two other measures."""
        return bool(self.numerator)

    @property
    def share_column(self) -> str:
        """The name of its share of the whole in files."""
        return f"share_{self.column.removesuffix(f'_{self.unit}')}"


def of_groups(measures: Mapping[str, Measure]) -> tuple[str, ...]:
    """Ids of the measures that a network has a figure of: what adds up, and the ratios of what does.

    A share that comes without its two figures has none; a mean of shares would be wrong.
    """

    def adds_up(id: str) -> bool:
        return id in measures and measures[id].is_additive

    return tuple(
        id
        for id, one in measures.items()
        if one.is_additive or (one.is_ratio and adds_up(one.numerator) and adds_up(one.denominator))
    )


def ratio(numerator: float | None, denominator: float | None) -> float | None:
    """One over the other; None when either is unknown or the denominator is nothing."""
    return numerator / denominator if numerator is not None and denominator else None


def with_ratios_beside(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """The measures in their order, each ratio right behind its numerator."""
    listed = tuple(measures)
    ratios = {one.id: [other for other in listed if other.numerator == one.id] for one in listed}
    return tuple(shown for one in listed if not one.is_ratio for shown in (one, *ratios[one.id]))
