"""Where the surroundings end in the midst of land, pictures go on as land; where they end at the sea, as sea."""

from __future__ import annotations

import shapely

from dashboard.geometry.beyond import land_beyond
from dashboard.view.atlas import Atlas

#: A land of 100 by 100 km with sea at its western side, but for a cape and an island.
LAND = shapely.union_all(
    [
        shapely.box(20_000, 0, 100_000, 100_000),
        shapely.box(0, 40_000, 20_000, 50_000),
        shapely.box(0, 80_000, 5_000, 85_000),
    ]
)


def test_goes_on_where_it_is_cut() -> None:
    """It goes on straight out from the sides that are land, and round a corner between two of them."""
    beyond = land_beyond(LAND)
    for x, y in ((150, 50), (60, 150), (60, -50), (150, 150), (150, -50), (25, 150)):
        assert beyond.contains(shapely.Point(x * 1000, y * 1000)), (x, y)


def test_ends_at_the_sea() -> None:
    """Capes and islands end at the edge, and no corner that is sea becomes land."""
    beyond = land_beyond(LAND)
    for x, y in ((-50, 45), (-50, 82), (-50, 150), (10, 150), (-50, -50)):
        assert not beyond.intersects(shapely.Point(x * 1000, y * 1000)), (x, y)


def test_no_seam_and_nothing_inside() -> None:
    """It joins the land without a gap and paints no sea within the drawn surroundings."""
    beyond = land_beyond(LAND)
    assert len(shapely.get_parts(shapely.union(beyond, LAND))) == 2, "the mainland and the island"
    assert beyond.intersection(shapely.box(1000, 1000, 99_000, 99_000)).is_empty


def test_no_land_no_beyond() -> None:
    """A folder without surroundings has nothing beyond."""
    assert land_beyond(shapely.MultiPolygon()).is_empty


def test_no_strip_of_sea_in_the_east(atlas: Atlas) -> None:
    """Scene and slides have land where the surroundings of the project's own data end in the east."""
    _, south, east, north = atlas.register.surroundings.total_bounds
    strip = shapely.box(east - 2_000, south + 20_000, east + 100_000, north - 20_000)
    assert shapely.covers(atlas.ground.land, strip)
    kind, number, path = atlas.scene.land[0]
    assert (kind, number) == ("land", "")
    assert path
