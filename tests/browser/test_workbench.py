"""The planner's workbench: bar, tabs and brushes stand where one works, and the keyboard leads from one to the next."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settled
from tests.browser.test_plan import address, focus_on, organised, wait_for
from tests.browser.where import middle, open_tab

ON_MAP = "Boolean(document.activeElement.closest('#map .area'))"
#: What of these is cut off by the window's edge.
CUT = """(selectors) => selectors.filter((selector) => {
    const box = document.querySelector(selector).getBoundingClientRect();
    return !box.height || box.top < 0 || box.left < 0 || box.bottom > innerHeight + 0.5 || box.right > innerWidth + 0.5;
})"""
CHANGED = "scenario=3051:hallingdal,3045:naik"


@pytest.mark.parametrize(
    "query", ["?view=plan", f"?view=plan&{CHANGED}&new=kb:Kongsberg%20klima"], ids=["empty", "changed"]
)
@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (1920, 1080)], ids=str)
def test_all_in_sight(open_page: Callable[..., Page], size: tuple[int, int], query: str) -> None:
    """Map, its buttons, the panel, the bar and the tabs are whole in the window, which does not scroll."""
    page = open_page(f"{query}&municipality=3052", size=size)
    assert page.evaluate(CUT, ["#map", ".map-tools", ".panel-body", "#plan-bar", ".tabs", "#bar-brush"]) == []
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    frame, bar = page.locator("#map").bounding_box(), page.locator("#plan-bar").bounding_box()
    assert frame["y"] + frame["height"] == pytest.approx(bar["y"], abs=1)
    assert page.locator("#plan-tabs").bounding_box()["height"] >= 0.2 * size[1]


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720)], ids=str)
def test_brushes_in_sight(open_page: Callable[..., Page], size: tuple[int, int]) -> None:
    """Every brush of a plan that founds nothing is seen without scrolling, and so is what one can start from."""
    page = open_page("?view=plan", size=size)
    room = page.locator(".sidebar").bounding_box()
    for brush in page.locator("[data-brush]").all():
        box = brush.bounding_box()
        assert box["y"] >= room["y"]
        assert box["y"] + box["height"] <= room["y"] + room["height"] + 1
    for example in page.locator("[data-example]").all():
        assert example.bounding_box()["y"] + example.bounding_box()["height"] <= size[1]


def test_bar(open_page: Callable[..., Page]) -> None:
    """The bar tells the brush, what is covered and what to look at first; its steps go back and forth."""
    page = open_page("?view=plan")
    bar = page.locator("#plan-bar")
    expect(bar).to_contain_text("Velg nettverk")
    expect(bar).to_contain_text("45 av 51 · 95,5 %".replace(" %", "\u00a0%"))
    expect(bar.locator(".bar-check")).to_contain_text("6 står fortsatt utenfor")
    page.click('[data-brush="hallingdal"]')
    expect(page.locator("#bar-brush")).to_contain_text("Hallingdal")
    page.click('.area[data-municipality="3051"]')
    expect(bar).to_contain_text("46 av 51")
    expect(bar.locator(".bar-coverage .change")).to_have_text("+1")
    expect(page.locator("#bar-brush")).to_contain_text("Hallingdal")
    bar.locator('[data-plan="undo"]').click()
    expect(bar).to_contain_text("45 av 51")
    bar.locator(".bar-check").click()
    expect(page.locator("#plan-checks")).to_be_visible()
    expect(page.locator("#tab-checks")).to_be_focused()
    assert page.evaluate("location.hash") == ""


def test_all_checks_fine(open_page: Callable[..., Page]) -> None:
    """The number on the tab of checks is that of the rows in it, and the bar counts with it."""
    page = open_page("?view=plan&scenario=3051:follo")
    open_tab(page, "checks")
    rows = page.locator("#checks > .checks [data-check]").count()
    assert page.inner_text("#tab-checks .tally") == str(rows)
    assert page.inner_text(".bar-check .more") == f"+{rows - 1}"


def test_tabs_by_keyboard(open_page: Callable[..., Page]) -> None:
    """One stop for all tabs; arrows walk around and open, Home and End go to the ends; the panel says whose it is."""
    page = open_page("?view=plan")
    tabs, names = page.locator('.tabs [role="tab"]'), ["changes", "checks", "suggestions", "compare", "costs", "file"]
    assert [one.get_attribute("id") for one in tabs.all()] == [f"tab-{name}" for name in names]

    def is_open(name: str) -> None:
        expect(page.locator(f"#tab-{name}")).to_be_focused()
        assert page.locator('[role="tabpanel"]:visible').evaluate_all("all => all.map((one) => one.id)") == [
            f"plan-{name}"
        ]
        assert tabs.evaluate_all("all => all.filter((one) => one.tabIndex === 0).map((one) => one.id)") == [
            f"tab-{name}"
        ]
        assert page.get_attribute(f"#tab-{name}", "aria-selected") == "true"
        assert page.get_attribute(f"#plan-{name}", "aria-labelledby") == f"tab-{name}"

    page.focus("#tab-changes")
    for key, name in (
        ("ArrowRight", "checks"),
        ("ArrowRight", "suggestions"),
        ("ArrowLeft", "checks"),
        ("End", "file"),
        ("ArrowRight", "changes"),
        ("ArrowLeft", "file"),
        ("Home", "changes"),
    ):
        page.keyboard.press(key)
        is_open(name)


def test_tab_stays(open_page: Callable[..., Page]) -> None:
    """The open tab stays while the plan changes, in another language, in another view and over a reload."""
    page = open_page("?view=plan")
    open_tab(page, "costs")
    page.click('[data-brush="naik"]')
    page.click('.area[data-municipality="3051"]')
    settled(page)
    expect(page.locator("#plan-costs")).to_be_visible()
    page.evaluate("climate.go(climate.query({ lang: 'en' }))")
    settled(page)
    expect(page.locator("#tab-costs")).to_have_text("Costs")
    for view in ("overview", "plan"):
        page.evaluate("view => climate.go(climate.query({ view }))", view)
        page.wait_for_selector(f'body[data-view="{view}"]')
        settled(page)
    expect(page.locator("#plan-costs")).to_be_visible()
    page.reload()
    page.wait_for_selector('#map[data-ready="true"]')
    expect(page.locator("#plan-costs")).to_be_visible()
    expect(page.locator("#plan-changes")).to_be_hidden()


@pytest.mark.parametrize("anchor", ["examples", "suggestions", "compare", "import"])
def test_anchors(open_page: Callable[..., Page], anchor: str) -> None:
    """A link to a part of the plan opens the tab that it stands in, on arrival and later."""
    page = open_page(f"?view=plan#{anchor}")
    expect(page.locator(f"#{anchor}")).to_be_visible()
    page.click("#tab-checks")
    expect(page.locator(f"#{anchor}")).to_be_hidden()
    page.evaluate("anchor => { location.hash = ''; location.hash = anchor; }", anchor)
    expect(page.locator(f"#{anchor}")).to_be_visible()


def test_start_folds_away(open_page: Callable[..., Page]) -> None:
    """An empty plan begins with what one can start from; the first change folds it away, today opens it again."""
    page = open_page("?view=plan")
    assert page.locator("#plan-changes > :first-child").get_attribute("id") == "start"
    page.click('[data-example="each_best"]')
    page.wait_for_selector('[data-kpi="municipalities"][data-value="51"]')
    expect(page.locator("#examples")).to_be_hidden()
    page.click("#start summary")
    page.click("[data-difference] button >> nth=0")
    page.wait_for_selector('[data-kpi="municipalities"][data-value="50"]')
    expect(page.locator("#examples")).to_be_visible()  # opened by the reader
    page.click('[data-plan="reset"]')
    page.wait_for_selector('[data-kpi="municipalities"][data-value="45"]')
    expect(page.locator("#examples")).to_be_visible()


def test_one_list(open_page: Callable[..., Page]) -> None:
    """Brushes and legend are one list: a press on a row takes the brush, its eye lets the network stand out."""
    page = open_page(f"?view=plan&{CHANGED}")
    assert page.locator("#legend").inner_text().strip() == ""
    brushes = page.locator("[data-brush]").evaluate_all("all => all.map((one) => one.dataset.brush)")
    assert brushes == ["naik", "ostfold", "follo", "hallingdal", "none", "today"]
    toggles = page.locator("[data-network-toggle]").evaluate_all("all => all.map((one) => one.dataset.networkToggle)")
    assert toggles == brushes[:-1]
    rows = {id: page.inner_text(f"#palette-{id} .count") for id in ("naik", "ostfold", "hallingdal", "none")}
    assert rows == {"naik": "22 +1", "ostfold": "12", "hallingdal": "7 +1", "none": "4 −2"}
    page.mouse.click(
        *(
            page.locator("#palette-follo .name").first.evaluate(
                "one => { const box = one.getBoundingClientRect(); return [box.x + 3, box.y + 3]; }"
            )
        )
    )
    expect(page.locator('[data-brush="follo"]')).to_have_attribute("aria-pressed", "true")
    page.click('[data-network-toggle="follo"]')
    wait_for(page, "networks=follo")
    expect(page.locator('[data-network-toggle="follo"]')).to_have_attribute("aria-pressed", "true")
    expect(page.locator('[data-brush="follo"]')).to_have_attribute("aria-pressed", "true")


def test_from_brush_to_map(open_page: Callable[..., Page]) -> None:
    """By keyboard alone: arrows to a brush, Enter, one Tab, and one paints; Shift and Tab leads back to the brushes."""
    page = open_page("?view=plan")
    page.focus('[data-plan="found"]')
    page.keyboard.press("Tab")
    expect(page.locator('[data-brush="naik"]')).to_be_focused()
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    expect(page.locator('[data-brush="hallingdal"]')).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Tab")
    assert page.evaluate(ON_MAP)
    page.keyboard.press("Shift+Tab")
    expect(page.locator('[data-brush="hallingdal"]')).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator('[data-network-toggle="hallingdal"]')).to_be_focused()
    page.keyboard.press("Tab")
    focus_on(page, "3051")
    page.keyboard.press(" ")
    wait_for(page, "3051:hallingdal")


def test_number_keys(open_page: Callable[..., Page]) -> None:
    """On the map a number takes the brush of that place in the list; elsewhere it is a number; Escape puts it away."""
    page = open_page("?view=plan")
    page.focus("#tab-changes")
    page.keyboard.press("3")
    expect(page.locator('[data-brush][aria-pressed="true"]')).to_have_count(0)
    focus_on(page, "3051")
    page.keyboard.press("3")
    expect(page.locator('[data-brush="follo"]')).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#announcer")).to_contain_text("Follo")
    page.keyboard.press("Enter")
    wait_for(page, "3051:follo")
    page.keyboard.press("Control+z")
    page.wait_for_selector('[data-kpi="municipalities"][data-value="45"]')
    assert page.evaluate("document.activeElement.dataset.municipality") == "3051"
    page.keyboard.press("Escape")
    expect(page.locator('[data-brush="follo"]')).to_have_attribute("aria-pressed", "false")
    overview = open_page()
    focus_on(overview, "3051")
    overview.keyboard.press("3")
    assert address(overview) == ""


def test_keys_are_listed(open_page: Callable[..., Page]) -> None:
    """The list of keys and the help tell the planner's."""
    page = open_page("?view=plan")
    page.click('[data-map="keys"]')
    expect(page.locator("#keys-help")).to_contain_text("I planleggeren")
    for key in ("1–9", "Ctrl + Z"):
        expect(page.locator("#keys-help kbd", has_text=key).first).to_be_visible()


def test_founded_network_is_held(open_page: Callable[..., Page]) -> None:
    """Who founds a network by keyboard holds its brush, and is one Tab from the map."""
    page = open_page("?view=plan")
    page.focus("#found-name")
    page.keyboard.type("Numedal")
    page.keyboard.press("Enter")
    expect(page.locator('[data-brush="numedal"]')).to_be_focused()
    expect(page.locator('[data-brush="numedal"]')).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Tab")
    assert page.evaluate(ON_MAP)


def test_table_on_a_phone(open_page: Callable[..., Page]) -> None:
    """On a phone the table begins on the first screen, the network beside the name; a scenario is marked before."""
    page = open_page(f"?view=table&{CHANGED}", size=(390, 844), touch=True)
    badge, table = page.locator(".scenario-badge").bounding_box(), page.locator("#municipalities").bounding_box()
    assert badge["y"] + badge["height"] <= table["y"] < 450
    row = page.locator('#municipalities tr[data-municipality="3051"]')
    cell = row.locator("td[data-fill]").bounding_box()
    assert cell["x"] + cell["width"] <= 390
    assert middle(page, "3051")  # the map is there, though not in sight
    assert organised(page) == 47
