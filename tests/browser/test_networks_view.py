"""The page about the networks: members and charts."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import two_frames, wait_for_state

CHARTS = ("counties", "years", "mix")
DRAWN = """() => [...document.querySelectorAll(".js-plotly-plot")]
    .filter((plot) => plot.querySelector("svg.main-svg .trace path")).length === 3"""
#: Left, right, top and bottom of a network's name in the timeline, and of its line.
SIDES = """() => ["strong", ":scope > svg"].map((part) => {
    const box = document.querySelector("#timeline-follo").querySelector(part).getBoundingClientRect();
    return [box.left, box.right, box.top, box.bottom];
})"""
#: Colour of each line, and what the page's variable for its network says in this theme.
LINES = """() => {
    const probe = document.body.appendChild(document.createElement("i"));
    const found = [...document.querySelectorAll("#chart-years .scatterlayer .js-line")].map((line, place) => {
        const groups = [...document.querySelectorAll("[data-network-toggle]")].map((one) => one.dataset.networkToggle);
        const group = [...groups.filter((one) => one !== "none"), "none"][place];
        probe.style.color = group === "none" ? "var(--gap-ink)" : `var(--network-${group})`;
        return [getComputedStyle(line).stroke, getComputedStyle(probe).color];
    });
    probe.remove();
    return found;
}"""


def test_member(open_page: Callable[..., Page]) -> None:
    """A member on a card leads to its place on the map."""
    page = open_page("?view=networks")
    page.locator("#network-naik").get_by_role("link", name="Ringerike").click()
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
    assert {"Gjøvik", "Gran"} <= set(names), "those whose names fit on their ground"
    assert page.locator("#map .area").count() == 51
    assert page.get_attribute('[data-kpi="municipalities"]', "data-total") == "51"
    page.click('[data-network-toggle="naik"]')
    wait_for_state(page, without="networks=naik")
    expect(page.locator("#map path.member")).to_have_count(0)


def test_timeline(open_page: Callable[..., Page]) -> None:
    """A line stands beside its network's name, on a phone under it; the table opens, and nothing is wider than that."""
    page = open_page("?view=networks&day=2023-12-31")
    (_, right, *_), (left, *_) = page.evaluate(SIDES)
    assert right <= left
    assert page.locator("#timeline-follo > svg > .day").count() == 1
    page.set_viewport_size({"width": 390, "height": 844})
    (*_, bottom), (_, _, top, _) = page.evaluate(SIDES)
    assert bottom <= top
    page.wait_for_function("() => document.documentElement.scrollWidth <= innerWidth")  # once the charts follow
    page.click("#timeline-numbers summary")
    expect(page.locator("#timeline-numbers tbody tr")).to_have_count(5)
    expect(page.locator("#timeline-numbers table")).to_be_visible()


def test_list_on_the_map(open_page: Callable[..., Page]) -> None:
    """The newer list is shown on the map from its card: three kinds of line, each with its own dashes."""
    page = open_page("?view=networks")
    page.locator("#network-naik_newer_list .act").click()
    wait_for_state(page, "layer=naik_newer_list")
    dashes = page.locator("#map .outline").evaluate_all(
        "all => [...new Set(all.map((one) => `${one.dataset.status} ${getComputedStyle(one).strokeDasharray}`))].sort()"
    )
    assert [one.split()[0] for one in dashes] == ["named", "named_only", "not_named"]
    assert len({one.partition(" ")[2] for one in dashes}) == 3
    assert page.locator("#map .casing").count() == page.locator("#map .outline").count() == 30
    shown = page.locator("#key .stroke").evaluate_all("all => all.map((one) => getComputedStyle(one).backgroundImage)")
    assert len(set(shown)) == len(shown) == 3


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
