"""The rows of the table of statistics as numbers, and their tabulation by municipality and year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

import pandas

from geodata.editions import Chain
from geodata.folder.table import Table
from geodata.measures import Measure

_YEAR = re.compile("[0-9]{4}")


@dataclass(frozen=True)
class Statistic:
    """One row; ``value`` is None when it is blank or no number, ``text`` is the cell."""

    line: int
    municipality: str
    name: str
    year: int
    indicator: str
    value: float | None
    text: str
    unit: str


def statistics_of(table: Table) -> Iterator[Statistic]:
    """Every row with a year; what is no number the descriptor's checks have named."""
    for record in table:
        if _YEAR.fullmatch(record["year"]):
            yield Statistic(
                record.line,
                record["municipality"],
                record["name"],
                int(record["year"]),
                record["indicator"],
                _value(record["value"]),
                record["value"],
                record["unit"],
            )


def in_edition(
    statistics: Iterable[Statistic], measures: Iterable[Measure], chain: Chain, base: str
) -> list[Statistic]:
    """The rows under numbers of the edition ``base``: those under numbers of others are carried through the changes.

    A row of its own comes before one that is carried; what cannot be carried is left out.
    """
    additive = {one.indicator: one.is_additive for one in measures}
    own: dict[tuple[str, str, int], Statistic] = {}
    elsewhere: dict[tuple[str, int, str], dict[str, Statistic]] = {}
    for one in statistics:
        edition = chain.edition_of(one.municipality, base)
        if edition in (base, None):
            own[one.indicator, one.municipality, one.year] = one
        else:
            elsewhere.setdefault((one.indicator, one.year, edition), {})[one.municipality] = one
    for (indicator, year, edition), rows in elsewhere.items():
        known = {number: one.value for number, one in rows.items()}
        for number, value in chain.carry(known, edition, base, additive.get(indicator, False)).items():
            if value is not None:
                row = next(rows[one.number] for one in chain.parts(base, number, edition) if one.number in rows)
                carried = replace(row, municipality=number, value=value, text=f"{value:g}")
                own.setdefault((indicator, number, year), carried)
    return list(own.values())


def by_year(statistics: Iterable[Statistic], indicator: str, numbers: Iterable[str]) -> pandas.DataFrame:
    """Values of one indicator: index = number, columns = years in order, NA for unknown.

    Int64, or Float64 when a value is not whole.
    """
    index = pandas.Index(list(numbers), name="number", dtype="str")
    values = {(one.municipality, one.year): one.value for one in statistics if one.indicator == indicator}
    years = sorted({year for _, year in values})
    kind: Literal["Float64", "Int64"] = (
        "Float64" if any(value is not None and value != int(value) for value in values.values()) else "Int64"
    )
    columns = {year: pandas.array([values.get((number, year)) for number in index], dtype=kind) for year in years}
    return pandas.DataFrame(columns, index=index)


def _value(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
