"""Editions of municipality numbers, and how municipalities of one became those of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property


@dataclass(frozen=True)
class County:
    """A county of one edition; ``id`` is what addresses use, ``number`` has two digits."""

    id: str
    name: str
    number: str
    source: str


@dataclass(frozen=True)
class Numbered:
    """A municipality as one edition has it, with its county of that edition; None is unknown."""

    number: str
    name: str
    county: County | None


@dataclass(frozen=True)
class Edition:
    """A set of municipality numbers and counties that holds from a day on.

    ``id``: the year, which also stands in columns and words ("number_2024").
    ``valid_from``: its first day, as 2024-01-01. ``shows_numbers``: whether page and
    files show its numbers beside those of the base edition; ``groups``: whether
    municipalities are grouped by its counties.
    """

    id: str
    valid_from: str
    shows_numbers: bool
    groups: bool
    counties: Mapping[str, County]
    municipalities: Mapping[str, Numbered]
    source: str


@dataclass(frozen=True)
class Change:
    """What became of a municipality at the next edition: ``share`` of it went to another; None is unknown."""

    before: str
    number: str
    after: str
    became: str
    share: Fraction | None


@dataclass(frozen=True)
class Counterpart:
    """A municipality that another corresponds to, and how much of the other lies in it; None is unknown."""

    number: str
    share: Fraction | None

    @property
    def is_whole(self) -> bool:
        """Whether all of the other lies in it."""
        return self.share == 1


class Chain:
    """The editions in order, and the changes between each and the next.

    A number that stands in two editions that follow each other, and that no
    change speaks of, means the same municipality in both. Backwards, a municipality
    lies wholly in the only one that it was made of; of one that was made of
    several nobody knows how much lies in each.
    """

    def __init__(self, editions: Mapping[str, Iterable[str]], changes: Iterable[Change]):
        """``editions``: id → numbers, from the oldest to the newest; ``changes`` lead from one to the next."""
        self._numbers = {id: frozenset(numbers) for id, numbers in editions.items()}
        self._order = tuple(self._numbers)
        self._changes = tuple(changes)

    @cached_property
    def _forward(self) -> dict[tuple[str, str], tuple[Counterpart, ...]]:
        """(edition, number) → what it is at the next edition."""
        steps: dict[tuple[str, str], list[Counterpart]] = {}
        for one in self._changes:
            steps.setdefault((one.before, one.number), []).append(Counterpart(one.became, one.share))
        arrived = {(one.after, one.became) for one in self._changes}
        for before, after in self._steps:
            for number in self._numbers[before] & self._numbers[after]:
                if (before, number) not in steps and (after, number) not in arrived:
                    steps[before, number] = [Counterpart(number, Fraction(1))]
        return {place: tuple(parts) for place, parts in steps.items()}

    @cached_property
    def _backward(self) -> dict[tuple[str, str], tuple[Counterpart, ...]]:
        """(edition, number) → what it was at the edition before."""
        steps: dict[tuple[str, str], list[str]] = {}
        after = dict(self._steps)
        for (edition, number), parts in self._forward.items():
            for part in parts if edition in after else ():
                steps.setdefault((after[edition], part.number), []).append(number)
        return {
            place: tuple(Counterpart(number, Fraction(1) if len(numbers) == 1 else None) for number in numbers)
            for place, numbers in steps.items()
        }

    @property
    def _steps(self) -> Iterator[tuple[str, str]]:
        return zip(self._order, self._order[1:], strict=False)

    def parts(self, edition: str, number: str, to: str) -> tuple[Counterpart, ...]:
        """The municipalities of the edition ``to`` that one of ``edition`` corresponds to; none when it is not known.

        Raises ValueError for an edition that is not there.
        """
        at, goal = self._order.index(edition), self._order.index(to)
        found = {number: Fraction(1)} if number in self._numbers[edition] else {}
        shares: dict[str, Fraction | None] = dict(found)
        while at != goal and shares:
            table, step = (self._forward, 1) if goal > at else (self._backward, -1)
            reached: dict[str, Fraction | None] = {}
            for one, share in shares.items():
                for part in table.get((self._order[at], one), ()):
                    known = None if share is None or part.share is None else share * part.share
                    before = reached.get(part.number, Fraction(0))
                    reached[part.number] = None if known is None or before is None else before + known
            shares, at = reached, at + step
        return tuple(Counterpart(one, share) for one, share in sorted(shares.items()))

    def is_same(self, edition: str, number: str, to: str) -> str | None:
        """The number in the edition ``to`` of exactly this municipality; None when it was merged or split between."""
        parts = self.parts(edition, number, to)
        if len(parts) != 1 or not parts[0].is_whole:
            return None
        back = self.parts(to, parts[0].number, edition)
        return parts[0].number if [one.number for one in back] == [number] else None

    def edition_of(self, number: str, base: str) -> str | None:
        """The edition that a number without one is read in: ``base``, else the newest that has it."""
        if number in self._numbers.get(base, ()):
            return base
        return next((id for id in reversed(self._order) if number in self._numbers[id]), None)

    def meant(self, number: str, base: str) -> tuple[Counterpart, ...]:
        """The municipalities of ``base`` that a number of any edition means."""
        edition = self.edition_of(number, base) if base in self._numbers else None
        return self.parts(edition, number, base) if edition else ()

    def carry(
        self, values: Mapping[str, float | None], edition: str, to: str, adds_up: bool = True
    ) -> dict[str, float | None]:
        """Figures of municipalities of one edition as figures of another: number → value, None for unknown.

        What merged is summed, what was split by a known share divided; a part that
        is missing, or whose share nobody knows, makes the figure unknown. A figure
        that does not add up (``adds_up``) is carried only from exactly the same municipality.
        """
        carried: dict[str, float | None] = {}
        for number in sorted(self._numbers[to]):
            if not adds_up:
                same = self.is_same(to, number, edition)
                carried[number] = values.get(same) if same else None
                continue
            terms = [
                _times(values.get(one.number), part.share)
                for one in self.parts(to, number, edition)
                for part in self.parts(edition, one.number, to)
                if part.number == number
            ]
            known = [term for term in terms if term is not None]
            carried[number] = sum(known) if terms and len(known) == len(terms) else None
        return carried


def _times(value: float | None, share: Fraction | None) -> float | None:
    if value is None or share is None:
        return None
    return value if share == 1 else float(value * share)
