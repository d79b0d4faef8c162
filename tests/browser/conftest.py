"""One Chromium for all tests; its visitors may ask no other host for anything.

``visitor`` makes newcomers. ``open_page`` opens a page of its own as a visitor
who was here before: what the page loads lies in the cache of that browser, as
with a reader who comes back, and nothing else is kept from test to test.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, TimeoutError, sync_playwright

from tests.chromium import launch
from tests.serving import Server

DESKTOP = (1440, 900)
READY = '#map[data-ready="true"][data-state]'
SECONDS = 1000.0
#: What each page has asked for and not got yet.
UNANSWERED: WeakKeyDictionary[Page, set[Request]] = WeakKeyDictionary()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser, cut off from the internet."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def works(chromium: Browser, server: Server) -> None:
    """The page becomes usable at all: where it does not, every test says so at once instead of waiting in vain."""
    page = chromium.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text))
    page.goto(server.url)
    try:
        page.wait_for_selector(READY, state="attached", timeout=30 * SECONDS)
    except TimeoutError:
        pytest.fail(f"the map never became ready; the browser said {said}", pytrace=False)
    finally:
        page.close()


def ask(request: Request) -> None:
    """Note what a page asks for, until it is answered."""
    if not request.is_navigation_request():
        UNANSWERED.setdefault(request.frame.page, set()).add(request)


def answer(request: Request) -> None:
    """Note that a page has what it asked for, or will never have it."""
    if not request.is_navigation_request():
        UNANSWERED.setdefault(request.frame.page, set()).discard(request)


@dataclass
class Watch:
    """What a visitor's pages did that they should not have done."""

    home: str
    wrong: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext) -> None:
        """Note requests to other hosts, errors in the console, and scripts that fail."""
        context.on("request", lambda request: self.requested(request.url))
        context.on("request", ask)
        context.on("requestfinished", answer)
        context.on("requestfailed", answer)
        context.on("page", lambda page: page.on("websocket", lambda socket: self.requested(socket.url)))
        context.on("console", self.said)
        context.on("weberror", lambda error: self.wrong.append(f"script error: {error.error}"))

    def requested(self, address: str) -> None:
        if not address.startswith((self.home + "/", "data:", "blob:", "about:")):
            self.wrong.append(f"asked another host: {address}")

    def said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.wrong.append(f"console {message.type}: {message.text}")


def arrive(
    chromium: Browser,
    at: Server,
    size: tuple[int, int] = DESKTOP,
    scheme: str = "light",
    touch: bool = False,
    **more: object,
) -> tuple[BrowserContext, Watch]:
    """A visitor who has never been here, and what was seen of them."""
    options = {"reduced_motion": "reduce", "locale": "nb-NO"} | more
    context = chromium.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,
        has_touch=touch,
        is_mobile=touch,
        base_url=at.url,
        **options,
    )
    context.set_default_timeout(15 * SECONDS)
    watch = Watch(at.url)
    watch.follow(context)
    return context, watch


@pytest.fixture
def visitor(chromium: Browser, server: Server, works: None) -> Iterator[Callable[..., BrowserContext]]:
    """Make visitors who share nothing. The test fails if one asked another host, or its console shows an error."""
    come: list[tuple[BrowserContext, Watch]] = []

    def make(at: Server = server, **who: object) -> BrowserContext:
        come.append(arrive(chromium, at, **who))
        return come[-1][0]

    yield make
    for context, _ in come:
        context.close()
    wrong = [one for _, watch in come for one in watch.wrong]
    assert not wrong, wrong


@pytest.fixture(scope="session")
def known(chromium: Browser, server: Server, works: None) -> Callable[..., tuple[BrowserContext, Watch]]:
    """The visitor of this kind, who was here before."""
    visitors: dict[str, tuple[BrowserContext, Watch]] = {}

    def of_kind(**who: object) -> tuple[BrowserContext, Watch]:
        kind = repr(sorted(who.items()))
        if kind not in visitors:
            visitors[kind] = arrive(chromium, server, **who)
        return visitors[kind]

    return of_kind


@pytest.fixture
def open_page(
    known: Callable[..., tuple[BrowserContext, Watch]], visitor: Callable[..., BrowserContext]
) -> Iterator[Callable[..., Page]]:
    """Open the page at a query ("?…" or "") as a visitor, and wait until the map can be used.

    Each page of a test has a visitor to itself: a second one of the same kind,
    and one at another server, are newcomers.
    """
    here: list[tuple[BrowserContext, Watch]] = []

    def open_at(query: str = "", **who: object) -> Page:
        context, watch = (None, None) if "at" in who else known(**who)
        if context is None or (context, watch) in here:
            context = visitor(**who)
        else:
            watch.wrong.clear()
            here.append((context, watch))
        page = context.new_page()
        page.goto("/" + query)
        page.wait_for_selector(READY, state="attached")
        page.evaluate("document.fonts.ready.then(() => true)")
        return page

    yield open_at
    for context, _ in here:
        for page in context.pages:
            page.close()
        context.clear_cookies()
    wrong = [one for _, watch in here for one in watch.wrong]
    assert not wrong, wrong


def two_frames(page: Page) -> None:
    """Wait until the page has drawn what it was told last: two frames."""
    page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))))")


def settled(page: Page) -> None:
    """Wait until everything that the page asked for is answered, and the answers are drawn."""
    two_frames(page)
    end = time.monotonic() + 15
    while unanswered := UNANSWERED.get(page):
        assert time.monotonic() < end, [request.url for request in unanswered]
        two_frames(page)
    two_frames(page)


def wait_for_state(page: Page, part: str | None = None, without: str | None = None) -> str:
    """Wait until the painted state holds ``part`` (or holds ``without`` no longer); the state that is painted."""
    page.wait_for_function(
        """([part, without]) => {
            const parts = (document.getElementById("map").dataset.state || "").split("&");
            return (part === null || parts.includes(part)) && (without === null || !parts.includes(without));
        }""",
        arg=[part, without],
    )
    return page.get_attribute("#map", "data-state")


def address(page: Page) -> str:
    """The query in the address bar, with its "?"."""
    return page.evaluate("location.search")


def area(page: Page, number: str):
    """The area of a municipality on the map."""
    return page.locator(f'#map .area[data-municipality="{number}"]')


def number_of(text: str) -> int:
    """ "1 292 241" → 1292241, whatever separates the thousands."""
    return int(re.sub(r"\D", "", text))
