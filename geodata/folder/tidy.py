"""A data folder as the standard wants it, whatever a spreadsheet left: ``python -m geodata tidy``."""

from __future__ import annotations

import csv
import io
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from geodata.errors import DataError, Finding
from geodata.folder.check import read_and_check
from geodata.folder.descriptor import FILE, Resource
from geodata.folder.encoding import decode
from geodata.folder.reading import Folder
from geodata.folder.standard import table_bytes, tidy_table, whole_table
from geodata.folder.table import Table, delimiter_of
from geodata.folder.writing import only_writer, replace_tables

_BOM = b"\xef\xbb\xbf"
#: What is left when nothing else was changed.
_THE_REST = "no spaces, quotation marks or cells that need not be"
_DELIMITER_NAMES = {";": "semicolons", "\t": "tabs"}


@dataclass(frozen=True)
class Tidied:
    """What was done: file → what changed in it, in words; ``left``: the errors that stay, files unread among them."""

    changed: dict[str, tuple[str, ...]]
    left: tuple[Finding, ...]


def tidy(path: Path, today: date, dry_run: bool = False) -> Tidied:
    """Write the tables of a folder in the standard's form, without changing what they say.

    A table whose form cannot be read is left as it is, and so is a cell; ``left`` names both. A second time changes
    nothing. Raises DataError when there is no folder or no usable descriptor, NotWritten when it cannot be written.
    """
    with nullcontext() if dry_run or not path.is_dir() else only_writer(path):
        folder, findings = read_and_check(path, today)
        if not folder.descriptor.resources:
            raise DataError(findings)
        files: dict[str, bytes] = {}
        changed: dict[str, tuple[str, ...]] = {}
        for resource in folder.descriptor.resources:
            if resource.name in folder.tables:
                content = (path / resource.path).read_bytes()
                new, said = _tidied(content, resource, folder)
                if new != content:
                    files[resource.path], changed[resource.path] = new, said
        content = (path / FILE).read_bytes()
        new = content.removeprefix(_BOM).replace(b"\r\n", b"\n")
        if new != content:
            files[FILE], changed[FILE] = new, _form(content)
        after = replace_tables(path, files, "tidy", "the files themselves", today, findings, dry_run)
    return Tidied(changed, tuple(one for one in after if one.severity == "error"))


def _tidied(content: bytes, resource: Resource, folder: Folder) -> tuple[bytes, tuple[str, ...]]:
    """The table's new content, and what changed; the content itself when its form cannot be read."""
    columns = [field.name for field in resource.fields]
    table, errors = whole_table(content, resource.path, columns)
    if errors or any(len(record.cells) != len(table.header) for record in table):
        return content, ()
    after = tidy_table(table, resource.fields, folder.same_numbers)
    said = (*_form(content), *_layout(content, table, after, columns), *_cells(table, after))
    return table_bytes(after.header, after), said or (_THE_REST,)


def _form(content: bytes) -> tuple[str, ...]:
    """What changes in how the text is written down."""
    try:
        is_standard = not content.startswith(_BOM) and bool(content.decode("utf-8"))
    except UnicodeDecodeError:
        is_standard = False
    said = {"UTF-8 without a byte-order mark": not is_standard, "lines end in LF": b"\r" in content}
    return tuple(words for words, applies in said.items() if applies)


def _layout(content: bytes, before: Table, after: Table, columns: list[str]) -> tuple[str, ...]:
    """What changes in how cells are told apart and in which order they stand."""
    text, _ = decode(content, before.file)
    delimiter = delimiter_of(text, columns)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    blank = sum(not any(cell.strip() for cell in cells) for cells in rows)
    said = [f"commas in place of {_DELIMITER_NAMES[delimiter]}"] if delimiter in _DELIMITER_NAMES else []
    said += ["columns in the order of datapackage.json"] if before.header != after.header else []
    said += [f"{blank} blank row{'' if blank == 1 else 's'} left out"] if blank else []
    return tuple(said)


def _cells(before: Table, after: Table) -> tuple[str, ...]:
    """How many cells are written otherwise, with the first of them."""
    changes = [
        (record.line, column, record[column], tidied[column])
        for record, tidied in zip(before, after, strict=True)
        for column in after.header
        if record[column] != tidied[column]
    ]
    if not changes:
        return ()
    line, column, was, now = changes[0]
    count = f"{len(changes)} cell{'' if len(changes) == 1 else 's'}"
    return (f"{count} written as the register reads them (row {line} [{column}]: “{was}” is “{now}”)",)
