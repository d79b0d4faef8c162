"""What a planner's file would do, row by row, before anything is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from geodata.planning.intake.grid import ImportProblem
from geodata.planning.new_network import NewNetwork
from geodata.planning.scenario import Scenario


@dataclass(frozen=True)
class Matched:
    """A row that is understood: ``line`` in the file, the municipality's number, its networks' ids."""

    line: int
    number: str
    networks: tuple[str, ...]


@dataclass(frozen=True)
class Unmatched:
    """A row that is not understood, with the cell at fault.

    ``column``: its letter (A is the first); ``header``: what stands above it, or
    blank. ``code``: unknown_municipality, split_municipality (``parts``: what it
    became), numbers_differ (the row's number and name are two municipalities), unknown_network, blank, formula
    (without a result), taken_id, name_too_long, too_many_new. ``likely``: the number or
    network's id that was likely meant.
    """

    line: int
    column: str
    header: str
    text: str
    code: str
    likely: str | None = None
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class OutsideRow:
    """A row about a municipality outside the region; it may well exist."""

    line: int
    text: str
    number: str


@dataclass(frozen=True)
class Contradiction:
    """Rows that say different things of one municipality; none of them counts."""

    number: str
    rows: tuple[Matched, ...]


@dataclass(frozen=True)
class Report:
    """The preview. With ``problem`` set nothing else is, and ``scenario`` is the one that was given.

    ``matched``: rows that change something; ``already``: rows that say what is so;
    ``duplicates``: rows that repeat an earlier one. ``founded``: networks that the
    file would found. ``notes``: code → count, as ``geodata.planning.intake.grid.Grid`` has
    them. ``scenario``: what comes of accepting the file.
    """

    scenario: Scenario
    problem: ImportProblem | None = None
    rows: int = 0
    matched: tuple[Matched, ...] = ()
    already: tuple[Matched, ...] = ()
    unmatched: tuple[Unmatched, ...] = ()
    outside: tuple[OutsideRow, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    duplicates: tuple[Matched, ...] = ()
    founded: tuple[NewNetwork, ...] = ()
    notes: Mapping[str, int] = field(default_factory=dict)
