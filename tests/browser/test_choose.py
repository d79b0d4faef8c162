"""Choosing a municipality, filtering by the legend, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.conftest import READY, address, area, settled, wait_for_state
from tests.browser.where import click_area

MARK = "climate.map.svg.dataset.mine = 'yes'; document.querySelector('#map').mine = true"
SAME = (
    "document.querySelectorAll('#map > svg').length === 1"
    " && document.querySelector('#map > svg').dataset.mine === 'yes' && document.querySelector('#map').mine === true"
)
SCALE = "d3.zoomTransform(climate.map.svg).k"


def test_click(open_page: Callable[..., Page]) -> None:
    """A click on an area chooses it: address, outline, panel, title and live region tell."""
    page = open_page()
    click_area(page, "3051")
    page.wait_for_selector('[data-panel="3051"]')
    assert address(page) == "?municipality=3051"
    panel = page.inner_text("#panel")
    assert "Rollag" in panel
    assert "3051" in panel
    assert "3336" in panel
    assert "Buskerud" in panel
    assert page.locator("#map .mark.chosen").get_attribute("d")
    assert "Rollag" in page.title()
    assert "Rollag" in page.inner_text("#announcer")


def test_panel_source(open_page: Callable[..., Page]) -> None:
    """The panel tells network, status and source of a member."""
    panel = open_page("?municipality=3041").inner_text("#panel")
    assert "Hallingdal" in panel
    assert "medlem" in panel
    assert "klimaviken.no" in panel


def test_click_again(open_page: Callable[..., Page]) -> None:
    """A second click, Escape, and the panel's own button take the choice back."""
    page = open_page("?municipality=3051")
    page.wait_for_selector('[data-panel="3051"]')
    click_area(page, "3051")
    page.wait_for_selector("[data-panel]", state="detached")
    click_area(page, "3051")
    page.click('[data-panel="3051"] .close')
    page.wait_for_selector("[data-panel]", state="detached")
    assert address(page) == ""


def test_sea(open_page: Callable[..., Page]) -> None:
    """A click beside the region takes the choice back, too."""
    page = open_page("?municipality=3051")
    page.wait_for_selector('[data-panel="3051"]')
    box = page.locator("#map").bounding_box()
    page.mouse.click(box["x"] + 6, box["y"] + box["height"] - 6)
    page.wait_for_selector("[data-panel]", state="detached")


def test_back(open_page: Callable[..., Page]) -> None:
    """Back and Forward walk through the choices, each of which is one step."""
    page = open_page()
    before = page.evaluate("history.length")
    click_area(page, "3051")
    wait_for_state(page, "municipality=3051")
    page.click('[data-network-toggle="follo"]')
    wait_for_state(page, "networks=follo")
    assert page.evaluate("history.length") == before + 2
    page.go_back()
    assert wait_for_state(page, without="networks=follo") == "municipality=3051"
    page.wait_for_selector('[data-panel="3051"]')
    page.go_back()
    assert wait_for_state(page, without="municipality=3051") == ""
    page.wait_for_selector("[data-panel]", state="detached")
    page.go_forward()
    wait_for_state(page, "municipality=3051")
    page.wait_for_selector('[data-panel="3051"]')


def test_filter(open_page: Callable[..., Page]) -> None:
    """The legend dims what does not match and describes the selection; headline and sentence stay."""
    page = open_page()
    fixed = [page.inner_text(place) for place in ("#summary", "#figures")]
    page.click('[data-network-toggle="follo"]')
    wait_for_state(page, "networks=follo")
    page.wait_for_selector('[data-network-toggle="follo"][aria-pressed="true"]')
    page.mouse.move(5, 5)
    assert page.locator("#map .area.dimmed").count() == 45
    assert page.locator("#map .area").count() == 51
    page.wait_for_selector("#selection p")
    assert "6 kommuner" in page.inner_text("#selection")
    assert page.locator("#municipalities tbody tr").count() == 6
    assert [page.inner_text(place) for place in ("#summary", "#figures")] == fixed
    page.click('[data-network-toggle="none"]')
    wait_for_state(page, "networks=follo,none")
    page.mouse.move(5, 5)  # a row that is pointed at lights up its network alone
    page.wait_for_selector('[data-network-toggle="none"][aria-pressed="true"]')
    assert page.locator("#map .area.dimmed").count() == 39
    page.click('[data-network-toggle="follo"]')
    page.wait_for_selector('[data-network-toggle="follo"][aria-pressed="false"]')
    page.click('[data-network-toggle="none"]')
    page.wait_for_selector('[data-network-toggle="none"][aria-pressed="false"]')
    page.mouse.move(5, 5)
    assert address(page) == ""
    assert page.locator("#map .area.dimmed").count() == 0
    page.wait_for_function("() => !document.querySelector('#selection').innerText.trim()")


def test_nothing_selected(open_page: Callable[..., Page]) -> None:
    """No network at all is an answer, too: everything dimmed, and said."""
    page = open_page("?networks=")
    assert page.locator("#map .area.dimmed").count() == 51
    assert "Ingen" in page.inner_text("#selection")


def test_same_map(open_page: Callable[..., Page]) -> None:
    """The map is never mounted again: choices, filters, languages, views and Back keep its node and its zoom."""
    page = open_page()
    page.evaluate(MARK)
    page.click('[data-map="zoom-in"]')
    page.click('[data-map="zoom-in"]')
    scale = page.evaluate(SCALE)
    box = page.locator("#map").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector("[data-panel]")
    page.click('[data-network-toggle="naik"]')
    wait_for_state(page, "networks=naik")
    assert page.evaluate(SCALE) == pytest.approx(scale)
    page.click('.languages a[lang="en"]')
    wait_for_state(page, "lang=en")
    page.click('.views a[href*="view=table"]')
    wait_for_state(page, "view=table")
    page.go_back()
    wait_for_state(page, without="view=table")
    assert page.evaluate(SAME)
    assert page.evaluate(SCALE) == pytest.approx(scale)


def test_one_request(open_page: Callable[..., Page]) -> None:
    """A choice asks the server once, and hovering never."""
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for number in ("3051", "3030", "3041"):
        x, y = page.evaluate(
            "number => { const {x, y, width, height} = climate.map.areas.get(number).getBoundingClientRect();"
            " return [x + width / 2, y + height / 2]; }",
            number,
        )
        page.mouse.move(x, y)
    assert asked == []
    click_area(page, "3051")
    page.wait_for_selector('[data-panel="3051"]')
    settled(page)
    paths = [urlsplit(url).path for url in asked]
    assert [path for path in paths if "favicon" not in path] == ["/_dash-update-component"]


def test_hover(open_page: Callable[..., Page]) -> None:
    """The card beside the pointer tells name, network and inhabitants."""
    page = open_page()
    x, y = page.evaluate(
        """() => { const at = climate.map.chart.names["3051"].target, box = climate.map.svg.getBoundingClientRect();
            const [x, y] = climate.zoom.point(...at); return [box.left + x, box.top + y]; }"""
    )
    page.mouse.move(x, y)
    card = page.locator("#map-card")
    card.wait_for(state="visible")
    text = card.inner_text()
    assert "Rollag" in text
    assert "uten klimanettverk" in text
    assert "innbyggere" in text


def test_touch(open_page: Callable[..., Page]) -> None:
    """A tap on a phone chooses, and the panel is in sight."""
    page = open_page(size=(390, 844), touch=True)
    page.locator("#map").scroll_into_view_if_needed()
    x, y = page.evaluate(
        """() => { const at = climate.map.chart.names["3052"].target, box = climate.map.svg.getBoundingClientRect();
            const [x, y] = climate.zoom.point(...at); return [box.left + x, box.top + y]; }"""
    )
    page.touchscreen.tap(x, y)
    page.wait_for_selector('[data-panel="3052"]')
    assert address(page) == "?municipality=3052"
    settled(page)
    box = page.locator("#panel-title").bounding_box()
    assert 0 <= box["y"] < 844


def test_two_visitors(visitor: Callable[..., BrowserContext]) -> None:
    """Two visitors at once never see each other's choices."""
    pages = [visitor().new_page() for _ in range(2)]
    for page, query in zip(pages, ("/?lang=en", "/?lang=nn&networks=none"), strict=True):
        page.goto(query)
        page.wait_for_selector(READY, state="attached")
    one, other = pages
    click_area(one, "3030")
    click_area(other, "3051")
    wait_for_state(one, "municipality=3030")
    one.wait_for_selector('[data-panel="3030"]')
    one.click('[data-network-toggle="follo"]')
    assert wait_for_state(one, "networks=follo") == "lang=en&networks=follo&municipality=3030"
    assert wait_for_state(other, "municipality=3051") == "lang=nn&networks=none&municipality=3051"
    one.wait_for_selector('[data-panel="3030"]')
    other.wait_for_selector('[data-panel="3051"]')
    assert "Rollag" not in one.inner_text("#panel")
    assert other.locator("#map .area.dimmed").count() == 45
    assert area(other, "3030").get_attribute("aria-current") is None
    assert [page.get_attribute("html", "lang") for page in pages] == ["en", "nn"]
    assert [len(page.context.cookies()) for page in pages] == [0, 0]


def test_quick_choices(open_page: Callable[..., Page]) -> None:
    """Of many quick choices the last one stays, in address, panel and map alike."""
    page = open_page()
    for number in ("3051", "3041", "3030", "3006"):
        click_area(page, number)
    page.wait_for_selector('[data-panel="3006"]')
    settled(page)
    assert page.get_attribute("#map", "data-state") == "municipality=3006"
    assert address(page) == "?municipality=3006"
    assert page.locator("[data-panel]").get_attribute("data-panel") == "3006"
    assert page.evaluate("climate.map.chosen") == "3006"


def test_choice_then_filter(open_page: Callable[..., Page]) -> None:
    """A press in the legend right after a choice, before the server has answered, keeps the choice."""
    page = open_page()
    click_area(page, "3051")
    page.click('[data-network-toggle="follo"]')
    wait_for_state(page, "networks=follo")
    settled(page)
    assert page.get_attribute("#map", "data-state") == "networks=follo&municipality=3051"
