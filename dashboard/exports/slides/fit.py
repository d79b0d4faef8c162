"""How large the words of a slide may be, estimated from the page's own typeface."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.geometry.typeface import SEMI_BOLD, wrap

#: A line's height in em (Arial's own).
LINE_EM = 1.17
#: Arial's width to that of the page's typeface at its regular weight: measured over the page's words, where
#: the widest of a hundred texts are (Liberation Sans, which has Arial's widths).
REGULAR, BOLD = 0.96, 1.03


def lines_of(text: str, size_pt: float, width_in: float, bold: bool = False) -> int:
    """Lines that a text takes."""
    return len(wrap(text, width_in * 72 / size_pt * SEMI_BOLD / (BOLD if bold else REGULAR))) if text else 0


def height_of(text: str, size_pt: float, width_in: float, bold: bool = False) -> float:
    """Height of a text in inches."""
    return lines_of(text, size_pt, width_in, bold) * size_pt * LINE_EM / 72


def row_height(cells: Iterable[str], widths_in: Iterable[float], size_pt: float, padding_in: float) -> float:
    """Height of a table's row in inches: that of its highest cell."""
    return max(height_of(cell, size_pt, width) for cell, width in zip(cells, widths_in, strict=True)) + padding_in
