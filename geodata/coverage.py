"""How much of the region stands in a network: by number, by population, by land area."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from geodata.join import Assignment
from geodata.measures import LAND_AREA, POPULATION, ratio
from geodata.register import Register

#: What is counted beside the measures.
MUNICIPALITIES = "municipalities"


@dataclass(frozen=True)
class Figures:
    """Figures of a set of municipalities: how many they are, and the measures by id. None is unknown, never zero."""

    municipalities: int
    measures: Mapping[str, float | None]

    def of(self, measure: str) -> float | None:
        """The figure of a measure, or of "municipalities"."""
        return self.municipalities if measure == MUNICIPALITIES else self.measures[measure]

    @property
    def population(self) -> int | None:
        """Persons on 1 January of a year."""
        return cast("int | None", self.measures[POPULATION])  # persons are whole

    @property
    def area_km2(self) -> int | None:
        """Land area in whole km²."""
        return cast("int | None", self.measures[LAND_AREA])


@dataclass(frozen=True)
class Share:
    """A part of a whole, as figures; the shares themselves are ``ratio`` of them."""

    part: Figures
    whole: Figures

    def rest(self, measure: str) -> float | None:
        """What of the whole is not in the part; None when unknown."""
        part, whole = self.part.of(measure), self.whole.of(measure)
        return None if part is None or whole is None else whole - part

    def ratio(self, measure: str) -> float | None:
        """Part over whole of an additive measure, or of "municipalities"; None when unknown."""
        return ratio(self.part.of(measure), self.whole.of(measure))


@dataclass(frozen=True)
class Coverage:
    """Coverage of the region under one assignment, in one year.

    A municipality in two networks stands in both ``networks`` entries and counts
    once in ``organised``.
    """

    year: int
    organised: Share
    unorganised: Figures
    missing: tuple[str, ...]
    networks: dict[str, Figures]
    counties: dict[str, Share]


def cover(register: Register, assignment: Assignment, year: int, networks: Iterable[str]) -> Coverage:
    """Coverage of ``assignment`` with the population of ``year``.

    Raises ValueError when the year has no statistics at all.
    """
    if year not in register.population.columns:
        raise ValueError(f"no population for {year}; there is one for {list(register.population.columns)}")
    everyone = tuple(register.municipalities)
    organised = tuple(number for number in everyone if assignment[number])
    missing = assignment.unorganised()

    def share(of: Iterable[str]) -> Share:
        whole = tuple(of)
        return Share(
            figures(register, (number for number in whole if assignment[number]), year), figures(register, whole, year)
        )

    return Coverage(
        year=year,
        organised=Share(figures(register, organised, year), figures(register, everyone, year)),
        unorganised=figures(register, missing, year),
        missing=missing,
        networks={network: figures(register, assignment.members(network), year) for network in networks},
        counties={
            county: share(number for number, place in register.municipalities.items() if place.county == county)
            for county in register.counties
        },
    )


def figures(register: Register, numbers: Iterable[str], year: int) -> Figures:
    """The figures of ``numbers``: sums where a measure adds up, ratios of sums, and of one alone its own figure.

    A sum with an unknown term is unknown, and so is what neither adds up nor follows from sums.
    """
    chosen, known = list(numbers), register.figures_in(year)
    adding = [id for id, one in register.measures.items() if one.is_additive or (len(chosen) == 1 and not one.is_ratio)]
    sums = {id: total(known[id], chosen) for id in adding}
    values = {
        id: ratio(sums.get(one.numerator), sums.get(one.denominator)) if one.is_ratio else sums.get(id)
        for id, one in register.measures.items()
    }
    return Figures(len(chosen), values)


def figures_of_each(register: Register, year: int) -> dict[str, Figures]:
    """The figures of every municipality by itself, by number."""
    known = register.figures_in(year)
    return {
        number: Figures(1, {id: values[number] for id, values in known.items()}) for number in register.municipalities
    }


def latest_year(register: Register) -> int:
    """The latest year with a population for every municipality (the default year)."""
    by_year = register.inhabitants
    complete = [year for year, people in by_year.items() if None not in people.values()]
    return max(complete or by_year)


def total(values: Mapping[str, float | None], numbers: Iterable[str]) -> float | None:
    """The sum of ``values`` over ``numbers``; unknown (None) when a term is."""
    terms = [values[number] for number in numbers]
    known = [term for term in terms if term is not None]
    return sum(known) if len(known) == len(terms) else None
