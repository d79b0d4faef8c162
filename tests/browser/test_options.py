"""What the map shows: the year, another colouring, an outline on top."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import address, wait_for_state
from tests.browser.where import painted
from tests.dashboard.reading import forget
from tests.geodata.county import write_county
from tests.serving import Server

LEVELS = "[...climate.map.areas.values()].map((path) => path.dataset.fill)"


def choose(page: Page, text: str) -> None:
    """Press the choice in the options that says exactly this."""
    page.locator("#options").get_by_role("link", name=text, exact=True).click()


def test_year(open_page: Callable[..., Page]) -> None:
    """The year changes the figures by mouse and by address: 2023 has 1 292 241, of whom 1 232 885 are in a network."""
    page = open_page("?lang=en")
    page.click(".options summary")
    choose(page, "2023")
    wait_for_state(page, "year=2023")
    page.wait_for_selector('[data-kpi="population"][data-year="2023"]')
    kpi = page.locator('[data-kpi="population"]')
    assert (kpi.get_attribute("data-value"), kpi.get_attribute("data-total")) == ("1232885", "1292241")
    assert "95.4%" in kpi.inner_text()
    assert "1,232,885 of 1,292,241" in kpi.inner_text()
    assert "95.4%" in page.inner_text("#summary")
    expect(page.locator("#options .choice[aria-current]", has_text="2023")).to_have_count(1)
    choose(page, "2026")
    wait_for_state(page, without="year=2023")
    assert address(page) == "?lang=en"


def test_colour(open_page: Callable[..., Page]) -> None:
    """Density has five classes with their limits, none empty, each in a colour of its own that the key shows too."""
    page = open_page()
    page.click(".options summary")
    choose(page, "tetthet")
    wait_for_state(page, "colour=density")
    rows = page.locator("#key .key-rows li")
    expect(rows).to_have_count(5)
    counts = Counter(page.evaluate(LEVELS))
    assert set(counts) == {f"class-{place}" for place in range(5)}
    assert min(counts.values()) >= 10
    limits = [text.strip() for text in rows.all_inner_texts()]
    assert all("–" in text for text in limits)
    assert "kvantiler" in page.inner_text("#key")
    on_map = page.evaluate(
        "Object.fromEntries([...climate.map.areas.values()].map((p) => [p.dataset.fill, getComputedStyle(p).fill]))"
    )
    in_key = page.locator("#key .swatch").evaluate_all(
        "all => Object.fromEntries(all.map((one) => [one.dataset.fill, getComputedStyle(one).backgroundColor]))"
    )
    assert on_map == in_key
    assert len(set(on_map.values())) == 5
    assert page.locator("#map .border.outer").count() > 20  # the networks' outlines are kept
    assert page.locator('[data-network-toggle="naik"] .count').inner_text().startswith("21")
    choose(page, "nettverk")
    wait_for_state(page, without="colour=density")
    expect(page.locator("#key")).to_be_hidden()
    assert painted(page, "3051").startswith("url(")


def test_unknown(open_page: Callable[..., Page], serve: Callable[..., Server], tmp_path: Path) -> None:
    """A municipality whose figure is not known has a pattern of its own on the map, and the key says what it means."""
    county = write_county(tmp_path)
    forget(county, "9105", 2023)
    page = open_page("?colour=population&year=2023", at=serve(data=county.folder))
    assert "fill-class-unknown" in painted(page, "9105")
    assert not painted(page, "9101").startswith("url(")
    assert "ikke kjent" in page.locator("#key .key-rows li").last.inner_text()
    assert "ikke kjent" in page.inner_text('[data-kpi="population"]')


def test_layer(open_page: Callable[..., Page]) -> None:
    """Kongsbergregionen is nine outlines by status, never a fill, and the key says that the list may be incomplete."""
    page = open_page()
    fills = page.evaluate(LEVELS)
    page.click(".options summary")
    choose(page, "Kongsbergregionen")
    wait_for_state(page, "layer=kongsbergregionen")
    outlines = page.locator("#map .layer .outline")
    expect(outlines).to_have_count(9)
    statuses = outlines.evaluate_all("all => all.map((one) => one.dataset.status)")
    assert Counter(statuses) == {"member": 7, "decided": 1, "unconfirmed": 1}
    assert set(outlines.evaluate_all("all => all.map((one) => getComputedStyle(one).fill)")) == {"none"}
    dashes = outlines.evaluate_all("all => all.map((one) => getComputedStyle(one).strokeDasharray)")
    assert len(set(dashes)) == 3
    key = page.inner_text("#key")
    assert [text for text in ("medlem", "vedtatt, ikke bekreftet", "ikke bekreftet") if text not in key] == []
    assert "Listen er kanskje ikke fullstendig" in key
    assert page.evaluate(LEVELS) == fills
    page.click("#key a")
    wait_for_state(page, "view=networks")
    assert "Kongsberg" in page.inner_text("#network-kongsbergregionen")


@pytest.mark.parametrize("part", ["layer=atlantis", "colour=emissions", "year=1999"])
def test_unknown_option(open_page: Callable[..., Page], part: str) -> None:
    """An option that does not exist is said on the page, and the rest is shown."""
    page = open_page(f"?{part}&networks=follo&lang=en")
    assert part in page.inner_text("#notice")
    assert "The address" in page.inner_text("#notice")
    assert page.get_attribute("#map", "data-state") == "lang=en&networks=follo"
    assert page.locator("#map .layer .outline").count() == 0


def test_sizes_are_circles(open_page: Callable[..., Page]) -> None:
    """A size chosen later is drawn as in a first response, stays as large at every zoom, and goes with the choice."""
    drawn = """() => [...document.querySelectorAll(".circles path")].map((one) => one.getAttribute("class").trim() +
      one.dataset.municipality + one.getAttribute("stroke-width") + one.getAttribute("d")).sort()"""
    first = open_page("?colour=population").evaluate(drawn)
    assert len(first) == 2 * 51
    page = open_page("?colour=density")
    assert page.evaluate(drawn) == []
    page.click(".options summary")
    choose(page, "innbyggere")
    wait_for_state(page, "colour=population")
    assert page.evaluate(drawn) == first
    assert painted(page, "3024") == painted(page, "3051")
    page.click(".options summary")
    page.locator("[data-map=zoom-in]").click()
    assert page.evaluate(drawn) == first
