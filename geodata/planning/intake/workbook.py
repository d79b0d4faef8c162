"""An Excel workbook (.xlsx) as rows of text, without trusting what it says about its own size."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator

import openpyxl
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from geodata.planning.intake.grid import MOST_COLUMNS, MOST_ROWS, Grid, GridRow, Unreadable, tidy_cell

#: All parts of the workbook unpacked; an assignment of 356 municipalities takes about 200 kB.
MOST_EXPANDED_BYTES = 20_000_000
MOST_PARTS = 1_000
#: The last row of a sheet that is looked at: rows may stand far apart, but not endlessly.
LAST_ROW = 4 * MOST_ROWS

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_READ = 65_536


def parse_workbook(content: bytes) -> Grid:
    """The rows of the first sheet that is not blank; results of formulas as the file holds them.

    Before a part is parsed all parts are unpacked piece by piece and counted, so
    that a zip bomb stops at the limit whatever its directory says. Raises Unreadable.
    """
    try:
        merged = _merged_cells(content)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles and extensions, which are not read here
            return _first_sheet(content, merged)
    except Unreadable:
        raise
    except (MemoryError, RecursionError):
        raise Unreadable("damaged_workbook") from None
    except Exception as problem:  # a broken workbook can break its reader in any way; the file is at fault
        raise Unreadable("damaged_workbook") from problem


def _merged_cells(content: bytes) -> int:
    """How many merged cells the sheets have, after every part was unpacked within the limits."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if any(part.flag_bits & 1 for part in parts):
            raise Unreadable("password")
        if "mimetype" in archive.namelist() and b"opendocument" in archive.open("mimetype").read(100):
            raise Unreadable("open_document")
        if "xl/workbook.xml" not in archive.namelist():
            raise Unreadable("not_a_spreadsheet")
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_EXPANDED_BYTES:
            raise Unreadable("expands_too_much", most=MOST_EXPANDED_BYTES)
        unpacked, merged = 0, 0
        for part in parts:
            tail = b""
            with archive.open(part) as stream:
                while piece := stream.read(_READ):
                    unpacked += len(piece)
                    if unpacked > MOST_EXPANDED_BYTES:
                        raise Unreadable("expands_too_much", most=MOST_EXPANDED_BYTES)
                    if _SHEET.fullmatch(part.filename):
                        merged += len(_MERGED.findall(tail + piece)) - len(_MERGED.findall(tail))
                        tail = piece[-40:]
        return merged


def _first_sheet(content: bytes, merged: int) -> Grid:
    """The first sheet with a value: its results, and where formulas stand, read side by side."""
    results = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    formulas = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
    try:
        sheets = [sheet.title for sheet in results.worksheets]
        for title in sheets:
            notes: dict[str, int] = {}
            rows = tuple(_rows(results[title], formulas[title], notes))
            if rows:
                counted = {**notes, "merged_cells": merged, "other_sheets": len(sheets) - 1}
                return Grid(rows, {code: count for code, count in counted.items() if count})
    finally:
        results.close()
        formulas.close()
    raise Unreadable("empty")


def _rows(results: ReadOnlyWorksheet, formulas: ReadOnlyWorksheet, notes: dict[str, int]) -> Iterator[GridRow]:
    """The rows that are not blank, counting formulas and what is out of reach in ``notes``."""
    both = zip(_values(results), _values(formulas), strict=False)
    found = 0
    for line, (shown, typed) in enumerate(both, start=1):
        if line == LAST_ROW:  # the reader gets so far only when the sheet does
            notes["far_rows"] = 1
        if not any(typed) and not any(shown):
            continue
        cells = tuple(_text(value) for value in shown)
        written = {place for place, value in enumerate(typed) if _is_formula(value)}
        without_result = frozenset(place for place in written if not cells[place])
        notes["formulas"] = notes.get("formulas", 0) + len(written - without_result)
        if any(cells[MOST_COLUMNS:]):
            notes["more_columns"] = 1
        if any(cells) or without_result:
            found += 1
            if found > MOST_ROWS:
                raise Unreadable("too_many_rows", most=MOST_ROWS)
            yield GridRow(line, cells[:MOST_COLUMNS], without_result)


def _values(sheet: ReadOnlyWorksheet) -> Iterator[tuple[object, ...]]:
    """The values of the rows within reach."""
    # The stubs say that the method is another class's; the reader borrows it from there.
    return sheet.iter_rows(max_row=LAST_ROW, max_col=MOST_COLUMNS + 1, values_only=True)  # type: ignore[misc]


def _is_formula(value: object) -> bool:
    return isinstance(value, ArrayFormula | DataTableFormula) or (isinstance(value, str) and value.startswith("="))


def _text(value: object) -> str:
    """A cell's value as a person sees it; 3006.0 is 3006."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return tidy_cell(str(value))
