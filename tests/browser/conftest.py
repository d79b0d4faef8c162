"""One Chromium for all tests; every test gets visitors of its own, who may ask no other host for anything."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, TimeoutError, sync_playwright

from tests.chromium import launch
from tests.serving import Server

DESKTOP = (1440, 900)
READY = '#map[data-ready="true"][data-state]'
SECONDS = 1000.0


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


@dataclass
class Watch:
    """What a visitor's pages did that they should not have done."""

    home: str
    wrong: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext) -> None:
        """Note requests to other hosts, errors in the console, and scripts that fail."""
        context.on("request", lambda request: self.requested(request.url))
        context.on("page", lambda page: page.on("websocket", lambda socket: self.requested(socket.url)))
        context.on("console", self.said)
        context.on("weberror", lambda error: self.wrong.append(f"script error: {error.error}"))

    def requested(self, address: str) -> None:
        if not address.startswith((self.home + "/", "data:", "blob:", "about:")):
            self.wrong.append(f"asked another host: {address}")

    def said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.wrong.append(f"console {message.type}: {message.text}")


@pytest.fixture
def visitor(chromium: Browser, server: Server, works: None) -> Iterator[Callable[..., BrowserContext]]:
    """Make visitors who share nothing. The test fails if one asked another host, or its console shows an error."""
    contexts: list[BrowserContext] = []
    watches: list[Watch] = []

    def come(
        size: tuple[int, int] = DESKTOP, scheme: str = "light", touch: bool = False, at: Server = server, **more
    ) -> BrowserContext:
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
        contexts.append(context)
        watches.append(watch)
        return context

    yield come
    for context in contexts:
        context.close()
    wrong = [one for watch in watches for one in watch.wrong]
    assert not wrong, wrong


@pytest.fixture
def open_page(visitor: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """Open the page at a query ("?…" or "") as a new visitor, and wait until the map can be used."""

    def open_at(query: str = "", **who) -> Page:
        page = visitor(**who).new_page()
        page.goto("/" + query)
        page.wait_for_selector(READY, state="attached")
        page.evaluate("document.fonts.ready.then(() => true)")
        return page

    return open_at


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
