"""Names on pictures of any size: never on another's area, never over each other, never across a network's border."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from dashboard.geometry.shapes import areas, counties_around, landmarks
from dashboard.geometry.typeface import width_em
from dashboard.picture.callout import callout_of
from dashboard.picture.names import NameRules, NameSizes, PictureWindow, Placed, names
from dashboard.view.atlas import Atlas
from dashboard.view.view import MapView
from geodata.places.labels import LINE_HEIGHT_EM

NEW = "new=k:Klimanettverk%20for%20Kongsbergregionen"
FOUNDED = f"?scenario=3006:k,3050:k,3051:k,3052:k,3045:hallingdal,3035:follo&{NEW}"
MOVED = f"?scenario=3006:k,3050:k,3051:k,3052:k,3045:hallingdal,3024:none,3035:follo&{NEW}"
STATES = (
    "",
    MOVED,
    "?municipality=3024",
    "?municipality=3007&networks=follo",
    "?colour=density",
    "?scenario=3048:naik%2Bk&new=k:Ny",
)
SIZES = (NameSizes(12.5, 18), NameSizes(18, 26, 1), NameSizes(20.4, 30.6))
#: The scene counts in whole units, a hundredth of what a pixel shows.
ROUNDING_M = 30


def fitted(view: MapView, width: float, height: float, edge: float = 8) -> PictureWindow:
    """The region as large as it fits into a picture."""
    west, top, east, bottom = view.atlas.scene.frame.box(view.atlas.register.boundaries.total_bounds)
    scale = min((width - 2 * edge) / (east - west), (height - 2 * edge) / (bottom - top))
    return PictureWindow(
        (width - scale * (east - west)) / 2 - scale * west, (height - scale * (bottom - top)) / 2 - scale * top, scale
    )


def on_ground(view: MapView, window: PictureWindow, box: tuple[float, ...]) -> shapely.Polygon:
    """A box of the picture in EPSG:25833."""
    frame = view.atlas.scene.frame
    x0, y0, x1, y1 = (((at - (window.x, window.y)[place % 2]) / window.scale) * 10 for place, at in enumerate(box))
    return shapely.box(frame.west + x0, frame.north - y1, frame.west + x1, frame.north - y0)


def letters(name: Placed) -> tuple[float, float, float, float]:
    """The box of its letters alone, where the name is set on the map itself; of a label its ground."""
    if name.style in ("gap", "moved"):
        return name.box
    width = max(width_em(line) for line in name.lines) * name.px
    height = (1 + (len(name.lines) - 1) * LINE_HEIGHT_EM) * name.px
    return name.x - width / 2, name.y - height / 2, name.x + width / 2, name.y + height / 2


@pytest.fixture(scope="module")
def shown(view: Callable[..., MapView]) -> dict[str, MapView]:
    """The views that are tried."""
    return {state: view(state) for state in STATES}


@given(st.sampled_from(STATES), st.sampled_from(SIZES), st.integers(300, 1900), st.integers(300, 1100))
def test_own_ground(shown: dict[str, MapView], state: str, sizes: NameSizes, width: int, height: int) -> None:
    """A name lies wholly within its area, or off everybody's with a line that ends in its area."""
    view = shown[state]
    atlas: Atlas = view.atlas
    shapes, window = areas(atlas.register), fitted(view, width, height)
    everybody = shapely.union_all([*shapes.values(), *(one.shape for one in landmarks(atlas.register))])
    for name in names(view, window, (0, 0, width, height), NameRules(sizes, callout=callout_of(view))):
        block = on_ground(view, window, letters(name))
        if name.style == "landmark":
            (own,) = (one.shape for one in landmarks(atlas.register) if one.number == name.on)
        elif name.style == "county":
            (own,) = (one.shape for one in counties_around(atlas.register) if one.name == name.on)
        elif name.style == "callout":
            own = shapely.union_all([shapes[area.number] for area in view.missing])
        else:
            own = (
                shapely.union_all([shapes[number] for number in view.assignment.members(name.network)])
                if name.network
                else shapes[name.on]
            )
        if name.leader and name.spot >= len(getattr(atlas.spots.get(name.on), "spots", (0,) * 99)):
            continue  # the chosen one's last resort
        if name.leader:
            end = on_ground(view, window, (*name.leader[2:], *name.leader[2:])).centroid
            assert own.distance(end) <= ROUNDING_M, name
            assert everybody.buffer(-ROUNDING_M).disjoint(block), name
        else:
            assert own.buffer(ROUNDING_M).contains(block), name


@given(st.sampled_from(STATES), st.sampled_from(SIZES), st.integers(300, 1900), st.integers(300, 1100))
def test_apart(shown: dict[str, MapView], state: str, sizes: NameSizes, width: int, height: int) -> None:
    """No name lies over another or beyond the frame, no line crosses a name or another line."""
    view = shown[state]
    placed = names(view, fitted(view, width, height), (0, 0, width, height), NameRules(sizes, callout=callout_of(view)))
    boxes = [shapely.box(*name.box).buffer(-0.01) for name in placed]
    lines = [shapely.LineString([name.leader[:2], name.leader[2:]]) for name in placed if name.leader]
    assert all(shapely.box(0, 0, width, height).contains(box) for box in boxes)
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    assert not any(line.crosses(box) for line in lines for box in boxes)
    assert not any(one.crosses(other) for one, other in combinations(lines, 2))


@pytest.mark.parametrize(
    ("width", "height"), [(390, 338), (390, 520), (320, 420), (888, 630), (1062, 780), (1300, 990), (820, 480)]
)
@pytest.mark.parametrize("state", ["", FOUNDED, "?scenario=3006:naik"])
def test_the_six_are_always_named(shown: dict[str, MapView], view, state: str, width: int, height: int) -> None:
    """Whoever is outside or moved is named in every window, a phone's included."""
    seen = view(state)
    edge = 8 if width < 600 else 28
    placed = names(seen, fitted(seen, width, height, edge), (0, 0, width, height), NameRules(SIZES[0]))
    named = {name.on for name in placed if name.style in ("gap", "moved")}
    assert named == {area.number for area in seen.areas if not area.networks or area.is_changed}


@pytest.mark.parametrize("height", [630, 700, 900])
def test_callout(view, height: int) -> None:
    """On a desktop window what is said of those outside stands beside them, in a scenario too."""
    for state in ("", "?scenario=3006:naik", MOVED):
        seen = view(state)
        placed = names(
            seen, fitted(seen, 888, height, 28), (0, 0, 888, height), NameRules(SIZES[0], callout=callout_of(seen))
        )
        (said,) = (name.lines[0] for name in placed if name.style == "callout")
        assert said.startswith(str(len(seen.missing)))


def test_on_a_projector(view) -> None:
    """At 1280 × 720 no name is under 18 px, and every network is named in full."""
    seen = view("")
    placed = names(seen, fitted(seen, 730, 660, 28), (0, 0, 730, 660), NameRules(SIZES[1]))
    assert min(name.px for name in placed) >= 18
    full = {id: network.short_name for id, network in seen.networks.items()}
    assert {name.network: " ".join(name.lines) for name in placed if name.network} == full


def test_by_people(view) -> None:
    """Where names compete the larger municipality is named: Bærum and Lillestrøm at 1440 × 900."""
    seen = view("")
    placed = names(seen, fitted(seen, 1062, 808, 28), (0, 0, 1062, 808), NameRules(SIZES[0]))
    assert {"3024", "3030", "3007"} <= {name.on for name in placed if name.style == "name"}
