"""Where the key stands: in the region's lower left corner, which is more or less free."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import shapely

from dashboard.exports.slides.box import Box
from dashboard.exports.slides.corner import cornered
from dashboard.exports.slides.legend import SMALLEST_PT, legend_of
from dashboard.exports.slides.window import Window, window_of
from dashboard.geometry.ground import Ground
from dashboard.view.view import MapView

#: A picture of eight by eight inches; as far the key and the region stand off its sides.
BOX, EDGE = Box(0, 0, 8, 8), 0.1
INSIDE = BOX.width - 2 * EDGE


@pytest.mark.parametrize(("room_pt", "size_pt"), [(16, 12), (12, 12), (10.5, 10.5), (9, 9), (8.5, 9), (1, 9)])
def test_size_of_the_key(view: Callable[..., MapView], room_pt: float, size_pt: float) -> None:
    """The largest type from 12 to 9 pt with which the key lies beside the region; where none does, the region yields.

    The region is a square whose lower left corner is free for a key in ``room_pt``.
    """
    room = legend_of(view(), room_pt, INSIDE)
    free = shapely.box(-1, -1, room.width + 0.01, room.height + 0.01)
    region = shapely.box(0, 0, INSIDE, INSIDE) - free
    ground = Ground({"1": region}, shapely.Polygon(), {})

    def window(left: float, below: float) -> Window:
        return window_of(ground, BOX, (left, EDGE, EDGE, below), right=True)

    kept, legend, card = cornered(view(), BOX, EDGE, window)
    assert legend.size == size_pt
    assert (card.x, card.bottom) == pytest.approx((EDGE, BOX.bottom - EDGE))
    assert kept.is_free(card)
    assert (kept.pt_per_m == window(EDGE, EDGE).pt_per_m) == (room_pt >= SMALLEST_PT)
