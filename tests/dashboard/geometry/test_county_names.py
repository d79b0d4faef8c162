"""Neighbouring counties are named faintly: on their own land, after all others, and never over one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import shapely

from dashboard.browser.places import chart
from dashboard.geometry.shapes import areas, counties_around
from dashboard.picture.names import names
from dashboard.view.atlas import Atlas, build_atlas
from dashboard.view.view import MapView
from geodata.folder.load import load
from tests.dashboard.picture.test_names import fitted, on_ground
from tests.geodata.county import County

#: The counties that border on the region since 2024 (Store norske leksikon), Oslo apart, which is a municipality, too.
AROUND = {"Innlandet", "Vestfold", "Telemark", "Vestland"}


def test_whose(atlas: Atlas) -> None:
    """All of them and no other have spots, which lie in the county and outside the region."""
    region = shapely.union_all(list(areas(atlas.register).values()))
    shapes = {one.name: one.shape for one in counties_around(atlas.register)}
    assert atlas.county_names.keys() == shapes.keys() == AROUND
    for name, spots in atlas.county_names.items():
        for spot in spots.spots:
            point = shapely.Point(spot.x, spot.y)
            assert shapes[name].covers(point), name
            assert not region.intersects(point), name
    assert chart(atlas)["counties"].keys() == AROUND


@pytest.mark.parametrize(("width", "height"), [(1040, 830), (880, 650), (1500, 940), (390, 420)])
def test_in_their_place(atlas: Atlas, view: Callable[..., MapView], width: int, height: int) -> None:
    """Where a window shows enough of a county its name stands on it, over no municipality's and no other name."""
    seen = view()
    window = fitted(seen, width, height, 40)
    placed = names(seen, window, (0, 0, width, height))
    named = [one for one in placed if one.style == "county"]
    assert {one.on for one in named} <= AROUND
    assert named or width < 400
    assert placed[len(placed) - len(named) :] == named  # the last to be placed
    region = shapely.union_all(list(areas(atlas.register).values()))
    for one in named:
        assert not on_ground(seen, window, one.box).intersects(region), one.on
        assert not any(
            shapely.box(*one.box).intersection(shapely.box(*other.box)).area for other in placed if other is not one
        ), one.on


def test_none(county: County) -> None:
    """A folder without counties names none."""
    atlas = build_atlas(load(county.folder))
    assert atlas.county_names == {}
