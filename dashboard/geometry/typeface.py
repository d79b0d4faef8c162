"""The width of a text in the typeface that the page carries (Inter, assets/fonts)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

FONT = Path(__file__).parents[2] / "assets" / "fonts" / "inter-latin.woff2"
#: The map's names are set semi-bold; the file's own widths are those of the regular weight.
#: Measured over the alphabet in Inter 4, weight 600 is 4-5 % wider; rounded up.
SEMI_BOLD = 1.06
#: For a letter the file does not hold (another font steps in): as wide as a wide letter.
UNKNOWN_EM = 0.8


@lru_cache
def _widths_em() -> dict[str, float]:
    font = TTFont(FONT)
    per_em, advance = font["head"].unitsPerEm, font["hmtx"]
    return {chr(code): advance[glyph][0] / per_em for code, glyph in font.getBestCmap().items()}


def width_em(text: str) -> float:
    """Width of ``text`` at weight 600, in em, without kerning."""
    widths = _widths_em()
    return SEMI_BOLD * sum(widths.get(letter, UNKNOWN_EM) for letter in text)


def wrap(text: str, width: float) -> list[str]:
    """Lines no wider than ``width`` em, broken at spaces; a longer word stands alone."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_em(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
