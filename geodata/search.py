"""Finding what a reader means: municipalities, former names, networks, counties and numbers, forgiving of spelling."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from geodata.join import covering_networks
from geodata.model import Municipality
from geodata.numbers import municipality_number
from geodata.register import Register
from geodata.text import fold

#: What is written where Norwegian letters are not at hand; both sides of a comparison are rewritten.
_PLAIN = str.maketrans({"æ": "ae", "ä": "ae", "ø": "o", "ö": "o", "å": "a", "-": " ", "é": "e"})
#: From which likeness (rapidfuzz ratio, 0-100) a misspelt word still counts.
LIKE_ENOUGH = 75
#: Texts shorter than this are not searched by likeness: nearly everything is alike.
SHORTEST_ALIKE = 4


@dataclass(frozen=True)
class Entry:
    """Something that can be found: ``kind`` is municipality, network (that covers), other (network) or county.

    ``terms`` are what it answers to.
    """

    kind: str
    id: str
    terms: tuple[str, ...]


@dataclass(frozen=True)
class Hit:
    """A found entry, the term that was meant, and how well it fits (0-100)."""

    entry: Entry
    term: str
    score: float


def entries(register: Register) -> tuple[Entry, ...]:
    """Everything that can be found in a register: municipalities, networks of every kind, counties."""
    found = [
        Entry(
            "municipality",
            number,
            (place.name, number, *place.other_numbers, *_with_county(register, number), *_elsewhere(place)),
        )
        for number, place in register.municipalities.items()
    ]
    for id, network in covering_networks(register).items():
        names = dict.fromkeys((*network.names.values(), network.short_name, *network.other_names))
        found.append(Entry("network", id, tuple(names)))
    for id, network in register.networks.items():
        if id not in covering_networks(register):
            names = dict.fromkeys((*network.names.values(), network.short_name, *network.other_names))
            found.append(Entry("other", id, tuple(names)))
    found += [Entry("county", id, (county.name,)) for id, county in register.counties.items()]
    return tuple(found)


def search(entries: Iterable[Entry], text: str) -> list[Hit]:
    """The entries that ``text`` may mean, best first; none for an empty text.

    Whole terms come before beginnings, beginnings before parts, and parts before
    terms that are only alike; a number must match from its first digit.
    """
    wanted = plain(text)
    if not wanted:
        return []
    number = municipality_number(text)
    hits = []
    for entry in entries:
        scored = [(max(_score(wanted, plain(term)), 100.0 if term == number else 0.0), term) for term in entry.terms]
        score, term = max(scored, key=lambda pair: pair[0])  # the first of equals: today's name before former ones
        if score > 0:
            hits.append(Hit(entry, term, score))
    best = sorted(hits, key=lambda hit: (-hit.score, hit.term != hit.entry.terms[0]))
    if best and best[0].score > LIKE_ENOUGH:
        best = [hit for hit in best if hit.score > LIKE_ENOUGH]  # a true match makes guesses noise
    return best


def plain(text: str) -> str:
    """Folded, with Norwegian letters as they are written without them: "Bærum" and "Baerum" alike."""
    return " ".join(fold(text).replace("aa", "a").translate(_PLAIN).split())


def _score(wanted: str, term: str) -> float:
    if wanted == term:
        return 100
    if term.startswith(wanted):
        return 95
    if wanted.isdigit():
        return 0
    if any(word.startswith(wanted) for word in term.split()):
        return 90
    if len(wanted) > 1 and wanted in term:
        return 80
    if len(wanted) < SHORTEST_ALIKE:
        return 0
    words = [word for word in (term, *term.split()) if len(word) >= SHORTEST_ALIKE]
    likeness = max((fuzz.ratio(wanted, word) for word in words), default=0)
    return likeness * 0.75 if likeness >= LIKE_ENOUGH else 0


def _with_county(register: Register, number: str) -> Iterable[str]:
    """The name as it is told from others: with its county, and as a municipality ("Nes i Akershus", "Nes kommune")."""
    place = register.municipalities[number]
    return f"{place.name} i {register.counties[place.county].name}", f"{place.name} kommune"


def _elsewhere(place: Municipality) -> Iterable[str]:
    """Names in other editions that differ from its own, and with their county where that tells them from others."""
    named = {one.name: one for several in place.elsewhere.values() for one in several if one.name != place.name}
    for name, one in named.items():
        yield name
        if one.county:
            yield f"{name} i {one.county.name}"
