"""An SVG as PNG: painted by resvg with the page's typeface and no other, so that the same text gives the same bytes."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import resvg_py
from fontTools.ttLib import TTFont

from dashboard.geometry.typeface import FONT


def painted(svg: str) -> bytes:
    """The PNG, as large as the SVG says. Letters that the typeface has not are left out."""
    with TemporaryDirectory() as folder:  # resvg reads a typeface from a file only
        font = Path(folder) / "letters.ttf"
        font.write_bytes(_letters())
        return resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=[str(font)])


@lru_cache
def _letters() -> bytes:
    """The page's typeface as TTF, since resvg reads no WOFF2. All weights are in it; resvg takes the right one."""
    font, written = TTFont(FONT), BytesIO()
    font.flavor = None
    font.save(written, reorderTables=False)
    return written.getvalue()
