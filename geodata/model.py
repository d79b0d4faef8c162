"""The things the subject speaks of: municipality, network, membership, register.

One file past 250 lines on purpose: the register and the records that it holds are read side by side.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import cast

import geopandas
import pandas

from geodata.errors import Finding
from geodata.measures import LAND_AREA, POPULATION, STANDING, TOTAL_AREA, Measure, ratio

METRIC_CRS = "EPSG:25833"  # ETRS89 / UTM 33N, metres: Norway's national grid
FILE_CRS = "EPSG:4326"

#: A text in each language that the data carries, by language code ("nb", "nn", "en").
Words = Mapping[str, str]

#: The only status that counts and colours (data/README.md explains the others).
COUNTING_STATUS = "member"
#: The kind of network that covers a municipality.
COVERING_KIND = "climate_network"
#: The kind of region that Klima Viken, or whoever keeps the register, talks with.
DIALOGUE_KIND = "dialogue_region"


@dataclass(frozen=True)
class County:
    """A county of 2024; ``id`` is what addresses use."""

    id: str
    name: str
    number: str
    source: str


@dataclass(frozen=True)
class Municipality:
    """A municipality under its 2020 number, with the number and county of 2024.

    ``county`` is a county's id. Former names, numbers and counties are those
    before 2020.
    """

    number: str
    name: str
    number_2024: str
    county: str
    former_numbers: tuple[str, ...]
    former_names: tuple[str, ...]
    former_counties: tuple[str, ...]
    note: Words
    source: str


@dataclass(frozen=True)
class OutsideMunicipality:
    """A municipality outside the region: a name and context, never in totals.

    ``named``: its name stands on the map for orientation.
    """

    number: str
    name: str
    named: bool
    source: str


@dataclass(frozen=True)
class Network:
    """A climate network, a region in dialogue, or a partner network.

    ``colours`` maps theme ("light", "dark") to "#rrggbb", empty when the network
    is never painted; ``drawn`` says whether its members may be outlined on the map.
    ``founded`` keeps the source's precision (2005, 2014-01, 2022-04-06); None is unknown.
    """

    id: str
    kind: str
    status: str
    names: Words
    short_name: str
    initial: str
    other_names: tuple[str, ...]
    colours: Mapping[str, str]
    pattern: str
    drawn: bool
    founded: str | None
    host: Words
    url: str | None
    description: Words
    completeness: Words
    source: str


@dataclass(frozen=True)
class Membership:
    """One row of the register. Dates are shown, not applied; None is unknown."""

    network: str
    municipality: str
    name: str
    status: str
    valid_from: str | None
    valid_to: str | None
    first_attested: str | None
    last_attested: str | None
    note: Words
    source: str


@dataclass(frozen=True)
class FixedLink:
    """A bridge or tunnel between two municipalities that do not touch on land."""

    municipality_a: str
    municipality_b: str
    kind: str
    name: str
    note: Words
    source: str


@dataclass(frozen=True)
class StepWords:
    """One row of the presentation's steps: templates with placeholders (geodata.story); ``number`` is the same
    in each language."""

    kind: str
    number: str
    headline: Words
    caption: Words
    text: Words


@dataclass(frozen=True)
class CostExample:
    """Amounts that some network asks or asked for; None where it has none. ``currency``: ISO 4217."""

    id: str
    name: str
    equal: Decimal | None
    each: Decimal | None
    most: Decimal | None
    currency: str
    about: Words
    source: str


@dataclass(frozen=True)
class Source:
    """Where something was taken from: its title as the descriptor has it, and its address where there is one."""

    title: str
    path: str | None


@dataclass(frozen=True)
class Licence:
    """Under which terms something may be used: a short name (an SPDX identifier), a title and an address."""

    name: str
    title: str
    path: str | None


@dataclass(frozen=True)
class DataFile:
    """One file of the data folder, as the descriptor tells of it; "" is not said."""

    name: str
    path: str
    title: str
    description: str
    sources: tuple[Source, ...]
    licences: tuple[Licence, ...]


@dataclass(frozen=True, eq=False)
class Register:
    """Everything in one data folder, checked. Mappings keep the files' order.

    ``measures``: what readers meet, in the order of the table, ratios included.
    ``not_loaded``: measures that the table declares and that nobody has a figure of; they are only named.
    ``values``: for each measure with figures of its own (those that are not shown
    too), by id: index = number, columns = years (int) in order, Int64 or Float64
    with NA for unknown.
    ``boundaries``: index = number, column ``geometry``, EPSG:25833, one row for
    each municipality in the order of ``municipalities``. ``surroundings``:
    columns ``kind`` ("land", "municipality", "lake" or "county"), ``number``, ``name``,
    ``geometry``, EPSG:25833, in painting order.
    ``texts``: the folder's own words (title, region, partnership …) by key.
    ``steps``: the presentation's words, in order.
    ``files``: the files of the folder, each with its sources and licences.
    ``translations``: titles of sources and licences in other languages.
    ``published``: who published the register and when, by the descriptor's
    words for it ("published_by", "date" …); None when it says nothing.
    """

    counties: Mapping[str, County]
    municipalities: Mapping[str, Municipality]
    outside: Mapping[str, OutsideMunicipality]
    networks: Mapping[str, Network]
    memberships: tuple[Membership, ...]
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
    warnings: tuple[Finding, ...]
    revision: str

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
            str(number): None if pandas.isna(value) else round(value) if whole else float(value)
            for number, value in column.items()
        }


def newest(table: pandas.DataFrame) -> pandas.Series:
    """The newest value of each row of a table with years as columns, NA where there is none."""
    if not len(table.columns):
        return pandas.Series(pandas.NA, index=table.index, dtype="Int64")
    return table.ffill(axis=1).iloc[:, -1]
