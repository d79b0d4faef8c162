"""The page's policy: nothing that it would block stands in a page or an answer, and what it blocks is noticed."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.view.views import ALL_VIEWS
from tests.browser.conftest import READY, arrive, settled
from tests.browser.test_networks_view import DRAWN
from tests.serving import Server

SCENARIO = "scenario=3006:kb,3050:naik%2Bfollo&new=kb:Kongsberg%20klimanettverk&compare=3051:naik&equal=25000"
STATES = (
    *(f"?view={one.id}" for one in ALL_VIEWS),
    *(f"?view={one.id}&{SCENARIO}&municipality=3051&networks=none&lang=en" for one in ALL_VIEWS),
    "?colour=population&layer=kongsbergregionen&theme=dark",
    "?embed=1",
    "?county=oslo",
)
#: What the browser says of the policy from now on, in the order in which it was violated.
LISTEN = """window.violations = [];
addEventListener("securitypolicyviolation", ({ violatedDirective, sample }) =>
    violations.push(`${violatedDirective} ${sample}`));"""


class Attributes(HTMLParser):
    """Attributes that a policy without ``unsafe-inline`` blocks, and scripts and style sheets within the text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.blocked: list[str] = []
        self.inline: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        self.blocked += [f"<{tag} {name}>" for name in names if name == "style" or name.startswith("on")]
        self.blocked += [f"{tag}: {value}" for value in names.values() if (value or "").startswith("javascript:")]
        if tag == "style" or (tag == "script" and "src" not in names and names.get("type") != "application/json"):
            self.inline.append(tag)


@pytest.mark.parametrize("query", STATES)
def test_nothing_inline(server: Server, query: str) -> None:
    """No page and no answer has a style attribute or a handler; a page's own style sheets are its policy's hashes."""
    status, headers, body = server.get("/" + query)
    page = Attributes(body.decode())
    assert status == 200
    assert page.blocked == []
    assert page.inline == ["style", "style"]
    policy = headers["Content-Security-Policy"]
    assert policy.count("'sha256-") == 3  # plotly.js adds an empty one
    assert "unsafe" not in policy
    parts = server.ask(query, "")["parts"]
    assert {id: found.blocked for id, text in parts.items() if (found := Attributes(text)).blocked} == {}
    assert {id: found.inline for id, text in parts.items() if (found := Attributes(text)).inline} == {}


def visit(page: Page, query: str) -> None:
    """Go there as links do, and wait until all is there."""
    page.evaluate("(query) => climate.go(query)", query)
    settled(page)


def test_no_violation(open_page: Callable[..., Page]) -> None:
    """Nothing is blocked: in no view, neither from its address nor as an answer, with charts, networks and pictures."""
    page = open_page("?theme=light", permissions=["clipboard-read", "clipboard-write"])
    page.context.add_init_script(LISTEN)
    page.goto(f"/?view=networks&{SCENARIO}")
    page.wait_for_selector(READY, state="attached")
    for chart in page.locator("figure.chart").all():
        chart.scroll_into_view_if_needed()
    page.wait_for_function(DRAWN)
    for query in STATES:
        visit(page, query)
        assert page.evaluate("violations") == [], query
    visit(page, "?theme=light")
    page.click("#take-along summary")
    with page.expect_download():
        page.click('[data-picture="download"]')
    page.click('[data-picture="copy"]')
    expect(page.locator("#announcer")).to_have_text("Kopiert")
    page.locator("#map .area").first.hover()
    page.click('[data-map="zoom-in"]')
    page.click('[data-map="keys"]')
    page.keyboard.press("Escape")
    visit(page, "?view=plan")
    page.click('[data-brush="hallingdal"]')
    page.click('.area[data-municipality="3051"]')
    page.fill("#found-name", "Kongsberg klimanettverk")
    page.click('[data-plan="found"]')
    settled(page)
    page.click('[data-plan="undo"]')
    settled(page)
    assert page.evaluate("violations") == []


def test_violations_are_noticed(chromium: Browser, server: Server) -> None:
    """What is blocked is said in the console, and that fails a test: styles and scripts in the text, other hosts."""
    context, watch = arrive(chromium, server)
    page = context.new_page()
    page.goto("/")
    page.wait_for_selector(READY, state="attached")
    assert watch.wrong == []
    for blocked in (
        "document.body.setAttribute('style', 'color: red')",
        "document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }))",
        "document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { color: red }' }))",
        "document.body.setAttribute('onclick', 'alert(1)')",
        "void (new Image().src = 'http://example.invalid/a.png')",
    ):
        before = len(watch.wrong)
        page.evaluate(blocked)
        settled(page)
        assert any("Content Security Policy" in one for one in watch.wrong[before:]), blocked
    context.close()
