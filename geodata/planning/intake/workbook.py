"""An Excel workbook (.xlsx) as rows of text, read in one pass that stops at its bounds.

openpyxl and calamine read workbooks that are what they say. Neither bounds what a few kilobytes may unpack to: the
first builds an object for each unknown element and a row for each that is missing, the second a cell for each between
the outermost two. Here expat tells each element as its part is unpacked, and everything is counted before it is kept.
The parts are those of ECMA-376 (SpreadsheetML), part 1, chapter 18.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from geodata.planning.intake.grid import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Grid, GridRow, Unreadable, tidy_cell

#: All that is unpacked; an assignment of 356 municipalities takes about 200 kB.
MOST_EXPANDED_BYTES = 8_000_000
#: Parts of the file, and sheets of the book.
MOST_PARTS, MOST_SHEETS = 1_000, 100
#: Elements of all parts that are read, and characters of a single tag: a cell has two or three, a row one more.
MOST_NODES, LONGEST_TAG = 40_000, 65_536
#: The last row of a sheet that is looked at: rows may stand far apart, but not endlessly.
LAST_ROW = 4 * MOST_ROWS

_READ = 16_384
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_DAMAGED = (zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, NotImplementedError, OSError, ValueError)


def parse_workbook(content: bytes) -> Grid:
    """The rows of the first sheet that is not blank; results of formulas as the file holds them.

    A zip bomb stops at the limit whatever its directory says. Raises Unreadable.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _first_sheet(_Book(archive))
    except Unreadable:
        raise
    except _DAMAGED as problem:
        raise _damaged() from problem


def _first_sheet(book: _Book) -> Grid:
    """The first sheet with a value."""
    sheets = list(book.sheets())
    if len(sheets) > MOST_SHEETS:
        raise _too_much()
    for part in sheets:
        sheet = _Sheet(book.strings)
        book.parse(part, sheet)
        if sheet.rows:
            notes = {**sheet.notes, "other_sheets": len(sheets) - 1}
            return Grid(tuple(sheet.rows), {code: count for code, count in notes.items() if count})
    raise Unreadable("empty")


class _Part:
    """What a part is told as it is read: an element's start with its attributes, text, and the element's end."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins; names are without their namespaces."""

    def text(self, text: str) -> None:
        """Text within the element, maybe a piece of it."""

    def end(self, name: str) -> None:
        """An element ends."""


class _Book:
    """A workbook's parts, unpacked and counted while they are parsed."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive, self._unpacked, self._nodes = archive, 0, 0
        parts = archive.infolist()
        if any(part.flag_bits & 1 for part in parts):
            raise Unreadable("password")
        self._parts = {part.filename: part for part in parts}
        if "mimetype" in self._parts and b"opendocument" in archive.open("mimetype").read(100):
            raise Unreadable("open_document")
        if "xl/workbook.xml" not in self._parts:
            raise Unreadable("not_a_spreadsheet")
        if len(parts) > MOST_PARTS:
            raise _too_much()
        self._targets = _Relations()
        self.parse("xl/_rels/workbook.xml.rels", self._targets)
        self.strings = self._shared_strings()

    def sheets(self) -> Iterator[str]:
        """The parts of the sheets with cells, in the order of their tabs."""
        named = _Sheets()
        self.parse("xl/workbook.xml", named)
        for id in named.ids:
            if id not in self._targets.found:
                raise _damaged()
            kind, target = self._targets.found[id]
            if kind == "worksheet":
                yield target

    def _shared_strings(self) -> list[str]:
        strings = _Strings()
        for kind, target in self._targets.found.values():
            if kind == "sharedStrings":
                self.parse(target, strings)
        return strings.found

    def parse(self, name: str, part: _Part) -> None:
        """Tell ``part`` what the part of that name holds; a document type, with its entities, is damage."""
        if name not in self._parts:
            raise _damaged()
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True

        def start(name: str, attributes: dict[str, str]) -> None:
            self._nodes += 1 + len(attributes) // 8  # none that is read has so many
            if self._nodes > MOST_NODES:
                raise _too_much()
            part.start(name.rpartition(" ")[2], attributes)

        def refused(*_: object) -> None:
            raise _damaged()

        parser.StartElementHandler = start
        parser.EndElementHandler = lambda name: part.end(name.rpartition(" ")[2])
        parser.CharacterDataHandler = part.text
        parser.StartDoctypeDeclHandler = refused
        read = 0
        with self._archive.open(self._parts[name]) as stream:
            while piece := stream.read(_READ):
                self._unpacked += len(piece)
                if self._unpacked > MOST_EXPANDED_BYTES:
                    raise _too_much()
                parser.Parse(piece)
                read += len(piece)
                if read - max(parser.CurrentByteIndex, 0) > LONGEST_TAG + _READ:
                    raise _damaged()
        parser.Parse(b"", True)


@dataclass
class _Relations(_Part):
    """Relation's id → its kind, and the part that it leads to."""

    found: dict[str, tuple[str, str]] = field(default_factory=dict)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", ""))).lstrip("/")
            self.found[attributes.get("Id", "")] = attributes.get("Type", "").rpartition("/")[2], target


@dataclass
class _Sheets(_Part):
    """The relations of the sheets, in order."""

    ids: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            self.ids += [value for key, value in attributes.items() if key.endswith("relationships id")]


@dataclass
class _Strings(_Part):
    """The shared strings; how a word is pronounced (``rPh``) is no part of them."""

    found: list[str] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _within: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._within.append(name)

    def text(self, text: str) -> None:
        if self._within and self._within[-1] == "t" and "rPh" not in self._within[-3:]:
            self._pieces.append(text)

    def end(self, name: str) -> None:
        self._within.pop()
        if name == "si":
            self.found.append("".join(self._pieces))
            self._pieces.clear()


@dataclass
class _Cell:
    """A cell while it is read."""

    column: int
    kind: str
    formula: bool = False
    pieces: list[str] = field(default_factory=list)


@dataclass
class _Sheet(_Part):
    """A sheet's rows that are not blank; what is out of reach, merged or a formula is counted in ``notes``."""

    strings: list[str]
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
        if self._line > LAST_ROW:
            self.notes["far_rows"] = 1
        elif cell.column >= MOST_COLUMNS:
            if value:
                self.notes["more_columns"] = 1
        elif value:
            self._cells[cell.column] = value
            self._filled += 1
            if self._filled > MOST_CELLS:
                raise Unreadable("too_many_cells", most=MOST_CELLS)
            if cell.formula:
                self._count("formulas")
        elif cell.formula:
            self._open.add(cell.column)

    def _value(self, kind: str, text: str) -> str:
        """A cell's value as a person sees it: 3006.0 is 3006, and what a string begins with is no formula."""
        if kind == "s" and text:
            if not 0 <= int(text) < len(self.strings):
                raise _damaged()
            return tidy_cell(self.strings[int(text)])
        if kind == "b":
            return {"1": "True", "0": "False"}.get(text, text)
        if kind == "n" and text:
            number = float(text)
            return tidy_cell(str(int(number) if number.is_integer() else number))
        return tidy_cell(text)

    def _finish(self) -> None:
        if self._cells or self._open:
            if len(self.rows) == MOST_ROWS:
                raise Unreadable("too_many_rows", most=MOST_ROWS)
            last = max((*self._cells, *self._open))
            cells = tuple(self._cells.get(place, "") for place in range(last + 1))
            self.rows.append(GridRow(self._line, cells, frozenset(self._open)))

    def _count(self, note: str) -> None:
        self.notes[note] = self.notes.get(note, 0) + 1


def _too_much() -> Unreadable:
    return Unreadable("expands_too_much", most=MOST_EXPANDED_BYTES)


def _damaged() -> Unreadable:
    return Unreadable("damaged_workbook")


def _place(reference: str | None, following: int) -> int:
    """The column that a cell's reference says, from 0; the following one where it says none."""
    if reference is None:
        return following
    found = _REFERENCE.fullmatch(reference)
    if not found:
        raise _damaged()
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1
