"""Colours for networks that a scenario founds: the farthest from all others that passes the palette's checks."""

from __future__ import annotations

import colorsys
from functools import lru_cache

from dashboard.colours.contrast import VISION, contrast, distance
from dashboard.colours.palette import PAGE

#: WCAG 2.1: graphics against what lies beside them, and text on them.
GRAPHIC, TEXT = 3.0, 4.5
#: Lightness to try in each theme, as in HLS; hues are tried every 15°.
LIGHTNESS = {"light": (0.2, 0.27, 0.34), "dark": (0.55, 0.65, 0.75)}


@lru_cache(maxsize=256)
def free_colour(theme: str, taken: tuple[str, ...]) -> str:
    """A "#rrggbb" that stands out from the land, sea and paper, carries text, and lies farthest from ``taken``.

    Distance is the smallest over every kind of colour vision; equals are decided by the order of trying.
    """
    page = PAGE[theme]
    return max(
        (
            colour
            for colour in _candidates(theme)
            if min(contrast(colour, page[ground]) for ground in ("land", "sea", "paper")) >= GRAPHIC
            and contrast(colour, page["on-network"]) >= TEXT
        ),
        key=lambda colour: min((distance(colour, other, vision) for other in taken for vision in VISION), default=0.0),
    )


def _candidates(theme: str) -> list[str]:
    return [
        "#" + "".join(f"{round(255 * part):02x}" for part in colorsys.hls_to_rgb(hue / 360, lightness, 0.6))
        for lightness in LIGHTNESS[theme]
        for hue in range(0, 360, 15)
    ]
