"""The register: everything in one data folder, checked, on a day and in the numbers of an edition, with its figures.

One file past 250 lines on purpose: what a register is and what it becomes in other numbers are read side by side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import cast

import geopandas
import pandas

from geodata.dates import first_day, last_day
from geodata.days import UNCERTAIN_STATUS, Span, on_day, turning_days
from geodata.editions import Chain, County, Edition
from geodata.errors import Finding, OutsideSpan
from geodata.measures import LAND_AREA, POPULATION, STANDING, TOTAL_AREA, Measure, ratio
from geodata.model import (
    COUNTING_STATUS,
    CostExample,
    DataFile,
    FixedLink,
    Membership,
    Municipality,
    Network,
    OutsideMunicipality,
    StepWords,
    Words,
    municipality_of,
)


@dataclass(frozen=True, eq=False)
class Register:
    """Everything in one data folder, checked. Mappings keep the files' order.

    ``edition``: id of the edition whose numbers it is keyed by; ``editions``: all, from the
    oldest on; ``chain``: how they hang together. ``counties``: those of the edition that
    groups municipalities. ``history``: every row of the memberships; ``memberships``: the
    rows as they stand on ``day``. ``span``: the days that it speaks of; ``as_of``: the one
    that is shown unless another is asked for.
    ``measures``: what readers meet, in the order of the table, ratios included.
    ``not_loaded``: measures that the table declares and that nobody has a figure of; they are only named.
    ``values``: for each measure with figures of its own (those that are not shown
    too), by id: index = number, columns = years (int) in order, Int64 or Float64
    with NA for unknown.
    ``boundaries``: index = number, column ``geometry``, in the metric CRS that
    the descriptor names, one row for each municipality in the order of ``municipalities``. ``surroundings``:
    columns ``kind`` ("land", "municipality", "lake" or "county"), ``number``, ``name``,
    ``geometry``, in the same CRS and in painting order.
    ``texts``: the folder's own words (title, region, partnership …) by key.
    ``steps``: the presentation's words, in order.
    ``files``: the files of the folder, each with its sources and licences.
    ``translations``: titles of sources and licences in other languages.
    ``published``: who published the register and when, by the descriptor's
    words for it ("published_by", "date" …); None when it says nothing.
    ``revision``: a short hash of the folder's files, 12 hexadecimal digits; ``created``:
    its day (2026-11-25), None when the descriptor does not say. ``name``: what tells the folder from
    others, whatever it is called to readers; blank when the descriptor does not say.
    ``not_shown``: measures that only help to check others.
    """

    edition: str
    editions: Mapping[str, Edition]
    chain: Chain
    counties: Mapping[str, County]
    municipalities: Mapping[str, Municipality]
    outside: Mapping[str, OutsideMunicipality]
    networks: Mapping[str, Network]
    history: tuple[Membership, ...]
    span: Span
    as_of: date
    day: date
    measures: Mapping[str, Measure]
    not_loaded: Mapping[str, Measure]
    values: Mapping[str, pandas.DataFrame]
    fixed_links: tuple[FixedLink, ...]
    boundaries: geopandas.GeoDataFrame
    surroundings: geopandas.GeoDataFrame
    texts: Mapping[str, Words]
    steps: tuple[StepWords, ...]
    cost_examples: tuple[CostExample, ...]
    files: tuple[DataFile, ...]
    translations: Mapping[str, Words]
    published: Mapping[str, str | None] | None
    languages: tuple[str, ...]
    warnings: tuple[Finding, ...]
    revision: str
    created: str | None = None
    name: str = ""
    not_shown: Mapping[str, Measure] = field(default_factory=dict)

    @property
    def declared(self) -> Mapping[str, Measure]:
        """Every measure by its id: those with figures, those without, and those that are not shown."""
        return {**self.measures, **self.not_loaded, **self.not_shown}

    @cached_property
    def memberships(self) -> tuple[Membership, ...]:
        """The rows as they stand on ``day``; members who have not entered or have left are not among them."""
        return on_day(self.history, self.day)

    @cached_property
    def turning_days(self) -> tuple[date, ...]:
        """The days of the span on which a membership may differ from the day before, the span's first included."""
        return turning_days(self.history, self.span)

    @property
    def grouping(self) -> Edition:
        """The edition whose counties group the municipalities."""
        return next(one for one in self.editions.values() if one.groups)

    @cached_property
    def beside(self) -> tuple[str, ...]:
        """Ids of the editions whose numbers are shown beside the register's own, from the oldest on."""
        return tuple(id for id, one in self.editions.items() if one.shows_numbers and id != self.edition)

    @cached_property
    def number_index(self) -> Mapping[str, str]:
        """Number of any edition → the municipality that it means; those that mean several, or none, are not there."""
        numbers = {number for one in self.editions.values() for number in one.municipalities}
        meant = {number: self.meant(number) for number in numbers}
        return {number: found[0] for number, found in meant.items() if len(found) == 1}

    def meant(self, number: str) -> tuple[str, ...]:
        """Numbers of the municipalities that a number of any edition means: several where it was split."""
        parts = self.chain.meant(number, self.edition)
        return tuple(one.number for one in parts if one.number in self.municipalities)

    def at(self, edition: str | None = None, day: date | None = None) -> Register:
        """The register in the numbers of another edition, as it stood on another day; None leaves either as it is.

        Raises OutsideSpan for a day outside ``span``; ValueError for an edition that is not listed, and for one whose
        municipalities cannot be made of those at hand because one was split: it names the parts.
        """
        if day is not None and day not in self.span:
            raise OutsideSpan(f"{day} is outside the register's span, {self.span.first} to {self.span.last}")
        dated = self
        if day not in (None, self.day):
            dated = replace(self, day=day)
            dated.__dict__["_figures_in"] = self._figures_in  # figures follow the year, never the day
        return dated if edition in (None, self.edition) else renumbered(dated, edition)

    @property
    def population(self) -> pandas.DataFrame:
        """Persons on 1 January: index = number, columns = years (int), Int64 with NA for unknown."""
        return self.values[POPULATION]

    @cached_property
    def land_area_km2(self) -> pandas.Series:
        """Land area in km², the newest figure: index = number, NA for unknown."""
        return newest(self.values[LAND_AREA]).rename("land_area_km2")

    @cached_property
    def total_area_km2(self) -> pandas.Series:
        """Area with fresh water in km², the newest figure; all NA in a folder without it."""
        table = self.values.get(TOTAL_AREA, pandas.DataFrame(index=self.population.index))
        return newest(table).rename("total_area_km2")

    @property
    def years(self) -> tuple[int, ...]:
        """The years with a population of anybody, in order."""
        return self.years_of(POPULATION)

    @property
    def told_years(self) -> tuple[int, ...]:
        """The years of the population that coverage is told with: from the span's first on."""
        return tuple(year for year in self.years if year >= self.span.first.year)

    @cached_property
    def inhabitants(self) -> Mapping[int, Mapping[str, int | None]]:
        """Year → number → ``population``, None for unknown: the same figures for looking up one by one."""
        people = {year: self.figures_in(year)[POPULATION] for year in self.years}
        return cast("Mapping[int, Mapping[str, int | None]]", people)  # persons are whole

    @cached_property
    def _figures_in(self) -> dict[int, Mapping[str, Mapping[str, float | None]]]:
        return {}

    def figures_in(self, year: int) -> Mapping[str, Mapping[str, float | None]]:
        """Measure → number → its figure as told in a year, ratios included; None for unknown.

        A yearly figure is that of ``year_of``; a standing one the newest of each municipality.
        """
        if year not in self._figures_in:
            own = {id: self._own(self.measures[id], year) for id in self.measures if id in self.values}
            ratios = {
                id: {number: ratio(known, own[one.denominator][number]) for number, known in own[one.numerator].items()}
                for id, one in self.measures.items()
                if one.is_ratio
            }
            self._figures_in[year] = {id: (own | ratios)[id] for id in self.measures}
        return self._figures_in[year]

    def years_of(self, measure: str) -> tuple[int, ...]:
        """The years with a figure of a measure for anybody, in order."""
        return tuple(int(year) for year in self.values[measure].columns)

    def year_of(self, measure: Measure, year: int) -> int:
        """Of which year a yearly measure's figures are, as told in ``year``: that one, or the newest before it."""
        years = self.years_of(measure.numerator or measure.id)
        return year if year in years else max((one for one in years if one < year), default=year)

    def known_in(self, measure: str, year: int) -> int:
        """Of how many municipalities the figure of a measure is known, as told in a year."""
        return sum(value is not None for value in self.figures_in(year)[measure].values())

    def _own(self, measure: Measure, year: int) -> dict[str, float | None]:
        table = self.values[measure.id]
        nothing = pandas.Series(pandas.NA, index=table.index)
        column = newest(table) if measure.period == STANDING else table.get(self.year_of(measure, year), nothing)
        whole = measure.decimals == 0
        return {
            str(number): None if pandas.isna(value) else int(value) if whole and value == int(value) else float(value)
            for number, value in column.items()
        }


def newest(table: pandas.DataFrame) -> pandas.Series:
    """The newest value of each row of a table with years as columns, NA where there is none."""
    if not len(table.columns):
        return pandas.Series(pandas.NA, index=table.index, dtype="Int64")
    return table.ffill(axis=1).iloc[:, -1]


def renumbered(register: Register, edition: str) -> Register:
    """The register in the numbers of another edition: what merged is one area, its figures summed.

    A membership that only some of the merged had is uncertain. Raises ValueError for an edition that is not
    listed, and where a municipality was split: how its area and figures divide nobody knows.
    """
    if edition not in register.editions:
        raise ValueError(f"no edition {edition}; there are {', '.join(register.editions)}")
    made_of = _made_of(register, edition)
    became = {old: new for new, olds in made_of.items() for old in olds}
    places = register.municipalities
    boundaries = register.boundaries.dissolve(by=[became[number] for number in register.boundaries.index])
    return replace(
        register,
        edition=edition,
        municipalities={
            number: municipality_of(
                number, edition, register.editions, register.chain, places[olds[0]].note, places[olds[0]].source
            )
            for number, olds in made_of.items()
        },
        history=_merged(register, edition, made_of, became),
        values={id: _carried(register, id, edition, list(made_of)) for id in register.values},
        fixed_links=tuple(
            replace(link, municipality_a=became[link.municipality_a], municipality_b=became[link.municipality_b])
            for link in register.fixed_links
            if became[link.municipality_a] != became[link.municipality_b]
        ),
        boundaries=boundaries.loc[list(made_of)].rename_axis("number"),
    )


def _made_of(register: Register, edition: str) -> dict[str, tuple[str, ...]]:
    """Number of another edition → those of this register that it is made of, each of which lies wholly in it."""
    made_of: dict[str, list[str]] = {}
    for number, place in register.municipalities.items():
        parts = register.chain.parts(register.edition, number, edition)
        if len(parts) != 1 or not parts[0].is_whole:
            names = (
                ", ".join(f"{one.number} {one.name}" for one in place.elsewhere[edition]) or "nothing that is listed"
            )
            raise ValueError(f"{number} {place.name} cannot be told in the numbers of {edition}: it became {names}")
        made_of.setdefault(parts[0].number, []).append(number)
    return {number: tuple(olds) for number, olds in sorted(made_of.items())}


def _merged(
    register: Register, edition: str, made_of: Mapping[str, tuple[str, ...]], became: Mapping[str, str]
) -> tuple[Membership, ...]:
    """The memberships in other numbers.

    Municipalities that merged are a member from the last of their entries to the first of their exits; where not all
    of them have exactly one row as members, whether the merged one is a member is uncertain. Other rows stay.
    """
    names = register.editions[edition].municipalities
    members: dict[tuple[str, str], dict[str, list[Membership]]] = {}
    merged: list[Membership] = []
    for row in register.history:
        number = became.get(row.municipality, row.municipality)
        if number not in made_of:
            merged.append(row)
            continue
        renamed = replace(row, municipality=number, name=names[number].name)
        if row.status == COUNTING_STATUS and len(made_of[number]) > 1:
            members.setdefault((row.network, number), {}).setdefault(row.municipality, []).append(renamed)
        elif renamed not in merged:
            merged.append(renamed)
    return (*merged, *(row for (_, number), rows in members.items() for row in _joined(rows, len(made_of[number]))))


def _joined(rows: Mapping[str, Sequence[Membership]], parts: int) -> tuple[Membership, ...]:
    """The rows of members that merged, by the number of each, as one; ``parts``: how many merged."""
    every = [row for several in rows.values() for row in several]
    if not len(every) == len(rows) == parts:
        return tuple(replace(row, status=UNCERTAIN_STATUS) for row in every)
    entries = {row.valid_from: last_day(row.valid_from) for row in every if row.valid_from}
    exits = {row.valid_to: first_day(row.valid_to) for row in every if row.valid_to}
    last_entry = max(entries, key=lambda text: entries[text] or date.min, default=None)
    first_exit = min(exits, key=lambda text: exits[text] or date.max, default=None)
    return (replace(every[0], valid_from=last_entry, valid_to=first_exit),)


def _carried(register: Register, measure: str, edition: str, numbers: list[str]) -> pandas.DataFrame:
    """A measure's table with the rows of another edition."""
    table, one = register.values[measure], register.measures.get(measure)
    adds_up = one is None or one.is_additive  # what is not shown only helps to check others
    columns = {}
    for year, values in table.items():
        known = {str(number): None if pandas.isna(value) else value for number, value in values.items()}
        carried = register.chain.carry(known, register.edition, edition, adds_up)
        columns[year] = pandas.Series({number: carried[number] for number in numbers}, dtype=str(values.dtype))
    return pandas.DataFrame(columns, index=pandas.Index(numbers, name="number", dtype="str"))
