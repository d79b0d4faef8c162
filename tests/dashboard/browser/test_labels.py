"""Names on the map, and the walk over it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import shapely

from dashboard.browser.first_map import first_map
from dashboard.browser.paint import captions
from dashboard.browser.places import chart
from dashboard.geometry.shapes import landmarks
from dashboard.geometry.spots import Spot, block_em
from dashboard.geometry.typeface import width_em
from dashboard.picture.callout import callout_of, is_silent
from dashboard.view.atlas import Atlas
from dashboard.view.view import MapView
from geodata.places.labels import LINE_HEIGHT_EM, Label


def block(label: Label, em_m: float) -> shapely.Polygon:
    """The text of a label at a font size in metres, without margin."""
    width = max(width_em(line) for line in label.lines) * em_m
    height = (1 + (len(label.lines) - 1) * LINE_HEIGHT_EM) * em_m
    return shapely.box(label.x - width / 2, label.y - height / 2, label.x + width / 2, label.y + height / 2)


def test_inside_own_area(atlas: Atlas) -> None:
    """Every name lies within its own municipality at the size that it may have there."""
    shapes = atlas.register.boundaries.geometry
    outside = [
        place.name
        for number, place in atlas.register.municipalities.items()
        if not shapes[number].contains(block(atlas.labels[number], atlas.labels[number].em_m))
    ]
    assert outside == []


def test_whole_names(atlas: Atlas) -> None:
    """No name is cut: its lines together are the name."""
    for number, place in atlas.register.municipalities.items():
        lines = atlas.labels[number].lines
        assert "".join(lines).replace(" ", "") == place.name.replace(" ", "")
        assert atlas.labels[number].em_m > 0


def spot_block(spot: Spot) -> shapely.Polygon:
    """The room of a spot, in EPSG:25833: around its point, or away from it to its side."""
    width, height = (part * spot.em_m for part in block_em(spot.lines, width_em))
    middle = spot.x + spot.side * width / 2
    return shapely.box(middle - width / 2, spot.y - height / 2, middle + width / 2, spot.y + height / 2)


def test_spots_of_networks(atlas: Atlas) -> None:
    """The spots of a network's name lie within what its members cover, or off the region and its landmarks."""
    shapes = atlas.register.boundaries.geometry
    everybody = shapely.union_all([*shapes.values, *(one.shape for one in landmarks(atlas.register))])
    for id, network in atlas.covering.items():
        spots = atlas.network_spots(atlas.today.members(id), network)
        covered = shapely.union_all(shapes.loc[list(atlas.today.members(id))].values)
        assert covered.contains(shapely.Point(spots.target))
        assert {spot.lines for spot in spots.spots if not spot.side} >= {(network.initial,)}
        for spot in spots.spots:
            here = spot_block(spot)
            assert everybody.disjoint(here) if spot.side else covered.contains(here), (id, spot)


def test_spots_of_municipalities(atlas: Atlas) -> None:
    """Everybody has spots beside the region, on one line; their further spots lie within their own area."""
    shapes = atlas.register.boundaries.geometry
    everybody = shapely.union_all([*shapes.values, *(one.shape for one in landmarks(atlas.register))])
    shapely.prepare(everybody)
    for number, place in atlas.register.municipalities.items():
        first, *others = atlas.spots[number].spots
        assert (first.x, first.y) == atlas.spots[number].target
        beside = [spot for spot in others if spot.side]
        assert {spot.lines for spot in beside} == {(place.name,)}
        assert all(everybody.disjoint(spot_block(spot)) for spot in beside), place.name
        assert all(shapes[number].contains(spot_block(spot)) for spot in others if not spot.side), place.name


def test_width_of_text() -> None:
    """A longer text is wider, and an unknown letter has a width too."""
    assert width_em("Nore og Uvdal") > width_em("Nore") > width_em("N") > 0
    assert width_em("\u6f22") > 0


def reached(walk, start: str) -> set[str]:
    """All that can be reached from a municipality by arrow keys."""
    found, waiting = {start}, [start]
    while waiting:
        fresh = set(walk[waiting.pop()].values()) - found
        found |= fresh
        waiting += fresh
    return found


def test_walk_reaches_all(atlas: Atlas, small: Atlas) -> None:
    """Every municipality can be reached from every other by arrow keys."""
    for each in (atlas, small):
        for start in each.walk:
            assert reached(each.walk, start) == set(each.register.municipalities), start


def test_walk_keeps_direction(atlas: Atlas) -> None:
    """An arrow leads to where it points: further that way than before."""
    points = {number: (label.x, label.y) for number, label in atlas.labels.items()}
    ahead = {"left": (0, -1), "right": (0, 1), "up": (1, 1), "down": (1, -1)}
    for number, steps in atlas.walk.items():
        for direction, target in steps.items():
            axis, sign = ahead[direction]
            assert sign * (points[target][axis] - points[number][axis]) > 0, (number, direction)


def test_walk_on_squares(small: Atlas) -> None:
    """On a grid of squares the arrows go from square to square."""
    assert small.walk["9101"]["right"] == "9102"
    assert small.walk["9101"]["down"] == "9104"
    assert small.walk["9105"]["up"] == "9102"
    assert "up" not in small.walk["9102"]


@pytest.mark.parametrize(
    "query", ["", "?scenario=3006:naik,3052:naik", "?scenario=3024:none,3006:naik,3050:naik,3051:naik,3052:naik"]
)
def test_callout_beside_the_region(view: Callable[..., MapView], query: str) -> None:
    """The callout stands off the region, and its line ends at one that stands outside a network."""
    shown = view(query)
    callout, shapes = callout_of(shown), shown.atlas.register.boundaries.geometry
    missing = shapely.union_all([shapes[area.number] for area in shown.missing])
    region = shapely.union_all(shapes.values)
    assert callout.spots
    for spot in callout.spots:
        width, height = callout.width_em * spot.em_m, callout.height_em * spot.em_m
        middle = spot.x + spot.side * width / 2
        box = shapely.box(middle - width / 2, spot.y - height / 2, middle + width / 2, spot.y + height / 2)
        assert region.disjoint(box)
        assert missing.distance(shapely.Point(spot.target)) < shown.atlas.cells.cell_m


@pytest.mark.parametrize("query", ["?municipality=3006", "?layer=klimapartnere"])
def test_callout_silent(view: Callable[..., MapView], query: str) -> None:
    """Nothing is said beside the unorganised where somebody is chosen, or a layer has its own key."""
    assert is_silent(view(query))
    assert 'class="callout"' not in first_map(view(query), captions(view(query)))


def test_landmark(atlas: Atlas) -> None:
    """Oslo is the only place outside that is always named."""
    assert [place["places"]["layouts"][0]["lines"] for place in chart(atlas)["outside"] if place["landmark"]] == [
        ("Oslo",)
    ]


@pytest.mark.parametrize("key", ["frame", "region", "boxes", "names", "networks", "order", "walk", "outside"])
def test_chart_of_small_county(small: Atlas, key: str) -> None:
    """Another county has a chart of the same shape."""
    assert key in chart(small)
