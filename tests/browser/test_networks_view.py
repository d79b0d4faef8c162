"""The page about the networks: cards, coverage, charts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import number_of, two_frames, wait_for_state

CHARTS = ("counties", "years", "mix")
DRAWN = """() => [...document.querySelectorAll(".js-plotly-plot")]
    .filter((plot) => plot.querySelector("svg.main-svg .trace path")).length === 3"""
#: Colour of each line, and what the page's variable for its network says in this theme.
LINES = """() => {
    const probe = document.body.appendChild(document.createElement("i"));
    const found = [...document.querySelectorAll("#chart-years .scatterlayer .js-line")].map((line, place) => {
        const group = [...document.querySelectorAll("[data-network-toggle]")][place].dataset.networkToggle;
        probe.style.color = group === "none" ? "var(--gap-ink)" : `var(--network-${group})`;
        return [getComputedStyle(line).stroke, getComputedStyle(probe).color];
    });
    probe.remove();
    return found;
}"""


def rows(page: Page, section: str, part: str = "tbody") -> list[list[str]]:
    """The cells of a table of the report."""
    return page.locator(f"{section} {part} tr").evaluate_all(
        "rows => rows.map((row) => [...row.cells].map((cell) => cell.innerText.trim()))"
    )


def fact(card: Locator, title: str) -> str:
    """What a card says under a heading."""
    return card.locator("dl").evaluate(
        "(list, title) => [...list.querySelectorAll('dt')].find((dt) => dt.innerText === title)"
        ".nextElementSibling.innerText",
        title,
    )


def test_cards(open_page: Callable[..., Page]) -> None:
    """Each climate network tells its figures, founding, host, other names and how sure its list is; members link."""
    page = open_page("?view=networks")
    founded = {"naik": "2016", "ostfold": "2012", "follo": "2008", "hallingdal": "ikke kjent"}
    for id, members in {"naik": 21, "ostfold": 12, "follo": 6, "hallingdal": 6}.items():
        card = page.locator(f"#network-{id}")
        assert f"{members} kommuner" in card.inner_text()
        assert fact(card, "Stiftet") == founded[id]
        assert all(fact(card, title) for title in ("Vert", "Andre navn", "Nettsted", "Hvor sikkert"))
        assert card.locator(".members").first.locator('a[href^="?"]').count() == members
        assert card.locator('a[href^="https://"]').count() >= 1
    naik = page.locator("#network-naik")
    outside = naik.locator(".members", has_text="utenfor Viken").inner_text()
    assert [name for name in ("Gjøvik", "Gran", "Vestre Toten") if name not in outside] == []
    assert "NAIK" in fact(naik, "Andre navn")
    assert "KEN" in fact(page.locator("#network-follo"), "Andre navn")
    assert page.locator(".card[data-network]").count() == 14
    assert "Ikke kjent" in page.inner_text("#network-tregruppen")
    naik.get_by_role("link", name="Ringerike").click()
    wait_for_state(page, "municipality=3007")
    page.wait_for_selector('[data-panel="3007"]')
    assert page.get_attribute("body", "data-view") == "overview"


def test_members_outside(open_page: Callable[..., Page]) -> None:
    """Members outside the region are outlined and named on the map while their network stands out, and only then."""
    page = open_page("?networks=naik")
    found = page.locator("#map path.member").evaluate_all("all => all.map((path) => path.dataset.outside)")
    assert sorted(found) == ["3407", "3443", "3446"]
    names = page.locator("#map .label.landmark").evaluate_all(
        "all => all.filter((one) => getComputedStyle(one).display !== 'none').map((one) => one.textContent)"
    )
    assert {"Gjøvik", "Gran", "Vestre Toten"} <= set(names)
    assert page.locator("#map .area").count() == 51
    assert page.get_attribute('[data-kpi="municipalities"]', "data-total") == "51"
    page.click('[data-network-toggle="naik"]')
    wait_for_state(page, without="networks=naik")
    expect(page.locator("#map path.member")).to_have_count(0)


@pytest.mark.parametrize("year", [2023, 2026])
def test_totals(open_page: Callable[..., Page], year: int) -> None:
    """Every table adds up to the headline's figures, digit by digit."""
    page = open_page(f"?view=networks&year={year}")
    organised, everyone = {}, {}
    for name in ("municipalities", "population", "area"):
        kpi = page.locator(f'[data-kpi="{name}"]')
        organised[name], everyone[name] = (int(kpi.get_attribute(f"data-{what}")) for what in ("value", "total"))
    (foot,) = rows(page, "#report-counties", "tfoot")
    counties = rows(page, "#report-counties")
    assert {row[0]: row[1] for row in counties} == {
        "Akershus": "21 av 21",
        "Buskerud": "12 av 18",
        "Østfold": "12 av 12",
    }
    for column, name in ((1, "municipalities"), (2, "population"), (5, "area")):
        for part, figures in enumerate((organised, everyone)):
            assert number_of(foot[column].split(" av ")[part]) == figures[name]
            assert sum(number_of(row[column].split(" av ")[part]) for row in counties) == figures[name]
    assert foot[3] == {2023: "95,4\u00a0%", 2026: "95,5\u00a0%"}[year]
    assert foot[6] == "77,1\u00a0%"
    groups = rows(page, "#report-networks")
    outside = rows(page, "#report-outside")
    for column, at, name in ((2, 1, "population"), (4, 3, "area")):
        assert sum(number_of(row[column]) for row in groups) == everyone[name]
        assert sum(number_of(row[at]) for row in outside) == everyone[name] - organised[name]
    assert len(outside) == everyone["municipalities"] - organised["municipalities"] == 6
    assert all(row[2].startswith("+") and row[4].startswith("+") for row in outside)
    assert next(row[5] for row in outside if row[0] == "Øvre Eiker") == "ikke kjent"


def test_charts(open_page: Callable[..., Page]) -> None:
    """Three charts, each with heading, sentence and table; in the theme's colours; nothing leads to a cloud."""
    page = open_page("?view=networks")
    for name in CHARTS:  # drawn when they come into sight
        page.locator(f"#chart-{name}-text").scroll_into_view_if_needed()
        two_frames(page)
    page.wait_for_function(DRAWN)
    for name in CHARTS:
        assert page.inner_text(f"#chart-{name}-title")
        assert page.inner_text(f"#chart-{name}-text").endswith(".")
    for figure in page.locator("figure.chart").all():
        assert figure.locator('[role="img"][aria-labelledby]').count() == 1
        figure.locator("summary").click()
        expect(figure.locator("table")).to_be_visible()
    counts = page.locator("figure.chart").evaluate_all(
        "all => all.map((one) => one.querySelectorAll('tbody tr').length)"
    )
    assert counts == [3, 5, 51]
    assert page.locator(".modebar, .modebar-btn, .js-plot-link-container a, a[href*='plotly']").count() == 0
    sent = "[...document.querySelectorAll('.js-plotly-plot')].some((plot) => plot._context.showSendToCloud)"
    assert page.evaluate(sent) is False
    light = page.evaluate(LINES)
    assert len(light) == 5
    assert all(drawn == meant for drawn, meant in light), light
    page.click(".theme.to-dark")
    page.wait_for_selector('html[data-theme="dark"]')
    page.wait_for_function(
        "was => getComputedStyle(document.querySelector('#chart-years .scatterlayer .js-line')).stroke !== was",
        arg=light[0][0],
    )
    dark = page.evaluate(LINES)
    assert all(drawn == meant for drawn, meant in dark), dark
    assert not {drawn for drawn, _ in dark} & {drawn for drawn, _ in light}
