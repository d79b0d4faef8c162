"""Sizes as circles: what grows with an area is told by the area of a circle; a shade would tell the land's size."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10, sqrt

from dashboard.view.shown import AreaView
from dashboard.view.view import MapView

#: Radius of the largest circle in pixels, at every zoom; neighbours such as Bærum and Asker then overlap a little.
LARGEST_PX = 20.0
#: The key's circles, as shares of the largest round value that occurs.
KEY_SHARES = (1, 0.2, 0.05)
ROUND = (5, 2, 1)


@dataclass(frozen=True)
class SizeCircle:
    """A municipality's circle: its value and its radius in pixels, proportional to the root of the value."""

    area: AreaView
    value: float
    radius_px: float

    @property
    def group(self) -> str:
        """ "gap" for those in no network; blank for the others."""
        return "" if self.area.networks else "gap"


def circles(view: MapView) -> tuple[SizeCircle, ...]:
    """The circles of a map that is coloured by a size, the largest first; who is unknown or has none is left out."""
    if not view.is_sized:
        return ()
    known = [(value, area) for area in view.areas if (value := area.figures.of(view.state.colour) or 0) > 0]
    most = max((value for value, _ in known), default=0)
    found = (SizeCircle(area, value, _radius_px(value, most)) for value, area in known)
    return tuple(sorted(found, key=lambda circle: (-circle.value, circle.area.number)))


def key_circles(view: MapView) -> tuple[tuple[float, float], ...]:
    """Round values and their radius in pixels, the largest first."""
    found = circles(view)
    if not found:
        return ()
    most = found[0].value
    top = _round_below(most)
    return tuple((share * top, _radius_px(share * top, most)) for share in KEY_SHARES)


def _radius_px(value: float, most: float) -> float:
    return LARGEST_PX * sqrt(value / most)


def _round_below(value: float) -> float:
    """The largest of 1, 2 and 5 times a power of ten that is not above a value."""
    power = 10.0 ** floor(log10(value))
    return next((step * power for step in ROUND if step * power <= value), power)
