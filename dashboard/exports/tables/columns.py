"""What a table in a file is made of: columns with a machine's name and a reader's heading, and rows of values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

#: What a cell can be: text that must stay text, a whole number, a year, a number with decimals, a part of the whole.
CELL_KINDS = ("text", "integer", "year", "decimal", "share")


#: What a row has under a column, and what of it stands in the cell of a flat file; None is unknown.
Value = str | int | float | tuple[str, ...] | None
Cell = str | int | float | None
FileRow = Mapping[str, Value]


@dataclass(frozen=True)
class Column:
    """One column.

    ``name`` is fixed English, for machines; ``heading`` is in the reader's language. ``width`` is
    in characters. A column with a ``separator`` holds several texts in a cell (a tuple);
    ``nothing`` is what a flat file shows when there are none. ``words`` are what codes are called
    in the reader's language.
    """

    name: str
    heading: str
    kind: str = "text"
    width: int = 14
    separator: str = ""
    nothing: str | None = None
    words: Mapping[str, str] = field(default_factory=dict)

    def flat(self, row: FileRow) -> Cell:
        """The cell of ``row`` as one text or number; None is unknown."""
        value = row[self.name]
        if isinstance(value, tuple):
            return self.separator.join(value) or self.nothing
        return value

    def shown(self, row: FileRow) -> Cell:
        """The cell for people: as ``flat``, with words for codes."""
        value = self.flat(row)
        return self.words.get(value, value) if isinstance(value, str) else value


@dataclass(frozen=True)
class Rows:
    """A table: its columns, its rows by the columns' names, and the row of the whole where it has one."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[FileRow, ...]
    total: FileRow | None = None

    @property
    def all(self) -> tuple[FileRow, ...]:
        """The rows, the whole last."""
        return (*self.rows, *([self.total] if self.total else ()))
