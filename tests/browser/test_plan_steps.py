"""Steps of a plan: what can be had back, what compared scenarios keep, where the focus stays, what is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settled
from tests.browser.test_plan import address, organised, wait_for
from tests.browser.where import open_tab

FOUNDED = "scenario=3006:kongsberg,3052:kongsberg&new=kongsberg:Kongsberg%20klimanettverk"


def count(page: Page, organised: int) -> None:
    """Until the headline says so many."""
    page.wait_for_selector(f'[data-kpi="municipalities"][data-value="{organised}"]')


def focused(page: Page, selector: str) -> None:
    """Until the focus is on it."""
    page.wait_for_function("selector => document.activeElement.matches(selector)", arg=selector)


def idle(page: Page, step: str) -> bool:
    """Whether undo, redo or reset has nothing to do."""
    return page.get_attribute(f'[data-plan="{step}"]', "aria-disabled") == "true"


def test_examples_and_today_can_be_undone(open_page: Callable[..., Page]) -> None:
    """Whatever changes the scenario is a step: a press, an example, the way back to today."""
    page = open_page("?view=plan")
    assert idle(page, "undo")
    page.click('[data-brush="hallingdal"]')
    page.click('.area[data-municipality="3051"]')
    count(page, 46)
    page.click("#start summary")
    page.click('[data-example="all_join"]')
    count(page, 51)
    page.click(".scenario-badge a >> text=Tilbake til registeret")
    count(page, 45)
    page.click('[data-plan="undo"]')
    count(page, 51)
    page.click('[data-plan="undo"]')
    count(page, 46)
    assert "scenario=3051:hallingdal" in address(page)
    page.click('[data-plan="redo"]')
    count(page, 51)
    page.go_back()
    count(page, 46)
    page.click('[data-plan="undo"]')  # the browser is back at that step already: the one before it
    count(page, 45)
    assert idle(page, "undo")


def test_another_link_begins_anew(open_page: Callable[..., Page]) -> None:
    """Somebody else's scenario opened in the same tab is not undone into one's own; a reload keeps the steps."""
    page = open_page("?view=plan")
    page.click('[data-example="all_join"]')
    count(page, 51)
    page.reload()
    page.wait_for_selector('#map[data-ready="true"]')
    assert not idle(page, "undo")
    page.goto("/?view=plan&scenario=3051:naik")
    page.wait_for_selector('#map[data-ready="true"]')
    assert idle(page, "undo")
    assert not idle(page, "reset")


@pytest.mark.parametrize("step", ["reset", "example"])
def test_compared_networks_stay(open_page: Callable[..., Page], step: str) -> None:
    """A kept scenario keeps the network that it founds when the plan goes on without it."""
    page = open_page("?view=plan&" + FOUNDED)
    open_tab(page, "compare")
    page.click('[data-keep="this"]')
    wait_for(page, "compare=3006:kongsberg,3052:kongsberg")
    open_tab(page, "changes")
    if step == "example":
        page.click("#start summary")
    page.click('[data-plan="reset"]' if step == "reset" else '[data-example="all_join"]')
    count(page, 45 if step == "reset" else 51)
    assert "new=kongsberg:Kongsberg klimanettverk" in address(page)
    assert page.locator("#notice .notice").count() == 0
    open_tab(page, "compare")
    row = page.locator(".compare tbody tr").first.locator("td").nth(2)
    assert row.inner_text().startswith("47")
    page.locator("#compared-2").get_by_role("button", name="Alternativ 1: Åpne").click()
    count(page, 47)
    assert "compare=" not in address(page) if step == "reset" else "compare=3006:naik" in address(page)


def test_brush_of_what_was_undone(open_page: Callable[..., Page]) -> None:
    """A network that is taken back takes the brush with it; Escape puts a brush away."""
    page = open_page("?view=plan")
    page.fill("#found-name", "Kongsberg klimanettverk")
    page.click('[data-plan="found"]')
    page.wait_for_selector('[data-brush="kongsberg"][aria-pressed="true"]')
    page.click('[data-plan="undo"]')
    expect(page.locator('[data-brush="kongsberg"]')).to_have_count(0)
    page.click('.area[data-municipality="3051"]')
    page.wait_for_selector('[data-panel="3051"]')
    assert "scenario" not in address(page)
    page.click('[data-brush="naik"]')
    page.wait_for_selector('[data-brush="naik"][aria-pressed="true"]')
    page.keyboard.press("Escape")
    page.wait_for_selector('[data-brush="naik"][aria-pressed="false"]')


def test_numbers_of_2024(open_page: Callable[..., Page]) -> None:
    """A link with numbers of 2024 is rewritten, and can be planned on with."""
    page = open_page("?view=plan&scenario=3336:naik,9999:naik&compare=3316:hallingdal")
    assert "scenario=3051:naik,9999:naik" in address(page)
    assert "compare=3047:hallingdal" in address(page)
    page.click('[data-brush="hallingdal"]')
    page.click('.area[data-municipality="3051"]')
    wait_for(page, "3051:hallingdal")
    assert page.inner_text("#differences li strong") == "Rollag"
    page.click("#differences li button")
    page.wait_for_selector("#differences li", state="detached")
    assert organised(page) == 45


def test_two_networks_in_one_order(open_page: Callable[..., Page]) -> None:
    """Whichever was pressed first, the address names them in the order of the table."""
    page = open_page("?view=plan&municipality=3051")
    for network in ("ostfold", "naik"):
        page.click(f'.panel [data-toggle-member="{network}"]')
        page.wait_for_selector(f'.panel [data-toggle-member="{network}"][aria-pressed="true"]')
    assert "3051:naik+ostfold" in address(page)


def test_founded_is_renamed_and_removed(open_page: Callable[..., Page]) -> None:
    """A founded network is said, gets another name, keeps its members, and goes; no name is there twice."""
    page = open_page("?view=plan")
    page.fill("#found-name", "klima østfold")
    page.click('[data-plan="found"]')
    expect(page.locator("#announcer")).to_contain_text("heter «klima østfold» alt")
    assert "new=" not in address(page)
    page.fill("#found-name", "Kongsberg klimanetverk")
    page.keyboard.press("Enter")
    wait_for(page, "new=kongsberg:Kongsberg klimanetverk")
    expect(page.locator("#announcer")).to_contain_text("Kongsberg klimanetverk er stiftet")
    focused(page, '[data-brush="kongsberg"]')
    page.click('.area[data-municipality="3006"]')
    count(page, 46)
    page.get_by_label("Navnet på Kongsberg klimanetverk").fill("Kongsberg klimanettverk")
    page.keyboard.press("Enter")
    wait_for(page, "new=kongsberg:Kongsberg klimanettverk")
    assert organised(page) == 46
    page.get_by_role("button", name="Fjern Kongsberg klimanettverk; kommunene blir som i registeret").click()
    count(page, 45)
    assert "kongsberg" not in address(page)
    page.click('[data-plan="undo"]')
    count(page, 46)


def test_list_keeps_its_place(open_page: Callable[..., Page]) -> None:
    """By keyboard through the list of everyone: it stays open and the focus stays on the pressed row."""
    page = open_page("?view=plan")
    page.click('[data-brush="naik"]')
    page.focus("#everyone summary")
    page.keyboard.press("Enter")
    for place, number in enumerate(("3051", "3052")):
        page.focus(f'#everyone [data-assign="{number}"]')
        page.keyboard.press("Enter")
        count(page, 46 + place)
        focused(page, f'#everyone [data-assign="{number}"]')
        assert page.locator("#everyone").get_attribute("open") is not None
    page.focus('#differences [data-assign="3051"]')
    page.keyboard.press("Enter")
    count(page, 46)
    focused(page, '#differences [data-assign="3052"]')
    page.keyboard.press("Enter")
    count(page, 45)
    focused(page, "#differences h2")
    open_tab(page, "suggestions")
    page.click("#suggest-3051 summary")
    page.locator("#suggest-3051 [data-assign]").first.focus()
    page.keyboard.press("Enter")
    count(page, 46)
    focused(page, "#suggestions summary")


def test_sums(open_page: Callable[..., Page]) -> None:
    """What is no sum is said beside its field, where it stays; Tab keeps its way."""
    page = open_page("?view=plan")
    open_tab(page, "costs")
    page.fill("#cost-equal", "mye")
    page.keyboard.press("Tab")
    field = page.get_by_label("Kroner per kommune")
    expect(page.locator("#costs .problem")).to_contain_text("Skriv en sum")
    focused(page, "#cost-each")
    assert field.input_value() == "mye"
    assert page.locator("#notice .notice").count() == 0
    field.fill("25.000 kr")
    page.keyboard.press("Tab")
    page.wait_for_selector("#costs table")
    assert field.input_value().replace("\u00a0", " ") == "25 000"
    assert page.locator("#costs .problem").count() == 0


def test_import_leaves_the_search(open_page: Callable[..., Page], tmp_path: Path) -> None:
    """A file's name is no search: the address gets the scenario and nothing else."""
    page = open_page("?view=plan&q=ro")
    file = tmp_path / "plan.csv"
    file.write_text("kommune;nettverk\nRollag;Hallingdal\n", encoding="utf-8")
    open_tab(page, "file")
    with page.expect_file_chooser() as chooser:
        page.click('[data-plan="import"]')
    chooser.value.set_files(file)
    page.click("#import-report button")
    count(page, 46)
    assert address(page) == "?view=plan&q=ro&scenario=3051:hallingdal"


def test_from_the_panel(open_page: Callable[..., Page]) -> None:
    """Whoever looks at a municipality is one press from moving it."""
    page = open_page("?municipality=3051")
    page.click("text=Prøv den i et annet nettverk")
    page.wait_for_selector('body[data-view="plan"]')
    page.click('.panel [data-toggle-member="hallingdal"]')
    count(page, 46)


def test_unused_is_not_shown_elsewhere(open_page: Callable[..., Page]) -> None:
    """A network that nobody stands in yet is the planner's alone."""
    page = open_page("?new=feil:Feil%20navn")
    assert page.locator('[data-network-toggle="feil"]').count() == 0
    page = open_page("?view=plan&new=feil:Feil%20navn")
    assert page.locator('[data-brush="feil"]').count() == 1


def test_typing_goes_on_while_the_page_answers(open_page: Callable[..., Page]) -> None:
    """What is typed into the next field while the sums are counted stays as it was typed."""
    page = open_page("?view=plan")
    open_tab(page, "costs")
    page.focus("#cost-equal")
    page.keyboard.type("100")
    page.keyboard.press("Tab")
    page.keyboard.type("12,75", delay=60)
    page.keyboard.press("Tab")
    wait_for(page, "equal=100", "each=12.75")
    open_tab(page, "changes")
    page.focus("#plan-name")
    page.keyboard.type("Et forslag")
    page.click("#found-name")
    page.keyboard.type("Nytt nettverk", delay=40)
    wait_for(page, "title=Et forslag")
    page.keyboard.press("Enter")
    wait_for(page, "new=nytt:Nytt nettverk")


def test_opened_alternative_can_be_undone(open_page: Callable[..., Page]) -> None:
    """Going on with an alternative is one step: undone, both are where they were."""
    page = open_page("?view=plan&scenario=3051:hallingdal&compare=3052:naik")
    open_tab(page, "compare")
    page.get_by_role("button", name="Alternativ 1: Åpne").click()
    wait_for(page, "scenario=3052:naik", "compare=3051:hallingdal")
    page.click('[data-plan="undo"]')
    wait_for(page, "scenario=3051:hallingdal", "compare=3052:naik")


def test_back_twice_and_undo(open_page: Callable[..., Page]) -> None:
    """The browser's Back is a step as well: undo goes on from there, redo comes back."""
    page = open_page("?view=plan")
    page.click('[data-brush="naik"]')
    for place, number in enumerate(("3051", "3052", "3006")):
        page.click(f'.area[data-municipality="{number}"]')
        count(page, 46 + place)
    page.go_back()
    count(page, 47)
    page.go_back()
    count(page, 46)
    page.click('[data-plan="undo"]')
    count(page, 45)
    page.click('[data-plan="redo"]')
    count(page, 46)
    page.click('[data-plan="redo"]')
    count(page, 47)


def test_compared_network_is_not_removed(open_page: Callable[..., Page]) -> None:
    """A network that an alternative stands in cannot be removed, and stays known when the plan is empty."""
    page = open_page("?view=plan&scenario=3052:kb&new=kb:Kong&compare=3052:kb")
    assert page.locator('[data-dissolve="kb"]').count() == 0
    note = page.locator(".note", has_text="Står også i et lagret alternativ")
    assert note.text_content()  # why the button is not there
    page.click('#differences [data-assign="3052"]')
    count(page, 45)
    assert "new=kb:Kong" in address(page)
    assert page.locator("#notice .notice").count() == 0
    assert idle(page, "reset")


def test_pressed_twice(open_page: Callable[..., Page]) -> None:
    """Founding by a double click founds once; a refused name gives way to the one that counts."""
    page = open_page("?view=plan")
    page.fill("#found-name", "Dobbel")
    page.dblclick('[data-plan="found"]')
    wait_for(page, "new=dobbel:Dobbel")
    settled(page)
    assert address(page).count("new=") == 1
    page.fill("#rename-dobbel", "NAIK")
    page.keyboard.press("Tab")
    expect(page.locator("#rename-dobbel")).to_have_value("Dobbel")


def test_keys_keep_the_focus(open_page: Callable[..., Page]) -> None:
    """Undo by key and the browser's Back leave the focus where it was."""
    page = open_page("?view=plan")
    page.click('[data-brush="naik"]')
    page.click("#everyone summary")
    page.focus('#everyone [data-assign="3051"]')
    page.keyboard.press("Enter")
    count(page, 46)
    page.keyboard.press("Control+z")
    count(page, 45)
    focused(page, '#everyone [data-assign="3051"]')
    page.go_back()
    focused(page, '#everyone [data-assign="3051"]')


def test_back_steals_no_focus(open_page: Callable[..., Page]) -> None:
    """Whoever goes back with nothing focused is not put onto the map."""
    page = open_page("?view=plan")
    page.evaluate("climate.go('?view=plan&scenario=3051:naik')")
    count(page, 46)
    page.go_back()
    count(page, 45)
    settled(page)
    assert page.evaluate("document.activeElement === document.body")
