"""The same file, the same bytes: every entry of the ZIP with the same date."""

from __future__ import annotations

import io
import struct
from zipfile import ZipFile

#: The first day that a ZIP file knows, 1980-01-01 00:00, as MS-DOS wrote it.
DATE = struct.pack("<HH", 0, 1 << 5 | 1)
#: Where the date stands in an entry's own header and in the directory, and lengths and system there (APPNOTE, 4.3).
OWN_DATE, LISTED_DATE, LENGTHS, LISTED_BYTES, MADE_BY = 10, 12, 28, 46, 5
UNIX = 3


def same_bytes(content: bytes) -> bytes:
    """A ZIP file without the time of packing, and without the system that it was packed on.

    The entries stay as they are packed: packing them again would take as long as the first time.
    """
    changed = bytearray(content)
    with ZipFile(io.BytesIO(content)) as archive:
        entries, at = archive.infolist(), archive.start_dir
    for entry in entries:
        changed[entry.header_offset + OWN_DATE : entry.header_offset + OWN_DATE + len(DATE)] = DATE
        changed[at + LISTED_DATE : at + LISTED_DATE + len(DATE)] = DATE
        changed[at + MADE_BY] = UNIX
        at += LISTED_BYTES + sum(struct.unpack_from("<HHH", changed, at + LENGTHS))
    return bytes(changed)
