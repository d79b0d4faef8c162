"""Colours for networks that a scenario founds: far from the red of those outside, and farthest from all others."""

from __future__ import annotations

import colorsys
from functools import lru_cache

from dashboard.colours.contrast import VISION, contrast, distance
from dashboard.colours.palette import PAGE

#: WCAG 2.1: graphics against what lies beside them, and text on them.
GRAPHIC, TEXT = 3.0, 4.5
#: Lightness to try in each theme, as in HLS; saturation; hues are tried every 15°.
LIGHTNESS = {"light": (0.16, 0.22, 0.28, 0.34), "dark": (0.52, 0.6, 0.68, 0.76, 0.84)}
SATURATION = (0.25, 0.6, 0.9)
#: So far from the hue of the gap, in degrees: a gap that is closed must not look like one.
FROM_THE_GAP = 60
#: What no network may be taken for, whoever looks.
GAP = ("gap-line", "gap-ink")


@lru_cache(maxsize=256)
def free_colour(theme: str, taken: tuple[str, ...]) -> str:
    """A "#rrggbb" that stands out from the land, sea and paper, carries text, and lies farthest from ``taken``.

    Distance is the smallest over every kind of colour vision, the colours of the gap among the taken; no hue near
    theirs is tried. Equals are decided by the order of trying.
    """
    page = PAGE[theme]
    others = (*taken, *(page[name] for name in GAP))
    return max(
        (
            colour
            for colour in _candidates(theme)
            if min(contrast(colour, page[ground]) for ground in ("land", "sea", "paper")) >= GRAPHIC
            and contrast(colour, page["on-network"]) >= TEXT
        ),
        key=lambda colour: min(distance(colour, other, vision) for other in others for vision in VISION),
    )


def _candidates(theme: str) -> list[str]:
    gap = _hue(PAGE[theme][GAP[0]])
    return [
        "#" + "".join(f"{round(255 * part):02x}" for part in colorsys.hls_to_rgb(hue / 360, lightness, saturation))
        for lightness in LIGHTNESS[theme]
        for saturation in SATURATION
        for hue in range(0, 360, 15)
        if abs((hue - gap + 180) % 360 - 180) >= FROM_THE_GAP
    ]


def _hue(colour: str) -> float:
    """Degrees of a "#rrggbb", as in HLS."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 360 * colorsys.rgb_to_hls(red, green, blue)[0]
