"""A scenario as the address writes it, and back: "3006:kongsberg,3045:naik,3048:none,3039:naik+follo"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geodata.join import covering_networks
from geodata.numbers import municipality_number
from geodata.planning.new_network import NAME_LENGTH, NO_NETWORK, NewNetwork, is_id, tidy_name
from geodata.planning.scenario import Scenario
from geodata.register import Register

#: More new networks than anybody can tell apart on a map; the rest is ignored and said.
MOST_FOUNDED = 12
#: A part that is not understood is repeated to the reader up to here.
SHOWN_LENGTH = 60
#: "+" between networks; decoding an address as a form turns it into a space.
_BETWEEN = re.compile("[+ ]+")


@dataclass(frozen=True)
class Vocabulary:
    """What an address may speak of.

    ``numbers``: the register's number by those of every edition. ``networks``:
    ids that can be assigned. ``taken``: every id that a new network may not have.
    """

    numbers: Mapping[str, str]
    networks: tuple[str, ...]
    taken: frozenset[str]


@dataclass(frozen=True)
class UnreadPart:
    """A part of the address that does not count, and why.

    ``code``: bad_form, unknown_number, unknown_network, repeated (a later part
    says otherwise), bad_id, taken_id, bad_name, name_too_long, too_many.
    """

    part: str
    code: str


def vocabulary(register: Register) -> Vocabulary:
    """What addresses may speak of, with this register."""
    taken = frozenset({NO_NETWORK, *register.networks})
    return Vocabulary(register.number_index, tuple(covering_networks(register)), taken)


def write_scenario(scenario: Scenario) -> str:
    """The value of the parameter ``scenario``; empty when no municipality changes."""
    return ",".join(f"{number}:{'+'.join(ids) or NO_NETWORK}" for number, ids in scenario.changes.items())


def write_founded(scenario: Scenario) -> tuple[str, ...]:
    """The values of the repeated parameter ``new``."""
    return tuple(f"{one.id}:{one.name}" for one in scenario.founded)


def read_founded(texts: Iterable[str], known: Vocabulary) -> tuple[tuple[NewNetwork, ...], tuple[UnreadPart, ...]]:
    """The networks that the values of ``new`` found, and what does not count. Never raises.

    Split at the first colon. The first of one id counts.
    """
    founded: dict[str, NewNetwork] = {}
    ignored: list[UnreadPart] = []
    for text in texts:
        id, _, typed = text.partition(":")
        id, name = id.strip(), tidy_name(typed)
        code = _wrong(id, name, founded, known)
        if code:
            ignored.append(_ignored(text, code))
        else:
            founded[id] = NewNetwork(id, name)
    return tuple(founded.values()), tuple(ignored)


def read_scenario(
    text: str, known: Vocabulary, founded: Iterable[NewNetwork] = ()
) -> tuple[Scenario, tuple[UnreadPart, ...]]:
    """The scenario that the value of ``scenario`` (or of one ``compare``) means, and what does not count. Never raises.

    Numbers of other editions become the register's own; of two parts about one municipality
    the last understood one counts. A part that names a known and an unknown
    network keeps the known one.
    """
    new = tuple(founded)
    networks = {*known.networks, *(one.id for one in new)}
    changes: dict[str, tuple[str, ...]] = {}
    said: dict[str, str] = {}
    ignored: list[UnreadPart] = []
    for part in (part.strip() for part in text.split(",")):
        number, ids, wrong = _read_part(part, known, networks)
        ignored += wrong
        if number is None:
            continue
        if changes.get(number, ids) != ids:
            ignored.append(_ignored(said[number], "repeated"))
        changes[number], said[number] = ids, part
    return Scenario(changes, new), tuple(ignored)


def _read_part(
    part: str, known: Vocabulary, networks: set[str]
) -> tuple[str | None, tuple[str, ...], list[UnreadPart]]:
    """The municipality and its networks; no municipality when the part does not count at all."""
    if not part:
        return None, (), []
    place, colon, wanted = part.partition(":")
    ids = tuple(dict.fromkeys(id for id in _BETWEEN.split(wanted) if id))
    if not colon or not ids:
        return None, (), [_ignored(part, "bad_form")]
    number = known.numbers.get(municipality_number(place) or "")
    if number is None:
        return None, (), [_ignored(part, "unknown_number")]
    if ids == (NO_NETWORK,):
        return number, (), []
    found = tuple(id for id in ids if id in networks)
    unknown = [_ignored(f"{place.strip()}:{id}", "unknown_network") for id in ids if id not in networks]
    return (number if found else None), found, unknown


def _wrong(id: str, name: str, founded: Mapping[str, NewNetwork], known: Vocabulary) -> str | None:
    if not is_id(id):
        return "bad_id"
    if id in known.taken or id in founded:
        return "taken_id"
    if not name:
        return "bad_name"
    if len(name) > NAME_LENGTH:
        return "name_too_long"
    return "too_many" if len(founded) >= MOST_FOUNDED else None


def _ignored(part: str, code: str) -> UnreadPart:
    return UnreadPart(part.strip()[:SHOWN_LENGTH], code)
