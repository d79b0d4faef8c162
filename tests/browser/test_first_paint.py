"""The first paint has its colours at once: no fill turns into another, and bars are as dark as the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

TURNS = "() => getComputedStyle(document.querySelector('.area')).transitionDuration"


def test_no_fill_turns_at_first(visitor: Callable[..., BrowserContext]) -> None:
    """Fills change softly once the scripts have the map, never before: Firefox would begin in black."""
    page = visitor(java_script_enabled=True, reduced_motion="no-preference").new_page()
    page.add_init_script("""addEventListener("DOMContentLoaded", () => {
      window.first = getComputedStyle(document.querySelector(".area")).transitionDuration;
    })""")
    page.goto("/")
    page.wait_for_selector('#map[data-ready="true"]')
    assert page.evaluate("() => window.first") == "0s"
    assert page.evaluate(TURNS) == "0.15s"


@pytest.mark.parametrize(("system", "theme"), [("light", "dark"), ("dark", "light")])
def test_bars_follow_the_theme(open_page: Callable[..., Page], system: str, theme: str) -> None:
    """The theme of the address is the scrollbars' too, against the system's, before any style sheet and after."""
    page = open_page(f"?theme={theme}", scheme=system)
    assert page.evaluate("() => document.querySelector('meta[name=color-scheme]').content") == theme
    for part in ("html", "body", ".sidebar", "#map"):
        assert page.evaluate(f"() => getComputedStyle(document.querySelector('{part}')).colorScheme") == theme, part
