"""The map under the mouse: the card, networks that light up, and looking closer without getting lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import address, area, settled, two_frames, wait_for_state
from tests.browser.where import middle, view_of_map, zoom

#: How many municipalities the window onto the map shows.
IN_VIEW = """() => {
    const frame = document.getElementById("map").getBoundingClientRect();
    const inside = (box) => box.right > frame.left + 10 && box.left < frame.right - 10
        && box.bottom > frame.top + 10 && box.top < frame.bottom - 10;
    return [...climate.map.areas.values()].filter((path) => inside(path.getBoundingClientRect())).length;
}"""
MANY_PANS = "([east, south]) => { for (let times = 0; times < 40; times++) climate.zoom.pan(east, south); }"


def test_card(open_page: Callable[..., Page]) -> None:
    """Mouse and keyboard show the same card: name, network or "uten klimanettverk", inhabitants; nothing is asked."""
    page = open_page("?year=2023")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    card, cards = page.locator("#map-card"), {}
    for number, parts in (
        ("3051", ("Rollag", "uten klimanettverk, i dialog", "innbyggere")),
        ("3048", ("Øvre Eiker", "uten klimanettverk", "innbyggere")),
        ("3021", ("Ås", "Follo klimanettverk", "innbyggere")),
        ("3024", ("Bærum", "Nettverk for aktive og innovative klimakommuner", "innbyggere")),
    ):
        page.mouse.move(*middle(page, number))
        expect(card).to_be_visible()
        cards[number] = card.inner_text()
        assert [part for part in parts if part not in cards[number]] == []
        assert page.locator("#map .mark.hovered").get_attribute("d") == area(page, number).get_attribute("d")
        box, stage = card.bounding_box(), page.locator(".stage").bounding_box()
        assert box["x"] >= stage["x"]
        assert box["x"] + box["width"] <= stage["x"] + stage["width"] + 1
        assert box["y"] + box["height"] <= stage["y"] + stage["height"] + 1
    page.mouse.move(5, 5)
    expect(card).to_be_hidden()
    page.keyboard.press("Tab")  # from here on the focus is that of a keyboard
    for number, text in cards.items():
        area(page, number).focus()
        expect(card).to_be_visible()
        assert card.inner_text() == text
    assert asked == []


def test_lights_up(open_page: Callable[..., Page]) -> None:
    """Pointing at a network in the legend lights it up on the map, and leaving gives back what was, unasked."""
    page = open_page("?county=buskerud")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    before = page.locator("#map .area.dimmed").count()
    assert before == 51 - 18
    for network, lit in (("hallingdal", 6), ("none", 6)):
        page.hover(f'[data-network-toggle="{network}"]')
        page.wait_for_function("lit => document.querySelectorAll('#map .area:not(.dimmed)').length === lit", arg=lit)
        page.mouse.move(5, 5)
        page.wait_for_function("was => document.querySelectorAll('#map .area.dimmed').length === was", arg=before)
    assert asked == []
    assert address(page) == "?county=buskerud"


def test_looking_closer(open_page: Callable[..., Page]) -> None:
    """Wheel, double-click, drag and buttons move the map; the place under the pointer stays; none of it chooses."""
    page = open_page()
    steps = page.evaluate("history.length")
    spot = middle(page, "3024")
    page.mouse.move(*spot)
    page.mouse.wheel(0, -400)
    page.wait_for_function("() => parseFloat(document.getElementById('map').dataset.zoom) > 1.2")
    assert middle(page, "3024") == pytest.approx(spot, abs=2)
    wheeled = zoom(page)
    page.mouse.dblclick(*spot)
    page.wait_for_function("was => parseFloat(document.getElementById('map').dataset.zoom) > was * 1.5", arg=wheeled)
    before = middle(page, "3024")
    page.mouse.move(*spot)
    page.mouse.down()
    page.mouse.move(spot[0] + 60, spot[1] - 40, steps=4)
    page.mouse.up()
    assert middle(page, "3024") == pytest.approx((before[0] + 60, before[1] - 40), abs=2)
    two_frames(page)
    page.click('[data-map="home"]')
    assert zoom(page) == 1
    page.click('[data-map="zoom-in"]')
    assert zoom(page) == pytest.approx(1.6)
    page.click('[data-map="zoom-out"]')
    assert zoom(page) == pytest.approx(1)
    page.click('[data-map="none"]')
    assert zoom(page) > 1.3
    frame = page.locator("#map").bounding_box()
    for number in ("3006", "3045", "3048", "3050", "3051", "3052"):
        box = area(page, number).bounding_box()
        assert box["x"] >= frame["x"]
        assert box["y"] >= frame["y"]
        assert box["x"] + box["width"] <= frame["x"] + frame["width"]
        assert box["y"] + box["height"] <= frame["y"] + frame["height"]
    assert page.evaluate("history.length") - steps <= 1


def test_double_click_is_one_choice(open_page: Callable[..., Page]) -> None:
    """A double-click chooses what a click chooses; it does not take the choice back at once."""
    page = open_page()
    steps = page.evaluate("history.length")
    page.mouse.dblclick(*middle(page, "3024"))
    wait_for_state(page, "municipality=3024")
    page.wait_for_selector('[data-panel="3024"]')
    assert page.evaluate("history.length") == steps + 1


@pytest.mark.parametrize("closer", [0, 2, 8])
def test_nobody_gets_lost(open_page: Callable[..., Page], closer: int) -> None:
    """However far and long the map is moved, by keys or by dragging, the region stays in view."""
    page = open_page()
    for _ in range(closer):
        page.evaluate("climate.zoom.act('zoom-in')")
    for east, south in ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 1), (-1, -1)):
        page.evaluate(MANY_PANS, [east, south])
        assert page.evaluate(IN_VIEW) >= 1, (east, south)
    frame = page.locator("#map").bounding_box()
    start = (frame["x"] + frame["width"] / 2, frame["y"] + 60)
    for _ in range(4):
        page.mouse.move(*start)
        page.mouse.down()
        page.mouse.move(start[0], frame["y"] + frame["height"] - 30, steps=3)
        page.mouse.up()
    assert page.evaluate(IN_VIEW) >= 1
    assert 1 <= zoom(page) <= 64
    page.keyboard.press("Tab")
    page.click('[data-map="home"]')
    assert zoom(page) == 1


def test_zoom_survives(open_page: Callable[..., Page]) -> None:
    """Legend, language, municipality, colour, layer, year and theme leave the map where it is."""
    page = open_page()
    page.click('[data-map="none"]')
    here = view_of_map(page)
    for changes in (
        {"networks": "follo"},
        {"lang": "en"},
        {"municipality": "3051"},
        {"colour": "density"},
        {"layer": "osloregionen"},
        {"year": "2023"},
        {"theme": "dark"},
        {"municipality": "3050"},
        {"municipality": None, "networks": None},
    ):
        page.evaluate("changes => climate.go(climate.query(changes))", changes)
        for name, value in changes.items():
            if value:
                wait_for_state(page, f"{name}={value}")
        settled(page)
        assert view_of_map(page) == pytest.approx(here, abs=0.5), changes


def test_gliding(open_page: Callable[..., Page]) -> None:
    """Who wants calm jumps to the target at once; for others the map glides there."""
    now = "climate.zoom.act('none'); parseFloat(document.getElementById('map').dataset.zoom)"
    calm = open_page()
    target = calm.evaluate(now)
    assert target > 1.3
    assert calm.evaluate("getComputedStyle(document.querySelector('.area')).transitionDuration") == "0s"
    gliding = open_page(reduced_motion="no-preference")
    assert gliding.evaluate(now) == 1
    gliding.wait_for_function("to => parseFloat(document.getElementById('map').dataset.zoom) === to", arg=target)
