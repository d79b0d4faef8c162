"""A planner's file of municipality and network, read and reported on. Nothing is applied and nothing is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from geodata.join import Assignment
from geodata.planning.differences import BETWEEN_NAMES
from geodata.planning.intake.columns import Columns, cell_of, recognise_columns
from geodata.planning.intake.grid import Grid, GridRow, Unreadable, parse_csv, refuse
from geodata.planning.intake.newcomers import Newcomers
from geodata.planning.intake.recognise import Networks, Places
from geodata.planning.intake.report import Contradiction, Matched, OutsideRow, Report, Unmatched
from geodata.planning.intake.workbook import parse_workbook
from geodata.planning.new_network import NO_NETWORK
from geodata.planning.scenario import Scenario, apply, normalised, on_top
from geodata.planning.scenario_text import MOST_FOUNDED
from geodata.register import Register

#: For so many different unmatched cells the likely meant one is looked up; a file with more has another problem.
MOST_SUGGESTED = 200

_SEVERAL = re.compile(r"\s*[+|;]\s*")
_IDS = re.compile("[+ |,;]+")


def read_assignment(
    content: bytes, name: str, register: Register, today: Assignment, scenario: Scenario | None = None
) -> Report:
    """What the file would do to ``scenario`` (today when None). Never raises for anything that a file can hold.

    CSV in any encoding the data folder accepts, or XLSX: told apart by content,
    not by ``name``. Two columns, municipality and network, in any order, with or
    without a header; numbers of any edition, names, ids; further columns are
    ignored. Each row replaces its municipality's whole set; "none" or "ingen" is
    no network, while a blank cell says nothing. A network that nobody knows is
    founded, unless its name is so near a known one that it is likely misspelt.
    """
    base = scenario or Scenario()
    try:
        grid = _grid(content, name)
        places, networks = Places(register), Networks(register, base.founded)
        columns = recognise_columns(grid, places, networks)
    except Unreadable as unreadable:
        return Report(base, unreadable.problem)
    taken = {NO_NETWORK, *register.networks, *networks.ids}
    newcomers = Newcomers(taken, MOST_FOUNDED - len(base.founded))
    reader = _Reader(columns, places, networks, newcomers)
    read = [outcome for row in columns.rows if (outcome := reader.row(row))]
    report = Report(
        base,
        rows=len(columns.rows),
        unmatched=tuple(one for one in read if isinstance(one, Unmatched)),
        outside=tuple(one for one in read if isinstance(one, OutsideRow)),
        notes=dict(grid.notes),
    )
    return _weigh(report, [one for one in read if isinstance(one, Matched)], today, newcomers)


def _grid(content: bytes, name: str) -> Grid:
    refuse(content, name)
    grid = parse_workbook(content) if content.startswith(b"PK") else parse_csv(content, name)
    if not grid.rows:
        raise Unreadable("empty")
    return grid


def _weigh(report: Report, rows: Iterable[Matched], today: Assignment, newcomers: Newcomers) -> Report:
    """The report with the understood rows held against each other and against the scenario as it is."""
    by_number: dict[str, list[Matched]] = {}
    for one in rows:
        by_number.setdefault(one.number, []).append(one)
    agreed, contradictions, duplicates = [], [], []
    for number, several in by_number.items():
        if len({frozenset(one.networks) for one in several}) > 1:
            contradictions.append(Contradiction(number, tuple(several)))
        else:
            agreed.append(several[0])
            duplicates += several[1:]
    current = apply(today, report.scenario)
    already = tuple(one for one in agreed if set(one.networks) == set(current[one.number]))
    matched = tuple(one for one in agreed if one not in already)
    founded = newcomers.used(id for one in matched for id in one.networks)
    outcome = on_top(report.scenario, Scenario({one.number: one.networks for one in matched}, founded))
    return replace(
        report,
        scenario=normalised(outcome, today),
        matched=matched,
        already=already,
        contradictions=tuple(contradictions),
        duplicates=tuple(duplicates),
        founded=founded,
    )


class _Reader:
    """Reads one row after the other; remembers the new networks that it met."""

    def __init__(self, columns: Columns, places: Places, networks: Networks, newcomers: Newcomers):
        self._columns, self._places, self._networks, self._newcomers = columns, places, networks, newcomers
        self._suggested: dict[tuple[str, bool], str | None] = {}

    def row(self, row: GridRow) -> Matched | Unmatched | OutsideRow | None:
        """What one row says; None for a row that is blank where it matters."""
        columns = self._columns
        text = cell_of(row, columns.place)
        others = [cell_of(row, column) for column in columns.also]
        said = [cell for cell in (text, *others) if cell]
        network = columns.network if columns.ids is None else columns.ids
        if not said and columns.place not in row.formulas:
            return self._unmatched(row, columns.place, "blank") if cell_of(row, network) else None
        found = [place for cell in said if (place := self._places.find(cell))]
        if not found:
            formula = columns.place in row.formulas
            return self._unmatched(row, columns.place, "formula" if formula else "unknown_municipality", said[:1])
        if len(set(found)) > 1:
            return self._unmatched(row, columns.place, "numbers_differ")
        if found[0].parts:
            return replace(self._unmatched(row, columns.place, "split_municipality"), parts=found[0].parts)
        if found[0].outside:
            return OutsideRow(row.line, " ".join(said), found[0].number)
        return self._networks_of(row, found[0].number)

    def _networks_of(self, row: GridRow, number: str) -> Matched | Unmatched:
        columns = self._columns
        if columns.ids is not None and cell_of(row, columns.ids):
            return self._by_ids(row, columns.ids, number)
        column = columns.ids if columns.network is None else columns.network
        if column is None:
            raise ValueError("a file without a column of networks is refused when its columns are recognised")
        cell = cell_of(row, column)
        if column in row.formulas or cell.startswith("="):
            return self._unmatched(row, column, "formula")
        if not cell:
            return self._unmatched(row, column, "blank")
        known = self._networks.find(cell)
        if known is not None:
            return Matched(row.line, number, known)
        parts = [part for part in _SEVERAL.split(cell) if part]
        if not any(self._networks.find(part) for part in parts):
            parts = [cell] if "|" not in cell else parts  # a plus sign may belong to a name
        ids: list[str] = []
        for part in parts:
            found, code = self._one(part)
            if found is None:
                return self._unmatched(row, column, code, [part])
            ids += found
        return Matched(row.line, number, tuple(dict.fromkeys(ids)))

    def _one(self, part: str) -> tuple[tuple[str, ...] | None, str]:
        """The networks that one name says: known, or new when no known one is near."""
        known = self._networks.find(part)
        if known is not None:
            return known, ""
        if self._suggest(part, self._networks):
            return None, "unknown_network"
        id, code = self._newcomers.by_name(part)
        return ((id,) if id else None), code

    def _by_ids(self, row: GridRow, column: int, number: str) -> Matched | Unmatched:
        """The networks that a cell of ids says, as ``geodata.planning.differences`` writes them; names stand beside."""
        ids = [id for id in _IDS.split(cell_of(row, column)) if id]
        names = cell_of(row, self._columns.network).split(BETWEEN_NAMES.strip())
        names = names if len(names) == len(ids) else ids
        found = []
        for id, name in zip(ids, names, strict=True):
            if id == NO_NETWORK and len(ids) == 1:
                return Matched(row.line, number, ())
            known, code = (id, "") if id in self._networks.ids else self._newcomers.by_id(id, name)
            if known is None:
                return self._unmatched(row, column, code, [id])
            found.append(known)
        return Matched(row.line, number, tuple(dict.fromkeys(found)))

    def _unmatched(self, row: GridRow, column: int, code: str, meant: Iterable[str] = ()) -> Unmatched:
        about: Places | Networks = self._places if code == "unknown_municipality" else self._networks
        suggestions = (
            self._suggest(text, about) for text in meant if code in ("unknown_municipality", "unknown_network")
        )
        letter = (chr(ord("A") + column // 26 - 1) if column >= 26 else "") + chr(ord("A") + column % 26)
        header = self._columns.header[column] if column < len(self._columns.header) else ""
        return Unmatched(row.line, letter, header, cell_of(row, column), code, next(suggestions, None))

    def _suggest(self, text: str, about: Places | Networks) -> str | None:
        key = (text, about is self._places)
        if key not in self._suggested and len(self._suggested) < MOST_SUGGESTED:
            self._suggested[key] = about.likely(text)
        return self._suggested.get(key)
