"""Names on a picture of the map: who is named, and in which order they take their places."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import shapely

from dashboard.geometry.name_spots import NameSpots
from dashboard.geometry.placement import (
    MOST_ALWAYS,
    NEARLY,
    NETWORK_REACH_EM,
    ON_A_LABEL,
    REACH_EM,
    SMALLEST,
    SMALLEST_NETWORK,
)
from dashboard.geometry.scene import UNIT_M, Frame
from dashboard.geometry.shapes import Surrounding, areas, landmarks, surroundings
from dashboard.geometry.spots import Spot
from dashboard.geometry.typeface import width_em
from dashboard.picture.callout import Callout
from dashboard.picture.placing import Bounds, Candidate, Leader, Room, Stand, Wanted
from dashboard.view.atlas import Atlas
from dashboard.view.shown import AreaView
from dashboard.view.view import MapView
from geodata.places.labels import LINE_HEIGHT_EM, place

#: Sizes of names in pixels.
NAME_PX, NETWORK_PX = 12.0, 18.0
#: What a name has around it, across and down, in em.
NAME_AROUND_EM = (0.8, 0.4)
#: Where the chosen one's name stands, if it has no other spot: beside its point, on whose ground it may be. Its outline
#: and its line tell whose it is. Sides, and whether above or below, so many em from the point.
LAST_RESORT, LAST_APART_EM = ((1, -1), (-1, -1), (1, 1), (-1, 1)), 2.2
#: Styles that stand on a ground of their own.
ON_LABELS = ("gap", "moved")


@dataclass(frozen=True)
class NameSizes:
    """Sizes of type in pixels, of municipalities and of networks, and to which part of theirs names may shrink.

    ``around``: what a name has around it, across and down, in em.
    """

    name: float = NAME_PX
    network: float = NETWORK_PX
    smallest: float = SMALLEST
    smallest_network: float = SMALLEST_NETWORK
    around: tuple[float, float] = NAME_AROUND_EM


@dataclass(frozen=True)
class NameRules:
    """Who is named beside those outside, those moved and the networks, and what is taken already.

    ``beside``: municipalities outside the region; ``callout``: what is said of the unorganised, which comes first
    unless it would take the room of a name that must be seen; ``taken``: boxes where no name may stand; ``only``: the
    further municipalities, before the networks; all of the region by default, after them; ``moved``: whether those
    that the scenario moves stand out.
    """

    sizes: NameSizes = NameSizes()
    beside: Collection[str] = ()
    callout: Callout | None = None
    taken: tuple[Bounds, ...] = ()
    only: Collection[str] | None = None
    moved: bool = True


@dataclass(frozen=True)
class Placed:
    """A name that is shown: centre and size in pixels, and the box it takes.

    ``style``: "gap" (outside), "moved", "network", "name", "landmark", "county" or "callout". ``on``: the municipality
    on whose ground it stands, or the county by its name; where that fades, so does the name. ``network``: the one whose
    name it is. ``side``: -1 west or 1 east of its area, with a ``leader`` from its edge to the area; 0 within.
    ``spot``: which of its spots that is. ``ground``: the network whose colour is behind its letters, blank for none.
    """

    lines: tuple[str, ...]
    x: float
    y: float
    px: float
    style: str
    on: str
    box: Bounds
    side: int = 0
    leader: Leader | None = None
    network: str | None = None
    spot: int = 0
    ground: str = ""

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


@dataclass(frozen=True)
class _Name:
    """A name on its way to a place."""

    spots: NameSpots
    px: float
    smallest: float
    style: str
    on: str
    must: bool = False
    reach_em: float = REACH_EM
    network: str | None = None
    ground: str = ""
    chosen: bool = False


@dataclass(frozen=True)
class _NameLook:
    """How a name is set: its size in pixels, what is around it in em, whether it has a ground, whether it is chosen."""

    px: float
    around: tuple[float, float]
    on_label: bool
    chosen: bool


def names(view: MapView, window: PictureWindow, frame: Bounds, naming: NameRules | None = None) -> list[Placed]:
    """The chosen, those outside and those moved, then networks, then the rest by their people.

    Each stands within its own area, or beside the region with a line that leads to it; none over another or beyond the
    ``frame``.
    """
    naming = naming or NameRules()
    callout, sizes = naming.callout, naming.sizes
    queue = list(_queue(view, naming))
    asked = {name: _wanted(view.atlas, window, name, sizes.around) for name in queue}
    must, rest = ([name for name in queue if name.must is needed] for needed in (True, False))
    called = _called(view.atlas, window, callout, sizes.name) if callout else None
    room, placed = Room(frame, list(naming.taken)), []
    together = room.place_together([called, *(asked[name] for name in must)]) if called else None
    if callout and together and (stand := together.pop(0)):
        placed.append(_spoken(callout, sizes.name, stand))
    if together is None:
        together = room.place_most([asked[name] for name in must])
    placed += [_placed(name, stand) for name, stand in zip(must, together, strict=True) if stand]
    return [*placed, *(_placed(name, stand) for name in rest if (stand := room.place(asked[name])))]


def _called(atlas: Atlas, window: PictureWindow, callout: Callout, px: float) -> Wanted:
    candidates = tuple(
        Candidate(
            *window.point(*atlas.scene.frame.point(spot.x, spot.y)),
            spot.side,
            spot.em_m / UNIT_M * window.scale,
            callout.width_em * px,
            callout.height_em * px,
            window.point(*atlas.scene.frame.point(*spot.target)),
            spot=at,
        )
        for at, spot in enumerate(callout.spots)
    )
    return Wanted(px, candidates, must=True)


def _spoken(callout: Callout, px: float, stand: Stand) -> Placed:
    left, top, right, bottom = stand.box
    middle = (left + right) / 2, (top + bottom) / 2
    at = stand.candidate
    return Placed(callout.lines, *middle, px, "callout", "", stand.box, at.side, stand.leader, spot=at.spot)


def _queue(view: MapView, naming: NameRules) -> Iterator[_Name]:
    atlas, chosen, sizes = view.atlas, view.state.municipality, naming.sizes
    ordered = [view.area(number) for number in atlas.by_population]

    def is_loud(area: AreaView) -> bool:
        return not area.networks or (naming.moved and area.is_changed)

    def named(area: AreaView, style: str, must: bool = False) -> _Name:
        is_chosen, spots = area.number == chosen, atlas.spots[area.number]
        ground = next(iter(area.networks), "")
        return _Name(spots, sizes.name, sizes.smallest, style, area.number, must, ground=ground, chosen=is_chosen)

    few = sum(map(is_loud, ordered)) <= MOST_ALWAYS  # more would hide the map
    first = [area for area in ordered if is_loud(area) or area.number == chosen]
    rest = [area for area in ordered if area not in first]
    for area in sorted(first, key=lambda area: (area.number != chosen, bool(area.networks))):
        style = "gap" if not area.networks else "moved" if area.is_changed and naming.moved else "name"
        yield named(area, style, few or area.number == chosen)
    if naming.only is not None:
        yield from (named(area, "name") for area in rest if area.number in naming.only)
    for id, network in view.networks.items():
        if members := view.assignment.members(id):
            spots = atlas.network_spots(members, network)
            on, large = _nearest(atlas, members, spots.target), (sizes.network, sizes.smallest_network)
            yield _Name(spots, *large, "network", on, reach_em=NETWORK_REACH_EM, network=id, ground=id)
    for one in (*landmarks(atlas.register), *_named(atlas, naming.beside)):
        yield _Name(spots_around(one), sizes.name, sizes.smallest, "landmark", one.number)
    if naming.only is None:
        yield from (named(area, "name") for area in rest)
    yield from (
        _Name(spots, sizes.name, sizes.smallest, "county", county) for county, spots in atlas.county_names.items()
    )


def _named(atlas: Atlas, beside: Collection[str]) -> Iterable[Surrounding]:
    known = {one.number for one in landmarks(atlas.register)}
    return (one for one in surroundings(atlas.register) if one.number in beside and one.number not in known)


def spots_around(one: Surrounding) -> NameSpots:
    """Where the name of a municipality outside the region may stand: on it."""
    label = place(one.name, one.area, width_em)
    return NameSpots((label.x, label.y), (Spot(label.lines, label.x, label.y, label.em_m),))


def _nearest(atlas: Atlas, members: Iterable[str], at: tuple[float, float]) -> str:
    """The member that the name of a network stands on."""
    shapes, point = areas(atlas.register), shapely.Point(*at)
    return min(members, key=lambda number: shapes[number].distance(point))


def _wanted(atlas: Atlas, window: PictureWindow, name: _Name, around: tuple[float, float]) -> Wanted:
    look = _NameLook(name.px, around, name.style in ON_LABELS, name.chosen)
    candidates = _candidates(name.spots, atlas.scene.frame, window, look)
    passes: tuple[tuple[float, int], ...] = ((name.smallest, 0),)
    if name.must:  # at its full size beside its area rather than smaller within
        passes = ((1.0, 0), *passes)
    elif name.network:  # nearly as large as it should be within its area rather than smaller
        passes = ((NEARLY, name.spots.within), *passes)
    return Wanted(name.px, candidates, passes, name.must, name.reach_em * name.px)


@lru_cache(maxsize=1024)  # the windows of the page and its names are the same for every state
def _candidates(spots: NameSpots, frame: Frame, window: PictureWindow, look: _NameLook) -> tuple[Candidate, ...]:
    """The spots of a name in pixels: as large as it is there, with what it has around it."""
    blocks = {lines: block_px(lines, look.px, look.around) for lines in spots.layouts}
    target, found = window.point(*frame.point(*spots.target)), []
    for at, spot in enumerate(spots.spots):
        largest = spot.em_m / UNIT_M * window.scale / (ON_A_LABEL if look.on_label and not spot.side else 1)
        place, layout = window.point(*frame.point(spot.x, spot.y)), spots.layouts.index(spot.lines)
        found.append(Candidate(*place, spot.side, largest, *blocks[spot.lines], target, layout, at))
    if look.chosen:
        apart, block = LAST_APART_EM * look.px, blocks[spots.layouts[0]]
        for at, (side, down) in enumerate(LAST_RESORT, len(found)):
            place = target[0] + side * apart, target[1] + down * apart
            found.append(Candidate(*place, side, math.inf, *block, target, 0, at))
    return tuple(found)


def block_px(lines: tuple[str, ...], px: float, around: tuple[float, float] = NAME_AROUND_EM) -> tuple[float, float]:
    """Width and height of a name in pixels, with what it has around it."""
    across, down = around
    return (max(width_em(line) for line in lines) + across) * px, (1 + (len(lines) - 1) * LINE_HEIGHT_EM + down) * px


def _placed(name: _Name, stand: Stand) -> Placed:
    left, top, right, bottom = stand.box
    return Placed(
        name.spots.layouts[stand.candidate.layout],
        (left + right) / 2,
        (top + bottom) / 2,
        name.px * stand.part,
        name.style,
        name.on,
        stand.box,
        stand.candidate.side,
        stand.leader,
        name.network,
        stand.candidate.spot,
        name.ground,
    )
