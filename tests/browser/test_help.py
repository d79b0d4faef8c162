"""The help page, and the list of keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from dashboard.page.frame.keys import KEYS, STORY_KEYS
from tests.browser.conftest import area


@pytest.mark.parametrize(
    ("lang", "title", "key"),
    [
        ("nb", "Slik leser du kartet", "velg kommunen"),
        ("nn", "Slik les du kartet", "vel kommunen"),
        ("en", "How to read the map", "choose the municipality"),
    ],
)
def test_help(open_page: Callable[..., Page], lang: str, title: str, key: str) -> None:
    """It says in the reader's language how to read the map, what counts, every key, and how to cite."""
    page = open_page(f"?view=help&lang={lang}")
    article = page.locator("#help-view")
    assert article.locator("h1").inner_text() == title
    assert article.locator("section").count() >= 5
    assert article.locator("kbd").all_inner_texts() == [name for name, _ in (*KEYS, *STORY_KEYS)]
    assert key in article.inner_text()
    assert "2026" in article.inner_text()
    assert "Klima Viken" in article.inner_text()
    assert "{" not in article.inner_text()
    assert article.locator('a[href*="view=data"]').count() == 1


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
    assert dialog.locator("kbd").count() == len(KEYS) + len(STORY_KEYS)
    assert page.evaluate("Boolean(document.activeElement.closest('dialog'))")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert page.evaluate("document.activeElement.dataset.municipality") == "3051"
    assert page.get_attribute("#map", "data-state") == ""
    page.click('[data-map="keys"]')
    expect(dialog).to_be_visible()
    dialog.locator('[data-close="dialog"]').click()
    expect(dialog).to_be_hidden()
