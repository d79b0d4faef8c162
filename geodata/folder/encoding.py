"""The text of a file, whichever encoding the office's program saved it in."""

from __future__ import annotations

import codecs
import re

from geodata.errors import Finding
from geodata.folder.codes import finding

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
#: What the two bytes of a Latin letter in UTF-8 look like in Windows-1252 ("Ã¸" for "ø").
_MISREAD = re.compile(
    "[ÂÃ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
_SAVE_AS = "In the spreadsheet, save the file again as “CSV UTF-8”."


def decode(content: bytes, file: str) -> tuple[str, list[Finding]]:
    """The text of ``content`` and what is wrong with it; blank text when it cannot be read.

    Knows UTF-8 and UTF-16 by their byte-order mark, UTF-8 without one, and
    Windows-1252, which is what everything else that Norwegian offices write is.
    """
    kind = _foreign_kind(content)
    if kind:
        message = f"The file is {kind}, not comma-separated text, whatever its name says."
        return "", [
            finding("not_csv", file, message, "Open it in a spreadsheet and save it as “CSV UTF-8”.", kind=kind)
        ]
    text = _decoded(content)
    if text is None or "\0" in text:
        message = "The file's letters cannot be read: it is not wholly UTF-8, UTF-16 or Windows-1252."
        row = None if text is None else text.count("\n", 0, text.index("\0")) + 1
        return "", [finding("unreadable_text", file, message, _SAVE_AS, row=row)]
    if not text.strip():
        return "", [finding("empty_file", file, "The file is empty.", "Put the file back from the last good copy.")]
    return text, [_lost(file, text, match) for match in [_lost_letter(text)] if match]


def _decoded(content: bytes) -> str | None:
    marked = [(mark, encoding) for mark, encoding in _BOMS if content.startswith(mark)]
    attempts = [(marked[0][1], len(marked[0][0]))] if marked else [("utf-8", 0), ("cp1252", 0)]
    for encoding, start in attempts:
        try:
            return content[start:].decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _foreign_kind(content: bytes) -> str | None:
    beginning = content[:512].lstrip(codecs.BOM_UTF8).lstrip().lower()
    if content.startswith(b"PK\x03\x04"):
        return "a workbook (.xlsx) or another zip file"
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        return "an old Excel workbook (.xls)"
    if content.startswith(b"%PDF"):
        return "a PDF"
    if beginning.startswith((b"<!doctype html", b"<html", b"<?xml", b"<table", b"<head", b"<body")):
        return "a web page or XML"
    return None


def _lost_letter(text: str) -> re.Match[str] | None:
    return re.search("\ufffd", text) or _MISREAD.search(text)


def _lost(file: str, text: str, match: re.Match[str]) -> Finding:
    row = text.count("\n", 0, match.start()) + 1
    message = f"Letters were lost when the file was converted: it says “{text[match.start() - 8 : match.end() + 8]}”."
    return finding("lost_letters", file, " ".join(message.split()), "Put the letters back. " + _SAVE_AS, row=row)
