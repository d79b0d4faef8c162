"""Which network fits a municipality that stands outside: every option ranked, each with its reasons as values."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from geodata.join import Assignment, in_dialogue
from geodata.model import FixedLink
from geodata.places.neighbours import Neighbours
from geodata.register import Register


@dataclass(frozen=True)
class Suggestion:
    """One way in for one municipality, with everything the ranking looked at.

    ``kind``: "join" the network ``network``, or "found" a network of its own with
    the other unorganised municipalities of the region in dialogue ``region``
    (``network`` is then None). ``members``: who is there already, or would found it.

    ``land``: members it shares a border with → km; ``links``: members at the other
    end of a fixed link; ``border_km``: the sum. ``nearest``: the member whose
    midpoint is nearest, ``nearest_km`` away; ``centre_km``: distance to the
    members' common midpoint. ``same_county``: members in its county.
    ``municipalities_after`` and ``population_after`` count the municipality in;
    None is unknown.
    """

    municipality: str
    kind: Literal["join", "found"]
    network: str | None
    region: str | None
    members: tuple[str, ...]
    land: Mapping[str, float]
    links: Mapping[str, FixedLink]
    border_km: float
    nearest: str
    nearest_km: float
    centre_km: float
    same_county: tuple[str, ...]
    municipalities_after: int
    population_after: int | None


@dataclass(frozen=True)
class Midpoints:
    """Centroid of every municipality (metric CRS) and the area it stands for (m², for the common midpoint)."""

    at: Mapping[str, tuple[float, float]]
    area_m2: Mapping[str, float]

    def apart_km(self, one: str, other: str) -> float:
        """Distance between two municipalities' midpoints."""
        return math.dist(self.at[one], self.at[other]) / 1000

    def from_all_km(self, one: str, others: Iterable[str]) -> float:
        """Distance to the centroid of several municipalities taken as one area."""
        weights = {other: self.area_m2[other] for other in others}
        centre = [sum(self.at[other][axis] * weight for other, weight in weights.items()) for axis in (0, 1)]
        return math.dist(self.at[one], [value / sum(weights.values()) for value in centre]) / 1000


def midpoints(register: Register) -> Midpoints:
    """Midpoints from the boundaries; they depend on nothing else, so compute them once.

    A midpoint is the centroid of the area (coast-clipped), which need not be
    where people live: there is no table of centres of population.
    """
    shapes = register.boundaries.geometry
    numbers, centres = list(shapes.index), shapes.centroid
    places = {number: (float(x), float(y)) for number, x, y in zip(numbers, centres.x, centres.y, strict=True)}
    return Midpoints(places, {number: float(area) for number, area in zip(numbers, shapes.area, strict=True)})


def near_km(neighbours: Neighbours, points: Midpoints) -> float:
    """How far from each other municipalities still are near, between midpoints: two ordinary steps of this region.

    Twice the median distance between the midpoints of two that share a border; nothing where no two do. Own
    method: a constant would fit one region's size.
    """
    apart = [
        points.apart_km(one, other)
        for one, beside in neighbours.border_km.items()
        for other in beside
        if one < other and other in points.at
    ]
    return 2 * statistics.median(apart) if apart else 0.0


def suggest(
    register: Register, assignment: Assignment, neighbours: Neighbours, points: Midpoints, year: int
) -> dict[str, tuple[Suggestion, ...]]:
    """For each municipality in no network: every network with members, and founding one, best first.

    ``year``: of the population. A network of a scenario counts like the others.
    The order is decided by the first of these that differs; nothing is weighed:

    1. more neighbours that are members, over land or by a fixed link
    2. a longer shared border with them, in whole hundreds of metres
    3. at least one member in the municipality's own county
    4. a shorter distance between midpoints to the nearest member
    5. the order of the networks' table, founding last
    """
    regions = in_dialogue(register)
    people = register.inhabitants[year]
    outside = assignment.unorganised()
    found: dict[str, tuple[Suggestion, ...]] = {}
    for number in outside:
        options = [
            _Option(network, None, members)
            for network in assignment.networks
            if (members := assignment.members(network))
        ]
        region = regions.get(number)
        others = tuple(one for one in outside if one != number and regions.get(one) == region)
        if region and others:
            options.append(_Option(None, region, others))
        suggestions = [_suggestion(number, option, register, neighbours, points, people) for option in options]
        found[number] = tuple(sorted(suggestions, key=_rank))  # a stable sort: equals keep the table's order
    return found


@dataclass(frozen=True)
class _Option:
    """A network to join, or a region to found one in; ``members``: who is there, or would found it."""

    network: str | None
    region: str | None
    members: tuple[str, ...]


def _rank(one: Suggestion) -> tuple[int, float, bool, float]:
    return -len({*one.land, *one.links}), -round(one.border_km, 1), not one.same_county, one.nearest_km


def _suggestion(
    number: str,
    option: _Option,
    register: Register,
    neighbours: Neighbours,
    points: Midpoints,
    people: Mapping[str, int | None],
) -> Suggestion:
    members = option.members
    inside = frozenset(members)
    land = {other: float(km) for other, km in neighbours.border_km[number].items() if other in inside}
    nearest = min(members, key=lambda other: (points.apart_km(number, other), other))
    county = register.municipalities[number].county
    after = (number, *members)
    known = [count for one in after if (count := people[one]) is not None]
    return Suggestion(
        municipality=number,
        kind="join" if option.network else "found",
        network=option.network,
        region=option.region,
        members=members,
        land=land,
        links={other: link for other, link in neighbours.links[number].items() if other in inside},
        border_km=sum(land.values()),
        nearest=nearest,
        nearest_km=points.apart_km(number, nearest),
        centre_km=points.from_all_km(number, members),
        same_county=tuple(other for other in members if register.municipalities[other].county == county),
        municipalities_after=len(after),
        population_after=sum(known) if len(known) == len(after) else None,
    )
