"""Does a network hang together: over land, over a bridge or through a tunnel, or only over the sea."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from geodata.join import Assignment
from geodata.model import FixedLink
from geodata.places.neighbours import Neighbours
from geodata.places.sea import Sea

Connection = Literal["land", "link", "sea", "apart", "empty"]


@dataclass(frozen=True)
class Contiguity:
    """How a network hangs together.

    ``state``: "land" one piece on land; "link" one piece because of fixed
    links; "sea" its pieces face each other across the water; "apart" others'
    territory lies between; "empty" it has no members. ``pieces``: the pieces on
    land, largest first, numbers in the municipalities' order. ``links``: the
    fixed links that are needed to join pieces, whatever the state. ``joined``:
    the pieces that are left when those links count.
    """

    state: Connection
    pieces: tuple[tuple[str, ...], ...]
    links: tuple[FixedLink, ...]
    joined: tuple[tuple[str, ...], ...]


def hang_together(assignment: Assignment, neighbours: Neighbours, sea: Sea) -> dict[str, Contiguity]:
    """Contiguity of every network of an assignment, by id."""
    return {network: contiguity(assignment.members(network), neighbours, sea) for network in assignment.networks}


def contiguity(members: Iterable[str], neighbours: Neighbours, sea: Sea) -> Contiguity:
    """Contiguity of one set of municipalities: connected components of the graph of neighbours within the set.

    Two municipalities of the set are joined over land by a border of more than
    zero length, by the register's fixed links, and over the sea as ``sea`` says.
    """
    chosen = tuple(members)
    pieces = _components(chosen, lambda number: neighbours.border_km[number])
    links = _needed(pieces, neighbours)
    ends = [(link.municipality_a, link.municipality_b) for link in links]

    def by_road(number: str) -> Iterable[str]:
        return (*neighbours.border_km[number], *(b if number == a else a for a, b in ends if number in (a, b)))

    joined = _components(chosen, by_road)
    ashore = _components(chosen, lambda number: (*by_road(number), *sea.get(number, ())))
    return Contiguity(_state(pieces, joined, ashore), pieces, links, joined)


def _state(*steps: tuple[tuple[str, ...], ...]) -> Connection:
    """The first way of joining pieces that leaves one."""
    if not steps[0]:
        return "empty"
    ways: tuple[Connection, ...] = ("land", "link", "sea")
    return next((way for way, pieces in zip(ways, steps, strict=True) if len(pieces) == 1), "apart")


def _needed(pieces: tuple[tuple[str, ...], ...], neighbours: Neighbours) -> tuple[FixedLink, ...]:
    """Fixed links that join two pieces not yet joined, in the order of the pieces' numbers."""
    piece_of = {number: place for place, piece in enumerate(pieces) for number in piece}
    needed = []
    for number in [number for piece in pieces for number in piece]:
        for other, link in neighbours.links[number].items():
            if other in piece_of and piece_of[other] != piece_of[number]:
                merged, gone = piece_of[number], piece_of[other]
                piece_of = {one: merged if place == gone else place for one, place in piece_of.items()}
                needed.append(link)
    return tuple(needed)


def _components(members: tuple[str, ...], beside: Callable[[str], Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """Connected components within ``members``, largest first, then by place among the members."""
    left = dict.fromkeys(members)
    order = {number: place for place, number in enumerate(left)}
    found = []
    while left:
        start = next(iter(left))
        del left[start]
        piece, waiting = [start], [start]
        while waiting:
            for other in beside(waiting.pop()):
                if other in left:
                    del left[other]
                    piece.append(other)
                    waiting.append(other)
        found.append(tuple(sorted(piece, key=order.__getitem__)))
    return tuple(sorted(found, key=lambda piece: (-len(piece), order[piece[0]])))
