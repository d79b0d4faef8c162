"""What each mark says: solid and dashed is moved, stripes are two networks, a hatch is outside and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

NEW = "new=kongsberg:Kongsberg%20klimanettverk"
AREA = '.areas [data-municipality="{}"]'
BARS = """area => {
  const pattern = document.getElementById(getComputedStyle(area).fill.match(/#([^")]+)/)[1]);
  return [...pattern.children].map(bar => [bar.getAttribute("fill"), Number(bar.getAttribute("x"))]);
}"""


@pytest.mark.parametrize(
    ("municipality", "scenario", "fill"),
    [
        ("3048", "3048:naik", "naik"),
        ("3007", "3007:kongsberg,3048:kongsberg", "kongsberg"),
        ("3049", "3049:none", "none"),
    ],
)
def test_moved(open_page: Callable[..., Page], municipality: str, scenario: str, fill: str) -> None:
    """Who is moved has the solid colour of where to, a dashed outline and a dashed name; the key says what that is."""
    page = open_page(f"?scenario={scenario}&{NEW}")
    area = page.locator(AREA.format(municipality))
    assert area.get_attribute("data-fill") == fill
    assert area.get_attribute("fill") == ("url(#fill-none)" if fill == "none" else f"var(--network-{fill})")
    assert area.get_attribute("d") in page.locator(".mark.moved").get_attribute("d")
    assert page.locator(f'.label.moved[data-municipality="{municipality}"]').is_visible()
    assert page.locator("#key").inner_text() == "Flyttet i scenariet"
    assert "dashed" in page.locator("#key .swatch").evaluate("node => getComputedStyle(node).borderStyle")


def test_two_networks(open_page: Callable[..., Page]) -> None:
    """Stripes are the solid colours of two networks, and have a row in the key with those very colours."""
    page = open_page(f"?scenario=3048:naik%2Bkongsberg&{NEW}")
    found = page.locator(AREA.format("3048")).evaluate(BARS)
    assert found == [["var(--network-naik)", 0], ["var(--network-kongsberg)", 9]]
    assert page.locator("#key li").all_inner_texts() == ["I to nettverk", "Flyttet i scenariet"]
    assert "gradient" in page.locator("#key .swatch").first.evaluate("node => getComputedStyle(node).backgroundImage")


def test_nothing_else_is_hatched(open_page: Callable[..., Page]) -> None:
    """Today, and where everybody is moved, only those outside have a pattern; the key is empty today."""
    page = open_page("?scenario=3006:naik,3045:naik,3048:naik,3050:naik,3051:naik,3052:naik")
    assert page.locator('.areas [fill^="url"]').count() == 0
    today = open_page("")
    hatched = today.locator('.areas [fill^="url"]').evaluate_all("areas => areas.map(area => area.dataset.fill)")
    assert len(hatched) == 6
    assert {fill.split("-")[0] for fill in hatched} == {"none"}
    assert today.locator("#key li").count() == 0
