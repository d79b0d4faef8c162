"""Two plans on large maps: chosen by name, side by side or behind a curtain, by mouse and by keyboard, and on paper."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import address
from tests.browser.where import open_tab

NEW = "new=k:Kongsberg%20klimanettverk"
FOUND = "scenario=3006:k,3050:k,3051:k,3052:k,3048:k"
QUERY = f"?view=plan&{FOUND}&{NEW}&compare=3006:naik,3050:naik,3051:naik,3052:naik,3048:naik"
#: How far from the left edge of the maps the upper one is cut, as a part of their width.
CUT = "() => getComputedStyle(document.getElementById('side-maps')).getPropertyValue('--at')"


def opened(open_page: Callable[..., Page], query: str = QUERY, **who: object) -> Page:
    """The page with the comparison open."""
    page = open_page(query, **who)
    open_tab(page, "compare")
    page.click('[data-side="open"]')
    expect(page.locator("#side-by-side")).to_be_visible()
    return page


def shown(page: Page) -> list[str]:
    """The titles of the maps that are seen, from left to right."""
    seen = [one for one in page.locator(".side-map").all() if one.is_visible()]
    return [one.locator("h3").inner_text() for one in sorted(seen, key=lambda one: one.get_attribute("data-side"))]


def is_drawn(image: Locator) -> bool:
    """Whether a picture came, and how it is told."""
    image.evaluate("one => one.decode()")
    return image.evaluate("one => one.naturalWidth") > 100 and bool(image.get_attribute("alt"))


def test_two_maps(open_page: Callable[..., Page]) -> None:
    """What is kept stands beside the scenario; another plan is chosen by its name, each with its figures."""
    page = opened(open_page)
    assert shown(page) == ["Alternativ 1", "Scenariet"]
    page.select_option("#side-left", label="I dag")
    assert shown(page) == ["I dag", "Scenariet"]
    page.select_option("#side-left", label="Alternativ 1")
    left, right = shown(page)
    assert (left, right) == ("Alternativ 1", "Scenariet")
    figures = page.locator(".side-map:visible .side-figures").all_inner_texts()
    assert [re.search(r"(\d+) av 51", text)[1] for text in figures] == ["50", "50"]
    pictures = page.locator(".side-map:visible img")
    assert pictures.count() == 2
    assert all(is_drawn(one) for one in pictures.all())
    first, second = (one.bounding_box() for one in pictures.all())
    assert first["width"] == pytest.approx(second["width"], abs=1)
    assert first["x"] + first["width"] <= second["x"] + 1 or second["x"] + second["width"] <= first["x"] + 1


def test_curtain(open_page: Callable[..., Page]) -> None:
    """The curtain goes with the mouse and with the arrow keys, between two maps that lie upon each other."""
    page = opened(open_page)
    page.click('[data-side="curtain"]')
    first, second = (one.bounding_box() for one in page.locator(".side-map:visible img").all())
    assert first == second
    assert page.evaluate(CUT) == "50%"
    y = first["y"] + first["height"] / 2
    page.mouse.move(first["x"] + first["width"] / 2, y)
    page.mouse.down()
    page.mouse.move(first["x"] + first["width"] / 4, y, steps=4)
    page.mouse.up()
    assert float(page.evaluate(CUT).rstrip("%")) == pytest.approx(25, abs=1.5)
    page.focus("#side-at")
    page.keyboard.press("ArrowRight")
    assert float(page.evaluate(CUT).rstrip("%")) == pytest.approx(26, abs=1.5)
    page.keyboard.press("Home")
    assert page.evaluate(CUT) == "0%"


def test_by_keyboard(open_page: Callable[..., Page]) -> None:
    """The dialog opens, holds the focus and closes by the keyboard, and the focus goes back to where it was."""
    page = open_page(QUERY)
    open_tab(page, "compare")
    page.focus('[data-side="open"]')
    page.keyboard.press("Enter")
    expect(page.locator("#side-by-side")).to_be_visible()
    for _ in range(14):
        page.keyboard.press("Tab")
        where = "() => document.activeElement === document.body || !!document.activeElement.closest('#side-by-side')"
        assert page.evaluate(where)
    page.keyboard.press("Escape")
    expect(page.locator("#side-by-side")).to_be_hidden()
    assert page.evaluate("() => document.activeElement.dataset.side") == "open"


def test_names_stay_in_the_tab(open_page: Callable[..., Page]) -> None:
    """A plan is kept under its title, which the comparison shows and the address does not."""
    page = open_page(f"?view=plan&{FOUND}&{NEW}&title=Eget%20nettverk")
    open_tab(page, "compare")
    page.click('button[data-keep="this"]')
    expect(page.locator("#kept-plans .kept-name").first).to_have_text("Eget nettverk")
    page.goto(page.url.split("?")[0] + "?view=plan&scenario=3006:naik")
    page.wait_for_selector('#map[data-ready="true"]')
    open_tab(page, "compare")
    page.locator('#kept-plans [data-kept-do="beside"]').click()
    page.wait_for_function("() => location.search.includes('compare=')")
    assert "Eget" not in address(page)
    page.click('[data-side="open"]')
    page.select_option("#side-left", label="Eget nettverk")
    assert "Eget nettverk" in shown(page)


def test_on_paper(open_page: Callable[..., Page]) -> None:
    """Printed while it is open, the comparison is all that there is on paper: both maps and their figures."""
    page = opened(open_page)
    page.emulate_media(media="print")
    seen = page.evaluate(
        "() => [...document.querySelectorAll('.side-map')].filter((one) => one.checkVisibility()).length"
    )
    assert seen == 2
    assert not page.evaluate("() => document.querySelector('#map').checkVisibility({ visibilityProperty: true })")


@pytest.mark.parametrize("size", [(390, 844), (820, 1180)])
def test_small(open_page: Callable[..., Page], size: tuple[int, int]) -> None:
    """On a phone and a tablet the maps are within the window's width, and the page does not scroll sideways."""
    page = opened(open_page, size=size, touch=True)
    for one in page.locator(".side-map:visible img").all():
        box = one.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size[0]
    assert page.evaluate("() => document.getElementById('side-by-side').scrollWidth") <= size[0]
