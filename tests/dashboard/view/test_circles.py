"""Sizes as circles: their areas are proportional to the numbers, the key has the same scale, unknown has none."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping
from math import pi
from types import SimpleNamespace
from typing import cast
from xml.etree import ElementTree

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from dashboard.browser.first_map import first_map
from dashboard.browser.paint import captions, paint
from dashboard.exports.one_file.map import one_file_map
from dashboard.geometry.scene import UNIT_M
from dashboard.geometry.shapes import areas
from dashboard.page.overview.key import key
from dashboard.picture.shared_map import shared_map
from dashboard.picture.static_map import static_map
from dashboard.view.atlas import Atlas, build_atlas
from dashboard.view.circles import KEY_SHARES, LARGEST_PX, circles, key_circles
from dashboard.view.view import MapView
from geodata.folder.load import load
from tests.dashboard.reading import forget, text_of
from tests.geodata.county import PROJECT, County


def sized(values: Mapping[str, float | None]) -> MapView:
    """What of a view circles are made of."""
    made = [
        SimpleNamespace(number=number, networks=(), figures=SimpleNamespace(of=lambda _, value=value: value))
        for number, value in values.items()
    ]
    return cast(MapView, SimpleNamespace(is_sized=True, areas=made, state=SimpleNamespace(colour="population")))


@given(st.dictionaries(st.text("0123456789", min_size=1, max_size=4), st.floats(0.01, 1e9) | st.just(0.0) | st.none()))
def test_areas_are_proportional(values: dict[str, float | None]) -> None:
    """The area of each circle is its share of the largest; none is for what is unknown or nothing; large ones first."""
    found = circles(sized(values))
    assert {one.area.number for one in found} == {number for number, value in values.items() if value}
    most = max((value for value in values.values() if value), default=0)
    for one in found:
        assert pi * one.radius_px**2 == pytest.approx(pi * LARGEST_PX**2 * one.value / most)
    assert [one.value for one in found] == sorted((one.value for one in found), reverse=True)


@given(st.floats(0.02, 1e9))
def test_key_is_round_and_to_scale(most: float) -> None:
    """Its values are round, the largest from 0.4 of what occurs to all of it, and its scale is the map's."""
    found = key_circles(sized({"1": most}))
    assert len(found) == len(KEY_SHARES)
    assert most * 0.39 < found[0][0] <= most * 1.000001
    for value, radius in found:
        assert float(f"{value:.1e}") == pytest.approx(value)
        assert radius**2 == pytest.approx(LARGEST_PX**2 * value / most)


@pytest.mark.parametrize("colour", ["population", "area"])
def test_drawn_everywhere(atlas: Atlas, view: Callable[..., MapView], colour: str) -> None:
    """Page, scripts, picture and one file draw the same circle for each municipality, the unorganised in red."""
    seen = view(f"?colour={colour}")
    numbers = {area.number for area in seen.areas}
    missing = {area.number for area in seen.missing}
    radius = {one.area.number: one.radius_px for one in circles(seen)}
    assert radius.keys() == paint(seen)["circles"].keys() == numbers
    page = first_map(seen, captions(seen))
    drawn = dict(re.findall(r'<path class="size[^"]*" data-municipality="(\d+)" stroke-width="([\d.]+)"', page))
    assert drawn.keys() == numbers
    assert all(float(width) == pytest.approx(2 * radius[number], abs=0.1) for number, width in drawn.items())
    assert set(re.findall(r'<path class="size gap" data-municipality="(\d+)"', page)) == missing
    picture = list(ElementTree.fromstring(static_map(seen)).iter("{http://www.w3.org/2000/svg}circle"))
    inside = {one.get("data-municipality"): one for one in picture if one.get("data-municipality")}
    assert inside.keys() == numbers
    assert all(float(one.get("r", 0)) == pytest.approx(radius[number], abs=0.06) for number, one in inside.items())
    ends = [one for one in picture if one.get("r") == "2.5"]  # of the lines to names beside
    assert len(picture) - len(ends) == len(numbers) + len(KEY_SHARES)
    file = one_file_map(seen)
    drawn = dict(re.findall(r'<path class="size[^"]*" data-on="(\d+)" stroke-width="([\d.]+)"', file))
    assert drawn.keys() == numbers
    assert all(float(width) == pytest.approx(2 * radius[number], abs=0.1) for number, width in drawn.items())
    assert set(re.findall(r'<path class="size gap" data-on="(\d+)"', file)) == missing


def test_none_for_ratios_and_networks(view: Callable[..., MapView]) -> None:
    """A ratio stays shades, and a map by network has neither."""
    for query in ("", "?colour=density"):
        assert circles(view(query)) == ()
        assert paint(view(query))["circles"] == {}
        assert not re.search(r'<circle(?![^>]* r="2.5")', static_map(view(query)))
    assert {area.fill for area in view("?colour=population").areas} == {"class-size"}


def test_centres(atlas: Atlas) -> None:
    """Each circle's centre lies in its municipality."""
    shapes, frame = areas(atlas.register), atlas.scene.frame
    for number, (x, y) in atlas.centres.items():
        point = shapely.Point(frame.west + x * UNIT_M, frame.north - y * UNIT_M)
        assert shapes[number].buffer(UNIT_M).covers(point), number


def test_by_the_facts(view: Callable[..., MapView]) -> None:
    """By the researched populations, every circle is as large beside the largest as its municipality is."""
    facts = PROJECT.parent / "shared" / "facts" / "statistics.csv"
    if not facts.exists():
        pytest.skip("the researched facts do not lie beside the project")
    with facts.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if (row["indicator"], row["year"]) == ("population_1jan", "2026")]
    people = {row["municipality"]: int(row["value"]) for row in rows}
    radius = {one.area.number: one.radius_px for one in circles(view("?colour=population"))}
    assert radius.keys() <= people.keys()
    most = max(people[number] for number in radius)
    for number, found in radius.items():
        assert (found / LARGEST_PX) ** 2 == pytest.approx(people[number] / most), number


def test_key_on_the_page(view: Callable[..., MapView]) -> None:
    """The key has a circle for each round value, its unit, and what colour and area mean."""
    title, rows, note = key(view("?colour=area"))
    assert text_of(title) == "Landareal i km²"
    assert [text_of(row).replace("\N{NO-BREAK SPACE}", " ") for row in rows.children] == [
        "2 000 km²",
        "400 km²",
        "100 km²",
    ]
    assert "flate" in text_of(note)


def test_unknown(county: County, view: Callable[..., MapView]) -> None:
    """Who has no figure has no circle but a pattern, and the key says that it is not known."""
    forget(county, "9105", 2023)
    seen = view("?colour=population&year=2023", of=build_atlas(load(county.folder)))
    assert "9105" not in {one.area.number for one in circles(seen)}
    assert seen.area("9105").fill == "class-unknown"
    _, _, rows, _ = key(seen)
    assert text_of(rows.children[-1]) == "ikke kjent for 1 kommune"
    assert "ikke kjent" in static_map(seen)


def test_shared_picture_to_scale(view: Callable[..., MapView]) -> None:
    """The picture that links are shared with has map and key to one scale."""
    seen = view("?colour=population")
    drawn = list(ElementTree.fromstring(shared_map(seen)).iter("{http://www.w3.org/2000/svg}circle"))
    largest = max(float(one.get("r", 0)) for one in drawn if one.get("data-municipality"))
    in_key = [float(one.get("r", 0)) for one in drawn if not one.get("data-municipality") and one.get("r") != "2.5"]
    assert largest == LARGEST_PX
    assert in_key == [pytest.approx(radius, abs=0.06) for _, radius in key_circles(seen)]
