"""The same file, the same bytes: every entry of the ZIP with the same date."""

from __future__ import annotations

import io
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

#: The first day that a ZIP file knows.
DATE = (1980, 1, 1, 0, 0, 0)


def same_bytes(content: bytes) -> bytes:
    """A ZIP file packed again: the same entries in the same order, without the time of packing."""
    buffer = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as before, ZipFile(buffer, "w", ZIP_DEFLATED) as after:
        for entry in before.infolist():
            info = ZipInfo(entry.filename, DATE)
            info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, 3, 0o600 << 16
            after.writestr(info, before.read(entry))
    return buffer.getvalue()
