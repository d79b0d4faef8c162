"""The help page, and the list of keys."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from dashboard.page.frame.keys import KEY_ROWS, PLAN_KEYS, STORY_KEYS
from tests.browser.conftest import area


def test_keys(open_page: Callable[..., Page]) -> None:
    """On the map "?" lists the keys, elsewhere it is a letter; Escape closes the list and the focus is back."""
    page = open_page()
    page.focus("#find")
    page.keyboard.type("?")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_hidden()
    page.keyboard.press("Escape")
    area(page, "3051").focus()
    page.keyboard.press("?")
    expect(dialog).to_be_visible()
    assert dialog.locator("kbd").count() == len(KEY_ROWS) + len(PLAN_KEYS) + len(STORY_KEYS)
    assert page.evaluate("Boolean(document.activeElement.closest('dialog'))")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert page.evaluate("document.activeElement.dataset.municipality") == "3051"
    assert page.get_attribute("#map", "data-state") == ""
    page.click('[data-map="keys"]')
    expect(dialog).to_be_visible()
    dialog.locator('[data-close="dialog"]').click()
    expect(dialog).to_be_hidden()
