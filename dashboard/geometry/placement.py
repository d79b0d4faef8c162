"""Names of networks: placed where they hide as few names of municipalities as possible."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy
import shapely

from dashboard.geometry.shapes import Area
from geodata.places.labels import LINE_HEIGHT_EM, MARGIN_EM, Label, TextWidth, layouts, place

#: The view that the names are placed for: the region's longer side on a desktop screen, and the sizes of type there.
REGION_PX = 740
NETWORK_PX = 18
NAME_PX = 12.5
#: To which part of its size a name may shrink before it is left out, in a picture and on the page.
SMALLEST = 0.8
#: At most so many names are shown whether they fit or not; more would hide the map.
MOST_ALWAYS = 12
#: How finely an area is searched, along its longer side.
STEPS = 40


def place_networks(
    names: Mapping[str, str],
    areas: Mapping[str, Area],
    labels: Iterable[Label],
    metres_per_px: float,
    width_em: TextWidth,
) -> dict[str, Label]:
    """A label for each network: inside its area (EPSG:25833), over as few of ``labels`` as can be.

    Where the name does not fit at its size it goes to the roomiest point, and
    ``em_m`` says how large it may be there.
    """
    names_at = [
        _block(label, NAME_PX * metres_per_px, width_em) for label in labels if label.em_m >= NAME_PX * metres_per_px
    ]
    tree = shapely.STRtree(names_at)
    return {
        id: _place(name, areas[id], NETWORK_PX * metres_per_px, tree, width_em)
        for id, name in names.items()
        if id in areas
    }


def _place(name: str, area: Area, em_m: float, names: shapely.STRtree, width_em: TextWidth) -> Label:
    roomiest = place(name, area, width_em)
    west, south, east, north = area.bounds
    step = max(east - west, north - south) / STEPS
    shapely.prepare(area)
    best: tuple[float, float, Label] | None = None
    for lines in layouts(name):
        for x in numpy.arange(west, east, step):
            for y in numpy.arange(south, north, step):
                label = Label(lines, float(x), float(y), em_m)
                block = _block(label, em_m, width_em)
                if not area.contains_properly(block):
                    continue
                hidden = sum(
                    shapely.area(names.geometries[found]) for found in names.query(block, predicate="intersects")
                )
                far = float(numpy.hypot(x - roomiest.x, y - roomiest.y))
                if best is None or (hidden, far) < best[:2]:
                    best = (hidden, far, label)
    return best[2] if best else roomiest


def _block(label: Label, em_m: float, width_em: TextWidth) -> shapely.Polygon:
    """The rectangle that a label covers at a size, margins included."""
    width = (max(width_em(line) for line in label.lines) + 2 * MARGIN_EM) * em_m
    height = (1 + (len(label.lines) - 1) * LINE_HEIGHT_EM + 2 * MARGIN_EM) * em_m
    return shapely.box(label.x - width / 2, label.y - height / 2, label.x + width / 2, label.y + height / 2)
