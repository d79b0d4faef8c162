"""The search field: a combobox for those who type, tap or listen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import address, wait_for_state
from tests.browser.where import on_top, zoom

FIELD, OPTIONS = "#find", '#find-list [role="option"]:not([aria-disabled])'


def ask(page: Page, text: str, hits: int) -> None:
    """Type, and wait until that many hits are shown."""
    page.fill(FIELD, "")
    page.type(FIELD, text)
    expect(page.locator(OPTIONS)).to_have_count(hits)


def marked(page: Page) -> str:
    """The text of the hit that Enter would choose, as assistive technology finds it."""
    one = page.get_attribute(FIELD, "aria-activedescendant")
    node = page.locator(f"#{one}")
    assert node.get_attribute("aria-selected") == "true"
    assert page.locator('#find-list [aria-selected="true"]').count() == 1
    return node.inner_text()


def test_by_keyboard(open_page: Callable[..., Page]) -> None:
    """Tab reaches the field; typing opens a listbox, arrows move in it, Enter chooses and brings it into view."""
    page = open_page("?networks=naik&lang=nn")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "find":
            break
    field = page.get_by_role("combobox")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-expanded", "false")
    assert page.locator(f"#{field.get_attribute('aria-controls')}").get_attribute("role") == "listbox"
    assert page.locator("label[for=find]").inner_text()
    ask(page, "nes", 4)
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("listbox")).to_be_visible()
    expect(page.locator("#announcer")).to_have_text("4 treff")
    first = marked(page)
    page.keyboard.press("ArrowDown")
    assert "Nesbyen (Nes)" in marked(page)
    page.keyboard.press("ArrowUp")
    assert marked(page) == first
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    assert marked(page) == first
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert wait_for_state(page, "municipality=3040") == "lang=nn&networks=naik&municipality=3040"
    page.wait_for_selector('[data-panel="3040"]')
    assert zoom(page) > 1
    assert on_top(page, "3040")
    assert page.input_value(FIELD) == ""
    expect(field).to_have_attribute("aria-expanded", "false")
    assert field.get_attribute("aria-activedescendant") is None
    assert "Nesbyen" in page.inner_text("#announcer")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Hurum", "municipality=3025"),
        ("3336", "municipality=3051"),
        ("ken", "networks=follo"),
        ("akersh", "county=akershus"),
    ],
)
def test_leads_there(open_page: Callable[..., Page], text: str, state: str) -> None:
    """Former names, numbers of 2024, networks' other names and counties each lead to what they mean."""
    page = open_page()
    page.type(FIELD, text)
    page.wait_for_selector(OPTIONS)
    page.keyboard.press("Enter")
    wait_for_state(page, state)
    page.wait_for_function("() => parseFloat(document.getElementById('map').dataset.zoom) > 1")


def test_enter_before_the_answer(open_page: Callable[..., Page]) -> None:
    """Whoever types on and presses Enter at once goes where the last letters lead, not the list that still stands."""
    page = open_page()
    ask(page, "Halden", 1)
    page.keyboard.press("Control+a")
    page.keyboard.type("Moss", delay=15)
    page.keyboard.press("Enter")
    assert wait_for_state(page, "municipality=3002") == "municipality=3002"


def test_escape_before_the_answer(open_page: Callable[..., Page]) -> None:
    """What was asked before Escape is not shown when its answer comes later."""
    page = open_page()
    held: list[Route] = []
    page.route("**/search?*", lambda route: held.append(route))
    with page.expect_request("**/search?*"):
        page.type(FIELD, "Moss")
    page.keyboard.press("Escape")
    with page.expect_response("**/search?*") as answer:
        held[0].continue_()
    answer.value.finished()
    page.evaluate("new Promise((done) => setTimeout(done))")
    expect(page.locator("#find-list")).to_be_hidden()
    assert page.input_value(FIELD) == ""


def test_escape_and_nothing(open_page: Callable[..., Page]) -> None:
    """Escape clears the field and nothing else; what is not found is said; no letter stays behind."""
    page = open_page("?municipality=3051")
    ask(page, "Moss", 1)
    page.keyboard.press("Escape")
    expect(page.locator("#find-list")).to_be_hidden()
    assert page.input_value(FIELD) == ""
    expect(page.locator(FIELD)).to_have_attribute("aria-expanded", "false")
    assert page.get_attribute("#map", "data-state") == "municipality=3051"
    page.type(FIELD, "xyzzyq")
    expect(page.locator("#find-list")).to_contain_text("Ingen treff på «xyzzyq»")
    expect(page.locator("#announcer")).to_have_text("Ingen treff på «xyzzyq»")
    page.keyboard.press("Enter")
    assert address(page) == "?municipality=3051"
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.evaluate("climate.go(climate.query({ lang: 'en' }))")
    page.wait_for_selector('html[lang="en"]')
    assert page.input_value(FIELD) == ""
    page.type(FIELD, "3")
    expect(page.locator(OPTIONS)).to_have_count(8)
    expect(page.locator("#announcer")).to_have_text("Showing 8 of 51 results")


def test_by_mouse(open_page: Callable[..., Page]) -> None:
    """A click on a hit chooses it, a click elsewhere closes the list; the chosen one can be seen."""
    page = open_page()
    ask(page, "Hvaler", 1)
    page.locator(OPTIONS).first.click()
    page.wait_for_selector('[data-panel="3011"]')
    assert zoom(page) > 1
    page.wait_for_function("() => document.querySelector('.mark.chosen').getAttribute('d')")
    assert on_top(page, "3011")
    page.mouse.click(5, 400)
    assert page.input_value(FIELD) == ""  # also after the field has lost the focus
    ask(page, "Moss", 1)
    page.mouse.click(5, 400)
    expect(page.locator("#find-list")).to_be_hidden()
    assert page.get_attribute("#map", "data-state") == "municipality=3011"


@pytest.mark.parametrize("view", ["networks", "help", "table"])
def test_from_another_view(open_page: Callable[..., Page], view: str) -> None:
    """A hit shows its place on the map, also from a page that was opened without the map in sight."""
    page = open_page(f"?view={view}")
    ask(page, "Rollag", 1)
    page.keyboard.press("Enter")
    wait_for_state(page, "municipality=3051")
    if view == "table":
        assert address(page) == "?view=table&municipality=3051"
        page.click('.views a:not([href*="view="])')
        wait_for_state(page, without="view=table")
    assert address(page) == "?municipality=3051"
    page.wait_for_selector('[data-panel="3051"]')
    page.wait_for_function("() => parseFloat(document.getElementById('map').dataset.zoom) > 1")
    assert on_top(page, "3051")
