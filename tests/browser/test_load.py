"""The first page, and every address that somebody may open."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from dashboard.view.state import VIEWS
from tests.browser.conftest import address, area

SIX = {"3006", "3045", "3048", "3050", "3051", "3052"}


def test_map_and_table_agree(open_page: Callable[..., Page]) -> None:
    """All 51 are on the map and in the table, in the same networks; the six are hatched."""
    page = open_page()
    fills = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("#map .area[data-municipality]")]
            .map((area) => [area.dataset.municipality, area.dataset.fill]))"""
    )
    rows = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("#municipalities tbody tr[data-municipality]")]
            .map((row) => [row.dataset.municipality, row.dataset.network]))"""
    )
    assert len(rows) == 51
    assert {number: fill.split("-")[0].replace("+", " ") for number, fill in fills.items()} == rows
    assert {number for number, network in rows.items() if network == "none"} == SIX
    painted = page.evaluate("number => getComputedStyle(climate.map.areas.get(number)).fill", "3051")
    assert painted.startswith("url(")


def test_map_fills_the_window(open_page: Callable[..., Page]) -> None:
    """The map is the page: at least 60 % of a desktop window."""
    page = open_page()
    box = page.locator("#map").bounding_box()
    assert box["width"] * box["height"] / (1440 * 900) >= 0.6


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?county=oslo", "county=oslo"),
        ("?lang=nn&networks=kongsberg", "networks=kongsberg"),
        ("?lang=en&municipality=9999&step=x", "municipality=9999"),
    ],
)
def test_unknown_values(open_page: Callable[..., Page], query: str, said: str) -> None:
    """It says in the reader's language what in the address it did not understand, and shows the map all the same."""
    page = open_page(query)
    text = page.inner_text("#notice")
    assert said in text
    assert {"nb": "Adressen", "nn": "Adressa", "en": "The address"}[page.get_attribute("html", "lang")] in text
    assert page.locator("#map .area").count() == 51


def test_number_of_2024(open_page: Callable[..., Page]) -> None:
    """A number of 2024 in the address is rewritten in place to that of 2020, the rest of the address kept."""
    page = open_page("?lang=en&municipality=3303")
    page.wait_for_selector('[data-panel="3006"]')
    assert address(page) == "?lang=en&municipality=3006"
    assert page.evaluate("history.length") == open_page("?lang=en&municipality=3006").evaluate("history.length")


@pytest.mark.parametrize("view", VIEWS)
def test_views(open_page: Callable[..., Page], view: str) -> None:
    """Every view opens from its address, has a main heading in sight, and keeps the hooks."""
    page = open_page(f"?view={view}")
    assert page.get_attribute("body", "data-view") == view
    assert page.locator("h1:visible").count() >= 1
    assert page.locator("#municipalities tbody tr").count() == 51


def test_reload(open_page: Callable[..., Page]) -> None:
    """A saved link shows what was shown."""
    query = "?lang=en&networks=follo,none&municipality=3051&theme=dark"
    page = open_page(query)
    assert page.get_attribute("#map", "data-state") == query[1:]
    assert page.get_attribute("html", "data-theme") == "dark"
    assert page.locator("#map .area:not(.dimmed)").count() == 12
    assert area(page, "3051").get_attribute("aria-current") == "true"


def test_sources(open_page: Callable[..., Page]) -> None:
    """Sources, licences and the privacy line are in the footer, and the page about the data is a click away."""
    page = open_page()
    footer = page.inner_text("#site-footer")
    assert "Kartverket" in footer
    assert "SSB" in footer
    assert [one for one in page.locator("#site-footer p").all_inner_texts() if one.rstrip().endswith("·")] == []
    page.click('#site-footer a[href*="view=data"]')
    page.wait_for_selector("#data-view table")
    told = page.inner_text("#data-view")
    assert "Creative Commons" in told
    assert "memberships.csv" in told
