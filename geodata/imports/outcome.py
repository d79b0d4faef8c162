"""What a file of figures says, row by row, and what that would change, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from geodata.measures import Measure
from geodata.planning.intake.grid import ImportProblem


@dataclass(frozen=True)
class ReadFigure:
    """One figure: ``number`` as it stands in the file, ``edition``: the one that the register reads it in.

    ``line``: row of the file, from 1; in json-stat2 the place of the value. ``measure``: its id; ``indicator`` and
    ``unit`` as the table of statistics has them. ``value``: None is unknown.
    """

    line: int
    number: str
    name: str
    edition: str
    year: int
    measure: str
    indicator: str
    unit: str
    value: float | None


@dataclass(frozen=True)
class LeftOut:
    """Figures that are not taken: what the file calls them, how many, the first one's line, and why.

    Codes: ``total`` (a whole, or part of one, beside its parts); ``not_municipality`` (no municipality of the
    register); ``split`` (its number was split, or its municipality merged and not alone; ``parts``: the numbers in
    the register); ``incomplete`` (it would be summed with ``parts``, whose figures are not there); ``unknown_contents``
    (no measure of the table of SSB's contents, or only a part of it, such as one sex); ``no_measure`` (the register
    declares no measure with that indicator); ``not_a_year``; ``not_a_number``; ``contradiction`` (two figures for the
    same); ``no_sector``; ``not_then`` (a nought for a year in which nobody had the number); ``other_years`` (the
    file says years of the number in which nobody in the register had it).
    """

    code: str
    what: str
    line: int
    count: int = 1
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class FigureChange:
    """A figure in the register's own numbers, with what it is there now (None: unknown) and what it would be."""

    number: str
    year: int
    measure: str
    before: float | None
    after: float


@dataclass(frozen=True)
class ReadFigures:
    """The preview. With ``problem`` set, everything else is empty.

    ``figures``: to be written, those that are unknown included. ``new``, ``changed`` and ``same``: what the known ones
    are in the register's numbers, against what it holds. An unknown figure changes nothing. ``measures``: by
    indicator, of all figures; ``undeclared``: ids of those that the register has no row of yet.
    ``notes``: code → count, as ``geodata.planning.intake.grid.Grid`` has them.
    """

    problem: ImportProblem | None = None
    figures: tuple[ReadFigure, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    new: tuple[FigureChange, ...] = ()
    changed: tuple[FigureChange, ...] = ()
    same: tuple[FigureChange, ...] = ()
    measures: Mapping[str, Measure] = field(default_factory=dict)
    undeclared: tuple[str, ...] = ()
    notes: Mapping[str, int] = field(default_factory=dict)


def gathered(left_out: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    """What was left out for the same reason under the same name, counted together, in the order first met."""
    found: dict[tuple[str, str, tuple[str, ...]], LeftOut] = {}
    for one in left_out:
        key = one.code, one.what, one.parts
        before = found.get(key)
        found[key] = LeftOut(one.code, one.what, before.line, before.count + one.count, one.parts) if before else one
    return tuple(found.values())
