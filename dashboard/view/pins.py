"""Notes that a planner pins to municipalities: short, few, and part of the address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from geodata.planning.new_network import tidy_name

#: At most so many pins in a link, each of at most so many characters.
MOST_PINS, PIN_LENGTH = 10, 80


@dataclass(frozen=True)
class Pin:
    """A note on a municipality, by its number of the base edition; it stands in the address as "3051:note"."""

    number: str
    text: str

    def __str__(self) -> str:
        return f"{self.number}:{self.text}"


def with_pin(pins: Iterable[Pin], pin: Pin) -> tuple[Pin, ...]:
    """The pins with another one, which takes the place of one on the same municipality."""
    return (*without_pin(pins, pin.number), pin)


def without_pin(pins: Iterable[Pin], number: str) -> tuple[Pin, ...]:
    """The pins without that on a municipality."""
    return tuple(one for one in pins if one.number != number)


def note_of(text: str) -> str:
    """A note as it is kept: without what nobody can see, with single spaces; it may still be too long, or empty."""
    return tidy_name(text)
