"""Where the key stands beside a map: in its lower left corner, in the largest type that leaves the map its size."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.exports.slides.box import Box
from dashboard.exports.slides.legend import LARGE_PT, SMALLEST_PT, Legend, legend_of
from dashboard.exports.slides.window import Window
from dashboard.view.view import MapView


def cornered(
    view: MapView, box: Box, edge: float, window: Callable[[float, float], Window]
) -> tuple[Window, Legend, Box]:
    """The map's window, the key and its card in a box, ``edge`` inches from its sides.

    ``window``: the window that leaves so many inches free on the left and below. Where even the smallest type would
    lie over the region, the region makes room above the key or beside it, wherever it stays the larger.
    """
    whole = window(edge, edge)
    size = LARGE_PT
    while True:
        legend = legend_of(view, size, box.width - 2 * edge)
        card = Box(box.x + edge, box.bottom - edge - legend.height, legend.width, legend.height)
        if whole.is_free(card):
            return whole, legend, card
        if size <= SMALLEST_PT:
            beside, above = window(card.width + 2 * edge, edge), window(edge, card.height + 2 * edge)
            return max(beside, above, key=lambda one: one.pt_per_m), legend, card
        size -= 0.5
