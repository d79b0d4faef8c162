"""The names over the map of the first response, placed for each kind of window.

They have their own size: they are placed in hundredths of the picture's box, and sized in em.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from dashboard.browser.paint import outside_members
from dashboard.picture.callout import APART_EM, CLAIM_EM, LINE_EM, Callout
from dashboard.picture.names import NameRules, NameSizes, PictureWindow, Placed, block_px, names
from dashboard.picture.pins import RADIUS_EM, PlacedPin, placed_pins
from dashboard.picture.placing import Bounds
from dashboard.view.view import MapView
from geodata.places.labels import LINE_HEIGHT_EM

#: Sizes of type on the map in pixels, as its style sheets have them in a common window (--type-of-map in
#: assets/base.css); in a presentation, where none shrinks, in parts of the region's width (assets/story.css).
ON_PAGE, ON_PROJECTOR = NameSizes(12.5, 18.0), 0.032
#: Where the panel of the chosen municipality stands from the left, up to which height (assets/parts.css), in pixels.
PANEL_PX = (16, 362, 440)
#: The same of the selection, from above (assets/layout.css).
SELECTION_PX = (16, 266, 146)
#: Half the width of the dot at the end of a leader.
DOT_PX = 2.5
#: What a map keeps free around it that looks closely at some, in pixels: left, top, right, bottom.
AIMED = (70, 70, 70, 70)
SceneBox = tuple[int, int, int, int]


@dataclass(frozen=True)
class NamesWindow:
    """A window that names are placed for, and the class that shows them in windows of that kind and larger ones.

    ``edges``: what it keeps free around the region: left, top, right, bottom (--edge-… in assets/map.css).
    """

    kind: str
    width: int
    height: int
    edges: tuple[int, int, int, int] = (28, 28, 76, 34)


#: Windows without the edges around the region: the smallest of each kind that assets/map.css tells apart.
WINDOWS = (
    NamesWindow("largest", 916, 728),
    NamesWindow("large", 916, 628),
    NamesWindow("broad", 756, 538),
    NamesWindow("wide", 640, 560),
    NamesWindow("narrow", 360, 480, (8, 8, 8, 8)),
)

#: The same in a presentation, at 1280×720, 1536×864 and 1920×1080: without what is free beside the region there, since
#: a screen that is less wide has it not.
STORY_EDGES, STORY_AIMED = (22, 22, 60, 27), (46, 46, 46, 46)
STORY_WINDOWS = (
    NamesWindow("largest", 894, 948, STORY_EDGES),
    NamesWindow("large", 592, 628, STORY_EDGES),
    NamesWindow("broad", 691, 732, STORY_EDGES),
    NamesWindow("wide", 564, 598, STORY_EDGES),
    WINDOWS[-1],
)


def scale_of(box: SceneBox, window: NamesWindow) -> float:
    """Pixels a scene unit where the box fills a window."""
    left, top, right, bottom = box
    return min(window.width / (right - left), window.height / (bottom - top))


def names_over(view: MapView, callout: Callout | None, box: SceneBox, window: NamesWindow, kind: str) -> str:
    """The names for one window, as an SVG that lies over the picture; ``kind``: what the picture's class adds."""
    scale = scale_of(box, window)
    left, top, right, bottom = box
    width, height = (right - left) * scale, (bottom - top) * scale
    across, down = (window.width - width) / 2, (window.height - height) / 2
    edges = window.edges
    if kind.endswith(" aimed"):
        edges = STORY_AIMED if edges is STORY_EDGES else AIMED
    frame = (-across - edges[0], -down - edges[1], width + across + edges[2], height + down + edges[3])
    sizes = ON_PAGE
    if window.edges is STORY_EDGES:
        px = ON_PROJECTOR * window.width
        sizes = NameSizes(px, 1.45 * px, 1.0)
    window_of = PictureWindow(-left * scale, -top * scale, scale)
    pins = list(placed_pins(view, window_of, sizes.name))
    taken = (*_panel(view, window, frame), *(pin.box for pin in pins))
    naming = NameRules(sizes, outside_members(view), callout, taken)
    placed = names(view, window_of, frame, naming)
    dimmed = {area.number for area in view.areas if not area.selected}
    faint = {id for id in view.networks if dimmed.issuperset(view.assignment.members(id))}
    labels = "".join(
        _called(one, (width, height))
        if one.style == "callout"
        else _name(
            one,
            (width, height),
            sizes.name,
            one.network in faint if one.network else one.on in dimmed,
            view.state.municipality == one.on and not one.network,
            one.style == "gap" and view.area(one.on).is_changed,
        )
        for one in placed
    )
    return (
        f'<svg class="first-names {window.kind}{kind}" aria-hidden="true">{labels}{_pins(pins, (width, height))}</svg>'
    )


def _panel(view: MapView, window: NamesWindow, frame: Bounds) -> tuple[Bounds, ...]:
    """What lies over the map: the panel of the chosen at its lower left, the selection above; on a phone below."""
    left, top, _, bottom = frame
    found = []
    if view.chosen and window.kind != "narrow":
        found.append((left + PANEL_PX[0], bottom - PANEL_PX[2], left + PANEL_PX[1], bottom))
    if view.selection and window in WINDOWS[:-1] and view.state.view == "overview":
        found.append((left + SELECTION_PX[0], top, left + SELECTION_PX[1], top + SELECTION_PX[2]))
    return tuple(found)


def _name(name: Placed, size: tuple[float, float], usual_px: float, dimmed: bool, chosen: bool, moved: bool) -> str:
    """A name where its area's middle is, whatever the window; its letters keep their size.

    Beside the region it stands on the side of its point that faces away from its area, where a line begins.
    """
    style = {"network": "group"}.get(name.style, name.style)
    dimmed = dimmed and not chosen
    classes = f"label {style}{' dimmed' if dimmed else ''}{' beside' if name.side else ''}"
    data, halo = f' data-spot="{name.spot}"', ""
    if name.style in ("gap", "moved", "name"):
        classes += f"{' moved' if moved else ''}{' chosen' if chosen else ''}"
        data += f' data-municipality="{name.on}"'
    if name.style == "county":
        data += f' data-county="{escape(name.on)}"'
    if name.network:
        data += f' data-group="{name.network}"'
    if name.ground and name.style in ("name", "network"):
        halo = f' stroke="var(--network-{name.ground})"'
    width, height = (part / name.px for part in block_px(name.lines, name.px))
    first = 0.35 - (len(name.lines) - 1) / 2 * LINE_HEIGHT_EM
    middle = name.side * width / 2
    texts = "".join(
        f'<text x="{middle:.2f}em" y="{first + place * LINE_HEIGHT_EM:.2f}em">{escape(line)}</text>'
        for place, line in enumerate(name.lines)
    )
    x, y = name.leader[:2] if name.leader else (name.x, name.y)
    return (
        f'{_leader(name, size, " dimmed" if dimmed else "")}<svg class="{classes}"{data}{halo}'
        f' x="{x / size[0]:.2%}" y="{y / size[1]:.2%}" font-size="{name.px / usual_px:.2f}em">'
        f'<rect x="{middle - width / 2:.2f}em" y="{-height / 2:.2f}em" width="{width:.2f}em" height="{height:.2f}em"'
        f' rx="4"/>{texts}</svg>'
    )


def _leader(name: Placed, size: tuple[float, float], dimmed: str = "") -> str:
    """The line from a name beside the region to its area, with a dot where it arrives."""
    if not name.leader:
        return ""
    x0, y0, x1, y1 = (f"{at / size[place % 2]:.2%}" for place, at in enumerate(name.leader))
    kind = "" if name.style == "callout" else f" {name.style}"
    return (
        f'<g class="leader{kind}{dimmed}"><line x1="{x0}" y1="{y0}" x2="{x1}" y2="{y1}"/>'
        f'<circle cx="{x1}" cy="{y1}" r="{DOT_PX}"/></g>'
    )


def _pins(pins: Iterable[PlacedPin], size: tuple[float, float]) -> str:
    """The numbers of pinned notes over the points of their areas."""
    return "".join(
        f'<svg class="pin" data-pin="{pin.number}" x="{pin.x / size[0]:.2%}" y="{pin.y / size[1]:.2%}">'
        f'<circle r="{RADIUS_EM}em"/><text y=".35em">{pin.place}</text></svg>'
        for pin in pins
    )


def _called(callout: Placed, size: tuple[float, float]) -> str:
    """What is said of the unorganised beside them, as assets/modules/map/callout.js says it."""
    x, y = callout.leader[:2] if callout.leader else (callout.x, callout.y)
    first, texts = -(len(callout.lines) - 1) / 2 * LINE_EM + 0.35, ""
    for place, line in enumerate(callout.lines):
        em = 1 if place else CLAIM_EM
        texts += (
            f'<text class="{"detail" if place else "claim"}" x="{callout.side * APART_EM / em:.2f}em"'
            f' y="{(first + place * LINE_EM) / em:.2f}em"'
            f' text-anchor="{"end" if callout.side < 0 else "start"}">{escape(line)}</text>'
        )
    return (
        f'<g class="callout" data-spot="{callout.spot}">{_leader(callout, size)}'
        f'<svg x="{x / size[0]:.2%}" y="{y / size[1]:.2%}">{texts}</svg></g>'
    )
