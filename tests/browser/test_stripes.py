"""Stripes of a change: a bar for every network that comes, and a narrow one for what was; as in the picture."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

NEW = "new=kongsberg:Kongsberg%20klimanettverk"
BARS = """area => {
  const pattern = document.getElementById(getComputedStyle(area).fill.match(/#([^")]+)/)[1]);
  return [...pattern.children].map(bar => [bar.getAttribute("fill"), Number(bar.getAttribute("x"))]);
}"""


@pytest.mark.parametrize(
    ("municipality", "scenario", "bars"),
    [
        ("3048", "3048:naik%2Bkongsberg", ["network-naik", "network-kongsberg", "gap-fill"]),
        ("3048", "3048:naik", ["network-naik", "gap-fill"]),
        ("3049", "3049:naik%2Bkongsberg", ["network-kongsberg", "network-naik"]),
    ],
)
def test_bars(open_page: Callable[..., Page], municipality: str, scenario: str, bars: list[str]) -> None:
    """Whoever comes to two networks at once is striped in both; who keeps one, in the one that is new and the old."""
    page = open_page(f"?scenario={scenario}&{NEW}")
    found = page.locator(f'.areas [data-municipality="{municipality}"]').evaluate(BARS)
    assert found == [[f"var(--{bar})", 10 * place] for place, bar in enumerate(bars)]
