"""The page without a mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from dashboard.view.state import VIEWS
from tests.browser.conftest import address, settled, wait_for_state

FOCUSED = "document.activeElement && document.activeElement.dataset.municipality || null"
ON_MAP = "Boolean(document.activeElement && document.activeElement.closest('#map'))"


def tab_to_map(page: Page) -> None:
    """Press Tab until the map has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(ON_MAP):
            return
    raise AssertionError("Tab never reached the map")


def test_one_tab_stop(open_page: Callable[..., Page]) -> None:
    """Tab reaches the map as one stop among all others, and leaves it again."""
    page = open_page()
    stops = []
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        stops.append(page.evaluate(ON_MAP))
    assert stops.count(True) == 1
    assert len(stops) > 8


@pytest.mark.parametrize("view", [view for view in VIEWS if view != "present"])
def test_skip_to_map(open_page: Callable[..., Page], view: str) -> None:
    """The first stop of every view leads to the map; where there is none, to the view that has one.

    A presentation has no header, and begins on its step.
    """
    page = open_page(f"?view={view}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Til kartet"
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.closest('#map .area')")
    assert page.evaluate("document.body.dataset.shape") == "map"
    assert page.evaluate("document.body.dataset.view") == ("plan" if view == "plan" else "overview")
    assert page.evaluate("location.hash") == ""


def test_skip_link(open_page: Callable[..., Page]) -> None:
    """The second stop leads past the header to the content."""
    page = open_page()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.id === 'main' || document.activeElement.closest('#main')")


def test_walk_choose_clear(open_page: Callable[..., Page]) -> None:
    """Arrows walk as the table says, Enter chooses, Escape clears, and the focus stays on the map."""
    page = open_page()
    tab_to_map(page)
    walk = page.evaluate("climate.map.chart.walk")
    at = page.evaluate(FOCUSED)
    for key in ("ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        page.keyboard.press(key)
        at = walk[at].get(key.removeprefix("Arrow").lower(), at)
        assert page.evaluate(FOCUSED) == at
    page.keyboard.press("Enter")
    wait_for_state(page, f"municipality={at}")
    page.wait_for_selector(f'[data-panel="{at}"]')
    assert page.evaluate(FOCUSED) == at
    page.keyboard.press("Escape")
    wait_for_state(page, without=f"municipality={at}")
    assert address(page) == ""
    assert page.evaluate(FOCUSED) == at


def test_letters(open_page: Callable[..., Page]) -> None:
    """A letter jumps to the next municipality that begins with it."""
    page = open_page()
    tab_to_map(page)
    page.keyboard.press("r")
    first = page.evaluate(FOCUSED)
    page.keyboard.press("r")
    second = page.evaluate(FOCUSED)
    name = "number => climate.map.captions.areas[number].name"
    names = [page.evaluate(name, number) for number in (first, second)]
    assert all(name.startswith("R") for name in names)
    assert first != second


def test_focus_is_seen(open_page: Callable[..., Page]) -> None:
    """The focused area is outlined, and the card tells what it is; both go with the focus."""
    page = open_page()
    tab_to_map(page)
    page.keyboard.press("ArrowUp")
    number = page.evaluate(FOCUSED)
    mark = page.locator("#map .mark.focused")
    assert mark.get_attribute("d") == page.evaluate("number => climate.map.areas.get(number).getAttribute('d')", number)
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.mark.focused')).strokeWidth)") >= 2
    name = page.evaluate("number => climate.map.captions.areas[number].name", number)
    assert name in page.inner_text("#map-card")
    page.keyboard.press("Tab")
    assert not mark.get_attribute("d")


def test_every_stop_is_seen(open_page: Callable[..., Page]) -> None:
    """Everything that has the focus shows it: an outline, or a mark on the map."""
    page = open_page()
    unseen = []
    for _ in range(80):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
                const node = document.activeElement, style = getComputedStyle(node), box = node.getBoundingClientRect();
                if (node === document.body) return "end";
                if (node.closest("#map")) return "seen";
                const inView = box.width > 0 && box.bottom > 0 && box.top < innerHeight
                    && box.right > 0 && box.left < innerWidth;
                const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1.5;
                return inView && (outlined || style.boxShadow !== "none") ? "seen" : node.outerHTML.slice(0, 120);
            }"""
        )
        if seen == "end":
            break
        if seen != "seen":
            unseen.append(seen)
    assert unseen == []


def test_keys_zoom(open_page: Callable[..., Page]) -> None:
    """Plus, minus and 0 zoom the map."""
    page = open_page()
    tab_to_map(page)
    home = float(page.get_attribute("#map", "data-zoom"))
    page.keyboard.press("+")
    page.wait_for_function("home => parseFloat(document.getElementById('map').dataset.zoom) > home", arg=home)
    page.keyboard.press("0")
    page.wait_for_function("home => parseFloat(document.getElementById('map').dataset.zoom) === home", arg=home)


def test_areas_speak(open_page: Callable[..., Page]) -> None:
    """Every area says its name, network, inhabitants and neighbours to a screen reader, as a button."""
    page = open_page("?lang=en")
    area = page.get_by_role("button", name="Rollag, ")
    label = area.first.get_attribute("aria-label")
    assert "without a climate network" in label
    assert "inhabitants" in label
    assert "Flesberg" in label
    missing = page.evaluate("[...climate.map.areas.values()].filter((area) => !area.getAttribute('aria-label')).length")
    assert missing == 0


def test_focus_stays_in_legend(open_page: Callable[..., Page]) -> None:
    """After a press in the legend the focus is still on what was pressed."""
    page = open_page()
    page.focus('[data-network-toggle="follo"]')
    page.keyboard.press("Enter")
    page.wait_for_selector('[data-network-toggle="follo"][aria-pressed="true"]')
    settled(page)
    assert page.evaluate("document.activeElement.dataset.networkToggle") == "follo"
