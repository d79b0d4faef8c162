"""One CSV file as Norwegian offices write it, with the physical line of every record."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from geodata.errors import Finding
from geodata.folder.codes import finding
from geodata.folder.encoding import decode
from geodata.text import clean, fold, likely

_DELIMITERS = ",;\t"


@dataclass(frozen=True)
class Record:
    """One row: its first physical line (the header's is 1), its cells, its values by column, and these as typed."""

    line: int
    cells: tuple[str, ...]
    values: Mapping[str, str]
    typed: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values.get(column, "")

    def with_values(self, header: Sequence[str], changed: Mapping[str, str]) -> Record:
        """The same record with other values in the columns that ``changed`` names."""
        cells = (changed.get(column, cell) for column, cell in zip(header, self.cells, strict=False))
        rest = self.cells[len(header) :]
        return replace(self, cells=(*cells, *rest), values={**self.values, **changed})


@dataclass(frozen=True)
class Table:
    """A file's records under its header; column names are the descriptor's, "" for columns to ignore."""

    file: str
    header: tuple[str, ...]
    records: tuple[Record, ...]

    def __iter__(self) -> Iterator[Record]:
        return iter(self.records)


def parse_table(content: bytes, file: str, columns: Sequence[str]) -> tuple[Table, list[Finding]]:
    """The table in ``content`` and what is wrong with its form.

    Reads UTF-8 (with or without byte-order mark), UTF-16 and Windows-1252;
    comma, semicolon and tab; any line ending; cells of several lines. Columns
    may stand in any order. ``columns`` are the names that the descriptor
    declares. Rows that are blank throughout are skipped.
    """
    text, findings = decode(content, file)
    if not text:
        return Table(file, (), ()), findings
    lines, broken = _lines(text, delimiter_of(text, columns), file)
    findings += broken
    if not lines:
        return Table(file, (), ()), findings
    header_line, *rest = lines
    rest = _without_padding(header_line[1], rest)
    header, wrong = _header(header_line, rest, file, columns)
    findings += wrong
    if not rest and not findings:
        message = "The file has a header but no rows."
        findings.append(finding("empty_file", file, message, "Put the rows back from the last good copy."))
    return Table(file, header, tuple(_record(line, cells, header) for line, cells in rest)), findings


def delimiter_of(text: str, columns: Sequence[str]) -> str:
    """The delimiter under which the header names most of the columns that are expected."""
    expected = {fold(column) for column in columns}

    def recognised(delimiter: str) -> tuple[int, int]:
        names = [fold(name.strip('"')) for name in _first_line(text).split(delimiter)]
        return sum(name in expected for name in names), len(names)

    return max(_DELIMITERS, key=recognised)


def _first_line(text: str) -> str:
    lines = [line for line in text.splitlines()[:5] if line.strip() and not line.startswith("sep=")]
    return lines[0] if lines else ""


def _lines(text: str, delimiter: str, file: str) -> tuple[list[tuple[int, tuple[str, ...]]], list[Finding]]:
    """Every record that is not blank, with its first physical line; none when a quotation mark is broken."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines: list[tuple[int, tuple[str, ...]]] = []
    before = 0
    try:
        for cells in reader:
            cleaned = tuple(clean(cell) for cell in cells)
            if any(cleaned) and not (before == 0 and cleaned[0].startswith("sep=")):
                lines.append((before + 1, cleaned))
            before = reader.line_num
    except csv.Error as problem:
        message = f"A quotation mark in this row is not closed, or closed too early ({problem})."
        help = "Write a quotation mark inside a cell twice, and one around the whole cell."
        return [], [finding("broken_quote", file, message, help, row=before + 1)]
    return lines, []


def _without_padding(
    header: tuple[str, ...], lines: list[tuple[int, tuple[str, ...]]]
) -> list[tuple[int, tuple[str, ...]]]:
    """The lines without the blank cells that spreadsheets add after the last column."""
    return [(line, _trimmed(cells, len(header))) for line, cells in lines]


def _trimmed(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    while len(cells) > width and not cells[-1]:
        cells = cells[:-1]
    return cells


def _header(
    header_line: tuple[int, tuple[str, ...]],
    lines: Sequence[tuple[int, tuple[str, ...]]],
    file: str,
    columns: Sequence[str],
) -> tuple[tuple[str, ...], list[Finding]]:
    """The columns' declared names in the file's order, "" for those to ignore, and what is wrong with them."""
    row, found = header_line
    declared = {fold(column): column for column in columns}
    missing = [column for column in columns if fold(column) not in map(fold, found)]
    unknown = [name for name in found if name and fold(name) not in declared]
    findings: list[Finding] = []
    header: list[str] = []
    for position, name in enumerate(found):
        column = declared.get(fold(name), "")
        if not name and any(cells[position : position + 1] not in ((), ("",)) for _, cells in lines):
            message = f"Column {position + 1} has values but no header."
            findings.append(finding("blank_header", file, message, "Name the column or empty it.", row=row))
        elif column and column in header:
            message = f"There are two columns “{column}”."
            help = "Delete the one that should not be there."
            findings.append(finding("duplicate_column", file, message, help, row=row, column=column))
            column = ""
        elif name and not column:
            findings.append(_unknown_column(name, row, file, missing))
        header.append(column)
    for column in missing:
        message = f"The column “{column}” is missing."
        put = f"If {_either(unknown)} is it, rename that; otherwise put" if unknown else "Put"
        help = f"{put} the column back; its cells may be blank where they need no value."
        findings.append(finding("missing_column", file, message, help, row=row, column=column))
    return tuple(header), findings


def _unknown_column(name: str, row: int, file: str, missing: Sequence[str]) -> Finding:
    """A column that is not read; it may be one of the missing ones under another name."""
    meant = likely(name, missing)
    help = f"If you mean {_either([meant] if meant else missing)}, rename it; or" if missing else "You can"
    help += " delete it, or declare it in datapackage.json."
    message = f"The column “{name}” is not one that datapackage.json declares; it is not read."
    return finding("unknown_column", file, message, help, row=row, column=name, name=name, likely=meant or "")


def _either(names: Sequence[str]) -> str:
    return " or ".join(f"“{name}”" for name in names[:5])


def _record(line: int, cells: tuple[str, ...], header: Sequence[str]) -> Record:
    values = {column: cell for column, cell in zip(header, cells, strict=False) if column}
    return Record(line, cells, values, values)
