"""The map under fingers, on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import address, settled, wait_for_state
from tests.browser.where import Fingers, middle, on_top, view_of_map, written, zoom

PHONE = (390, 844)
TARGETS = "[data-map], [data-network-toggle], #find, .views a, .languages a"
SMALL = {"3011": "Hvaler", "3027": "Rælingen", "3029": "Lørenskog", "3023": "Nesodden"}


@pytest.fixture
def phone(open_page: Callable[..., Page]) -> Callable[..., Page]:
    """Open a page on a phone, with the map in sight."""

    def open_on_phone(query: str = "") -> Page:
        page = open_page(query, size=PHONE, touch=True)
        page.locator("#map").scroll_into_view_if_needed()
        return page

    return open_on_phone


def test_two_fingers(phone: Callable[..., Page]) -> None:
    """Two fingers zoom the map, not the page, in and out again; a pinch chooses nothing."""
    page = phone()
    fingers, spot = Fingers(page), middle(page, "3049")
    fingers.pinch(spot, 60, 220)
    page.wait_for_function("() => parseFloat(document.getElementById('map').dataset.zoom) > 2")
    assert middle(page, "3049") == pytest.approx(spot, abs=6)
    assert page.evaluate("visualViewport.scale") == 1
    closer = zoom(page)
    fingers.pinch(spot, 220, 80)
    page.wait_for_function("was => parseFloat(document.getElementById('map').dataset.zoom) < was / 1.5", arg=closer)
    page.wait_for_timeout(300)
    assert address(page) == ""
    assert page.evaluate("visualViewport.scale") == 1


def test_one_finger(phone: Callable[..., Page]) -> None:
    """One finger on the map scrolls the page, leaves the map where it is, and a hint says how the map is moved."""
    page = phone()
    before, top = view_of_map(page), page.evaluate("scrollY")
    x, y = middle(page, "3030")
    Fingers(page).swipe((x, y + 60), (x, y - 240))
    page.wait_for_function("top => scrollY > top + 100", arg=top)
    expect(page.locator("#map-hint")).to_be_visible()
    assert "to fingre" in page.inner_text("#map-hint")
    assert view_of_map(page) == before
    assert address(page) == ""
    expect(page.locator("#map-hint")).to_be_hidden()


@pytest.mark.parametrize("number", ["3052", "3001"])
def test_tap(phone: Callable[..., Page], number: str) -> None:
    """A tap chooses; the panel slides over the map, and what was chosen is not hidden behind it."""
    page = phone()
    page.touchscreen.tap(*middle(page, number))
    page.wait_for_selector(f'[data-panel="{number}"]')
    settled(page)
    title, panel = page.locator("#panel-title").bounding_box(), page.locator(".panel-body").bounding_box()
    assert 0 <= title["y"] < PHONE[1] - 40
    assert middle(page, number)[1] < panel["y"]
    assert on_top(page, number)
    page.locator(".panel-body .close").tap()
    page.wait_for_selector("[data-panel]", state="detached")
    assert address(page) == ""


def test_small_municipalities(phone: Callable[..., Page]) -> None:
    """Hvaler, Rælingen, Lørenskog and Nesodden can be found, hit and read on a phone."""
    page = phone()
    fingers = Fingers(page)
    for number, name in SMALL.items():
        page.locator("#find").tap()
        page.locator("#find").press_sequentially(name)
        page.locator('#find-list [role="option"]').first.tap()
        wait_for_state(page, f"municipality={number}")
        page.wait_for_selector(f'[data-panel="{number}"]')
        settled(page)
        assert zoom(page) > 2, name
        assert written(page, number), f"{name} is not written, or hidden"
        assert on_top(page, number), f"{name} is hidden"
        page.locator(".panel-body .close").tap()
        page.wait_for_selector("[data-panel]", state="detached")
        assert page.input_value("#find") == ""
        fingers.pinch(middle(page, number), 60, 240)
        box = page.locator(f'#map .area[data-municipality="{number}"]').bounding_box()
        assert min(box["width"], box["height"]) >= 44, name
        assert written(page, number), f"{name} is not written when nothing is chosen"
        page.touchscreen.tap(*middle(page, number))
        page.wait_for_selector(f'[data-panel="{number}"]')
        page.locator(".panel-body .close").tap()
        page.wait_for_selector("[data-panel]", state="detached")


def test_legend_and_buttons(phone: Callable[..., Page]) -> None:
    """Legend and buttons answer to fingers, and are large enough for them."""
    page = phone()
    page.locator('[data-map="zoom-in"]').tap()
    assert zoom(page) == pytest.approx(1.6)
    page.locator('[data-network-toggle="follo"]').tap()
    wait_for_state(page, "networks=follo")
    page.wait_for_function("() => document.querySelectorAll('#map .area:not(.dimmed)').length === 6")
    assert zoom(page) == pytest.approx(1.6)
    sizes = page.locator(f"{TARGETS}, .theme:visible").evaluate_all(
        "all => all.map((one) => [one.outerHTML.slice(0, 60), one.getBoundingClientRect()])"
    )
    assert [text for text, box in sizes if min(box["width"], box["height"]) < 43.9] == []


def test_planning(phone: Callable[..., Page]) -> None:
    """Planning on a phone: the bar is at the thumb, the map above it; the brushes open from it and give way again."""
    page = phone("?view=plan")
    frame, bar = page.locator("#map").bounding_box(), page.locator("#plan-bar").bounding_box()
    assert bar["y"] + bar["height"] == pytest.approx(PHONE[1], abs=1)
    assert frame["y"] + frame["height"] < bar["y"]
    assert page.locator("#plan-tabs").bounding_box()["y"] < bar["y"], "what follows begins on the first screen"
    expect(page.locator("#plan-tools")).to_be_hidden()
    page.locator("#bar-brush").tap()
    expect(page.locator("#bar-brush")).to_have_attribute("aria-expanded", "true")
    page.locator('[data-brush="naik"]').tap()
    expect(page.locator("#plan-tools")).to_be_hidden()
    expect(page.locator("#held-brush")).to_contain_text("NAIK")
    page.touchscreen.tap(*middle(page, "3006"))
    page.wait_for_function("() => location.search.includes('scenario=3006:naik')")
    settled(page)
    expect(page.locator(".bar-coverage")).to_contain_text("46 av 51")
    expect(page.locator("#bar-brush")).to_have_attribute("aria-expanded", "false")
    page.locator("#plan-changes").evaluate("node => node.scrollIntoView({ block: 'end' })")
    assert page.locator("#map").bounding_box()["y"] == 0
    assert page.locator("#plan-bar").bounding_box() == bar


def test_painting_with_a_finger(phone: Callable[..., Page]) -> None:
    """With a brush one finger paints what it is drawn over and the page stays; two zoom and paint nothing."""
    page = phone("?view=plan")
    fingers = Fingers(page)
    page.locator("#bar-brush").tap()
    page.locator('[data-brush="hallingdal"]').tap()
    top, view, steps = page.evaluate("scrollY"), view_of_map(page), page.evaluate("history.length")
    fingers.swipe(middle(page, "3052"), middle(page, "3006"), steps=12)
    page.wait_for_function("() => /3006:hallingdal.*3052:hallingdal/.test(location.search)")
    settled(page)
    assert page.evaluate("history.length") == steps + 1
    assert (page.evaluate("scrollY"), view_of_map(page)) == (top, view)
    painted, spot = address(page), middle(page, "3044")
    fingers.pinch(spot, 40, 160)
    page.wait_for_function("() => parseFloat(document.getElementById('map').dataset.zoom) > 2")
    settled(page)
    assert address(page) == painted
