"""Accessibility, as far as a machine can tell: every rule of axe-core up to WCAG 2.2 AA, and its best practice."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from dashboard.view.state import VIEWS
from dashboard.words.wording import LANGUAGES
from tests.browser.conftest import settled
from tests.browser.where import open_tab

#: Rules that are off unless they are asked for, such as that of the size of targets, are among these.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
THEMES = ("light", "dark")
#: Whatever opens is seen in every language and in both themes, if not in all of their pairs: words and colours of a
#: part do not depend on each other, and a view of it takes axe a second.
OPEN = [(language, THEMES[place % 2]) for place, language in enumerate(LANGUAGES)]
PLAN = (
    "?view=plan&municipality=3051&scenario=3006:ny,3050:naik,3048:follo&new=ny:Nytt%20nettverk&compare=3051:naik"
    "&cost=25000&grant=0.5&pin=3050:Spør%20først"
)
TABS = ("changes", "checks", "suggestions", "compare", "costs", "file")


def violations(page: Page, colours: bool = True) -> list[str]:
    """What axe finds: the rule and the first places. ``colours``: contrast, too, which takes most of the time."""
    options = {"runOnly": TAGS, "resultTypes": ["violations"], "rules": {"color-contrast": {"enabled": colours}}}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: " + " | ".join(node["html"][:160] for node in one["nodes"][:3]) for one in found]


def opened_parts(page: Page) -> Iterator[str]:
    """What can be opened on the overview, one after the other."""
    page.click(".options summary")
    yield "options"
    page.click(".options summary")
    page.click(".take summary")
    yield "take"
    page.click(".take summary")
    page.fill("#find", "ro")
    page.wait_for_selector("#find-list [role=option]")
    yield "finder"
    page.fill("#find", "")
    page.keyboard.press("Escape")
    page.click("[data-map=keys]")
    expect(page.locator("dialog[open]")).to_be_visible()
    yield "keys"


def opened_tabs(page: Page) -> Iterator[str]:
    """The tabs of the plan, and at last its comparison on large maps."""
    for name in TABS:
        open_tab(page, name)
        page.evaluate(
            "(id) => document.querySelectorAll(`#${id} details`).forEach((one) => { one.open = true; })", f"plan-{name}"
        )
        yield name
    open_tab(page, "compare")
    page.click('[data-side="open"]')
    expect(page.locator("#side-by-side")).to_be_visible()
    yield "side by side"
    page.click('[data-side="curtain"]')
    yield "curtain"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("view", VIEWS)
def test_views(open_page: Callable[..., Page], view: str, theme: str) -> None:
    """Every view, in every theme and language, with a choice and a filter set: a language changes no colour."""
    page = open_page(f"?view={view}&theme={theme}&municipality=3051&networks=none,follo")
    for language in LANGUAGES:
        page.evaluate("lang => climate.go(climate.query({ lang }))", language)
        page.wait_for_selector(f'html[lang="{language}"]')
        settled(page)
        assert violations(page, colours=language == LANGUAGES[0]) == [], language


@pytest.mark.parametrize(("language", "theme"), OPEN)
def test_open_parts(open_page: Callable[..., Page], language: str, theme: str) -> None:
    """Whatever opens on the overview, in every language, in both themes; and a map by size, with a layer and notes."""
    query = f"?lang={language}&theme={theme}&colour=population&layer=klimapartnere&pin=3051:Rollag"
    page = open_page(query)
    assert violations(page) == []
    for part in opened_parts(page):
        assert violations(page) == [], part


@pytest.mark.parametrize(("language", "theme"), OPEN)
def test_tabs(open_page: Callable[..., Page], language: str, theme: str) -> None:
    """Every tab of a plan with all that it can hold, and its comparison, in every language, in both themes."""
    page = open_page(f"{PLAN}&lang={language}&theme={theme}")
    for part in opened_tabs(page):
        assert violations(page) == [], part


@pytest.mark.parametrize("theme", THEMES)
def test_first_sight(open_page: Callable[..., Page], theme: str) -> None:
    """The bare page, and what it says about an address that it did not understand."""
    assert violations(open_page(f"?theme={theme}&county=oslo")) == []


@pytest.mark.parametrize("view", VIEWS)
def test_phone(open_page: Callable[..., Page], view: str) -> None:
    """Every view on a phone."""
    assert violations(open_page(f"?view={view}&municipality=3051", size=(390, 844), touch=True)) == []


@pytest.mark.parametrize("theme", THEMES)
def test_every_step(open_page: Callable[..., Page], theme: str) -> None:
    """Every step of the presentation of a scenario, and the open list to jump from."""
    page = open_page(f"?view=present&theme={theme}&scenario=3006:ny,3048:follo&new=ny:Nytt%20nettverk&pin=3006:Ja")
    for step in range(1, page.locator(".step").count() + 1):
        assert violations(page) == [], step
        page.keyboard.press("PageDown")
    page.keyboard.press("o")
    assert violations(page) == []
