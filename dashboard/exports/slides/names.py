"""Names on a slide's map: networks where they fit, everyone outside and everyone moved beside or on their area."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.exports.slides.box import Box
from dashboard.exports.slides.window import Window
from dashboard.geometry.shapes import landmarks
from dashboard.geometry.typeface import width_em
from dashboard.view.atlas import Atlas
from dashboard.view.view import MapView
from geodata.places.labels import LINE_HEIGHT_EM, layouts, place

#: Sizes of type in points: the largest and smallest of a network's name, and of a municipality's.
NETWORK_PT = (20.0, 11.0)
NAME_PT = (11.0, 9.0)
#: Of the region's width on the slide, so much is the size of a municipality's name.
NAME_SHARE = 1 / 43
#: Space around a name within its box, in points: at the sides, above and below.
SIDE_PT, ABOVE_PT = 4.0, 1.5
#: Up to so many names may stand beside their areas; of more, those are shown that have room on their own.
MOST_AROUND = 12
#: Where a name that must be shown may go, in widths and heights of its box: first on its place, then around.
Steps = tuple[tuple[float, float], ...]
AROUND: Steps = tuple(
    sorted(
        ((across / 4, down / 2) for across in range(-6, 7) for down in range(-8, 9)),
        key=lambda step: (step[0] ** 2 + (step[1] * 0.5) ** 2, step),
    )
)


@dataclass(frozen=True)
class Name:
    """A name that is shown: its lines, the middle and the size in points, and what it names.

    ``style``: "network", "gap" (outside), "moved", "member" or "landmark"; of a network, ``network`` is its id.
    """

    lines: tuple[str, ...]
    x: float
    y: float
    size: float
    style: str
    network: str = ""

    @property
    def box(self) -> Box:
        """The room it takes, in inches."""
        width = max(width_em(one) for one in self.lines) * self.size + 2 * SIDE_PT
        height = (0.2 + len(self.lines) * LINE_HEIGHT_EM) * self.size + 2 * ABOVE_PT
        return Box((self.x - width / 2) / 72, (self.y - height / 2) / 72, width / 72, height / 72)


def names_on(view: MapView, window: Window, focus: Iterable[str], taken: Iterable[Box], moved: bool) -> list[Name]:
    """The names of a map, none over another, over what is taken or beyond the map's box.

    Those looked closely at (``focus``) are named first, where their names fit within their areas: the slide's title
    names the network. Those that the scenario moves are named where ``moved`` says so.
    """
    shown: list[Name] = []
    occupied = list(taken)

    def settle(candidates: Iterable[Name]) -> bool:
        for one in candidates:
            if window.box.holds(one.box) and not any(one.box.meets(other) for other in occupied):
                shown.append(one)
                occupied.append(one.box)
                return True
        return False

    standing_out = [area for area in view.areas if area.selected and (not area.networks or (moved and area.is_changed))]
    labelled = {area.number for area in standing_out}
    for number in focus:
        if number not in labelled:
            settle(_inside(view.atlas, window, number))
    unnamed = [id for id in view.networks if not settle(_network(view, window, id, view.group(id).short_name))]
    crowd = len(standing_out) > MOST_AROUND
    for area in sorted(standing_out, key=lambda area: bool(area.networks)):
        style = "moved" if area.networks else "gap"
        settle(_around(view.atlas, window, area.number, style, AROUND[:1] if crowd else AROUND[:60]))
    for id in unnamed:
        settle(_network(view, window, id, view.group(id).initial))
    for one in landmarks(view.atlas.register):
        settle([Name((one.name,), *window.point(*one.point), _name_size(window), "landmark")])
    return shown


def _network(view: MapView, window: Window, id: str, text: str) -> Iterator[Name]:
    """Its name at its roomiest place, where it can be read; of members that stay, where there are any."""
    standing_out = [area for area in view.areas if id in area.networks and area.selected]
    staying = [area.number for area in standing_out if not area.is_changed]
    members = staying or [area.number for area in standing_out]
    if text and members:
        label = place(text, window.ground.union(members), width_em)
        size = min(NETWORK_PT[0], label.em_m * window.pt_per_m)
        if size >= NETWORK_PT[1]:
            yield Name(label.lines, *window.point(label.x, label.y), size, "network", id)


def _around(atlas: Atlas, window: Window, number: str, style: str, steps: Steps) -> Iterator[Name]:
    """On its place, or as near as there is room."""
    label, name = atlas.labels[number], atlas.register.municipalities[number].name
    x, y = window.point(label.x, label.y)
    for size in dict.fromkeys((_name_size(window), NAME_PT[1])):
        for lines in dict.fromkeys((label.lines, *layouts(name))):
            here = Name(lines, x, y, size, style)
            for across, down in steps:
                yield Name(lines, x + across * here.box.width * 72, y + down * here.box.height * 72, size, style)


def _inside(atlas: Atlas, window: Window, number: str) -> Iterator[Name]:
    """Within its area where it can be read."""
    label = atlas.labels[number]
    size = min(_name_size(window), label.em_m * window.pt_per_m)
    if size >= NAME_PT[1]:
        yield Name(label.lines, *window.point(label.x, label.y), size, "member")


def _name_size(window: Window) -> float:
    west, _, east, _ = window.ground.bounds
    return min(NAME_PT[0], max(NAME_PT[1], (east - west) * window.pt_per_m * NAME_SHARE))
