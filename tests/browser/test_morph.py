"""What a reader has done to the page stays when the server's answer takes its place in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import address, settled, wait_for_state

#: What has the focus, and where in its text the caret or the selection is.
HELD = """() => {
    const { id, value, selectionStart, selectionEnd, selectionDirection } = document.activeElement;
    return [id, value, selectionStart, selectionEnd, selectionDirection];
}"""
#: Where each part that scrolls stands.
SCROLLED = (
    """() => [".sidebar", ".table-view", ".panel-body"].map((place) => document.querySelector(place)?.scrollTop)"""
)
OPEN = "() => [...document.querySelectorAll('details[open], dialog[open]')].map((one) => one.id)"


def go(page: Page, **changes: str | None) -> None:
    """Ask for another state without touching the page, and wait until it is there."""
    page.evaluate("(changes) => climate.go(climate.query(changes))", changes)
    settled(page)


def press(page: Page, selector: str) -> None:
    """Press a control as scripts do: the focus stays where it is."""
    page.evaluate("(selector) => document.querySelector(selector).click()", selector)
    settled(page)


def focused(page: Page, selector: str) -> bool:
    """Whether what has the focus is this, or is in it."""
    return page.evaluate("(selector) => Boolean(document.activeElement.closest(selector))", selector)


def test_filter(open_page: Callable[..., Page]) -> None:
    """A filter leaves focus, selection, half-typed text, open sections and the sidebar's scroll as they are."""
    page = open_page("?municipality=3051", size=(1280, 600))
    page.click("#take-along summary")
    page.click("#map-options summary")
    page.fill("#pop-from", "12")
    page.evaluate("document.querySelector('.sidebar').scrollTop = 90")
    page.evaluate("document.querySelector('.panel-body').scrollTop = 40")
    page.evaluate("document.querySelector('#find').value = 'halvferdig'")
    page.focus("#find")
    page.evaluate("document.querySelector('#find').setSelectionRange(2, 5, 'backward')")
    held, scrolled, opened = (page.evaluate(what) for what in (HELD, SCROLLED, OPEN))
    assert held == ["find", "halvferdig", 2, 5, "backward"]
    assert {"take-along", "map-options"} <= set(opened)
    assert scrolled[0] == 90
    go(page, networks="follo")
    go(page, county="akershus")
    assert [page.evaluate(what) for what in (HELD, SCROLLED, OPEN)] == [held, scrolled, opened]
    assert page.input_value("#pop-from") == "12"
    go(page, lang="en")
    assert [page.evaluate(what) for what in (HELD, OPEN)] == [held, opened]
    go(page, pop="5000-")  # what the address says counts where nobody is in the field
    assert page.input_value("#pop-from") == "5000"
    page.click("#pop-to")
    page.keyboard.type("90")
    go(page, networks=None)
    assert page.evaluate(HELD)[:2] == ["pop-to", "90"]
    page.keyboard.type("000")
    page.keyboard.press("Enter")
    assert wait_for_state(page, "pop=5000-90000")


def test_sort(open_page: Callable[..., Page]) -> None:
    """A row is the same node after a sort and a filter and keeps the focus; the table keeps its scroll."""
    page = open_page("?view=table", size=(1280, 600))
    page.evaluate("for (const row of document.querySelectorAll('#municipalities tbody tr')) row.mine = row.id")
    page.evaluate("document.querySelector('#table-search').value = 'halv'")
    page.evaluate("document.querySelector('.table-view').scrollTop = 300")
    page.evaluate("document.querySelector('#row-3030 a').focus({ preventScroll: true })")
    scrolled = page.evaluate(SCROLLED)
    assert scrolled[1] == 300
    go(page, sort="-population")
    assert page.evaluate(SCROLLED) == scrolled
    assert focused(page, "#row-3030")
    go(page, networks="naik")
    assert focused(page, "#row-3030")
    assert page.input_value("#table-search") == "halv"
    mine = page.locator("#municipalities tbody tr").evaluate_all("all => all.map((row) => row.mine === row.id)")
    assert mine == [True] * 21
    page.locator("#municipalities th", has_text="Kommune").locator("a").focus()
    page.keyboard.press("Enter")
    wait_for_state(page, "sort=name")
    settled(page)
    assert focused(page, "#municipalities th")
    expect(page.locator("#municipalities th:focus-within")).to_contain_text("Kommune")
    page.click("#table-search")
    page.keyboard.press("Control+a")
    page.keyboard.type("ring", delay=40)
    wait_for_state(page, "q=ring")
    page.keyboard.type("er")
    wait_for_state(page, "q=ringer")
    assert page.evaluate(HELD)[:4] == ["table-search", "ringer", 6, 6]
    assert page.locator("#municipalities tbody tr").count() == 1


def test_assignment_and_undo(open_page: Callable[..., Page]) -> None:
    """An assignment, its undo and a founded network leave what is typed, what is open and where one is."""
    page = open_page("?view=plan&scenario=3048:naik", size=(1280, 700))
    page.click("#everyone summary")
    page.locator("#assign-3050").scroll_into_view_if_needed()
    page.click('[data-brush="hallingdal"]')
    page.evaluate("document.querySelector('#cost-each').value = '7'")
    page.evaluate("document.querySelector('#plan-name').value = 'Et forslag'")
    page.fill("#found-name", "Kongsberg klima")
    page.evaluate("document.querySelector('#found-name').setSelectionRange(3, 3)")
    held, opened = page.evaluate(HELD), page.evaluate(OPEN)
    scrolled = page.evaluate(SCROLLED)
    assert held[:4] == ["found-name", "Kongsberg klima", 3, 3]
    for step, count in (("#assign-3051 button", 47), ("#assign-3050 button", 48), ('[data-plan="undo"]', 47)):
        press(page, step)
        page.wait_for_selector(f'[data-kpi="municipalities"][data-value="{count}"]')
        assert page.evaluate(HELD) == held, step
        assert page.evaluate(OPEN) == opened, step
        assert page.input_value("#cost-each") == "7"
        assert page.input_value("#plan-name") == "Et forslag"
        assert page.evaluate(SCROLLED) == scrolled, step
    expect(page.locator('[data-brush="hallingdal"]')).to_have_attribute("aria-pressed", "true")
    page.focus("#assign-3052 button")
    page.keyboard.press("Enter")
    page.wait_for_selector('[data-kpi="municipalities"][data-value="48"]')
    settled(page)
    assert focused(page, "#assign-3052")


def test_dialogs(open_page: Callable[..., Page]) -> None:
    """An open dialog stays open, above everything and with the focus in it, in another language as well."""
    page = open_page()
    page.click('[data-map="keys"]')
    keys = page.locator("#keys-help")
    expect(keys).to_be_visible()
    go(page, networks="follo")
    go(page, lang="en")
    assert keys.evaluate("one => one.matches(':modal')")
    expect(keys).to_contain_text("Keys")
    assert focused(page, "#keys-help")
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    go(page, view="present")
    page.keyboard.press("o")
    overview = page.locator("#story-overview")
    expect(overview).to_be_visible()
    page.keyboard.press("Tab")
    go(page, lang="nn")
    assert overview.evaluate("one => one.matches(':modal')")
    assert focused(page, "#story-overview")
    overview.locator('[data-step-go="3"]').click()
    expect(page.locator(".story-place")).to_have_text("3 / 9")


@pytest.mark.parametrize(
    ("query", "control", "near"),
    [
        ("?networks=none", ".legend-head button", "#legend"),
        ("?networks=none&county=buskerud", '[data-chip="county"]', "#selection"),
        ("?municipality=3051", "#panel .close", "#map, #main"),
        ("?municipality=3051", "#panel button.neighbour", "#panel"),
        ("?view=table&networks=none", "#table-body .chip", "#table-body, #table-head, .table-view"),
        ("?view=plan&scenario=3051:naik", '[data-difference="3051"] button', "#differences, #plan-view"),
        ("?view=plan&scenario=3051:naik,3050:naik", '[data-difference="3050"] button', "#differences"),
        (
            "?view=plan&scenario=3051:naik&compare=3050:naik#compare",
            "#compare .take-buttons button >> nth=-1",
            "#compare",
        ),
        ("?view=plan&scenario=3006:kb&new=kb:Kb", '[data-dissolve="kb"]', "#plan-changes"),
        ("?scenario=3051:naik", ".scenario-badge a >> nth=-1", "main, header"),
    ],
)
def test_removed(open_page: Callable[..., Page], query: str, control: str, near: str) -> None:
    """Where the control that was pressed goes away, the focus is near, and never nowhere."""
    page = open_page(query)
    before = address(page)
    page.locator(control).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("(before) => location.search !== before", arg=before)
    settled(page)
    assert page.evaluate("document.activeElement !== document.body")
    assert focused(page, near), page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
    assert page.evaluate("document.activeElement.getClientRects().length") > 0
