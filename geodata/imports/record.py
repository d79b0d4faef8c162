"""Figures of a file written into a folder: ``python -m geodata import statistics`` and ``import emissions``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from geodata.errors import Finding, NotWritten
from geodata.folder.descriptor import FILE, parse_descriptor
from geodata.folder.load import load
from geodata.folder.standard import table_bytes, whole_table
from geodata.folder.table import Record, Table
from geodata.folder.writing import only_writer, replace_tables
from geodata.imports.emissions import read_emissions
from geodata.imports.files import LARGE_FIGURES
from geodata.imports.outcome import FigureChange, ReadFigures
from geodata.imports.sentences import sentence
from geodata.imports.statistics import read_statistics
from geodata.measures import WORDS, Measure
from geodata.register import Register

#: Kind of a file of figures → what reads it.
FIGURE_READERS: Mapping[str, Callable[..., ReadFigures]] = {"statistics": read_statistics, "emissions": read_emissions}


@dataclass(frozen=True)
class FigureFile:
    """A file as a steward has it: ``source`` and ``licence`` stand in every row that is written of it."""

    kind: str
    name: str
    content: bytes
    source: str
    licence: str


@dataclass(frozen=True)
class RecordedFigures:
    """What was read, the files written, and the warnings that the folder did not have before."""

    read: ReadFigures
    files: tuple[str, ...]
    warnings: tuple[Finding, ...]


def record_figures(folder: Path, file: FigureFile, today: date, dry_run: bool = False) -> RecordedFigures:
    """Write the known figures of a file into the table of statistics, and rows for measures that are not declared yet.

    New ones are added, others take the place of those that they differ from; what is unknown in the file changes
    nothing. ``today``: the day that the log names. All or nothing, as ``replace_tables`` writes. Raises NotWritten
    with a sentence for a file that cannot be read, DataError with every finding when the folder has errors or would
    get some.
    """
    with nullcontext() if dry_run or not folder.is_dir() else only_writer(folder):
        register = load(folder, today)
        read = FIGURE_READERS[file.kind](file.content, file.name, register, LARGE_FIGURES)
        if read.problem:
            raise NotWritten(f"{file.name}: {sentence(read.problem)}")
        files = _files(folder, register, read, file) if read.new or read.changed else {}
        what = f"import {file.kind} {file.name}"
        findings = replace_tables(folder, files, what, file.source, today, dry_run=dry_run)
    return RecordedFigures(read, tuple(files), tuple(one for one in findings if one not in register.warnings))


def _files(folder: Path, register: Register, read: ReadFigures, file: FigureFile) -> dict[str, bytes]:
    """The tables of measures and statistics with what the file adds and changes, by their paths."""
    tables = _tables(folder)
    added = [one for one in read.measures.values() if one.id in read.undeclared]
    path, measures = tables["measures"]
    written = {}
    if added:
        rows = [_row(measures, _cells_of(one, file)) for one in added]
        written[path] = table_bytes(measures.header, [*measures, *rows])
    path, statistics = tables["statistics"]
    by_id = {one.id: one for one in read.measures.values()}
    changed = {_key(one, by_id): one for one in read.changed}
    kept = [
        row.with_values(statistics.header, _cells(register, change, by_id, file))
        if (change := changed.pop((row["municipality"], row["year"], row["indicator"]), None))
        else row
        for row in statistics
    ]
    new = [_row(statistics, _cells(register, one, by_id, file)) for one in (*read.new, *changed.values())]
    written[path] = table_bytes(statistics.header, [*kept, *new])
    return written


def _tables(folder: Path) -> dict[str, tuple[str, Table]]:
    """Path and table, as they are written, of the two tables of figures."""
    descriptor, _ = parse_descriptor((folder / FILE).read_bytes())
    found = {}
    for resource in descriptor.resources:
        if resource.name in ("measures", "statistics"):
            columns = [field.name for field in resource.fields]
            table, _ = whole_table((folder / resource.path).read_bytes(), resource.path, columns)
            found[resource.name] = (resource.path, table)
    return found


def _key(change: FigureChange, measures: Mapping[str, Measure]) -> tuple[str, str, str]:
    return change.number, str(change.year), measures[change.measure].indicator


def _cells(
    register: Register, change: FigureChange, measures: Mapping[str, Measure], file: FigureFile
) -> dict[str, str]:
    """The cells of a figure's row."""
    measure = measures[change.measure]
    return {
        "municipality": change.number,
        "name": register.municipalities[change.number].name,
        "year": str(change.year),
        "indicator": measure.indicator,
        "value": f"{change.after:.15g}",
        "unit": measure.unit,
        "source": file.source,
        "licence": file.licence,
    }


def _cells_of(measure: Measure, file: FigureFile) -> dict[str, str]:
    """The cells of a measure's row: a further one, offered as a colour and in files."""
    words = {f"{what}_{code}": text for what in WORDS for code, text in measure.words.get(what, {}).items()}
    return {
        "id": measure.id,
        "indicator": measure.indicator,
        "unit": measure.unit,
        "decimals": str(measure.decimals),
        "additive": "yes" if measure.is_additive else "no",
        "period": measure.period,
        "column": measure.column,
        "shown": "more",
        "charted": "no",
        **words,
        "source": file.source,
        "licence": file.licence,
    }


def _row(table: Table, cells: Mapping[str, str]) -> Record:
    return Record(0, tuple(cells.get(column, "") for column in table.header), cells, cells)
