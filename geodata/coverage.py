"""How much of the region stands in a network: by number, by population, by land area."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geodata.join import Assignment
from geodata.model import Register


@dataclass(frozen=True)
class Figures:
    """Sums over a set of municipalities. None is unknown, never zero.

    ``population`` in persons on 1 January of a year, ``area_km2`` land area in whole km².
    """

    municipalities: int
    population: int | None
    area_km2: int | None

    @property
    def density(self) -> float | None:
        """Persons per km² of land, or None when either is unknown or there is no land."""
        return self.population / self.area_km2 if self.population is not None and self.area_km2 else None


@dataclass(frozen=True)
class Share:
    """A part of a whole, as figures; the shares themselves are ``ratio`` of them."""

    part: Figures
    whole: Figures

    def ratio(self, measure: str) -> float | None:
        """Part over whole for "municipalities", "population" or "area_km2"; None when unknown."""
        part, whole = getattr(self.part, measure), getattr(self.whole, measure)
        return part / whole if part is not None and whole else None


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
    """Sums over ``numbers``; a sum with an unknown term is unknown."""
    chosen = list(numbers)
    return Figures(
        municipalities=len(chosen),
        population=total(register.inhabitants[year], chosen),
        area_km2=total(register.land_km2, chosen),
    )


def latest_year(register: Register) -> int:
    """The latest year with a population for every municipality (the default year)."""
    by_year = register.inhabitants
    complete = [year for year, people in by_year.items() if None not in people.values()]
    return max(complete or by_year)


def total(values: Mapping[str, int | None], numbers: Iterable[str]) -> int | None:
    """The sum of ``values`` over ``numbers``; unknown (None) when a term is."""
    terms = [values[number] for number in numbers]
    known = [term for term in terms if term is not None]
    return sum(known) if len(known) == len(terms) else None
