"""Where the numbers of pinned notes stand on a map: above the point of their area, clear of names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.picture.names import PictureWindow
from dashboard.picture.placing import Bounds
from dashboard.view.view import MapView

#: Radius of a pin, and how high its middle stands over the point of its area, in sizes of the map's type.
RADIUS_EM, ABOVE_EM = 0.72, 1.0


@dataclass(frozen=True)
class PlacedPin:
    """A pin: its number from 1, its municipality, its middle and radius in pixels, and the note."""

    place: int
    number: str
    x: float
    y: float
    radius: float
    text: str

    @property
    def box(self) -> Bounds:
        """The room that it takes."""
        return self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius


def placed_pins(view: MapView, window: PictureWindow, px: float) -> Iterator[PlacedPin]:
    """The pins of a view in a window, where type has so many pixels."""
    for place, pin in enumerate(view.state.pin, 1):
        x, y = window.point(*view.atlas.scene.frame.point(*view.atlas.spots[pin.number].target))
        yield PlacedPin(place, pin.number, x, y - ABOVE_EM * px, RADIUS_EM * px, pin.text)
