"""Notes on the map in a real browser: pinned by keyboard, read, taken back, and clear of names."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import address
from tests.browser.where import open_tab


def test_by_keyboard(open_page: Callable[..., Page]) -> None:
    """In the panel a note is typed and Enter pins it; its number stands on the map, undo takes it back."""
    page = open_page("?view=plan&municipality=3051")
    page.fill("#panel-note", "Vedtak i mars")
    page.press("#panel-note", "Enter")
    expect(page.locator('#map .pin[data-pin="3051"] text')).to_have_text("1")
    assert "pin=3051:Vedtak%20i%20mars" in address(page)
    open_tab(page, "changes")
    expect(page.locator('#notes li[data-pin="3051"]')).to_contain_text("Rollag: Vedtak i mars")
    page.fill("#panel-note", "Noe annet")
    page.press("#panel-note", "Escape")
    expect(page.locator("#panel-note")).to_have_value("Vedtak i mars")
    page.click('[data-plan="undo"]')
    expect(page.locator("#map .pin")).to_have_count(0)


def test_list(open_page: Callable[..., Page]) -> None:
    """From the list a note is pinned to any municipality and removed; no name lies under a number."""
    page = open_page("?view=plan&pin=3048:Spør%20Øvre%20Eiker")
    open_tab(page, "changes")
    page.select_option("#notes-at", "3024")
    page.fill("#notes-note", "Størst")
    page.click("#notes form button")
    expect(page.locator("#map .pin")).to_have_count(2)
    covered = page.evaluate(
        """() => {
            const box = (node) => node.getBoundingClientRect();
            const seen = (one) => one.checkVisibility();
            const labels = [...document.querySelectorAll("#map .label")].filter(seen).map(box);
            const meet = (one, other) => one.left < other.right && other.left < one.right
                && one.top < other.bottom && other.top < one.bottom;
            return [...document.querySelectorAll("#map .pin circle")].map(box)
                .some((pin) => labels.some((label) => meet(pin, label)));
        }"""
    )
    assert not covered
    page.click('#notes li[data-pin="3048"] button')
    expect(page.locator("#map .pin")).to_have_count(1)
    assert "pin=3048" not in address(page)
