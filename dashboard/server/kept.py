"""What is costly to make: so many made at a time, and kept for who asks for the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from cachetools import LRUCache

from dashboard.server.gate import Gate

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """Things by what they were asked for as; those that were asked for last, ``most`` by ``size`` in all."""

    def __init__(self, gate: Gate, most: int, size: Callable[[Made], int] = lambda _: 1) -> None:
        self._gate, self._lock, self._most, self._size = gate, Lock(), most, size
        self._kept: LRUCache[Hashable, Made] = LRUCache(most, size)

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What is kept, else what ``make`` makes behind the gate. Raises Busy."""
        if (kept := self._known(key)) is not None:
            return kept
        with self._gate.entered():
            if (kept := self._known(key)) is not None:  # made for somebody else meanwhile
                return kept
            made = make()
            with self._lock:
                if self._size(made) <= self._most:
                    self._kept[key] = made
            return made

    def clear(self) -> None:
        """Keep nothing of what was."""
        with self._lock:
            self._kept.clear()

    def _known(self, key: Hashable) -> Made | None:
        with self._lock:
            return self._kept.get(key)
