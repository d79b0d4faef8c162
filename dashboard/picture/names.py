"""Names on a picture of the map: who is named where, so that no name lies over another."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

import shapely

from dashboard.geometry.placement import MOST_ALWAYS, SMALLEST
from dashboard.geometry.scene import UNIT_M
from dashboard.geometry.shapes import Surrounding, areas, landmarks, surroundings, union
from dashboard.geometry.typeface import width_em
from dashboard.view.atlas import Atlas
from dashboard.view.view import MapView
from geodata.places.labels import LINE_HEIGHT_EM, Label, place

#: Sizes of names in pixels.
NAME_PX, NETWORK_PX = 12.0, 18.0


@dataclass(frozen=True)
class Placed:
    """A name that is shown: centre and size in pixels, and the box it takes.

    ``on``: the municipality on whose ground it stands; where that fades, so does the name. ``network``: the one whose
    name it is.
    """

    lines: tuple[str, ...]
    x: float
    y: float
    px: float
    style: str
    on: str
    network: str | None = None

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        width = max(width_em(line) for line in self.lines) * self.px + 8
        height = (1 + (len(self.lines) - 1) * LINE_HEIGHT_EM) * self.px + 5
        return self.x - width / 2, self.y - height / 2, self.x + width / 2, self.y + height / 2

    @property
    def baselines(self) -> tuple[tuple[str, float], ...]:
        """Each line with the height of its baseline, so that the lines together stand around the centre."""
        first = 0.35 - (len(self.lines) - 1) / 2 * LINE_HEIGHT_EM  # of the first line below the centre, in em
        return tuple((line, self.y + (first + at * LINE_HEIGHT_EM) * self.px) for at, line in enumerate(self.lines))


@dataclass(frozen=True)
class PictureWindow:
    """From scene units to pixels of a picture."""

    x: float
    y: float
    scale: float  # pixels a scene unit

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the scene in pixels."""
        return self.x + x * self.scale, self.y + y * self.scale


def names(
    view: MapView,
    frame: PictureWindow,
    left: float,
    name_px: float = NAME_PX,
    network_px: float = NETWORK_PX,
    beside: Collection[str] = (),
) -> list[Placed]:
    """The unorganised always, then networks, then the rest from the roomiest; none over another or over the key.

    ``beside``: municipalities outside the region that are named, too, where there is room.
    """
    few = sum(area.is_changed or not area.networks for area in view.areas) <= MOST_ALWAYS
    always = [
        (area.number, view.atlas.labels[area.number], name_px, "moved" if area.networks else "gap", few)
        for area in view.areas
        if area.is_changed or not area.networks
    ]
    networks = [(id, label, network_px, "network", False) for id, label in network_labels(view).items()]
    inside = {area.number for area in view.areas if area.networks and not area.is_changed}
    others = sorted(inside, key=lambda number: (-view.atlas.labels[number].em_m, view.atlas.labels[number].lines))
    rest = [(number, view.atlas.labels[number], name_px, "name", False) for number in others]
    placed: list[Placed] = []
    for of, label, px, style, must in [*always, *networks, *rest]:
        is_network = style == "network"
        on = _nearest(view.atlas, view.assignment.members(of), label) if is_network else of
        initials = _initials(view.atlas, frame, on, label, px, view.networks[of].initial) if is_network else ()
        for candidate in (*_candidates(view.atlas, frame, on, label, px, style, must), *initials):
            box = candidate.box
            if box[0] >= left and not any(_overlap(box, other.box) for other in placed):
                placed.append(replace(candidate, network=of) if is_network else candidate)
                break
    for one in (*landmarks(view.atlas.register), *_named(view.atlas, beside)):
        x, y = frame.point(*view.atlas.scene.frame.point(*one.point))
        candidate = Placed((one.name,), x, y, name_px, "landmark", one.number)
        if not any(_overlap(candidate.box, other.box) for other in placed):
            placed.append(candidate)
    return placed


def _named(atlas: Atlas, beside: Collection[str]) -> Iterable[Surrounding]:
    known = {one.number for one in landmarks(atlas.register)}
    return (one for one in surroundings(atlas.register) if one.number in beside and one.number not in known)


def network_labels(view: MapView) -> dict[str, Label]:
    """Where the name of each network stands: those with members, those that a scenario founds among its own."""
    labels = {}
    for id, network in view.networks.items():
        members = view.assignment.members(id)
        if id in view.atlas.network_labels and members:
            labels[id] = view.atlas.network_labels[id]
        elif members:
            labels[id] = place(network.short_name, union(view.atlas.register, members), width_em)
    return labels


def _nearest(atlas: Atlas, members: Iterable[str], label: Label) -> str:
    """The member that the name of a network stands on."""
    shapes, point = areas(atlas.register), shapely.Point(label.x, label.y)
    return min(members, key=lambda number: shapes[number].distance(point))


def _candidates(
    atlas: Atlas, frame: PictureWindow, on: str, label: Label, px: float, style: str, must: bool
) -> Iterable[Placed]:
    """Its own place if it fits; a name that must be shown may also move aside."""
    x, y = frame.point(*atlas.scene.frame.point(label.x, label.y))
    fitting = min(1.0, label.em_m / UNIT_M * frame.scale / px)
    if must:
        for across, down in ((0, 0), (-0.6, 0), (0.6, 0), (0, -1), (0, 1), (-1.1, 0), (1.1, 0)):
            width = max(width_em(line) for line in label.lines) * px
            yield Placed(label.lines, x + across * width, y + down * px * 1.6, px, style, on)
    elif fitting >= SMALLEST:
        yield Placed(label.lines, x, y, px * fitting, style, on)


def _initials(atlas: Atlas, frame: PictureWindow, on: str, label: Label, px: float, initial: str) -> Iterable[Placed]:
    """Where the name of a network has no room, as in a small picture, its initial stands, as in the legend."""
    x, y = frame.point(*atlas.scene.frame.point(label.x, label.y))
    for across, down in ((0, 0), (0, 1), (0, -1), (1, 0), (-1, 0)):
        yield Placed((initial,), x + across * px, y + down * px, px, "network", on)


def _overlap(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
