"""Names on the map, and the walk over it."""

from __future__ import annotations

import pytest
import shapely

from dashboard.browser.places import chart
from dashboard.geometry.typeface import width_em
from dashboard.view.atlas import Atlas
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


def test_networks_inside(atlas: Atlas) -> None:
    """Every network's name lies within what its members cover."""
    shapes = atlas.register.boundaries.geometry
    assert set(atlas.network_labels) == set(atlas.covering)
    for id, label in atlas.network_labels.items():
        covered = shapely.union_all(shapes.loc[list(atlas.today.members(id))].values)
        assert covered.contains(block(label, label.em_m)), id


def test_networks_apart(atlas: Atlas) -> None:
    """No two names of networks overlap."""
    blocks = [block(label, label.em_m) for label in atlas.network_labels.values()]
    assert not any(one.intersects(other) for place, one in enumerate(blocks) for other in blocks[:place])


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


def test_callout_beside_the_region(atlas: Atlas) -> None:
    """The callout stands outside the region and leads to one that stands outside a network."""
    found = chart(atlas)["callout"]
    scene = atlas.scene.frame
    to = shapely.Point(scene.west + found["to"][0] * 10, scene.north - found["to"][1] * 10)
    missing = shapely.union_all(atlas.register.boundaries.geometry.loc[list(atlas.today.unorganised())].values)
    region = shapely.union_all(atlas.register.boundaries.geometry.values)
    at = shapely.Point(scene.west + found["at"][0] * 10, scene.north - found["at"][1] * 10)
    assert missing.distance(to) < 20
    assert not region.contains(at)


def test_landmark(atlas: Atlas) -> None:
    """Oslo is the only place outside that is always named."""
    assert [place["name"] for place in chart(atlas)["outside"] if place["landmark"]] == ["Oslo"]


@pytest.mark.parametrize("key", ["frame", "region", "boxes", "labels", "networks", "walk", "callout", "outside"])
def test_chart_of_small_county(small: Atlas, key: str) -> None:
    """Another county has a chart of the same shape."""
    assert key in chart(small)
