"""Files that planners bring, whole and broken."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Sequence

import openpyxl

Cell = str | int | float | None
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def csv_of(*rows: Sequence[str], delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    """A CSV file without quotation marks."""
    return "".join(f"{delimiter.join(row)}\r\n" for row in rows).encode(encoding)


def xlsx_of(*rows: Sequence[Cell], merge: str = "", sheets: int = 1) -> bytes:
    """A workbook; with several sheets the rows stand in the last one."""
    book = openpyxl.Workbook()
    for _ in range(sheets - 1):
        book.create_sheet()
    sheet = book.worksheets[-1]
    for row in rows:
        sheet.append(list(row))
    if merge:
        sheet.merge_cells(merge)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def xlsx_with(rows: bytes, **parts: bytes) -> bytes:
    """A workbook whose first sheet's data are written by hand; ``parts`` are added with names like ``xl__more.xml``."""

    def change(name: str, content: bytes) -> bytes:
        if name != "xl/worksheets/sheet1.xml":
            return content
        start, end = content.index(b"<sheetData"), content.index(b"<pageMargins")
        return content[:start] + b"<sheetData>" + rows + b"</sheetData>" + content[end:]

    return changed(xlsx_of(("a", "b")), change, {name.replace("__", "/"): part for name, part in parts.items()})


def changed(workbook: bytes, change: Callable[[str, bytes], bytes], more: dict[str, bytes] | None = None) -> bytes:
    """A zip file with every part changed, and more parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, content in (more or {}).items():
            new.writestr(name, content)
    return made.getvalue()


def bomb(declared: int | None = None) -> bytes:
    """A workbook that unpacks to 60 MB from some 70 kB; its directory may declare another size."""
    content = xlsx_with(b" " * 60_000_000)
    if declared is None:
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        true = struct.pack("<I", archive.getinfo("xl/worksheets/sheet1.xml").file_size)
    return content.replace(true, struct.pack("<I", declared))


def encrypted_zip() -> bytes:
    """A workbook whose parts say that they are encrypted."""
    content = bytearray(xlsx_of(("3006", "naik")))
    place = content.find(b"PK\x01\x02")
    while place >= 0:
        content[place + 8] |= 1
        place = content.find(b"PK\x01\x02", place + 4)
    return bytes(content)
