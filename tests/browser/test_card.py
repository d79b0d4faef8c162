"""What the pointer says: the value that the map is coloured by, a trend, and in the plan what a press would do."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.where import middle


def test_value_and_trend(open_page: Callable[..., Page]) -> None:
    """The card says the density that the map is coloured by, and the people of the first and the last year."""
    page = open_page("?colour=density")
    page.mouse.move(*middle(page, "3048"))
    expect(page.locator("#map-card .card-value")).to_have_text(re.compile(r"^Innbyggere per km² 2026: \d"))
    words = page.inner_text("#map-card .card-trend").replace("\u00a0", " ")
    assert re.fullmatch(r"2005: 15 633 – 2026: 20 965", words), words
    assert page.locator("#map-card .card-trend path").get_attribute("d").count("L") == 3
    expect(open_page("").locator("#map-card .card-value")).to_have_count(0)


@pytest.mark.parametrize(("lang", "word"), [("nb", "prosentpoeng"), ("en", "percentage points")])
def test_what_a_press_does(open_page: Callable[..., Page], lang: str, word: str) -> None:
    """The card foretells what the page then counts: how many are in, and how much more of the people."""
    page = open_page(f"?view=plan&lang={lang}")

    def shown(id: str) -> tuple[int, int]:
        found = page.locator(f'[data-kpi="{id}"]')
        return int(found.get_attribute("data-value")), int(found.get_attribute("data-total"))

    assert page.locator("#map-card .card-press").count() == 0
    page.click('[data-brush="hallingdal"]')
    page.mouse.move(*middle(page, "3052"))
    said = page.inner_text("#map-card .card-press")
    before = shown("population")
    assert "Hallingdal" in said
    assert word in said
    page.mouse.down()
    page.mouse.up()
    page.wait_for_selector('[data-kpi="municipalities"][data-value="46"]')
    after = shown("population")
    points = 100 * (after[0] / after[1] - before[0] / before[1])
    assert re.search(r"\b46 (av|of) 51\b", said)
    assert f"+{points:.1f}" in said.replace(",", ".")


def test_goes_with_its_area(open_page: Callable[..., Page]) -> None:
    """Where the map moves by keys, the card of the area that has the focus moves with it."""
    page = open_page("")
    page.focus('#map .area[tabindex="0"]')
    page.keyboard.press("k")  # Kongsberg
    page.keyboard.press("+")
    page.wait_for_function("() => Number(document.getElementById('map').dataset.zoom) > 1.4")
    before = page.locator("#map-card").bounding_box()
    page.keyboard.press("Shift+ArrowDown")
    after, (x, y) = page.locator("#map-card").bounding_box(), middle(page, "3006")
    assert after != before
    assert 0 < min(abs(after["x"] - x), abs(after["x"] + after["width"] - x)) < 40
    assert abs(after["y"] - y) < 60
