"""What the reader waits for and what is sent, in the same Chromium, cut off from the internet."""

from __future__ import annotations

import statistics
from dataclasses import dataclass

import psutil
from playwright.sync_api import Browser, BrowserContext, Page, TimeoutError

from tests.serving import Server

SIZE = {"width": 1440, "height": 900}
TIMES = 15


@dataclass(frozen=True)
class Candidate:
    """A page to measure.

    ``command``: module and flags of its server. ``ready``: an expression that is true once the map is drawn.
    ``toggle``: what to press; ``recoloured``: an expression whose value changes when the map has followed.
    """

    name: str
    command: tuple[str, ...]
    ready: str
    toggle: str
    recoloured: str


def visit(browser: Browser, server: Server) -> tuple[BrowserContext, Page, dict[str, int]]:
    """A new visitor's page, and what arrives over the wire: ``bytes``, ``requests``, and ``outside`` (refused)."""
    context = browser.new_context(viewport=SIZE)
    page = context.new_page()
    page.set_default_timeout(30_000)
    wire = {"bytes": 0, "requests": 0, "outside": 0}
    session = context.new_cdp_session(page)
    session.send("Network.enable")

    def finished(event: dict) -> None:
        wire["bytes"] += int(event["encodedDataLength"])

    def requested(event: dict) -> None:
        wire["requests"] += 1
        wire["outside"] += not event["request"]["url"].startswith((server.url, "data:", "blob:"))

    session.on("Network.loadingFinished", finished)
    session.on("Network.requestWillBeSent", requested)
    return context, page, wire


def first_page(browser: Browser, server: Server, one: Candidate, times: int = 5) -> dict:
    """Milliseconds to a drawn map with an empty cache (median; None: never within 30 s), and what it took."""
    durations = []
    for _ in range(times):
        context, page, wire = visit(browser, server)
        page.goto(server.url + "/", wait_until="commit")
        try:
            handle = page.wait_for_function(f"({one.ready}) && performance.now()", polling="raf")
        except TimeoutError:
            context.close()
            return {"ms": None, "vector": None, "patterns": None, **wire}
        durations.append(float(handle.json_value()))
        page.wait_for_timeout(800)
        vector = page.evaluate("document.querySelectorAll('canvas.maplibregl-canvas').length === 0")
        patterns = page.evaluate("document.querySelectorAll('#map svg pattern').length > 0")
        context.close()
    return {"ms": statistics.median(durations), "vector": vector, "patterns": patterns, **wire}


def toggle_ms(browser: Browser, server: Server, one: Candidate, times: int = TIMES) -> dict[str, float]:
    """Milliseconds from pressing a network to the recoloured map, and bytes of one answer (median)."""
    context, page, wire = visit(browser, server)
    page.goto(server.url + "/")
    page.wait_for_function(one.ready)
    page.wait_for_timeout(800)
    durations, sent = [], []
    for _ in range(times):
        before = wire["bytes"]
        durations.append(
            page.evaluate(
                """([toggle, recoloured]) => new Promise((done) => {
                    const seen = new Function("return " + recoloured), was = seen(), start = performance.now();
                    (function look() {
                        if (seen() !== was) requestAnimationFrame(() => done(performance.now() - start));
                        else requestAnimationFrame(look);
                    })();
                    document.querySelector(toggle).click();
                })""",
                [one.toggle, one.recoloured],
            )
        )
        page.wait_for_timeout(400)
        sent.append(wire["bytes"] - before)
    context.close()
    return {"ms": statistics.median(durations), "bytes": statistics.median(sent)}


def frames(browser: Browser, server: Server, one: Candidate) -> tuple[float, float]:
    """Median and 95th percentile of the time between frames, in milliseconds, while the wheel zooms in and out."""
    context, page, _ = visit(browser, server)
    page.goto(server.url + "/")
    page.wait_for_function(one.ready)
    page.wait_for_timeout(1000)
    box = page.locator("#map").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.evaluate(
        """() => { window.gaps = []; let last = performance.now();
            (function frame(now) { gaps.push(now - last); last = now; requestAnimationFrame(frame); })(last); }"""
    )
    for step in range(60):
        page.mouse.wheel(0, -60 if step < 30 else 60)
        page.wait_for_timeout(16)
    gaps = sorted(page.evaluate("window.gaps.slice(2)"))
    context.close()
    return statistics.median(gaps), gaps[int(len(gaps) * 0.95)]


def choice(browser: Browser, server: Server, times: int = TIMES) -> dict[str, float]:
    """Our page: from a click on an area to its outline, and to its panel; bytes of the answer (medians)."""
    context, page, wire = visit(browser, server)
    page.goto(server.url + "/")
    page.wait_for_selector('#map[data-ready="true"]')
    page.wait_for_timeout(800)
    outlines, panels, sent = [], [], []
    numbers = ["3051", "3030", "3041", "3006", "3024"]
    for turn in range(times):
        before = wire["bytes"]
        outline, panel = page.evaluate(
            """(number) => new Promise((done) => {
                const start = performance.now(), mark = document.querySelector(".mark.chosen");
                const was = mark.getAttribute("d");
                let outline = null;
                (function look() {
                    if (outline === null && mark.getAttribute("d") !== was) outline = performance.now() - start;
                    if (document.querySelector(`[data-panel="${number}"]`)) {
                        requestAnimationFrame(() => done([outline, performance.now() - start]));
                    } else requestAnimationFrame(look);
                })();
                const area = document.querySelector(`#map .area[data-municipality="${number}"]`);
                area.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
            })""",
            numbers[turn % len(numbers)],
        )
        page.wait_for_timeout(300)
        outlines.append(outline)
        panels.append(panel)
        sent.append(wire["bytes"] - before)
    context.close()
    found = {"outline": outlines, "panel": panels, "bytes": sent}
    return {what: statistics.median(values) for what, values in found.items()}


def memory_mb(server: Server) -> float:
    """Resident memory of the server's process, in megabytes."""
    return psutil.Process(server.process.pid).memory_info().rss / 1e6
