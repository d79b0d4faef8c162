"""Miljødirektoratet's sheet "Oversikt - detaljert" as sums over gases and sources.

One row for each gas: År, Sektor, Utslippskilde, Klimagass, "Utslipp (tonn CO2-ekvivalenter)", in any order, for all
municipalities with Kommunenummer and Kommune, for one area with its name in the sheet "Info". The form is that of
"Utslipp av klimagasser i kommuner og fylker", as it was downloaded in 2021 and is published today.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from geodata.imports.cells import figure_of, same_spelling, year_of_cell
from geodata.imports.outcome import LeftOut
from geodata.planning.intake.grid import Grid, GridRow, Unreadable

DETAILED, INFO = "oversikt - detaljert", "info"
#: What the sheet "Info" calls the name of the area.
_AREA = frozenset({"datasett:", "datasett", "område:", "område", "kommune:", "kommune"})
_HEADERS = {
    "number": "kommunenummer|kommunenr|kommunenr.|knr|kommune nr",
    "name": "kommune|kommunenavn",
    "year": "år",
    "sector": "sektor",
    "source": "utslippskilde|kilde",
    "gas": "klimagass|gass",
}
_ROLES = {word: role for role, words in _HEADERS.items() for word in words.split("|")}
_EMISSIONS, _UNIT = "utslipp", "(tonn co2-ekvivalenter)"
#: Categories that hold others: a row of one would count them twice.
_TOTALS = frozenset(
    {"alle", "alle sektorer", "alle kilder", "alle klimagasser", "alle gasser", "klimagasser i alt"}
    | {"sum", "i alt", "total", "totalt", "totale utslipp"}
)
#: How many rows a header may stand below the top.
_HEADER_WITHIN = 30


@dataclass(frozen=True)
class EmissionPlace:
    """Where emissions are: a number, blank where the file says none, and a name."""

    number: str
    name: str


@dataclass
class Sums:
    """Emissions in tonnes of CO2 equivalents by place, year and sector, summed over sources and gases.

    None where a row of the sum is unknown. ``lines``: the first row of each. A year or sector without a row is not
    there: missing, never nought. ``left_out``: rows that are in no sum.
    """

    tonnes: dict[tuple[EmissionPlace, int, str], float | None] = field(default_factory=dict)
    lines: dict[tuple[EmissionPlace, int, str], int] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)

    def totals(self) -> dict[tuple[EmissionPlace, int], float | None]:
        """All sectors of a place and year together; None when one of them is unknown."""
        sectors: dict[tuple[EmissionPlace, int], list[float | None]] = {}
        for (place, year, _), value in self.tonnes.items():
            sectors.setdefault((place, year), []).append(value)
        return {key: _sum(values) for key, values in sectors.items()}


def is_read(sheet: str) -> bool:
    """Whether a sheet of that name is looked at."""
    return same_spelling(sheet) in (DETAILED, INFO)


def emission_sums(sheets: Mapping[str, Grid]) -> Sums:
    """The sums of the first sheet that has the columns.

    Raises Unreadable ("no_emissions", "wrong_unit", "no_area", "row_twice").
    """
    for grid in sheets.values():
        at, columns = _header(grid)
        if columns:
            area = "" if {"number", "name"} & set(columns) else _area(sheets.values())
            return _sums(grid.rows[at + 1 :], columns, area)
    raise Unreadable("no_emissions")


def _header(grid: Grid) -> tuple[int, dict[str, int]]:
    """The row with the columns' names, from 0, and role → column; none when the sheet has no such row."""
    for at, row in enumerate(grid.rows[:_HEADER_WITHIN]):
        columns: dict[str, int] = {}
        amounts = []
        for column, cell in enumerate(row.cells):
            spelt = same_spelling(cell)
            if spelt in _ROLES:
                columns.setdefault(_ROLES[spelt], column)
            elif spelt.startswith(_EMISSIONS):
                amounts.append((column, spelt))
        if amounts and {"year", "sector"} <= set(columns):
            column, spelt = next(((column, spelt) for column, spelt in amounts if _UNIT in spelt), amounts[0])
            if spelt.removeprefix(_EMISSIONS).strip() != _UNIT:
                raise Unreadable("wrong_unit", what=row.cells[column])
            return at, {**columns, "tonnes": column}
    return 0, {}


def _area(grids: Iterable[Grid]) -> str:
    for grid in grids:
        for row in grid.rows[:_HEADER_WITHIN]:
            if len(row.cells) > 1 and same_spelling(row.cells[0]) in _AREA and row.cells[1]:
                return row.cells[1]
    raise Unreadable("no_area")


def _sums(rows: Iterable[GridRow], columns: Mapping[str, int], area: str) -> Sums:
    sums = Sums()
    terms: dict[tuple[EmissionPlace, int, str], list[float | None]] = {}
    seen: set[tuple[EmissionPlace, int, str, str, str]] = set()
    places: dict[str, EmissionPlace] = {}
    sectors: dict[str, str] = {}
    is_by_gas = {"source", "gas"} <= set(columns)
    for row in rows:
        said = {role: row.cells[at] if at < len(row.cells) else "" for role, at in columns.items()}
        number, source, gas = said.get("number", ""), said.get("source", ""), said.get("gas", "")
        if not said["year"] and not said["tonnes"]:
            continue  # a footnote
        year = year_of_cell(said["year"])
        if year is None or not said["sector"]:
            sums.left_out.append(LeftOut("no_sector" if year else "not_a_year", said["year"], row.line))
            continue
        totals = [one for one in (said["sector"], source, gas) if same_spelling(one) in _TOTALS]
        if totals:
            sums.left_out.append(LeftOut("total", totals[0], row.line))
            continue
        name = said.get("name", "") or area
        place = places.setdefault(number or name, EmissionPlace(number, name))  # one number may be spelt in two ways
        key = place, year, sectors.setdefault(same_spelling(said["sector"]), said["sector"])
        if is_by_gas:
            own = (*key, source, same_spelling(gas))
            if own in seen:
                what = ", ".join(one for one in (number, str(year), key[2], source, gas) if one)
                raise Unreadable("row_twice", row.line, what=what)
            seen.add(own)
        value, is_readable = figure_of(said["tonnes"])
        if not is_readable:
            sums.left_out.append(LeftOut("not_a_number", said["tonnes"], row.line))
        terms.setdefault(key, []).append(value)
        sums.lines.setdefault(key, row.line)
    sums.tonnes = {key: _sum(values) for key, values in terms.items()}
    return sums


def _sum(values: Iterable[float | None]) -> float | None:
    """The sum, free of the noise of binary fractions; None when a term is unknown."""
    terms = list(values)
    known = [term for term in terms if term is not None]
    return round(math.fsum(known), 6) if len(known) == len(terms) else None
