"""An Excel workbook: the rows on one sheet, what they are and where they come from on another."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.exports.about import Line
from dashboard.exports.columns import Rows
from dashboard.view import MapView

FORMATS = {"text": "@", "integer": "#,##0", "year": "0", "decimal": "#,##0.0", "share": "0.0%"}
HEAD = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#DFEAF1"}
TOTAL = {"bold": True, "top": 1}
#: Widths of the sources' columns in characters: what, text, address, licence.
WIDTHS = (26, 90, 46, 46)
#: Excel refuses longer links.
LONGEST_LINK = 2000


def excel_file(view: MapView, rows: Rows, about: Sequence[Line]) -> bytes:
    """The workbook. Its date of creation is the day of the population, so that the same state gives the same bytes."""
    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        created = dt.datetime(view.year, 1, 1)
        book.set_properties({"title": f"{view.say('title')}: {rows.title}", "created": created})
        _write_rows(book, book.add_worksheet(rows.title[:31]), rows)
        _write_about(book, book.add_worksheet(view.say("export_sources")[:31]), view, about)
    return buffer.getvalue()


def _write_rows(book: Workbook, sheet: Worksheet, rows: Rows) -> None:
    """Numbers as numbers, codes as text, unknown as an empty cell; the header stays in sight and filters."""
    head = book.add_format(HEAD)
    plain = {kind: book.add_format({"num_format": shape}) for kind, shape in FORMATS.items()}
    whole = {kind: book.add_format({"num_format": shape, **TOTAL}) for kind, shape in FORMATS.items()}
    for at, column in enumerate(rows.columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.heading, head)
        for line, row in enumerate(rows.all, start=1):
            value = column.shown(row)
            format = (whole if row is rows.total else plain)[column.kind]
            if value is None:
                sheet.write_blank(line, at, None, format)
            elif column.kind == "text":
                sheet.write_string(line, at, str(value), format)
            else:
                sheet.write_number(line, at, value, format)
    last = len(rows.columns) - 1
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows.rows), last)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{_letter(last)}{len(rows.all) + 1}"})
    _print_wide(sheet)
    sheet.repeat_rows(0)


def _write_about(book: Workbook, sheet: Worksheet, view: MapView, about: Sequence[Line]) -> None:
    say, wrapped = view.say, book.add_format({"text_wrap": True, "valign": "top"})
    linked = book.add_format({"text_wrap": True, "valign": "top", "font_color": "#0B57D0", "underline": 1})
    bold = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
    head = book.add_format(HEAD)
    headings = ("", say("export_text"), say("export_link"), say("data_licences"))
    for at, (heading, width) in enumerate(zip(headings, WIDTHS, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, heading, head)
    for line, one in enumerate(about, start=1):
        sheet.write_string(line, 0, one.label, bold)
        _write_text(sheet, line, 1, one.text, wrapped, linked)
        _write_text(sheet, line, 2, one.address or "", wrapped, linked)
        sheet.write_string(line, 3, one.licence or "", wrapped)
    sheet.freeze_panes(1, 0)
    _print_wide(sheet)


def _write_text(sheet: Worksheet, line: int, at: int, text: str, plain, linked) -> None:
    """A text; a link when it is an address of the web."""
    if text.startswith(("https://", "http://")) and len(text) <= LONGEST_LINK:
        sheet.write_url(line, at, text, linked)
    else:
        sheet.write_string(line, at, text, plain)


def _print_wide(sheet: Worksheet) -> None:
    """A4, landscape, as wide as the paper."""
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _letter(at: int) -> str:
    """The letter of one of the first 26 columns."""
    return chr(ord("A") + at)
