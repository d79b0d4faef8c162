"""The day of the register at the map: by mouse, by keyboard, on a phone, and without a script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import area, settled, wait_for_state
from tests.browser.test_axe import violations
from tests.geodata.votes import write_votes
from tests.serving import Server


@pytest.fixture(scope="module")
def voted(serve: Callable[..., Server], tmp_path_factory: pytest.TempPathFactory) -> Server:
    """A server on the data with votes in three years."""
    return serve(data=write_votes(tmp_path_factory.mktemp("voted") / "data"))


def fill(page: Page, number: str) -> str | None:
    """What a municipality is painted with: its networks, or one of the hatches of who stands outside."""
    return area(page, number).get_attribute("data-fill")


def test_by_mouse(open_page: Callable[..., Page], voted: Server) -> None:
    """A step back paints the register as it stood; the way back is one press, and the browser's own back works."""
    page = open_page("", at=voted)
    assert fill(page, "3045") == "naik"
    page.locator(".days a.days-step").first.click()
    wait_for_state(page, "day=2025-06-30")
    assert fill(page, "3045") == "none-dialogue"
    expect(page.locator("#scenario-badge")).to_contain_text("Slik registeret sto 30. juni 2025")
    expect(page.locator('[data-kpi="municipalities"]')).to_have_attribute("data-value", "47")
    page.go_back()
    settled(page)
    assert fill(page, "3045") == "naik"
    page.go_forward()
    settled(page)
    page.get_by_role("link", name="Tilbake til registeret").click()
    wait_for_state(page, without="day=2025-06-30")
    assert fill(page, "3045") == "naik"


def test_by_keyboard(open_page: Callable[..., Page], voted: Server) -> None:
    """Both days are typed; those who changed are marked and listed, the field keeps the focus."""
    page = open_page("", at=voted)
    page.focus("#days-since")
    page.locator("#days-since").fill("2023-01-01")
    wait_for_state(page, "since=2023-01-01")
    expect(page.locator("#days-since")).to_be_focused()
    expect(page.locator("#changed li")).to_have_count(4)
    expect(page.locator("#changed")).to_contain_text("Rollag: uten klimanettverk → Hallingdal klimanettverk")
    assert page.evaluate("[...document.querySelectorAll('#map .moved')].length") > 0
    expect(page.locator("#announcer")).to_contain_text("Endringer fra 1. januar 2023")
    page.locator("#days-since").fill("")
    wait_for_state(page, without="since=2023-01-01")
    expect(page.locator("#scenario-badge")).to_be_empty()


def test_planned_from_the_day(open_page: Callable[..., Page], voted: Server) -> None:
    """While two days are compared, who is put back "as today" stands where the shown day has it."""
    page = open_page("?view=plan&since=2020-01-01&scenario=3051:follo", at=voted)
    assert fill(page, "3051") == "follo"
    page.locator('[data-difference="3051"] button').click()
    wait_for_state(page, without="scenario=3051:follo")
    assert fill(page, "3051") == "hallingdal"


@pytest.mark.parametrize(
    ("query", "size", "scheme"),
    [
        ("?since=2020-01-01", (1440, 900), "light"),
        ("?since=2020-01-01&lang=en&municipality=3051", (1280, 720), "dark"),
        ("?day=2024-03-15&lang=nn", (390, 844), "light"),
        ("?view=table&since=2020-01-01", (820, 1180), "dark"),
        ("?view=networks&since=2020-01-01", (1440, 900), "light"),
    ],
)
def test_axe(open_page: Callable[..., Page], voted: Server, query: str, size: tuple[int, int], scheme: str) -> None:
    """No rule of axe is broken where days are chosen and compared."""
    page = open_page(query, at=voted, size=size, scheme=scheme)
    settled(page)
    assert violations(page) == []


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (820, 1180), (390, 844)])
def test_nothing_covers_the_six(open_page: Callable[..., Page], voted: Server, size: tuple[int, int]) -> None:
    """The control covers no name of who is outside, nor other controls, and stays in the window."""
    page = open_page("?day=2020-01-01", at=voted, size=size)
    settled(page)
    covered = page.evaluate(
        """() => {
            const bar = document.querySelector(".days").getBoundingClientRect();
            const over = (one) => {
                const box = one.getBoundingClientRect();
                const beside = box.left >= bar.right || box.right <= bar.left;
                return box.width && !beside && box.top < bar.bottom && box.bottom > bar.top;
            };
            const others = document.querySelectorAll("#map .gap, #map .callout, .map-tools, .options, .key > *");
            return [...others].filter(over).map((one) => one.className.baseVal ?? one.className);
        }"""
    )
    assert covered == []
    box = page.locator(".days").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size[0]


def test_without_script(visitor: Callable[..., BrowserContext], voted: Server) -> None:
    """Without a script the two days are a form with a button."""
    page = visitor(at=voted, java_script_enabled=False).new_page()
    page.goto("/")
    page.locator("#days-day").fill("2024-12-31")
    page.locator("#days-since").fill("2023-12-31")
    page.locator("#days-form button").click()
    assert page.url.endswith("/?day=2024-12-31&since=2023-12-31")
    expect(page.locator("#changed li")).to_have_count(1)
    expect(page.locator("#changed")).to_contain_text("Nore og Uvdal")
