"""An uploaded file as rows of text, or the one reason why it cannot be read."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from geodata.folder.encoding import decode
from geodata.text import clean

#: An assignment of 356 municipalities takes about 20 kB; these leave room for columns that nobody asked for.
MOST_BYTES = 1_000_000
MOST_ROWS = 5_000
MOST_COLUMNS = 50
#: Cells that are not blank; an assignment of 356 municipalities with all columns there may be has 17 800.
MOST_CELLS = 20_000
#: All that a workbook unpacks to; an assignment of 356 municipalities takes about 200 kB.
MOST_EXPANDED_BYTES = 8_000_000
#: Elements of all parts of a workbook that are read: a cell has two or three, a row one more.
MOST_NODES = 40_000
#: Longer cells hold no name; the rest is cut off.
MOST_LETTERS = 200

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DELIMITERS = ";\t,"
#: What cannot be read under such a name is told as a broken workbook, not as text in an unknown encoding.
_WORKBOOKS = (".xlsx", ".xlsm")


@dataclass(frozen=True)
class ReadingBounds:
    """What is read of a file at most: the defaults are those of every upload.

    ``bytes`` of the file, ``expanded_bytes`` of what a workbook unpacks to, ``nodes``: elements of its parts;
    ``cells`` that are not blank.
    """

    bytes: int = MOST_BYTES
    rows: int = MOST_ROWS
    columns: int = MOST_COLUMNS
    cells: int = MOST_CELLS
    expanded_bytes: int = MOST_EXPANDED_BYTES
    nodes: int = MOST_NODES

    @property
    def last_row(self) -> int:
        """The last row of a sheet that is looked at: rows may stand far apart, but not endlessly."""
        return 4 * self.rows


UPLOAD = ReadingBounds()


@dataclass(frozen=True)
class ImportProblem:
    """Why a file cannot be read at all.

    Codes, with the values that the words need:

    - ``empty``; ``directory``; ``too_large`` (bytes, most); ``too_many_rows`` (most); ``too_many_cells`` (most);
      ``expands_too_much`` (most: bytes)
    - ``web_page``, ``pdf``, ``old_excel``, ``open_document``, ``password``,
      ``not_a_spreadsheet``, ``damaged_workbook``
    - ``unreadable_text``, ``lost_letters``, ``broken_quote`` (row)
    - ``one_column``; ``no_municipalities``; ``no_networks``
    """

    code: str
    row: int | None = None
    values: Mapping[str, object] = field(default_factory=dict)


class Unreadable(Exception):
    """What the readers in this package raise to each other; the report holds its ``problem``."""

    def __init__(self, code: str, row: int | None = None, **values: object):
        self.problem = ImportProblem(code, row, values)
        super().__init__(code)


@dataclass(frozen=True)
class GridRow:
    """One row that is not blank: its physical line in a CSV file or row in a sheet, from 1; its cells, cleaned.

    ``formulas``: places (from 0) of cells with a formula whose result the file does not hold.
    """

    line: int
    cells: tuple[str, ...]
    formulas: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Grid:
    """A file's rows, and how often something was met that the reader should know.

    ``notes``: ``other_sheets`` (not read), ``merged_cells`` (only the first cell of
    each has a value), ``formulas`` (their last results were read), ``more_columns``
    (beyond the last that is read), ``far_rows`` (below the last row that is looked at).
    """

    rows: tuple[GridRow, ...]
    notes: Mapping[str, int] = field(default_factory=dict)


def refuse(content: bytes, name: str, bounds: ReadingBounds = UPLOAD) -> None:
    """Raise Unreadable for what no spreadsheet is, by size and first bytes."""
    if name.endswith(("/", "\\")):
        raise Unreadable("directory")
    if not content.strip():
        raise Unreadable("empty")
    if len(content) > bounds.bytes:
        raise Unreadable("too_large", bytes=len(content), most=bounds.bytes)
    if content.startswith(_OLE):
        raise Unreadable("password" if _ENCRYPTED in content else "old_excel")


def parse_csv(content: bytes, name: str, bounds: ReadingBounds = UPLOAD) -> Grid:
    """The rows of a text file in any encoding that the data folder accepts; ``;``, tab or comma between cells.

    ``="3006"``, which keeps a spreadsheet from reading a number, is read as 3006.
    Raises Unreadable.
    """
    text, findings = decode(content, name)
    if findings:
        if findings[0].code == "unreadable_text" and name.lower().endswith(_WORKBOOKS):
            raise Unreadable("damaged_workbook")
        raise _as_problem(findings[0].code, findings[0].row, findings[0].details.get("kind", ""))
    rows: list[GridRow] = []
    widest, filled = 0, 0
    for line, cells in _records(text, _delimiter(text)):
        widest = max(widest, len(cells))
        tidied = tuple(_cell(cell) for cell in cells[: bounds.columns])
        if not any(tidied) or (not rows and tidied[0].startswith("sep=")):
            continue
        if len(rows) == bounds.rows:
            raise Unreadable("too_many_rows", most=bounds.rows)
        filled += sum(map(bool, tidied))
        if filled > bounds.cells:
            raise Unreadable("too_many_cells", most=bounds.cells)
        rows.append(
            GridRow(line, tidied, frozenset(place for place, cell in enumerate(tidied) if cell.startswith("=")))
        )
    return Grid(tuple(rows), {"more_columns": widest - bounds.columns} if widest > bounds.columns else {})


def tidy_cell(text: str) -> str:
    """A cell's text on one line, without what cannot be seen and the apostrophe that guards against formulas."""
    text = " ".join(clean(text[: 2 * MOST_LETTERS]).split())[:MOST_LETTERS]
    return text[1:] if len(text) > 1 and text[0] == "'" and text[1] in "=+-@" else text


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    before = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            raise Unreadable("broken_quote", before + 1) from problem
        if cells:
            yield before + 1, cells
        before = reader.line_num


def _delimiter(text: str) -> str:
    """The delimiter in most of the first lines; of equals the semicolon before the tab before the comma."""
    lines = [line for line in text[:20_000].splitlines()[:50] if line.strip() and not line.startswith("sep=")]
    return max(_DELIMITERS, key=lambda delimiter: sum(delimiter in line for line in lines))


def _cell(text: str) -> str:
    if not text:
        return text
    tidied = tidy_cell(text)
    if tidied.startswith('="') and tidied.endswith('"') and '"' not in tidied[2:-1]:
        return tidy_cell(tidied[2:-1])
    return tidied


def _as_problem(code: str, row: int | None, kind: str) -> Unreadable:
    """The encoding's finding in the words of an import."""
    if code == "not_csv":
        kinds = {"web page": "web_page", "PDF": "pdf", "old Excel": "old_excel"}
        return Unreadable(next((own for word, own in kinds.items() if word in kind), "not_a_spreadsheet"))
    known = {"empty_file": "empty", "unreadable_text": "unreadable_text", "lost_letters": "lost_letters"}
    return Unreadable(known.get(code, "unreadable_text"), row)
