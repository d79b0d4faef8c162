"""An Excel workbook: the rows on one sheet, what they are and where they come from on another."""

from __future__ import annotations

import datetime as dt
import io
import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from dashboard.exports.about import Line
from dashboard.exports.tables.columns import Cell, Rows
from dashboard.view.view import MapView

#: Texts stand off the numbers to their left.
INDENT = {"text": {"indent": 1}}
FORMATS = {"text": "@", "integer": "#,##0", "year": "0", "decimal": "#,##0.0", "share": "0.0%"}
HEAD = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#DFEAF1"}
TOTAL_FORMAT = {"bold": True, "top": 1}
#: Widths of the sources' columns in characters: what, text, address, licence.
SOURCE_WIDTHS = (26, 90, 46, 46)
#: Points a line; heights are written, because not every program fits wrapped rows by itself.
LINE = 15
#: Columns from this width on are wrapped.
WRAPPED = 30
#: More characters than this do not fit legibly on the width of one page.
PAGE_WIDTH = 320
#: Excel refuses longer links.
LONGEST_LINK = 2000
LONGEST_TAB, NOT_ON_A_TAB = 31, re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def excel_file(view: MapView, rows: Rows, about: Sequence[Line]) -> bytes:
    """The workbook. Its date of creation is the day of the population, so that the same state gives the same bytes."""
    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        created = dt.datetime(view.year, 1, 1)
        book.set_properties({"title": f"{view.say('title')}: {rows.title}", "created": created})
        _write_rows(book, book.add_worksheet(sheet_name(rows.title)), rows)
        _write_about(book, book.add_worksheet(sheet_name(view.say("export_sources"))), view, about)
    return buffer.getvalue()


def sheet_name(title: str) -> str:
    """A title as Excel allows it on a tab: 31 characters, none of ``[]:*?/\\``, no apostrophe at its ends."""
    return " ".join(NOT_ON_A_TAB.sub(" ", title).split())[:LONGEST_TAB].strip("' ")


def _write_rows(book: Workbook, sheet: Worksheet, rows: Rows) -> None:
    """Numbers as numbers, codes as text, unknown as an empty cell; the header stays in sight and filters."""
    head = book.add_format(HEAD)
    widths = [column.width for column in rows.columns]
    for at, column in enumerate(rows.columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.heading, head)
    _fit(sheet, 0, ((column.heading, column.width) for column in rows.columns))
    plain, whole = _formats(book, {}), _formats(book, TOTAL_FORMAT)
    for line, row in enumerate(rows.all, start=1):
        formats = whole if row is rows.total else plain
        for at, column in enumerate(rows.columns):
            _write(sheet, line, at, column.shown(row), column.kind, formats[column.kind, column.width >= WRAPPED])
        _fit(sheet, line, ((column.shown(row), column.width) for column in rows.columns if column.width >= WRAPPED))
    last = len(rows.columns) - 1
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows.rows), last)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{xl_col_to_name(last)}{len(rows.all) + 1}"})
    _print_wide(sheet, pages=1 + sum(widths) // PAGE_WIDTH)
    sheet.repeat_rows(0)


def _formats(book: Workbook, more: Mapping[str, object]) -> dict[tuple[str, bool], Format]:
    """By kind, and whether the cell is wrapped."""
    return {
        (kind, wrapped): book.add_format(
            {"num_format": shape, "valign": "top", "text_wrap": wrapped, **INDENT.get(kind, {}), **more}
        )
        for kind, shape in FORMATS.items()
        for wrapped in (False, True)
    }


def _write(sheet: Worksheet, line: int, at: int, value: Cell, kind: str, format: Format) -> None:
    if value is None:
        sheet.write_blank(line, at, None, format)
    elif kind == "text":
        sheet.write_string(line, at, str(value), format)
    else:
        sheet.write_number(line, at, value, format)


def _fit(sheet: Worksheet, line: int, cells: Iterable[tuple[object, int]]) -> None:
    """Make a row as high as its longest wrapped text needs: (text, width in characters)."""
    lines = max((len(textwrap.wrap(str(text or ""), width)) for text, width in cells), default=1)
    sheet.set_row(line, LINE * max(lines, 1))


def _write_about(book: Workbook, sheet: Worksheet, view: MapView, about: Sequence[Line]) -> None:
    say, wrapped = view.say, book.add_format({"text_wrap": True, "valign": "top"})
    linked = book.add_format({"text_wrap": True, "valign": "top", "font_color": "#0B57D0", "underline": 1})
    bold = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
    head = book.add_format(HEAD)
    headings = ("", say("export_text"), say("export_link"), say("data_licences"))
    for at, (heading, width) in enumerate(zip(headings, SOURCE_WIDTHS, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, heading, head)
    for line, one in enumerate(about, start=1):
        sheet.write_string(line, 0, one.label, bold)
        _write_text(sheet, line, 1, one.text, wrapped, linked)
        _write_text(sheet, line, 2, one.address or "", wrapped, linked)
        sheet.write_string(line, 3, one.licence or "", wrapped)
        _fit(sheet, line, zip((one.label, one.text, one.address, one.licence), SOURCE_WIDTHS, strict=True))
    sheet.freeze_panes(1, 0)
    _print_wide(sheet, pages=1)


def _write_text(sheet: Worksheet, line: int, at: int, text: str, plain: Format, linked: Format) -> None:
    """A text; a link when it is an address of the web."""
    if text.startswith(("https://", "http://")) and len(text) <= LONGEST_LINK:
        sheet.write_url(line, at, text, linked)
    else:
        sheet.write_string(line, at, text, plain)


def _print_wide(sheet: Worksheet, pages: int) -> None:
    """A4, landscape, as wide as so many pages."""
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(pages, 0)
