"""An Excel workbook (.xlsx) as rows of text, read in one pass that stops at its bounds.

openpyxl and calamine read workbooks that are what they say. Neither bounds what a few kilobytes may unpack to: the
first builds an object for each unknown element and a row for each that is missing, the second a cell for each between
the outermost two. Here expat tells each element as its part is unpacked, and everything is counted before it is kept.
The parts are those of ECMA-376 (SpreadsheetML), part 1, chapter 18.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from geodata.planning.intake.grid import UPLOAD, Grid, ReadingBounds, Unreadable, tidy_cell
from geodata.planning.intake.sheet import BookPart, Sheet, damaged

#: Parts of the file, and sheets of the book.
MOST_PARTS, MOST_SHEETS = 1_000, 100
#: Characters of a single tag.
LONGEST_TAG = 65_536

_READ = 16_384
_DAMAGED = (zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, NotImplementedError, OSError, ValueError)


def parse_workbook(content: bytes, bounds: ReadingBounds = UPLOAD) -> Grid:
    """The rows of the first sheet that is not blank; results of formulas as the file holds them.

    A zip bomb stops at the limit whatever its directory says. Raises Unreadable.
    """
    return next(iter(parse_sheets(content, lambda _: False, bounds).values()))


def parse_sheets(content: bytes, is_wanted: Callable[[str], bool], bounds: ReadingBounds = UPLOAD) -> dict[str, Grid]:
    """The sheets whose names are wanted, by name, without blank ones; the first that is not blank when there is none.

    The others are not unpacked. Raises Unreadable.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _sheets_of(_Book(archive, bounds), is_wanted)
    except Unreadable:
        raise
    except _DAMAGED as problem:
        raise damaged() from problem


def _sheets_of(book: _Book, is_wanted: Callable[[str], bool]) -> dict[str, Grid]:
    sheets = list(book.sheets())
    if len(sheets) > MOST_SHEETS:
        raise book.too_much()
    wanted = [one for one in sheets if is_wanted(one[0])]
    found: dict[str, Grid] = {}
    for name, part in wanted or sheets:
        sheet = Sheet(book.strings, book.bounds)
        book.parse(part, sheet)
        if sheet.rows:
            notes = {**sheet.notes, "other_sheets": len(sheets) - max(len(wanted), 1)}
            found[name] = Grid(tuple(sheet.rows), {code: count for code, count in notes.items() if count})
            if not wanted:
                break
    if not found:
        raise Unreadable("empty")
    return found


class _Book:
    """A workbook's parts, unpacked and counted while they are parsed."""

    def __init__(self, archive: zipfile.ZipFile, bounds: ReadingBounds) -> None:
        self._archive, self._unpacked, self._nodes, self.bounds = archive, 0, 0, bounds
        parts = archive.infolist()
        if any(part.flag_bits & 1 for part in parts):
            raise Unreadable("password")
        self._parts = {part.filename: part for part in parts}
        if "mimetype" in self._parts and b"opendocument" in archive.open("mimetype").read(100):
            raise Unreadable("open_document")
        if "xl/workbook.xml" not in self._parts:
            raise Unreadable("not_a_spreadsheet")
        if len(parts) > MOST_PARTS:
            raise self.too_much()
        self._targets = _Relations()
        self.parse("xl/_rels/workbook.xml.rels", self._targets)
        self.strings = self._shared_strings()

    def too_much(self) -> Unreadable:
        """What to raise for a book that unpacks to more than is read."""
        return Unreadable("expands_too_much", most=self.bounds.expanded_bytes)

    def sheets(self) -> Iterator[tuple[str, str]]:
        """Name and part of the sheets with cells, in the order of their tabs."""
        named = _Sheets()
        self.parse("xl/workbook.xml", named)
        for name, id in named.found:
            if id not in self._targets.found:
                raise damaged()
            kind, target = self._targets.found[id]
            if kind == "worksheet":
                yield name, target

    def _shared_strings(self) -> list[str]:
        strings = _Strings()
        for kind, target in self._targets.found.values():
            if kind == "sharedStrings":
                self.parse(target, strings)
        return strings.found

    def parse(self, name: str, part: BookPart) -> None:
        """Tell ``part`` what the part of that name holds; a document type, with its entities, is damage."""
        if name not in self._parts:
            raise damaged()
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True

        def start(name: str, attributes: dict[str, str]) -> None:
            self._nodes += 1 + len(attributes) // 8  # none that is read has so many
            if self._nodes > self.bounds.nodes:
                raise self.too_much()
            part.start(name.rpartition(" ")[2], attributes)

        def refused(*_: object) -> None:
            raise damaged()

        parser.StartElementHandler = start
        parser.EndElementHandler = lambda name: part.end(name.rpartition(" ")[2])
        parser.CharacterDataHandler = part.text
        parser.StartDoctypeDeclHandler = refused
        read = 0
        with self._archive.open(self._parts[name]) as stream:
            while piece := stream.read(_READ):
                self._unpacked += len(piece)
                if self._unpacked > self.bounds.expanded_bytes:
                    raise self.too_much()
                parser.Parse(piece)
                read += len(piece)
                if read - max(parser.CurrentByteIndex, 0) > LONGEST_TAG + _READ:
                    raise damaged()
        parser.Parse(b"", True)


@dataclass
class _Relations(BookPart):
    """Relation's id → its kind, and the part that it leads to."""

    found: dict[str, tuple[str, str]] = field(default_factory=dict)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", ""))).lstrip("/")
            self.found[attributes.get("Id", "")] = attributes.get("Type", "").rpartition("/")[2], target


@dataclass
class _Sheets(BookPart):
    """Name and relation of the sheets, in order."""

    found: list[tuple[str, str]] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            relations = [value for key, value in attributes.items() if key.endswith("relationships id")]
            self.found += [(attributes.get("name", ""), id) for id in relations]


@dataclass
class _Strings(BookPart):
    """The shared strings as cells show them; how a word is pronounced (``rPh``) is no part of them."""

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
            self.found.append(tidy_cell("".join(self._pieces)))
            self._pieces.clear()
