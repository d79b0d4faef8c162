"""Networks that a file names and nobody knows: collected, each with an id of its own."""

from __future__ import annotations

from collections.abc import Iterable

from geodata.planning.new_network import NAME_LENGTH, NewNetwork, free_id, is_id, tidy_name
from geodata.planning.scenario_text import MOST_FOUNDED
from geodata.text import fold


class Newcomers:
    """The networks that rows would found, in the order they are met; ``taken`` ids are never given out."""

    def __init__(self, taken: Iterable[str], room: int = MOST_FOUNDED):
        self._taken = set(taken)
        self._room = room
        self._by_name: dict[str, NewNetwork] = {}
        self._by_id: dict[str, NewNetwork] = {}

    def by_name(self, text: str) -> tuple[str | None, str]:
        """Id of the new network of this name, made when it is new; or None and the code of what is wrong."""
        name = tidy_name(text)
        if not any(letter.isalpha() for letter in name):
            return None, "unknown_network"
        if len(name) > NAME_LENGTH:
            return None, "name_too_long"
        if fold(name) in self._by_name:
            return self._by_name[fold(name)].id, ""
        return self._add(free_id(name, {*self._taken, *self._by_id}), name)

    def by_id(self, id: str, text: str) -> tuple[str | None, str]:
        """The same for a network whose id the file gives; of its names the first counts."""
        if id in self._by_id:
            return id, ""
        if not is_id(id):
            return None, "unknown_network"
        if id in self._taken:
            return None, "taken_id"
        name = tidy_name(text) or id
        return (None, "name_too_long") if len(name) > NAME_LENGTH else self._add(id, name)

    def used(self, ids: Iterable[str]) -> tuple[NewNetwork, ...]:
        """The new networks among ``ids``, in the order they were met."""
        wanted = set(ids)
        return tuple(one for id, one in self._by_id.items() if id in wanted)

    def _add(self, id: str, name: str) -> tuple[str | None, str]:
        if len(self._by_id) >= self._room:
            return None, "too_many_new"
        network = NewNetwork(id, tidy_name(name) or id)
        self._by_id[id] = network
        self._by_name.setdefault(fold(network.name), network)
        return id, ""
