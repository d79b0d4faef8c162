"""Three languages, two themes, and the table."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import address, number_of, wait_for_state

SEARCH = "#table-search"
ROWS = "#municipalities tbody tr"


def test_language(open_page: Callable[..., Page]) -> None:
    """A language is chosen in place: the page's own language, its words and its numbers follow."""
    page = open_page()
    said = {}
    for language in ("nn", "en", "nb"):
        page.click(f'.languages a[lang="{language}"]')
        page.wait_for_selector(f'html[lang="{language}"]')
        page.wait_for_selector(f'.languages a[lang="{language}"][aria-current]')
        said[language] = page.inner_text("#summary")
        assert ("lang=" in address(page)) == (language != "nb")
    assert "kommunar" in said["nn"]
    assert "municipalities" in said["en"]
    assert "95.5%" in said["en"]
    assert "95,5" in said["nb"]


def test_map_speaks_language(open_page: Callable[..., Page]) -> None:
    """The map's own words are in the reader's language, too."""
    page = open_page("?lang=en")
    assert "without a climate network" in page.locator("#map .callout").text_content()
    assert page.get_attribute("#map svg", "aria-label").startswith("Map of")


def background(page: Page) -> tuple[int, ...]:
    """The colour of the page, 0–255 each."""
    colour = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    return tuple(int(value) for value in re.findall(r"\d+", colour)[:3])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_system_theme(open_page: Callable[..., Page], scheme: str) -> None:
    """Without a theme in the address the page follows the reader's system."""
    page = open_page(scheme=scheme)
    assert (sum(background(page)) < 300) == (scheme == "dark")
    assert "theme" not in address(page)


def test_choose_theme(open_page: Callable[..., Page]) -> None:
    """The theme can be chosen against the system, and the map's colours follow."""
    page = open_page(scheme="light")
    light = page.evaluate("getComputedStyle(climate.map.areas.get('3030')).fill")
    page.click(".theme:visible")
    wait_for_state(page, "theme=dark")
    page.wait_for_selector('html[data-theme="dark"]')
    assert sum(background(page)) < 300
    page.wait_for_function("light => getComputedStyle(climate.map.areas.get('3030')).fill !== light", arg=light)
    page.click(".theme:visible")
    page.wait_for_selector('html[data-theme="light"]')
    assert sum(background(page)) > 600


def test_table_search(open_page: Callable[..., Page]) -> None:
    """The table finds names, numbers of both years and former names, and says how many it shows."""
    page = open_page("?view=table")
    assert page.locator(ROWS).count() == 51
    for text, expected in (("våler", "3018"), ("3303", "3006"), ("rygge", "3002")):
        page.fill(SEARCH, text)
        page.wait_for_function(
            "number => { const rows = document.querySelectorAll('#municipalities tbody tr');"
            " return rows.length === 1 && rows[0].dataset.municipality === number; }",
            arg=expected,
        )
        assert page.evaluate("document.activeElement.id") == "table-search"
        assert page.input_value(SEARCH) == text
    assert "1 av 51" in page.inner_text("#table-caption")
    page.fill(SEARCH, "")
    page.wait_for_function("() => document.querySelectorAll('#municipalities tbody tr').length === 51")


def test_table_typing_is_not_disturbed(open_page: Callable[..., Page]) -> None:
    """Typing goes on while answers come in: no letter is lost."""
    page = open_page("?view=table")
    page.focus(SEARCH)
    for letters in ("nore", " og", " uvdal"):
        page.keyboard.type(letters, delay=60)
        page.wait_for_function(
            """letters => new URLSearchParams(document.getElementById("map").dataset.state).get("q")
                ?.endsWith(letters.trim())""",
            arg=letters,
        )
    page.wait_for_function("() => document.querySelectorAll('#municipalities tbody tr').length === 1")
    assert page.input_value(SEARCH) == "nore og uvdal"
    assert page.evaluate("document.activeElement.id") == "table-search"


def test_table_sort(open_page: Callable[..., Page]) -> None:
    """A heading sorts, tells the order to screen readers, and its order is in the address."""
    page = open_page("?view=table")
    heading = page.locator("#municipalities thead th.number a").first
    heading.click()
    state = wait_for_state(page, "sort=-population")
    assert state == "view=table&sort=-population"
    page.wait_for_selector('#municipalities th[aria-sort="descending"]')
    people = [number_of(text) for text in page.locator(f"{ROWS} td:nth-of-type(5)").all_inner_texts()]
    assert len(people) == 51
    assert people == sorted(people, reverse=True)
    page.locator("#municipalities thead th.number a").first.click()
    page.wait_for_selector('#municipalities th[aria-sort="ascending"]')


def test_table_chooses(open_page: Callable[..., Page]) -> None:
    """A name in the table chooses the municipality, in the same state that the map uses."""
    page = open_page("?view=table")
    page.click('tr[data-municipality="3051"] a')
    wait_for_state(page, "municipality=3051")
    assert "municipality=3051" in address(page)
