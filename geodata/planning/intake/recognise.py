"""What a cell means: which municipality, which networks; and what it may have meant when it means nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from geodata.join import covering_networks
from geodata.numbers import municipality_number
from geodata.planning.new_network import NO_NETWORK, NewNetwork
from geodata.register import Register
from geodata.search import plain
from geodata.text import fold, likely

#: How people write "in no network", folded.
WORDS_FOR_NONE = frozenset({NO_NETWORK, "ingen", "ingen nettverk", "ingen klimanettverk", "inga", "uten", "utan", "-"})

_NUMBER_AND_NAME = re.compile(r"(\d{3,4})[ ,:;–-]+(\D.*)")
_KIND_OF_PLACE = re.compile(r"\s+(?:kommune|herred|herad|municipality)$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[+|;,/\n&]\s*|\s+(?:og|and)\s+")


@dataclass(frozen=True)
class Place:
    """What a cell says about a municipality: its number, of the region or ``outside`` it.

    ``parts``: a number of another edition that was split means these, and so none of them.
    """

    number: str
    outside: bool = False
    parts: tuple[str, ...] = ()


class Places:
    """The municipalities that cells may mean: by the numbers of every edition and by name."""

    def __init__(self, register: Register):
        self._meant, self._inside = register.meant, frozenset(register.municipalities)
        self._outside = set(register.outside) - self._inside
        self._names = _by_plain_name({number: [one.name] for number, one in register.municipalities.items()})
        self._outside_names = _by_plain_name({number: [one.name] for number, one in register.outside.items()})
        self._known = {one.name: number for number, one in register.municipalities.items()}
        self._known |= {
            former: number
            for number, one in register.municipalities.items()
            for former in one.other_names
            if plain(former) not in self._names
        }
        self.find = cache(self._find)  # of one file: each cell is asked for by several columns, and often repeated

    def _find(self, cell: str) -> Place | None:
        """The municipality that a cell says: a number, a name (with or without "kommune"), or "3006 Kongsberg".

        A number and a name of two municipalities say none. A four-digit number
        that the register does not know lies outside.
        """
        pair = _NUMBER_AND_NAME.fullmatch(cell)
        if pair:
            by_number, by_name = self._find(pair[1]), self._find(pair[2])
            return by_number if by_number and (by_number == by_name or (by_number.outside and not by_name)) else None
        number = municipality_number(cell)
        if number:
            meant = self._meant(number)
            if len(meant) > 1:
                return Place(number, parts=meant)
            return Place(meant[0]) if meant else Place(number, outside=True)
        name = plain(_KIND_OF_PLACE.sub("", cell))
        if name in self._names:
            return Place(self._names[name])
        return Place(self._outside_names[name], outside=True) if name in self._outside_names else None

    def knows(self, cell: str) -> bool:
        """Whether the cell says a municipality that the register has, in the region or around it."""
        found = self.find(cell)
        return found is not None and (not found.outside or found.number in self._outside or not cell.isdecimal())

    def likely(self, cell: str) -> str | None:
        """Number of the municipality that a misspelt name likely means; a former name means today's municipality."""
        pair = _NUMBER_AND_NAME.fullmatch(cell)
        meant = likely(_KIND_OF_PLACE.sub("", pair[2] if pair else cell), self._known)
        return self._known[meant] if meant else None


class Networks:
    """The networks that cells may mean: by id, short name, full name in any language, and other names."""

    def __init__(self, register: Register, founded: Iterable[NewNetwork] = ()):
        terms = {
            id: [id, network.short_name, *network.names.values(), *network.other_names]
            for id, network in covering_networks(register).items()
        }
        terms |= {one.id: [one.id, one.name] for one in founded}
        self._names = _by_plain_name(terms)
        words = Counter(
            word for several in terms.values() for word in {w for term in several for w in fold(term).split()}
        )
        self._common = {word for word, networks in words.items() if networks > 1}
        self._known = {own: id for id, several in terms.items() for term in several if (own := self._own_words(term))}
        self.ids = frozenset(terms)
        self.find = cache(self._find)

    def _find(self, cell: str) -> tuple[str, ...] | None:
        """Ids of the networks a cell says, empty for none; None when it says no known one."""
        name = plain(cell)
        if name in self._names:
            return (self._names[name],)
        if cell.casefold() in WORDS_FOR_NONE or name in WORDS_FOR_NONE or cell in ("–", "—"):
            return ()
        parts = [plain(part) for part in _BETWEEN.split(cell) if part]
        if len(parts) > 1 and all(part in self._names for part in parts):
            return tuple(dict.fromkeys(self._names[part] for part in parts))
        return None

    def likely(self, cell: str) -> str | None:
        """Id of the network that a misspelt name likely means.

        Words that several networks' names share are left aside: they make any two
        networks alike.
        """
        meant = likely(self._own_words(cell), self._known)
        return self._known[meant] if meant else None

    def _own_words(self, name: str) -> str:
        return " ".join(word for word in fold(name).split() if word not in self._common)


def _by_plain_name(terms: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Id by plain name, without the names that two share."""
    ids: dict[str, set[str]] = {}
    for id, names in terms.items():
        for name in names:
            if plain(name):
                ids.setdefault(plain(name), set()).add(id)
    return {name: next(iter(found)) for name, found in ids.items() if len(found) == 1}
