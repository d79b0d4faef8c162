"""What to look at while planning: each check with its state and the values behind it. Words are the page's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from geodata.join import Assignment
from geodata.places.neighbours import Neighbours
from geodata.places.sea import Sea
from geodata.planning.contiguity import Contiguity, hang_together
from geodata.register import Register

#: "fine"; "look": somebody should look at this; "unfinished": the plan is not done yet. Nothing is "wrong".
CheckState = Literal["fine", "look", "unfinished"]

#: A network in which one municipality has more than this share of the inhabitants leans on it. Own choice: a majority.
LARGEST_SHARE = 0.5
#: Large and small are mixed when the largest has at least this many times the inhabitants of the smallest.
#: Klima Viken wants every network to mix them but gives no measure; the figure is an own choice.
MIXED_FROM = 3.0


@dataclass(frozen=True)
class Check:
    """One thing looked at.

    ``network``: the network's id, None when it is about the plan as a whole.
    ``numbers``: the municipalities it is about. ``values``: what the words need,
    by name. Codes and their values:

    - ``network_land``, ``network_link`` (links), ``network_sea`` (pieces),
      ``network_apart`` (pieces): does it hang together
    - ``no_members``, ``one_member``
    - ``sizes_mixed``, ``sizes_alike``, ``one_dominates`` (largest, smallest: numbers;
      ratio, share), ``sizes_unknown``
    - ``one_county`` (county), ``crosses_counties`` (counties: id → numbers)
    - ``cut_off``: numbers are members, but no neighbour of theirs is
    - ``left_between``: numbers are in no network, and all their neighbours are;
      ``nobody_left_between``
    - ``unorganised_left``, ``all_organised``
    """

    code: str
    state: CheckState
    network: str | None = None
    numbers: tuple[str, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)


def check_plan(
    register: Register,
    plan: Assignment,
    founded: Iterable[str],
    neighbours: Neighbours,
    sea: Sea,
    year: int,
) -> tuple[Check, ...]:
    """Everything looked at, the plan as a whole first, then network by network in their order.

    ``founded``: ids of the networks that the plan founds; ``year``: of the population.
    """
    new = set(founded)
    hanging = hang_together(plan, neighbours, sea)
    checks = [_unorganised(plan), _left_between(plan, neighbours)]
    for network in plan.networks:
        members = plan.members(network)
        if len(members) < 2:
            checks.append(_few(network, members, network in new))
            continue
        checks.append(_contiguity(network, members, hanging[network]))
        checks += _cut_off(network, members, neighbours)
        checks.append(_sizes(register, network, members, year))
        checks.append(_counties(register, network, members))
    return tuple(checks)


def _unorganised(plan: Assignment) -> Check:
    left = plan.unorganised()
    return Check("unorganised_left", "unfinished", numbers=left) if left else Check("all_organised", "fine")


def _left_between(plan: Assignment, neighbours: Neighbours) -> Check:
    """Unorganised municipalities all of whose neighbours in the region, by land or fixed link, are organised."""
    between = tuple(
        number
        for number in plan.unorganised()
        if (beside := [other for other in neighbours.of(number) if other in plan])
        and all(plan[other] for other in beside)
    )
    return Check("left_between", "look", numbers=between) if between else Check("nobody_left_between", "fine")


def _few(network: str, members: tuple[str, ...], new: bool) -> Check:
    if members:
        return Check("one_member", "look", network, members)
    return Check("no_members", "unfinished" if new else "look", network)


def _contiguity(network: str, members: tuple[str, ...], found: Contiguity) -> Check:
    fine: CheckState = "fine" if found.state in ("land", "link") else "look"
    values = {"pieces": found.joined, "links": found.links}
    return Check(f"network_{found.state}", fine, network, members, values)


def _cut_off(network: str, members: tuple[str, ...], neighbours: Neighbours) -> Iterator[Check]:
    alone = tuple(number for number in members if not set(neighbours.of(number)) & set(members))
    if alone:
        yield Check("cut_off", "look", network, alone)


def _sizes(register: Register, network: str, members: tuple[str, ...], year: int) -> Check:
    people = register.inhabitants[year]
    counts = {number: count for number in members if (count := people[number]) and count > 0}
    if unknown := tuple(number for number in members if number not in counts):
        return Check("sizes_unknown", "look", network, unknown)
    largest, smallest = max(counts, key=counts.__getitem__), min(counts, key=counts.__getitem__)
    ratio, share = counts[largest] / counts[smallest], counts[largest] / sum(counts.values())
    values = {"largest": largest, "smallest": smallest, "ratio": ratio, "share": share}
    if share > LARGEST_SHARE:
        return Check("one_dominates", "look", network, (largest,), values)
    if ratio >= MIXED_FROM:
        return Check("sizes_mixed", "fine", network, members, values)
    return Check("sizes_alike", "look", network, members, values)


def _counties(register: Register, network: str, members: tuple[str, ...]) -> Check:
    counties: dict[str, tuple[str, ...]] = {}
    for number in members:
        county = register.municipalities[number].county
        counties[county] = (*counties.get(county, ()), number)
    if len(counties) == 1:
        return Check("one_county", "fine", network, members, {"county": next(iter(counties))})
    return Check("crosses_counties", "look", network, members, {"counties": counties})
