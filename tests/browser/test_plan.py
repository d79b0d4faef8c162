"""Planning in the browser: the whole what-if by mouse, and again by keyboard alone, ending in the same address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.where import open_tab

#: Kongsberg founds a network with Flesberg, Rollag joins Hallingdal.
WANTED = "scenario=3006:kongsberg,3050:kongsberg,3051:hallingdal&new=kongsberg:Kongsberg%20klimanettverk"
RED = ("3006", "3050")


def wait_for(page: Page, *parts: str) -> None:
    """Until the painted state holds every part."""
    page.wait_for_function(
        "parts => { const map = document.getElementById('map');"
        " const state = decodeURIComponent((map.dataset.state || '').replace(/\\+/g, ' '));"
        " return parts.every(part => state.includes(part)); }",
        arg=[part.replace("%20", " ") for part in parts],
    )


def organised(page: Page) -> int:
    """The headline figure."""
    return int(page.get_attribute('[data-kpi="municipalities"]', "data-value"))


def address(page: Page) -> str:
    """The query, as it stands in the address bar."""
    return page.evaluate("decodeURIComponent(location.search)")


def test_by_mouse(open_page: Callable[..., Page]) -> None:
    """It founds, assigns on the map and from the panel, follows with every figure, undoes and redoes."""
    page = open_page("?view=plan")
    page.fill("#found-name", "Kongsberg klimanettverk")
    page.click('[data-plan="found"]')
    wait_for(page, "new=kongsberg:Kongsberg klimanettverk")
    page.wait_for_selector('[data-brush="kongsberg"][aria-pressed="true"]')
    for place, number in enumerate(RED):
        page.click(f'.area[data-municipality="{number}"]', position=None)
        wait_for(page, f"{number}:kongsberg")
        page.wait_for_selector(f'[data-kpi="municipalities"][data-value="{46 + place}"]')
    page.click('[data-brush="kongsberg"]')  # put the brush away: a press chooses again
    page.click('.area[data-municipality="3051"]')
    page.click('.panel [data-toggle-member="hallingdal"]')
    wait_for(page, "3051:hallingdal")
    page.wait_for_selector('[data-kpi="municipalities"][data-value="48"]')
    assert "Rollag lagt til Hallingdal klimanettverk. 48 av 51 kommuner." in page.inner_text("#announcer")
    assert page.locator("[data-difference]").count() == 3
    assert page.locator('[data-network-toggle="kongsberg"]').count() == 1
    assert "Scenario" in page.inner_text("#summary")
    page.click(".panel .close")
    page.wait_for_selector(".panel-body", state="detached")
    assert WANTED.replace("%20", " ") in address(page)
    page.click('[data-plan="undo"]')
    page.wait_for_selector('[data-kpi="municipalities"][data-value="47"]')
    page.click('[data-plan="redo"]')
    page.wait_for_selector('[data-kpi="municipalities"][data-value="48"]')
    page.click('[data-plan="reset"]')
    page.wait_for_selector('[data-kpi="municipalities"][data-value="45"]')
    page.click('[data-plan="undo"]')
    page.wait_for_selector('[data-kpi="municipalities"][data-value="48"]')
    page.reload()
    page.wait_for_selector('#map[data-ready="true"]')
    assert organised(page) == 48
    page.click('[data-plan="undo"]')  # steps outlive a reload
    page.wait_for_selector('[data-kpi="municipalities"][data-value="47"]')


def focus_on(page: Page, number: str) -> None:
    """Walk the map to an area by keys: letters of its name, as often as needed."""
    page.evaluate("document.querySelector('#map [tabindex=\"0\"]').focus()")
    name = page.evaluate("number => climate.map.captions.areas[number].name", number)
    for _ in range(12):
        if page.evaluate("document.activeElement.dataset.municipality") == number:
            return
        page.keyboard.press(name[0].lower())
    raise AssertionError(f"{name} cannot be reached by its letter")


def test_by_keyboard(open_page: Callable[..., Page]) -> None:
    """It does the same with the keyboard alone, to the same address."""
    page = open_page("?view=plan")
    page.focus("#found-name")
    page.keyboard.type("Kongsberg klimanettverk")
    page.keyboard.press("Enter")
    wait_for(page, "new=kongsberg:Kongsberg klimanettverk")
    for number in RED:
        focus_on(page, number)
        page.keyboard.press("Enter")
        wait_for(page, f"{number}:kongsberg")
    page.focus('[data-brush="hallingdal"]')
    page.keyboard.press("Enter")
    page.wait_for_selector('[data-brush="hallingdal"][aria-pressed="true"]')
    focus_on(page, "3051")
    page.keyboard.press("Enter")
    wait_for(page, "3051:hallingdal")
    page.wait_for_selector('[data-kpi="municipalities"][data-value="48"]')
    assert WANTED.replace("%20", " ") in address(page)
    page.keyboard.press("Control+z")
    page.wait_for_selector('[data-kpi="municipalities"][data-value="47"]')


def test_examples_and_checks(open_page: Callable[..., Page]) -> None:
    """The examples come from the data; all six in NAIK make 51, and the checks say so."""
    page = open_page("?view=plan")
    assert page.locator("[data-example]").count() == 3
    page.click('[data-example="all_join"]')
    wait_for(page, "3052:naik")
    page.wait_for_selector('[data-kpi="municipalities"][data-value="51"]')
    page.wait_for_selector('[data-check="all_organised"]', state="attached")
    assert page.locator("[data-suggest]").count() == 0
    page.go_back()
    page.wait_for_selector('[data-kpi="municipalities"][data-value="45"]')
    assert page.locator("[data-suggest]").count() == 6


def test_checks_in_order(open_page: Callable[..., Page]) -> None:
    """What is unfinished comes first, then what to look at; what is fine is folded away under its count."""
    page = open_page("?view=plan")
    open_tab(page, "checks")
    states = page.locator("[data-check] .check-state")
    order = states.evaluate_all("all => all.map((one) => one.dataset.state)")
    seen = states.evaluate_all("all => all.filter((one) => one.checkVisibility()).map((one) => one.dataset.state)")
    assert order == sorted(order, key=["unfinished", "look", "fine"].index)
    assert seen == [state for state in order if state != "fine"] == ["unfinished", "look"]
    page.get_by_text(f"{len(order) - len(seen)} punkter er greie").click()
    assert page.locator('[data-check="nobody_left_between"]').is_visible()


def test_shared(open_page: Callable[..., Page]) -> None:
    """The link shows others the scenario, marked as one, with a way to try and a way back to today."""
    page = open_page("?" + WANTED)
    badge = page.inner_text(".scenario-badge")
    assert "Scenario" in badge
    assert "Prøv selv" in badge
    assert organised(page) == 48
    assert page.locator("[data-brush]").count() == 0
    page.click(".scenario-badge a >> text=Tilbake til registeret")
    page.wait_for_selector('[data-kpi="municipalities"][data-value="45"]')


def test_costs_and_comparison(open_page: Callable[..., Page]) -> None:
    """The costs start empty; the planner's own sums give the county's half; another scenario stands beside this one."""
    page = open_page("?view=plan&scenario=3051:hallingdal")
    assert page.locator("#costs table").count() == 0
    open_tab(page, "costs")
    page.fill("#cost-equal", "25 000")
    page.keyboard.press("Tab")
    page.wait_for_selector("#costs table")
    row = page.inner_text("#costs tbody tr:has-text('Hallingdal')").replace("\u00a0", " ")
    assert "150 000" in row
    assert "175 000" in row
    assert "350 000" in row, "with the county authority's part"
    open_tab(page, "compare")
    page.click('[data-keep="this"]')
    wait_for(page, "compare=3051:hallingdal")
    page.wait_for_function("() => document.querySelectorAll('.compared-plans img').length === 3")
    seen = "() => [...document.querySelectorAll('.compared-plans img')].every(one => one.complete && one.naturalWidth)"
    page.wait_for_function(seen)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("plan.csv", "kommune;nettverk\r\nRollag;Hallingdal\r\nNorge og Uvdal;NAIK\r\n", "Nore og Uvdal"),
        ("web.xlsx", "<html><table><tr><td>Rollag</td></tr></table></html>", "nettside"),
        ("empty.csv", "", "tom"),
        ("elsewhere.csv", "kommune;nettverk\r\nRollag;Hallingdal\r\n9999;NAIK\r\n", "9999 er ingen kommune i Viken"),
        ("other.csv", "a;b\r\nc;d\r\n", "én kolonne med kommune (navn eller nummer)"),
    ],
)
def test_import(open_page: Callable[..., Page], tmp_path: Path, name: str, content: str, said: str) -> None:
    """A file is previewed before anything happens; a bad one says why and changes nothing."""
    page = open_page("?view=plan")
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    page.click('#start a[href="#import"]')
    with page.expect_file_chooser() as chooser:
        page.click('[data-plan="import"]')
    chooser.value.set_files(file)
    page.wait_for_function("said => document.getElementById('import-report').innerText.includes(said)", arg=said)
    assert "scenario" not in address(page)
    if name == "plan.csv":
        page.click("#import-report button")
        wait_for(page, "3051:hallingdal")
        page.wait_for_selector('[data-kpi="municipalities"][data-value="46"]')


def test_unknown_is_said(open_page: Callable[..., Page]) -> None:
    """Numbers and networks that are not known are reported; the rest of the scenario counts."""
    page = open_page("?scenario=9999:naik,3051:nowhere,3045:naik")
    notice = page.inner_text("#notice")
    assert "9999:naik" in notice
    assert "3051:nowhere" in notice
    assert organised(page) == 46
