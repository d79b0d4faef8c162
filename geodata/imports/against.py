"""Figures that were read, held against those that the register has."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import pandas

from geodata.folder.statistics import Statistic, in_edition
from geodata.imports.outcome import FigureChange, LeftOut, ReadFigure, ReadFigures, gathered
from geodata.measures import Measure
from geodata.register import Register


def held_against(
    register: Register,
    figures: Iterable[ReadFigure],
    left_out: Iterable[LeftOut],
    measures: Mapping[str, Measure],
    notes: Mapping[str, int],
) -> ReadFigures:
    """The preview of figures; ``measures`` by indicator.

    Figures under numbers of other editions are carried as the folder carries them; those that cannot be, since a
    part is missing, are left out. Two figures of the same that differ are both left out.
    """
    agreed, contradictions = _agreed(figures)
    carried = _carried(register, agreed, measures)
    whole, incomplete = _whole(register, agreed, carried)
    changes = [
        FigureChange(one.municipality, one.year, id, _known(register.values.get(id), one), one.value)
        for one in carried
        if one.value is not None and one.municipality in register.municipalities
        for id in [measures[one.indicator].id]
    ]
    return ReadFigures(
        figures=tuple(whole),
        left_out=gathered([*left_out, *contradictions, *incomplete]),
        new=tuple(one for one in changes if one.before is None),
        changed=tuple(one for one in changes if one.before is not None and not _is_same(one)),
        same=tuple(one for one in changes if _is_same(one)),
        measures=measures,
        undeclared=tuple(one.id for one in measures.values() if one.id not in register.declared),
        notes=notes,
    )


def _agreed(figures: Iterable[ReadFigure]) -> tuple[list[ReadFigure], list[LeftOut]]:
    by_key: dict[tuple[str, int, str], list[ReadFigure]] = {}
    for one in figures:
        by_key.setdefault((one.indicator, one.year, one.number), []).append(one)
    agreed, contradictions = [], []
    for several in by_key.values():
        if len({one.value for one in several}) == 1:
            agreed.append(several[0])
        else:
            contradictions += [
                LeftOut("contradiction", f"{one.number} {one.name}".strip(), one.line) for one in several
            ]
    return agreed, contradictions


def _carried(register: Register, figures: Sequence[ReadFigure], measures: Mapping[str, Measure]) -> list[Statistic]:
    rows = (
        Statistic(one.line, one.number, one.name, one.year, one.indicator, one.value, f"{one.value}", one.unit)
        for one in figures
        if one.value is not None
    )
    return in_edition(rows, measures.values(), register.chain, register.edition)


def _whole(
    register: Register, figures: Sequence[ReadFigure], carried: Iterable[Statistic]
) -> tuple[list[ReadFigure], list[LeftOut]]:
    """The figures that arrive at a municipality of the register, and those that lack a part beside them."""
    arrived = {(one.indicator, one.year, one.municipality) for one in carried}
    known = {(one.indicator, one.year, one.number) for one in figures if one.value is not None}
    whole, incomplete = [], []
    for one in figures:
        goals = [part.number for part in register.chain.parts(one.edition, one.number, register.edition)]
        if one.value is None or any((one.indicator, one.year, goal) in arrived for goal in goals):
            whole.append(one)
            continue
        beside = {part.number for goal in goals for part in register.chain.parts(register.edition, goal, one.edition)}
        missing = tuple(sorted(part for part in beside if (one.indicator, one.year, part) not in known))
        incomplete.append(LeftOut("incomplete", f"{one.number} {one.name}".strip(), one.line, parts=missing))
    return whole, incomplete


def _known(table: pandas.DataFrame | None, one: Statistic) -> float | None:
    """The register's figure of the same; None is unknown."""
    if table is None or one.year not in table.columns:
        return None
    value = table[one.year].get(one.municipality)
    return None if value is None or pandas.isna(value) else float(value)


def _is_same(one: FigureChange) -> bool:
    return one.before is not None and math.isclose(one.before, one.after, rel_tol=1e-9, abs_tol=1e-9)
