"""A file's rows within bounds that a steward's files need; nothing that is out of reach is passed over in silence."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from geodata.planning.intake.grid import Grid, ReadingBounds, Unreadable, parse_csv, refuse
from geodata.planning.intake.workbook import parse_sheets

#: What a page reads of an upload of figures: as of every upload, in tables as wide as Statbanken's.
UPLOADED_FIGURES = ReadingBounds(columns=200)
#: What a command reads. All municipalities' emissions are some 500 000 rows of 8 cells.
LARGE_FIGURES = ReadingBounds(
    bytes=100_000_000, rows=1_000_000, columns=500, cells=10_000_000, expanded_bytes=1_500_000_000, nodes=40_000_000
)


def sheets_of(content: bytes, name: str, bounds: ReadingBounds, is_wanted: Callable[[str], bool]) -> Mapping[str, Grid]:
    """The wanted sheets of a workbook, by name, or else the first with a value; the only one of a text file.

    Raises Unreadable, also for a table that reaches beyond the bounds.
    """
    refuse(content, name, bounds)
    workbook = content.startswith(b"PK")
    sheets = parse_sheets(content, is_wanted, bounds) if workbook else {"": parse_csv(content, name, bounds)}
    for grid in sheets.values():
        if not grid.rows:
            raise Unreadable("empty")
        if grid.notes.get("more_columns"):
            raise Unreadable("too_many_columns", most=bounds.columns)
        if grid.notes.get("far_rows"):
            raise Unreadable("too_many_rows", most=bounds.rows)
    return sheets
