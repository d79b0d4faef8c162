"""The page where no script runs: all reading works by links and forms; planning says that it needs one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from dashboard.view.views import ALL_VIEWS
from tests.browser.conftest import address

#: A scenario with a network that is founded, and another beside it.
SCENARIO = "scenario=3006:kb,3050:kb,3048:hallingdal&new=kb:Kongsberg%20klimanettverk&compare=3051:naik"
#: Rules for browsers without scripts hold whatever the browser says of itself: axe is a script.
AS_WITHOUT_SCRIPT = """() => {
    const mended = (rules) => {
        let found = 0;
        for (const rule of rules) {
            if (rule instanceof CSSMediaRule && rule.media.mediaText === "(scripting: none)") {
                rule.media.mediaText = "all";
                found++;
            } else if (rule.cssRules) found += mended(rule.cssRules);
        }
        return found;
    };
    return [...document.styleSheets].reduce((found, sheet) => found + mended(sheet.cssRules), 0);
}"""


@pytest.fixture
def read(visitor: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """Open a query in a browser whose scripts are switched off."""
    context: list[BrowserContext] = []

    def open_at(query: str = "", **who: object) -> Page:
        if not context:
            context.append(visitor(java_script_enabled=False, **who))
        page = context[0].new_page()
        page.goto("/" + query)
        return page

    return open_at


def painted(page: Page) -> dict[str, str]:
    """What the browser fills each area with, by its municipality."""
    return page.locator("#map .area").evaluate_all(
        "all => Object.fromEntries(all.map((one) => [one.dataset.municipality, getComputedStyle(one).fill]))"
    )


def names(page: Page) -> list[str]:
    """The names on the map that are seen."""
    return page.locator("#map .label:visible").evaluate_all(
        "all => all.map((one) => [...one.querySelectorAll('text')].map((line) => line.textContent).join(' '))"
    )


def rows(page: Page) -> list[str]:
    """The names in the table, in order."""
    return page.locator("#municipalities tbody th").all_inner_texts()


def test_map(read: Callable[..., Page]) -> None:
    """The map is painted with its names; a link on an area leads to its panel, another from there, and away again."""
    page = read()
    fills = painted(page)
    assert len(fills) == 51
    assert fills["3051"].startswith("url(")
    assert fills["3041"].startswith("rgb(")
    assert len(set(fills.values())) >= 6
    assert {"Kongsberg", "Sigdal", "Flesberg", "Rollag", "Nore og Uvdal"} <= set(names(page))
    expect(page.locator("#map .callout:visible")).to_contain_text("6")
    rollag = page.locator("#map a", has=page.locator('[data-municipality="3051"]'))
    assert rollag.get_attribute("aria-label").startswith("Rollag")
    rollag.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/?municipality=3051")
    expect(page.locator("#panel-title")).to_have_text("Rollag")
    assert page.locator("#map .mark.chosen").get_attribute("d")
    page.locator("#panel .neighbour", has_text="Flesberg").click()
    page.wait_for_url("**/?municipality=3050")
    expect(page.locator("#panel-title")).to_have_text("Flesberg")
    page.click("#panel .close")
    expect(page.locator("[data-panel]")).to_have_count(0)
    assert address(page) == ""


def test_legend_and_selection(read: Callable[..., Page]) -> None:
    """A row of the legend filters, the next adds to it, the selection is told; county and range narrow it further."""
    page = read()
    page.click('[data-network-toggle="naik"]')
    expect(page.locator('[data-network-toggle="naik"]')).to_have_attribute("aria-pressed", "true")
    assert address(page) == "?networks=naik"
    page.click('[data-network-toggle="none"]')
    expect(page.locator('[data-network-toggle="none"]')).to_have_attribute("aria-pressed", "true")
    assert address(page) == "?networks=naik,none"
    assert page.locator("#map .area.dimmed").count() == 24
    expect(page.locator("#selection")).to_contain_text("27 kommuner")
    page.click("#map-options summary")
    page.locator("#options").get_by_role("link", name="Buskerud", exact=True).click()
    expect(page.locator("#map .area.dimmed")).to_have_count(39)
    assert address(page) == "?networks=naik,none&county=buskerud"
    page.click("#map-options summary")
    page.fill("#pop-from", "30000")
    page.fill("#pop-to", "2000")
    page.click("#pop-range button")
    page.wait_for_url("**pop=*")
    assert address(page) == "?networks=naik,none&county=buskerud&pop=2000-30000"
    few = 51 - page.locator("#map .area.dimmed").count()
    expect(page.locator("#selection")).to_contain_text(f"{few} kommuner")
    assert page.locator("#municipalities tbody tr").count() == few
    page.locator("#selection").get_by_text("Fjern utvalg").click()
    page.wait_for_url("**/")
    expect(page.locator("#map .area.dimmed")).to_have_count(0)


def test_search(read: Callable[..., Page]) -> None:
    """A search leads to what is called so, to the table of several, and says where nothing was found."""
    page = read("?lang=en")
    page.fill("#find", "Moss")
    page.keyboard.press("Enter")
    page.wait_for_url("**municipality=3002")
    expect(page.locator("#panel-title")).to_have_text("Moss")
    assert address(page) == "?lang=en&municipality=3002"
    page.fill("#find", "eiker")
    page.click(".find-form button")
    page.wait_for_url("**view=table**")
    assert rows(page) == ["Drammen", "Øvre Eiker"]  # Nedre Eiker is in Drammen
    page.fill("#table-search", "qwerty")
    page.click("#table-head button")
    page.wait_for_url("**q=qwerty**")
    assert rows(page) == []
    expect(page.locator("#table-caption")).to_contain_text("0 of 51")


def test_table(read: Callable[..., Page]) -> None:
    """Headings sort, one more press the other way round; a name leads to its panel, the filter stays."""
    page = read("?view=table&networks=none")
    first = rows(page)
    assert len(first) == 6
    heading = page.locator("#municipalities th", has_text="Innbyggere")
    heading.locator("a").click()
    expect(heading).to_have_attribute("aria-sort", "descending")
    largest = rows(page)
    assert largest[0] == "Kongsberg"
    heading.locator("a").click()
    expect(heading).to_have_attribute("aria-sort", "ascending")
    assert rows(page) == largest[::-1]
    assert sorted(largest) == sorted(first)
    page.locator("#municipalities").get_by_role("link", name="Rollag").click()
    page.wait_for_url("**municipality=3051")
    expect(page.locator('#municipalities tr[data-municipality="3051"] a')).to_have_attribute("aria-current", "true")
    assert "networks=none" in address(page)


def test_language_and_theme(read: Callable[..., Page]) -> None:
    """Languages and theme are links and buttons of the state that is seen."""
    page = read("?networks=follo")
    light = painted(page)
    page.click('.languages a[lang="en"]')
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.click(".theme.to-dark")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert address(page) == "?lang=en&networks=follo&theme=dark"
    assert painted(page)["3021"] != light["3021"]
    page.click(".theme.to-light")
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    assert painted(page) == light


def test_articles(read: Callable[..., Page]) -> None:
    """Networks with a table for each chart, the sources and the help: all there, and each leads on."""
    page = read("?lang=nn&view=networks")
    charts = page.locator("figure.chart")
    expect(charts).to_have_count(3)
    for chart in charts.all():
        assert chart.locator("p").first.inner_text().endswith(".")
        chart.locator("summary").click()
        expect(chart.locator("table")).to_be_visible()
        assert chart.locator("tbody tr").count() >= 3
    page.locator("#network-naik").get_by_role("link", name="Ringerike").click()
    page.wait_for_url("**municipality=3007**")
    page.locator(".views").get_by_role("link", name="Om dataa").click()
    expect(page.locator("#data-view")).to_contain_text("Kartverket")
    page.locator(".views").get_by_role("link", name="Hjelp").click()
    expect(page.locator("#help-view h1")).to_be_visible()
    assert "lang=nn" in address(page)


def test_presentation(read: Callable[..., Page]) -> None:
    """Steps by their buttons, the list of all of them to jump from, and the way out."""
    page = read("?view=present&lang=en")
    place, head = page.locator(".story-place"), page.locator(".step:visible h2")
    expect(place).to_have_text("1 / 9")
    first = head.inner_text()
    page.click('[data-story="next"]')
    expect(place).to_have_text("2 / 9")
    assert address(page) == "?lang=en&view=present&step=2"
    second = head.inner_text()
    assert second != first
    page.click('[data-story="previous"]')
    expect(place).to_have_text("1 / 9")
    assert head.inner_text() == first
    listed = page.locator("#story-overview")
    expect(listed).to_be_hidden()
    page.click('a[href="#story-overview"]')
    expect(listed).to_be_visible()
    listed.locator(".close:visible").click()
    expect(listed).to_be_hidden()
    page.click('a[href="#story-overview"]')
    listed.locator('[data-step-go="7"]').click()
    expect(place).to_have_text("7 / 9")
    expect(listed).to_be_hidden()
    expect(head).to_have_text("6 municipalities outside")
    assert page.locator("#map .area.dimmed").count() == 45
    assert page.locator("#map .area").first.is_visible()
    page.click('[data-story="leave"]')
    expect(page.locator("body")).to_have_attribute("data-view", "overview")
    assert address(page) == "?lang=en"


def test_plan(read: Callable[..., Page]) -> None:
    """A scenario is read whole: marked, its figures, its differences, others beside it; nothing to plan with."""
    page = read("?view=plan&" + SCENARIO)
    expect(page.locator("#plan-tools .without-script")).to_contain_text("krever JavaScript")
    expect(page.locator('#plan-tools :is(button:not([name="go"]), input):visible')).to_have_count(0)
    expect(page.locator('[role="tabpanel"]:visible')).to_have_count(6)
    expect(page.locator(".tabs, #plan-bar")).to_have_count(2)
    expect(page.locator(".tabs:visible, #plan-bar:visible")).to_have_count(0)
    assert page.get_attribute('[data-kpi="municipalities"]', "data-value") == "48"
    assert page.locator("[data-difference]").count() == 3
    assert page.locator("#map .mark.moved").get_attribute("d")
    assert "Kongsberg" in page.inner_text("#palette-kb")
    expect(page.locator('[data-network-toggle="kb"]')).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".compare thead th")).to_have_text(["I dag", "Scenariet", "Alternativ 1"])
    pictures = page.locator(".compared-plans img")
    expect(pictures).to_have_count(3)
    page.fill("#cost-equal", "25000")
    page.locator("#costs").get_by_role("button").first.click()
    page.wait_for_url("**equal=25000**")
    expect(page.locator("#costs table")).to_be_visible()
    page.locator("#compared-2").get_by_role("button", name="Åpne").click()
    expect(page.locator('[data-kpi="municipalities"][data-value="46"]')).to_have_count(1)
    page.locator(".scenario-badge").get_by_text("Tilbake til registeret").click()
    expect(page.locator('[data-kpi="municipalities"][data-value="45"]')).to_have_count(1)
    page.click('a[href="#examples"]')
    page.click('[data-example="all_join"]')
    expect(page.locator('[data-kpi="municipalities"][data-value="51"]')).to_have_count(1)


def test_file(read: Callable[..., Page]) -> None:
    """A file of what is seen is there to take along."""
    page = read("?networks=none&lang=en")
    page.click("#take-along summary")
    with page.expect_download() as download:
        page.click('a[download="municipalities.csv"]')
    text = download.value.path().read_text("utf-8-sig")
    assert len(text.strip().splitlines()) == 1 + 6


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)], ids=str)
def test_offers_what_works(read: Callable[..., Page], size: tuple[int, int]) -> None:
    """In no view is anything offered that only a script can do, and no button is without a form; nothing overflows."""
    for view in (*(one.id for one in ALL_VIEWS), "present&step=7"):
        page = read(f"?view={view}&municipality=3051&{SCENARIO}", size=size)
        for summary in page.locator("summary:visible").all():
            summary.click()
        expect(page.locator(".needs-script:visible")).to_have_count(0)
        dead = page.locator("button:visible").evaluate_all(
            "all => all.filter((one) => one.type !== 'submit' || !one.form).map((one) => one.outerHTML)"
        )
        assert dead == [], view
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), view
        page.close()


@pytest.mark.parametrize("view", ["overview", "table", "plan", "networks", "present"])
def test_axe(visitor: Callable[..., BrowserContext], view: str) -> None:
    """Nothing that a machine finds keeps anybody out."""
    page = visitor().new_page()
    scripts = page.context.new_cdp_session(page)
    scripts.send("Emulation.setScriptExecutionDisabled", {"value": True})
    page.goto(f"/?view={view}&municipality=3051&networks=none,follo&{SCENARIO}")
    scripts.send("Emulation.setScriptExecutionDisabled", {"value": False})
    assert page.evaluate(AS_WITHOUT_SCRIPT) >= 1
    expect(page.locator(".needs-script:visible")).to_have_count(0)
    assert page.evaluate("typeof climate") == "undefined"
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found] == []
