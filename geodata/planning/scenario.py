"""What if: other networks for some municipalities, and networks that do not exist yet. Today is never changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from geodata.join import Assignment
from geodata.planning.new_network import NewNetwork


@dataclass(frozen=True)
class Scenario:
    """What differs from today.

    ``changes``: number → the municipality's whole set of networks' ids in the
    scenario, the empty tuple for none; kept in the order of the numbers, an id
    once. ``founded``: the networks that the scenario founds, members or not.
    Raises ValueError when two founded networks have the same id.
    """

    changes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    founded: tuple[NewNetwork, ...] = ()

    def __post_init__(self) -> None:
        changes = {number: tuple(dict.fromkeys(ids)) for number, ids in sorted(self.changes.items())}
        object.__setattr__(self, "changes", changes)
        object.__setattr__(self, "founded", tuple(self.founded))
        if len({one.id for one in self.founded}) < len(self.founded):
            raise ValueError(f"two founded networks have the same id: {sorted(one.id for one in self.founded)}")

    def __hash__(self) -> int:
        return hash((tuple(self.changes.items()), self.founded))

    def __bool__(self) -> bool:
        return bool(self.changes or self.founded)


def apply(today: Assignment, scenario: Scenario) -> Assignment:
    """The assignment that ``scenario`` makes of ``today``'s; founded networks come after the others.

    Raises ValueError when the scenario speaks of a municipality or network that is not known.
    """
    networks = (*today.networks, *(one.id for one in scenario.founded if one.id not in today.networks))
    return Assignment({**today, **scenario.changes}, today, networks)


def inverse(today: Assignment, scenario: Scenario) -> Scenario:
    """The scenario that leads from ``apply(today, scenario)`` back to ``today``."""
    return Scenario({number: today[number] for number in scenario.changes})


def normalised(scenario: Scenario, today: Assignment) -> Scenario:
    """The same plan written in one way: only real changes, ids in the order of the networks' table.

    Founded networks without members stay: an unfinished plan is still a plan.
    """
    after = apply(today, scenario)
    return replace(
        scenario, changes={number: after[number] for number in scenario.changes if after[number] != today[number]}
    )


def assign(scenario: Scenario, numbers: Iterable[str], networks: Iterable[str]) -> Scenario:
    """The scenario with ``numbers`` in exactly ``networks``, in none when there are no networks."""
    ids = tuple(networks)
    return replace(scenario, changes={**scenario.changes, **dict.fromkeys(numbers, ids)})


def restore(scenario: Scenario, numbers: Iterable[str]) -> Scenario:
    """The scenario with ``numbers`` as they are today."""
    back = set(numbers)
    return replace(scenario, changes={number: ids for number, ids in scenario.changes.items() if number not in back})


def found(scenario: Scenario, network: NewNetwork) -> Scenario:
    """The scenario with one more network; raises ValueError when it founds one of that id already."""
    return replace(scenario, founded=(*scenario.founded, network))


def rename(scenario: Scenario, id: str, name: str) -> Scenario:
    """The scenario with another name for one founded network; its id, and so every link's, stays."""
    return replace(scenario, founded=tuple(NewNetwork(id, name) if one.id == id else one for one in scenario.founded))


def dissolve(scenario: Scenario, id: str) -> Scenario:
    """The scenario without one founded network; who stood in it alone is as today, who stood in others keeps those."""
    changes = {}
    for number, ids in scenario.changes.items():
        kept = tuple(one for one in ids if one != id)
        if kept or not ids:
            changes[number] = kept
    return Scenario(changes, tuple(one for one in scenario.founded if one.id != id))


def only_used(scenario: Scenario) -> Scenario:
    """The scenario without founded networks that nobody stands in."""
    used = {id for ids in scenario.changes.values() for id in ids}
    return replace(scenario, founded=tuple(one for one in scenario.founded if one.id in used))


def on_top(base: Scenario, later: Scenario) -> Scenario:
    """Both scenarios' changes and networks; where they disagree, ``later`` counts."""
    names = {one.id: one for one in (*base.founded, *later.founded)}
    return Scenario({**base.changes, **later.changes}, tuple(names.values()))
