"""When networks were founded, and who entered and left them when, as far as the register's dates tell."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from geodata.dates import first_day, last_day
from geodata.days import UNCERTAIN_STATUS, Span
from geodata.model import COUNTING_STATUS, Membership, Network
from geodata.register import Register

#: The status of a municipality that an earlier source names, and the register does not.
FORMER_STATUS = "former"


@dataclass(frozen=True)
class PartialDate:
    """A date as its source gives it (2005, 2014-01, 2022-04-06), with the first and the last day that it may mean."""

    text: str
    first: date
    last: date


@dataclass(frozen=True)
class DatedRows:
    """The rows of the register that have one date in common."""

    when: PartialDate
    rows: tuple[Membership, ...]


@dataclass(frozen=True)
class AgreementPeriod:
    """The period of an agreement that memberships rest on, which is no entry and no exit; None is unknown."""

    begins: PartialDate | None
    ends: PartialDate | None
    rows: tuple[Membership, ...]


@dataclass(frozen=True)
class NetworkTimeline:
    """What is known of a network in time; ``founded`` is None where that is not known.

    ``entries`` and ``exits`` stand in the order of their dates, and so do ``agreements``. ``undated``: members of
    whom it is not known when they entered; ``left_undated``: former members of whom it is not known when they left;
    ``uncertain``: those who may have been members, whose dates are not told. Municipalities outside the region are
    among them all.
    """

    network: Network
    founded: PartialDate | None
    entries: tuple[DatedRows, ...]
    exits: tuple[DatedRows, ...]
    agreements: tuple[AgreementPeriod, ...]
    undated: tuple[Membership, ...]
    left_undated: tuple[Membership, ...]
    uncertain: tuple[Membership, ...]


def timelines(register: Register, kinds: Collection[str]) -> tuple[NetworkTimeline, ...]:
    """The timeline of each network of some kinds, by kind and then in the order of the networks' table.

    Made of every row of the register, whatever its day: of members, and of former members as far as their dates tell.
    """
    networks = [network for kind in kinds for network in register.networks.values() if network.kind == kind]
    return tuple(
        _timeline(network, [row for row in register.history if row.network == network.id]) for network in networks
    )


def extent(lines: Iterable[NetworkTimeline], span: Span) -> Span:
    """The whole years that hold the register's span and every date of the timelines."""
    dates = [one for line in lines for one in _dates(line)]
    first = min([span.first, *(one.first for one in dates)])
    last = max([span.last, *(one.last for one in dates)])
    return Span(date(first.year, 1, 1), date(last.year, 12, 31))


def partial_date(text: str | None) -> PartialDate | None:
    """A date with the days that it may mean; None for a blank, and for what no calendar has."""
    first, last = (first_day(text), last_day(text)) if text else (None, None)
    return PartialDate(text, first, last) if text and first and last else None


def _timeline(network: Network, rows: Sequence[Membership]) -> NetworkTimeline:
    dated = [row for row in rows if row.status in (COUNTING_STATUS, FORMER_STATUS)]
    members = [row for row in rows if row.status == COUNTING_STATUS]
    return NetworkTimeline(
        network=network,
        founded=partial_date(network.founded),
        entries=_by_date(dated, lambda row: row.valid_from),
        exits=_by_date(dated, lambda row: row.valid_to),
        agreements=agreements(members),
        undated=tuple(row for row in members if not row.valid_from),
        left_undated=tuple(row for row in dated if row.status == FORMER_STATUS and not row.valid_to),
        uncertain=tuple(row for row in rows if row.status == UNCERTAIN_STATUS),
    )


def _by_date(rows: Iterable[Membership], date_of: Callable[[Membership], str | None]) -> tuple[DatedRows, ...]:
    found: dict[str, list[Membership]] = {}
    for row in rows:
        found.setdefault(date_of(row) or "", []).append(row)
    dated = [DatedRows(when, tuple(same)) for text, same in found.items() if (when := partial_date(text))]
    return tuple(sorted(dated, key=lambda one: (one.when.first, one.when.last)))


def agreements(rows: Iterable[Membership]) -> tuple[AgreementPeriod, ...]:
    """The periods of agreements that memberships rest on, in the order of their dates; those without are left out."""
    found: dict[tuple[str | None, str | None], list[Membership]] = {}
    for row in rows:
        if row.agreement_from or row.agreement_to:
            found.setdefault((row.agreement_from, row.agreement_to), []).append(row)
    periods = [
        AgreementPeriod(partial_date(begins), partial_date(ends), tuple(same)) for (begins, ends), same in found.items()
    ]
    return tuple(sorted(periods, key=_order))


def _order(period: AgreementPeriod) -> tuple[date, date]:
    known = [one for one in (period.begins, period.ends) if one]
    return known[0].first, known[-1].last


def _dates(line: NetworkTimeline) -> Iterable[PartialDate]:
    yield from (one.when for one in (*line.entries, *line.exits))
    periods = [(period.begins, period.ends) for period in line.agreements]
    yield from (one for one in (line.founded, *(end for period in periods for end in period)) if one)
