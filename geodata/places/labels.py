"""Where a name fits inside an area, and how large it may be there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import shapely
from shapely.affinity import scale
from shapely.geometry import MultiPolygon, Polygon

#: Distance between baselines, in em.
LINE_HEIGHT_EM = 1.15
#: Free space around a name on every side, in em, so that it never touches a border.
MARGIN_EM = 0.15

#: Width of a text in em (1 em = the font's size). The page knows its font; geodata does not.
TextWidth = Callable[[str], float]


@dataclass(frozen=True)
class Label:
    """A name placed inside its area: centre of the text block in metres of the metric CRS.

    ``em_m``: the largest font size, in metres on the ground, at which the whole
    block lies inside the area. At ``s`` pixels a metre a font of ``p`` pixels fits when ``p <= em_m * s``.
    """

    lines: tuple[str, ...]
    x: float
    y: float
    em_m: float


def place(name: str, area: Polygon | MultiPolygon, width_em: TextWidth) -> Label:
    """The best point for ``name`` in ``area`` (metric CRS), on one line or two, whichever may be larger.

    The area is squeezed by the text's proportions, so that the largest inscribed
    circle (GEOS, ``maximum_inscribed_circle``) becomes the ellipse around the largest
    text; the size is then grown until the block meets the border.
    """
    candidates = [_place_lines(lines, area, width_em) for lines in layouts(name)]
    return max(candidates, key=lambda label: label.em_m)


def layouts(name: str) -> list[tuple[str, ...]]:
    """One line, and every way to break once, after a space or a hyphen."""
    breaks = [place for place, letter in enumerate(name) if letter in " -" and 2 < place < len(name) - 3]
    return [(name,), *((name[: place + 1].strip(), name[place + 1 :].strip()) for place in breaks)]


def _place_lines(lines: tuple[str, ...], area: Polygon | MultiPolygon, width_em: TextWidth) -> Label:
    width = max(width_em(line) for line in lines) + 2 * MARGIN_EM
    height = 1 + (len(lines) - 1) * LINE_HEIGHT_EM + 2 * MARGIN_EM
    part = max(getattr(area, "geoms", [area]), key=lambda polygon: polygon.area)
    squeezed = scale(part, xfact=height / width, yfact=1, origin=(0, 0))
    tolerance_m = max(1.0, part.area**0.5 / 200)
    radius = shapely.maximum_inscribed_circle(squeezed, tolerance=tolerance_m)
    centre_x, centre_y = radius.coords[0][0] * width / height, radius.coords[0][1]
    shapely.prepare(area)

    def fits(em_m: float) -> bool:
        half_width, half_height = width * em_m / 2, height * em_m / 2
        block = shapely.box(
            centre_x - half_width, centre_y - half_height, centre_x + half_width, centre_y + half_height
        )
        return bool(area.contains_properly(block))

    low, high = 0.0, 2 * radius.length / height
    for _ in range(20):  # halving: about a millionth of the radius
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return Label(lines, centre_x, centre_y, low)
