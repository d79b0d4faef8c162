"""CSV as Norwegian Excel opens it by double-click: UTF-8 with BOM, semicolons, decimal comma, CRLF."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

from dashboard.exports.tables.columns import Cell, Column, Rows

#: How a spreadsheet recognises a formula (OWASP, "CSV Injection"); a leading apostrophe makes it text.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def comma_file(rows: Rows) -> bytes:
    """The rows as CSV. Texts stand in quotation marks, numbers do not; unknown is empty.

    Shares are written in per cent. Decimals are rounded once, to one, as on the page.
    """
    lines = [[quoted(column.heading) for column in rows.columns]]
    lines += [[_cell(column, column.shown(row)) for column in rows.columns] for row in rows.all]
    return ("\ufeff" + "".join(";".join(line) + "\r\n" for line in lines)).encode("utf-8")


def _cell(column: Column, value: Cell) -> str:
    if value is None:
        return ""
    if column.kind == "text" or isinstance(value, str):
        return quoted(str(value))
    if column.kind == "share":
        return _decimal(_percent(value))
    return _decimal(value) if column.kind == "decimal" else str(value)


def quoted(text: str) -> str:
    """A text in quotation marks that no spreadsheet takes for a formula."""
    guarded = f"'{text}" if text.startswith(FORMULA) else text
    return '"' + guarded.replace('"', '""') + '"'


def _percent(ratio: float) -> Decimal:
    """A share in per cent; one short of the whole is never 100, nor one above nothing 0 (as on the page)."""
    shown = round(ratio, 3)
    if ratio < 1 <= shown:
        shown = 0.999
    if ratio > 0 >= shown:
        shown = 0.001
    return Decimal(str(shown)) * 100


def _decimal(value: float | Decimal) -> str:
    return str(Decimal(str(value)).quantize(Decimal("0.1"), ROUND_HALF_EVEN)).replace(".", ",")
