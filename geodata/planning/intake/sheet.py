"""A sheet of a workbook as rows of text, told element by element and counted before it is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from geodata.planning.intake.grid import GridRow, ReadingBounds, Unreadable, tidy_cell

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class BookPart:
    """What a part is told as it is read: an element's start with its attributes, text, and the element's end."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins; names are without their namespaces."""

    def text(self, text: str) -> None:
        """Text within the element, maybe a piece of it."""

    def end(self, name: str) -> None:
        """An element ends."""


@dataclass
class _Cell:
    """A cell while it is read."""

    column: int
    kind: str
    formula: bool = False
    pieces: list[str] = field(default_factory=list)


@dataclass
class Sheet(BookPart):
    """A sheet's rows that are not blank; what is out of reach, merged or a formula is counted in ``notes``."""

    strings: list[str]
    bounds: ReadingBounds
    rows: list[GridRow] = field(default_factory=list)
    notes: dict[str, int] = field(default_factory=dict)
    _line: int = 0
    _column: int = -1
    _cells: dict[int, str] = field(default_factory=dict)
    _open: set[int] = field(default_factory=set)
    _cell: _Cell | None = None
    _shown: bool = False
    _filled: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            self._line, self._column = int(attributes.get("r", self._line + 1)), -1
            self._cells, self._open = {}, set()
        elif name == "c":
            self._column = _place(attributes.get("r"), self._column + 1)
            self._cell = _Cell(self._column, attributes.get("t", "n"))
        elif name == "f" and self._cell:
            self._cell.formula = True
        elif name == "mergeCell":
            self._count("merged_cells")
        self._shown = name in ("v", "t")

    def text(self, text: str) -> None:
        if self._shown and self._cell:
            self._cell.pieces.append(text)

    def end(self, name: str) -> None:
        self._shown = False
        if name == "c" and self._cell:
            self._keep(self._cell)
            self._cell = None
        elif name == "row":
            self._finish()

    def _keep(self, cell: _Cell) -> None:
        value = self._value(cell.kind, "".join(cell.pieces))
        if self._line > self.bounds.last_row:
            self.notes["far_rows"] = 1
        elif cell.column >= self.bounds.columns:
            if value:
                self.notes["more_columns"] = 1
        elif value:
            self._cells[cell.column] = value
            self._filled += 1
            if self._filled > self.bounds.cells:
                raise Unreadable("too_many_cells", most=self.bounds.cells)
            if cell.formula:
                self._count("formulas")
        elif cell.formula:
            self._open.add(cell.column)

    def _value(self, kind: str, text: str) -> str:
        """A cell's value as a person sees it: 3006.0 is 3006, and what a string begins with is no formula."""
        if kind == "s" and text:
            if not 0 <= int(text) < len(self.strings):
                raise damaged()
            return self.strings[int(text)]
        if kind == "b":
            return {"1": "True", "0": "False"}.get(text, text)
        if kind == "n" and text:
            number = float(text)
            return tidy_cell(str(int(number) if number.is_integer() else number))
        return tidy_cell(text)

    def _finish(self) -> None:
        if self._cells or self._open:
            if len(self.rows) == self.bounds.rows:
                raise Unreadable("too_many_rows", most=self.bounds.rows)
            last = max((*self._cells, *self._open))
            cells = tuple(self._cells.get(place, "") for place in range(last + 1))
            self.rows.append(GridRow(self._line, cells, frozenset(self._open)))

    def _count(self, note: str) -> None:
        self.notes[note] = self.notes.get(note, 0) + 1


def damaged() -> Unreadable:
    """What to raise for a workbook that is not what its parts say."""
    return Unreadable("damaged_workbook")


def _place(reference: str | None, following: int) -> int:
    """The column that a cell's reference says, from 0; the following one where it says none."""
    if reference is None:
        return following
    found = _REFERENCE.fullmatch(reference)
    if not found:
        raise damaged()
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1
