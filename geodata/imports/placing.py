"""Which municipality of the register a number in a file means, in which edition, or why none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from geodata.register import Register


@dataclass(frozen=True)
class PlacedNumber:
    """``edition``: the one that the number is read in. ``code``: why it is left out, as LeftOut has it; or blank."""

    edition: str
    code: str = ""
    parts: tuple[str, ...] = ()


class Placing:
    """The numbers of every edition, read as the table of statistics will read them again; none means two things."""

    def __init__(self, register: Register):
        self._register, self._chain, self._base = register, register.chain, register.edition
        self._known: dict[str, PlacedNumber] = {}

    def place(self, number: str) -> PlacedNumber:
        """The edition of a number, or why it is nobody's."""
        if number not in self._known:
            self._known[number] = self._place(number)
        return self._known[number]

    def is_used(self, number: str, first: int | None, last: int | None) -> bool:
        """Whether an edition with the number holds on 1 January of a year from ``first`` to ``last`` (None: open)."""
        return any(
            (last is None or begins is None or begins <= last) and (first is None or ends is None or ends >= first)
            for id, (begins, ends) in self._years.items()
            if number in self._register.editions[id].municipalities
        )

    @cached_property
    def _years(self) -> Mapping[str, tuple[int | None, int | None]]:
        """Edition → first and last year that it holds on 1 January; the oldest from ever, the newest for ever."""
        begins = [_first_year(one.valid_from) for one in self._register.editions.values()]
        ends = [*(year - 1 for year in begins[1:]), None]
        return dict(zip(self._register.editions, zip([None, *begins[1:]], ends, strict=True), strict=True))

    def _place(self, number: str) -> PlacedNumber:
        edition = self._chain.edition_of(number, self._base)
        parts = self._chain.parts(edition, number, self._base) if edition else ()
        inside = tuple(one.number for one in parts if one.number in self._register.municipalities)
        if edition is None or not inside:
            return PlacedNumber(edition or "", "not_municipality")
        return (
            PlacedNumber(edition, "split", inside) if any(one.share is None for one in parts) else PlacedNumber(edition)
        )


def _first_year(day: str) -> int:
    """The first year whose 1 January is not before a day."""
    year = int(day[:4])
    return year if day[4:] in ("", "-01", "-01-01") else year + 1
