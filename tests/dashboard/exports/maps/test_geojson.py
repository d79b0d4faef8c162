"""GeoJSON, opened by GDAL and held against RFC 7946."""

from __future__ import annotations

import json
from collections.abc import Callable

import shapely

from geodata.register import Register
from tests.dashboard.exports.opened import layer
from tests.serving import PROJECT


def test_opens_in_gdal(content: Callable[..., bytes], viken: Register) -> None:
    """GDAL reads 51 valid areas in WGS 84 as large as the boundaries, with texts as texts."""
    found = layer(content("municipalities.geojson"), ending="geojson")
    assert len(found) == 51
    assert found.crs.to_epsg() == 4326
    assert found.is_valid.all()
    areas = found.set_index("number").to_crs("EPSG:25833").area
    assert ((areas - viken.boundaries.area).abs() / areas).max() < 1e-5
    assert found["number"].str.fullmatch("[0-9]{4}").all()
    assert found["population"].sum() == 1_338_636


def test_right_hand_rule(content: Callable[..., bytes]) -> None:
    """Outer rings run counter-clockwise, as RFC 7946 has it, and coordinates have at most six decimals."""
    for feature in json.loads(content("municipalities.geojson"))["features"]:
        for part in shapely.get_parts(shapely.geometry.shape(feature["geometry"])):
            assert part.exterior.is_ccw
            assert not any(hole.is_ccw for hole in part.interiors)
            assert all(round(number, 6) == number for point in part.exterior.coords for number in point)


def test_same_coordinates(content: Callable[..., bytes]) -> None:
    """The coordinates are those of the boundary file, so that neighbours share their border."""

    def points(text: bytes) -> dict[str, set]:
        return {
            feature["properties"]["number"]: set(
                map(tuple, shapely.get_coordinates(shapely.geometry.shape(feature["geometry"])).tolist())
            )
            for feature in json.loads(text)["features"]
        }

    assert points(content("municipalities.geojson")) == points((PROJECT / "data" / "boundaries.geojson").read_bytes())


def test_filled(content: Callable[..., bytes]) -> None:
    """Every property that is known is filled; only notes, dialogue and new holiday homes may be null."""
    features = json.loads(content("municipalities.geojson"))["features"]
    empty = {key for one in features for key, value in one["properties"].items() if value in (None, "")}
    assert empty <= {"note", "dialogue_region", "new_holiday_homes"}
    assert [one["id"] for one in features] == [one["properties"]["number"] for one in features]


def test_says_what_it_is(content: Callable[..., bytes]) -> None:
    """Sources, the selection and what was ignored stand beside the features."""
    read = json.loads(content("municipalities.geojson", "?networks=none&nonsense=1"))
    assert len(read["features"]) == 6
    assert read["selection"]["filtered"] is True
    assert read["selection"]["filters"] == {"networks": "none"}
    assert read["selection"]["municipalities"] == 6
    assert read["ignored"] == [{"name": "nonsense", "value": "1"}]
    assert [one["name"] for one in read["sources"]][-1] == "boundaries"
    assert all(one["licenses"] and one["sources"] for one in read["sources"])


def test_nothing_matches(content: Callable[..., bytes]) -> None:
    """A selection of nothing is an empty collection."""
    assert json.loads(content("municipalities.geojson", "?networks="))["features"] == []
