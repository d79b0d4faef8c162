"""Answers that come late, out of turn or not at all, and changes that are asked for before the script is there."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.conftest import READY, address, arrive, settled, two_frames, wait_for_state
from tests.browser.where import click_area
from tests.serving import Server

CALLBACK = "**/_dash-update-component"
DIMMED = "#map .area.dimmed"


def hold(page: Page) -> list[Route]:
    """Keep every question from the server, until somebody lets it go."""
    questions: list[Route] = []
    page.route(CALLBACK, lambda route: questions.append(route))
    return questions


def asked(page: Page, questions: list[Route], number: int) -> Route:
    """The question of that number, once it is asked."""
    for _ in count():
        if len(questions) > number:
            return questions[number]
        two_frames(page)
    raise AssertionError


def test_slow(open_page: Callable[..., Page]) -> None:
    """An answer that takes its time is waited for aloud; what the page can do itself it does at once."""
    page = open_page()
    questions = hold(page)
    page.click('[data-network-toggle="follo"]')
    page.mouse.move(5, 5)
    expect(page.locator("#main")).to_have_attribute("aria-busy", "true")
    expect(page.locator(DIMMED)).to_have_count(45)
    expect(page.locator("#map-hint")).to_be_hidden()
    expect(page.locator("#map-hint")).to_have_text("Venter på svar …")
    expect(page.locator("#map-hint")).to_be_visible()
    questions[0].continue_()
    wait_for_state(page, "networks=follo")
    expect(page.locator("#main")).not_to_have_attribute("aria-busy", "true")
    expect(page.locator("#map-hint")).to_be_hidden()
    expect(page.locator("#selection")).to_contain_text("6 kommuner")


def test_overtaken(open_page: Callable[..., Page]) -> None:
    """The answer to a question that is overtaken changes nothing, before the newer one's answer and after it."""
    page = open_page()
    answers = {
        search: page.request.post(
            "/_dash-update-component",
            data={
                "output": "answer.data",
                "outputs": {"id": "answer", "property": "data"},
                "inputs": [{"id": "question", "property": "data", "value": {"search": search, "painted": ""}}],
                "changedPropIds": ["question.data"],
            },
        ).body()
        for search in ("?municipality=3051", "?municipality=3030")
    }
    page.evaluate(  # a browser takes overtaken questions back; here they are answered all the same
        """() => {
            const plain = window.fetch;
            window.answers = [];
            window.fetch = (address, options) => String(address).includes("_dash-update-component")
                ? new Promise((answer) => answers.push((text) => answer(new Response(text)))) : plain(address, options);
        }"""
    )
    for number in ("3051", "3030"):
        click_area(page, number)
    page.wait_for_function("() => answers.length === 2")
    for which, search in ((0, "?municipality=3051"), (1, "?municipality=3030"), (0, "?municipality=3051")):
        page.evaluate("([which, text]) => answers[which](text)", [which, answers[search].decode()])
        two_frames(page)
        assert page.locator('[data-panel="3051"]').count() == 0
    page.wait_for_selector('[data-panel="3030"]')
    assert page.get_attribute("#map", "data-state") == "municipality=3030"


def test_not_answered(chromium: Browser, server: Server) -> None:
    """A server that fails or is away is told as what it is, asked again, and then the page shows what is asked for."""
    context, watch = arrive(chromium, server)
    page = context.new_page()
    page.goto("/?lang=en")
    page.wait_for_selector(READY, state="attached")
    fails = iter(["500", "refused"])

    def answer(route: Route) -> None:
        how = next(fails, None)
        if how == "500":
            route.fulfill(status=500, body="")
        elif how == "refused":
            route.abort("connectionrefused")
        else:
            route.continue_()

    page.route(CALLBACK, answer)
    page.click('[data-network-toggle="none"]')
    page.mouse.move(5, 5)
    expect(page.locator("#announcer")).to_contain_text("does not answer")
    expect(page.locator("#main")).to_have_attribute("aria-busy", "true")
    with page.expect_event("requestfailed"):
        page.evaluate("dispatchEvent(new Event('online'))")
    wait_for_state(page, "networks=none")
    expect(page.locator("#selection")).to_contain_text("6 municipalities")
    expect(page.locator("#main")).not_to_have_attribute("aria-busy", "true")
    assert address(page) == "?lang=en&networks=none"
    context.close()
    assert len(watch.wrong) == 2, watch.wrong  # the browser's own lines about both failures


def test_server_away(open_page: Callable[..., Page]) -> None:
    """Back and Forward while nobody answers: what is shown in the end is the address."""
    page = open_page()
    click_area(page, "3051")
    page.wait_for_selector('[data-panel="3051"]')
    page.click('[data-network-toggle="follo"]')
    wait_for_state(page, "networks=follo")
    questions = hold(page)
    page.go_back()
    page.go_back()
    page.go_forward()
    assert address(page) == "?municipality=3051"
    newest = asked(page, questions, 2)
    newest.continue_()
    assert wait_for_state(page, without="networks=follo") == "municipality=3051"
    page.wait_for_selector('[data-panel="3051"]')
    page.unroute(CALLBACK)
    page.go_forward()
    wait_for_state(page, "networks=follo")
    settled(page)
    assert page.locator(DIMMED).count() == 45


def test_two_quick_choices(open_page: Callable[..., Page]) -> None:
    """The second of two presses counts on the first, which nobody has answered yet."""
    page = open_page()
    questions = hold(page)
    page.click('[data-network-toggle="follo"]')
    page.click('[data-network-toggle="none"]')
    click_area(page, "3051")
    asked(page, questions, 2).continue_()
    assert wait_for_state(page, "municipality=3051") == "networks=follo,none&municipality=3051"
    page.wait_for_selector('[data-panel="3051"]')
    assert page.locator('[data-network-toggle][aria-pressed="true"]').count() == 2


def test_before_the_script(visitor: Callable[..., BrowserContext]) -> None:
    """A press before the script is there loads the page that it asks for; nothing is lost."""
    page, scripts = visitor().new_page(), []
    page.route("**/page.js", lambda route: scripts.append(route))
    page.goto("/?networks=none", wait_until="commit")
    page.click('[data-network-toggle="follo"]', no_wait_after=True)
    page.wait_for_url("**/?networks=follo,none", wait_until="commit")
    page.locator('#map a:has([data-municipality="3051"])').dispatch_event("click")
    page.wait_for_url("**municipality=3051", wait_until="commit")
    expect(page.locator("#panel-title")).to_have_text("Rollag")
    assert page.evaluate("typeof climate") == "undefined"
    scripts[-1].continue_()
    assert wait_for_state(page, "municipality=3051") == "networks=follo,none&municipality=3051"
    assert page.locator(DIMMED).count() == 39
