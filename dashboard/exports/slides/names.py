"""Names on a slide's map: placed as on every other picture, in points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.exports.slides.box import Box
from dashboard.exports.slides.window import Window
from dashboard.geometry.scene import UNIT_M
from dashboard.picture.names import NameRules, NameSizes, PictureWindow, names
from dashboard.picture.pins import PlacedPin, placed_pins
from dashboard.picture.placing import Leader
from dashboard.view.view import MapView

#: Sizes of type in points: of a network's name, and the largest and smallest of a municipality's.
NETWORK_PT, NAME_PT = 20.0, (11.0, 9.0)
#: To which part of its size the name of a network may shrink.
SMALLEST_NETWORK = 0.55
#: Of the region's width on the slide, so much is the size of a municipality's name.
NAME_SHARE = 1 / 43
#: Space around a name within its box, in em: at both sides, above and below together.
AROUND = (0.73, 0.64)


@dataclass(frozen=True)
class Name:
    """A name that is shown: its lines, the size in points, the room that it takes in inches, and what it names.

    ``style``: "network", "gap" (outside), "moved", "name", "landmark" or "county"; of a network, ``network`` is its id.
    ``beside``: whether it stands beside the region, with a ``leader`` to its area, in points.
    """

    lines: tuple[str, ...]
    size: float
    box: Box
    style: str
    network: str
    leader: Leader | None


def names_on(view: MapView, window: Window, focus: Iterable[str], taken: Iterable[Box], moved: bool) -> list[Name]:
    """The names of a map, none over another, over what is taken or beyond the map's box.

    Those looked closely at (``focus``) are named before the networks: the slide's title names theirs. Those that the
    scenario moves are named where ``moved`` says so; who does not stand out is not named.
    """
    faint = {area.number for area in view.areas if not area.selected}
    size = _name_size(window)
    sizes = NameSizes(size, NETWORK_PT, NAME_PT[1] / size, SMALLEST_NETWORK, AROUND)
    boxes = *map(_bounds, taken), *(pin.box for pin in _pins(view, window))
    naming = NameRules(sizes, taken=boxes, only=frozenset(focus) - faint, moved=moved)
    return [
        Name(one.lines, one.px, _box(one.box), one.style, one.network or "", one.leader)
        for one in names(view, _picture(view, window), _bounds(window.box), naming)
        if one.on not in faint or (one.network and not faint.issuperset(view.assignment.members(one.network)))
    ]


def pins_on(view: MapView, window: Window) -> list[tuple[PlacedPin, Box]]:
    """The pinned notes of a view, each with the box of its number."""
    return [(pin, _box(pin.box)) for pin in _pins(view, window)]


def _pins(view: MapView, window: Window) -> list[PlacedPin]:
    return list(placed_pins(view, _picture(view, window), _name_size(window)))


def _picture(view: MapView, window: Window) -> PictureWindow:
    """The window in points."""
    scene = view.atlas.scene.frame
    return PictureWindow(*window.point(scene.west, scene.north), window.pt_per_m * UNIT_M)


def _bounds(box: Box) -> tuple[float, float, float, float]:
    return box.x * 72, box.y * 72, box.right * 72, box.bottom * 72


def _box(bounds: tuple[float, float, float, float]) -> Box:
    left, top, right, bottom = (at / 72 for at in bounds)
    return Box(left, top, right - left, bottom - top)


def _name_size(window: Window) -> float:
    west, _, east, _ = window.ground.bounds
    return min(NAME_PT[0], max(NAME_PT[1], (east - west) * window.pt_per_m * NAME_SHARE))
