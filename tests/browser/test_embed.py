"""The page on somebody else's site: only where the server allows it, as high as it is, with a way out."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, FrameLocator, Page, expect

from dashboard.__main__ import main
from tests.browser.conftest import READY
from tests.serving import Server, start


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A site of a municipality on another origin: its address, and the folder of its pages."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments) -> None:
            super().__init__(*arguments, directory=str(tmp_path))

        def log_message(self, *arguments) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as served:
        thread = threading.Thread(target=served.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{served.server_port}", tmp_path
        served.shutdown()
        thread.join()


def frame_code(page: Page) -> str:
    """The code that the page offers for other sites."""
    return page.locator('[data-copy^="<iframe"]').get_attribute("data-copy")


def test_nobody_at_first(server: Server, open_page: Callable[..., Page]) -> None:
    """Without being told otherwise the server lets no site embed the page, and offers no code for it."""
    for path in ("/", "/?embed=1", "/export/map.svg", "/healthz"):
        assert server.get(path)[1]["Content-Security-Policy"].endswith("; frame-ancestors 'none'"), path
    page = open_page()
    expect(page.locator('[data-copy^="<iframe"]')).to_have_count(0)


def test_planning_leaves_the_frame(open_page: Callable[..., Page]) -> None:
    """A frame has no room to plan in: trying oneself opens the whole page in a window of its own."""
    page = open_page("?embed=1&scenario=3051:naik")
    there = page.locator(".scenario-badge a", has_text="Prøv selv")
    assert there.get_attribute("target") == "_blank"
    assert there.get_attribute("href") == "?view=plan&scenario=3051:naik"


def test_in_a_frame(chromium: Browser, visitor: Callable[..., BrowserContext], site: tuple[str, Path]) -> None:
    """An allowed site shows the map without header and footer; the frame is as high as the page; a link leads out."""
    address, folder = site
    server = start("--embed", address)
    try:
        public = start("--embed", address, "--public-url", server.url)  # a server that knows where readers reach it
        try:
            plain = visitor(at=public).new_page()
            plain.goto("/?networks=none&lang=nn")
            plain.wait_for_selector(READY, state="attached")
            code = frame_code(plain)
        finally:
            public.stop()
        assert f'src="{server.url}/?lang=nn&amp;networks=none&amp;embed=1"' in code
        (folder / "page.html").write_text(f"<!doctype html><title>Kommune</title><h1>Kommune</h1>{code}", "utf-8")
        page = chromium.new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        inside = visit(page, address)
        assert inside.locator(".site-header").is_hidden()
        assert inside.locator(".site-footer").is_hidden()
        expect(inside.locator("#summary")).to_contain_text("45 av 51")
        page.wait_for_function(
            """() => { const frame = document.querySelector("iframe");
                return Number(frame.height) !== 900 && Number(frame.height) > 300; }"""
        )
        high = inside.locator(".page").evaluate("page => page.getBoundingClientRect().height")
        assert float(page.locator("iframe").get_attribute("height")) == pytest.approx(high, abs=3)
        out = inside.locator(".embed-open a")
        assert (out.get_attribute("target"), out.get_attribute("href")) == ("_blank", "?lang=nn&networks=none")
        assert inside.locator(".figures ~ .note a").get_attribute("target") == "_blank"
        page.set_viewport_size({"width": 390, "height": 844})
        page.wait_for_function("high => Math.abs(document.querySelector('iframe').height - high) > 50", arg=high)
        assert wrong == []
        page.close()
    finally:
        server.stop()


def visit(page: Page, address: str) -> FrameLocator:
    """Open the site's page; what is in its frame, once it can be used."""
    page.goto(f"{address}/page.html")
    inside = page.frame_locator("iframe")
    inside.locator("#map").and_(inside.locator('[data-ready="true"]')).wait_for(state="attached")
    return inside


def test_refused_elsewhere(chromium: Browser, site: tuple[str, Path]) -> None:
    """Another site than the allowed one gets an empty frame."""
    address, folder = site
    server = start("--embed", "https://kommune.example")
    try:
        (folder / "page.html").write_text(f'<!doctype html><iframe src="{server.url}/?embed=1"></iframe>', "utf-8")
        page = chromium.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
            page.goto(f"{address}/page.html")
        assert any("frame-ancestors" in text for text in said), said
        assert page.frame_locator("iframe").locator("#map").count() == 0
        page.close()
    finally:
        server.stop()


@pytest.mark.parametrize("text", ["kommune.no", "https://", "https://a.no/side", "javascript:1", "https://a.no 'self'"])
def test_no_origin(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no origin is refused with how to write one; it would be part of a security policy."""
    with pytest.raises(SystemExit) as stopped:
        main(["--embed", text])
    assert stopped.value.code == 2
    assert "is no site: write https://" in capsys.readouterr().err
