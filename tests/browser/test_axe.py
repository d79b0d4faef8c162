"""Accessibility, as far as a machine can tell (axe-core)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from dashboard.view.state import VIEWS
from dashboard.words.wording import LANGUAGES


def violations(page: Page) -> list[str]:
    """What axe finds: the rule and the first places."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: " + " | ".join(node["html"][:160] for node in one["nodes"][:3]) for one in found]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
def test_views(open_page: Callable[..., Page], view: str, language: str) -> None:
    """Every view, in every language, with a choice and a filter set."""
    assert violations(open_page(f"?view={view}&lang={language}&municipality=3051&networks=none,follo")) == []


@pytest.mark.parametrize("view", VIEWS)
def test_dark(open_page: Callable[..., Page], view: str) -> None:
    """Every view in the dark."""
    assert violations(open_page(f"?view={view}&theme=dark&municipality=3030")) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_first_sight(open_page: Callable[..., Page], theme: str) -> None:
    """The bare page, and what it says about an address that it did not understand."""
    assert violations(open_page(f"?theme={theme}&county=oslo")) == []


@pytest.mark.parametrize("view", VIEWS)
def test_phone(open_page: Callable[..., Page], view: str) -> None:
    """Every view on a phone."""
    assert violations(open_page(f"?view={view}&municipality=3051", size=(390, 844), touch=True)) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_step(open_page: Callable[..., Page], theme: str) -> None:
    """Every step of the presentation of a scenario, and the open list to jump from."""
    page = open_page(f"?view=present&theme={theme}&scenario=3006:ny,3048:follo&new=ny:Nytt%20nettverk")
    for step in range(1, page.locator(".step").count() + 1):
        assert violations(page) == [], step
        page.keyboard.press("PageDown")
    page.keyboard.press("o")
    assert violations(page) == []
