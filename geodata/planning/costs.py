"""The 50/50 scheme as an example, with the planner's own sums: what each municipality pays, and the county the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from geodata.join import Assignment
from geodata.text import clean

#: The smallest sum: one øre.
ORE = Decimal("0.01")
#: Larger sums are slips of the finger.
MOST_KR = Decimal(1_000_000_000)

_AMOUNT = re.compile(r"\d{1,12}(?:[.,]\d{1,2})?")
#: Thousands set apart by a mark: three digits follow it, where øre are never more than two.
_GROUPED = re.compile(r"[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d{1,2})?")
_UNIT = re.compile(r"^(?:kr|nok)\.?|(?:kr|nok)\.?$|,-$", re.IGNORECASE)


@dataclass(frozen=True)
class NetworkCost:
    """One network's year. ``shares``: number → kr; the sums are None when a share is unknown.

    ``municipalities_kr`` is the exact sum of the shares, ``county_kr`` the same
    again, ``total_kr`` both.
    """

    shares: Mapping[str, Decimal | None]
    municipalities_kr: Decimal | None
    county_kr: Decimal | None
    total_kr: Decimal | None


@dataclass(frozen=True)
class Costs:
    """By network, by municipality (a member of two pays in both), and in all. Unorganised municipalities pay nothing.

    ``shares`` holds every municipality of the assignment, 0 for the unorganised.
    """

    networks: Mapping[str, NetworkCost]
    shares: Mapping[str, Decimal | None]
    municipalities_kr: Decimal | None
    county_kr: Decimal | None
    total_kr: Decimal | None


def cost(
    assignment: Assignment,
    population: Mapping[str, int | None],
    equal_kr: Decimal | None,
    each_kr: Decimal | None,
    networks: Iterable[str] | None = None,
    most_kr: Decimal | None = None,
) -> Costs | None:
    """What the example costs, or None when neither sum is given; one that is not given counts as 0.

    A municipality's share in a network is ``equal_kr`` + ``each_kr`` × inhabitants, ``most_kr`` at most,
    rounded to whole øre (half up), so that shares add up to the sums exactly. It
    is unknown when the inhabitants are and ``each_kr`` is not 0. The model is that
    of an existing network: an equal sum, a sum per inhabitant, matched by the county.
    ``networks``: those to count, all of the assignment by default.
    """
    if equal_kr is None and each_kr is None:
        return None
    equal, each = equal_kr or Decimal(0), each_kr or Decimal(0)

    def share(number: str) -> Decimal | None:
        people = population.get(number) if each else 0
        if people is None:
            return None
        asked = equal + each * int(people)
        return (asked if most_kr is None else min(asked, most_kr)).quantize(ORE, ROUND_HALF_UP)

    counted = {
        network: _network_cost({number: share(number) for number in assignment.members(network)})
        for network in (assignment.networks if networks is None else networks)
    }
    shares = {
        number: _sum(one.shares[number] for one in counted.values() if number in one.shares) for number in assignment
    }
    paid = _sum(one.municipalities_kr for one in counted.values())
    return Costs(counted, shares, paid, paid, _doubled(paid))


def read_kr(text: str) -> Decimal | None:
    """The sum in kr that somebody typed ("25 000", "25.000", "kr 1,50"), or None when it is no sum from 0 up."""
    typed = _UNIT.sub("", "".join(clean(text).split()))
    grouped = _GROUPED.fullmatch(typed)
    if grouped:
        typed = typed.replace(grouped[1], "")
    if not typed.isascii() or not _AMOUNT.fullmatch(typed):
        return None
    amount = Decimal(typed.replace(",", "."))
    return amount if amount <= MOST_KR else None


def write_kr(amount_kr: Decimal) -> str:
    """The sum as addresses write it: a point, and øre only where there are any."""
    whole = amount_kr == amount_kr.to_integral_value()
    return str(int(amount_kr)) if whole else str(amount_kr.quantize(ORE, ROUND_HALF_UP))


def _network_cost(shares: Mapping[str, Decimal | None]) -> NetworkCost:
    paid = _sum(shares.values())
    return NetworkCost(shares, paid, paid, _doubled(paid))


def _doubled(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else amount * 2


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum, unknown when a term is."""
    total = Decimal("0.00")
    for amount in amounts:
        if amount is None:
            return None
        total += amount
    return total
