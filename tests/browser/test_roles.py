"""Each role's errand without a mouse, and by what a screen reader is told: roles, names and what is announced."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import settled

#: Stops of the tab key before one gives up.
MOST_STOPS = 150
#: WCAG 1.4.12: what a reader may set, in em of the text.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }"""
#: 400 % of 1280 × 1024 CSS pixels (WCAG 1.4.10).
AT_400 = (320, 256)
VIEWS = ("overview", "table", "networks", "plan", "present", "data", "help")


def tab_to(page: Page, target: Locator) -> None:
    """Go to an element as a reader does who has no mouse."""
    for _ in range(MOST_STOPS):
        if target.evaluate("(node) => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"the tab key does not lead to {target}")


def test_leader(open_page: Callable[..., Page]) -> None:
    """Who is missing, and why: the search leads to a municipality, whose panel says it and is announced."""
    page = open_page("")
    tab_to(page, page.get_by_role("combobox").first)
    page.keyboard.type("rollag")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    settled(page)
    panel = page.locator("#panel")
    expect(panel.get_by_role("heading", name="Rollag")).to_be_visible()
    expect(page.locator("#announcer")).to_contain_text("Rollag")
    tab_to(page, page.locator('.views a[href*="view=table"]').first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("table").first).to_be_visible()  # what the map says is told as a table, too
    expect(page.get_by_role("columnheader").first).to_be_visible()


def test_planner(open_page: Callable[..., Page]) -> None:
    """A municipality gets a network, the figures say so, and it is undone: from brush to map by one key."""
    page = open_page("?view=plan")
    brush = page.locator('#plan-tools button[data-brush="naik"], #plan-tools [data-brush="naik"]').first
    tab_to(page, brush)
    page.keyboard.press("Enter")
    expect(brush).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('#map') !== null")
    page.keyboard.press("r")  # to the first that begins so
    name = page.evaluate("() => document.activeElement.getAttribute('aria-label') || ''")
    assert name.startswith("R")
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.search.includes('scenario=')")
    settled(page)
    page.keyboard.press("Control+z")
    page.wait_for_function("() => !location.search.includes('scenario=')")


def test_presenter(open_page: Callable[..., Page]) -> None:
    """Steps by the arrow keys; each is a heading, and Escape leads back."""
    page = open_page("?view=present")
    first = page.locator(".step.now").get_by_role("heading").first.inner_text()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => location.search.includes('step=2')")
    settled(page)
    assert page.locator(".step.now").get_by_role("heading").first.inner_text() != first
    page.keyboard.press("Escape")
    page.wait_for_function("() => !location.search.includes('view=present')")


def test_steward(open_page: Callable[..., Page]) -> None:
    """What the register rests on: from the footer to the page about the data, whose lists have names."""
    page = open_page("")
    tab_to(page, page.locator('#site-footer a[href*="view=data"]').first)
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.search.includes('view=data')")
    settled(page)
    main = page.get_by_role("main")
    expect(main.get_by_role("heading", level=1)).to_be_visible()
    assert main.get_by_role("link").count() > 5
    unnamed = [one for one in main.get_by_role("link").all() if not (one.text_content() or "").strip()]
    assert unnamed == []


@pytest.mark.parametrize("view", VIEWS)
def test_at_400_percent(open_page: Callable[..., Page], view: str) -> None:
    """Magnified four times nothing must be scrolled sideways, and nothing fixed covers more than half of the window."""
    page = open_page(f"?view={view}", size=AT_400)
    assert page.evaluate("document.documentElement.scrollWidth") <= AT_400[0]
    covered = page.evaluate(
        """() => [...document.querySelectorAll("body *")].filter((node) => getComputedStyle(node).position === "fixed")
            .map((node) => node.getBoundingClientRect()).filter((box) => box.width > 200)
            .reduce((sum, box) => sum + Math.min(box.bottom, innerHeight) - Math.max(box.top, 0), 0)"""
    )
    assert view == "present" or covered <= AT_400[1] / 2


@pytest.mark.parametrize("view", VIEWS)
def test_text_spacing(open_page: Callable[..., Page], view: str) -> None:
    """With text set wider apart no button and no heading is cut off."""
    page = open_page(f"?view={view}&municipality=3051")
    page.evaluate(
        "(rules) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(rules);"
        " document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; }",
        SPACED,
    )
    settled(page)
    cut = page.evaluate(
        """() => [...document.querySelectorAll("main :is(button, h1, h2, h3, a, summary, label)")]
            .filter((node) => node.checkVisibility() && getComputedStyle(node).overflow === "hidden"
                && getComputedStyle(node).textOverflow !== "ellipsis"
                && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1)
                && node.clientWidth > 2)
            .map((node) => node.textContent)"""
    )
    assert cut == []
