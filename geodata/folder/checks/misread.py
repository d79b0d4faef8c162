"""Tables whose header does not fit their cells: what follows from that is left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from geodata.errors import Finding
from geodata.folder.reading import Folder

_RULES = ("wrong_type", "wrong_pattern", "not_allowed", "extra_cell", "missing_cell")
_REFERENCE = "unknown_reference"
#: Fewer cells may all be wrong by chance.
_FEWEST = 5


def without_misread(
    folder: Folder, findings: Iterable[Finding], declared: Iterable[Finding]
) -> tuple[Folder, list[Finding]]:
    """The folder without the tables that were read under wrong headers, and what of ``declared`` is worth telling.

    ``findings`` are about the files' form, ``declared`` about the descriptor's
    rules. A table is misread when a column is missing, or when all cells of a
    column break a rule, as when two headers are exchanged: then only that is
    told, once a column. References into a misread table are not held against it.
    """
    declared = list(declared)
    names = {table.file: name for name, table in folder.tables.items()}
    misread = {names[one.file] for one in findings if one.code == "missing_column" and one.file in names}
    misread |= {names[file] for file, _ in _wholly_wrong(folder, declared, _RULES)}
    declared = [one for one in declared if one.code != _REFERENCE or one.details["table"] not in misread]
    wrong = _wholly_wrong(folder, declared, (*_RULES, _REFERENCE))
    misread |= {names[file] for file, _ in wrong}
    files = {file for file, _ in wrong}
    told = [*(one for one in declared if one.file not in files), *(_once(several) for several in wrong.values())]
    return replace(folder, tables={name: table for name, table in folder.tables.items() if name not in misread}), told


def _wholly_wrong(
    folder: Folder, declared: Iterable[Finding], codes: tuple[str, ...]
) -> dict[tuple[str, str | None], list[Finding]]:
    """File and column → its findings, where every cell that is not blank (or every row) has one of these codes."""
    found: dict[tuple[str, str | None], list[Finding]] = {}
    for one in declared:
        if one.code in codes:
            found.setdefault((one.file, one.column), []).append(one)
    tables = {table.file: table for table in folder.tables.values()}
    filled = {
        (file, column): sum(column is None or bool(record[column]) for record in tables[file])
        for file, column in found
        if file in tables
    }
    return {place: found[place] for place, cells in filled.items() if len(found[place]) >= max(cells, _FEWEST)}


def _once(several: list[Finding]) -> Finding:
    first = several[0]
    help = f"So it is {len(several)} times, wherever there is a value: are two headers exchanged, or was it converted?"
    return replace(first, help=f"{help} {first.help}")
