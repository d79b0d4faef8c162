"""One visit to a page, watched from its first byte: frames, what is sent, what moves, and what keeps the browser busy.

Times come from the browser: a script that stands in the page before the page's own looks at every frame. What was
sent is told by Chromium's network log, whose clock is tied to the page's by the time of day.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

from tests.bench.in_browser import OURS, Candidate

DESKTOP, PHONE = (1440, 900), (390, 844)
#: Another address, for a second visit.
ELSEWHERE = "?municipality=3048"
#: A map that is painted tells at least so many networks apart.
COLOURS = 4
#: Chromium calls a task long that takes more; what goes beyond is what keeps the reader waiting.
LONG_MS = 50
WATCH = """(() => {
    const watched = (window.watched = { ready: null, fills: [], shifts: [], tasks: [], busy: 0 });
    const observe = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note))
        .observe({ type, buffered: true });
    observe("layout-shift", (entry) => entry.hadRecentInput || watched.shifts.push({ value: entry.value,
        at: entry.startTime, moved: entry.sources.map(({ node }) => node && (node.id || node.className
            || node.nodeName)) }));
    observe("longtask", ({ startTime, duration }) => {
        watched.tasks.push(duration);
        watched.busy = startTime + duration;
    });
    let last = "", still = 0;
    (function frame() {
        if (watched.ready === null && (READY)) watched.ready = performance.now();
        const areas = [...document.querySelectorAll(AREAS)], seen = areas[0]?.getBoundingClientRect().width;
        const fills = seen ? areas.map((area) => getComputedStyle(area).fill).join("|") : "";
        still = fills === last ? still + 1 : 0;
        // This frame is painted with these fills when the next one begins.
        if (!still) requestAnimationFrame(() => watched.fills.push([performance.now(), fills]));
        last = fills;
        if (watched.ready === null || !fills || still < 60) requestAnimationFrame(frame);
    })();
})()"""
#: Milliseconds from a press until the map in the document has followed, styles computed, and to the frame with it.
PRESS = """(toggle) => new Promise((done) => {
    const look = () => RECOLOURED, was = look(), start = performance.now();
    const observer = new MutationObserver(() => {
        if (look() === was) return;
        observer.disconnect();
        document.documentElement.getBoundingClientRect();
        const followed = performance.now() - start;
        requestAnimationFrame(() => requestAnimationFrame(() => done([followed, performance.now() - start])));
    });
    observer.observe(document.documentElement, { subtree: true, childList: true, attributes: true });
    document.querySelector(toggle).click();
})"""


class MOST:
    """What a visit may send and move at most: bytes, files asked for, and layout shift."""

    before_ready = 350_000
    in_all = 500_000
    second = 90_000
    requests = 8
    shift = 0.02


@dataclass
class Sent:
    """A file on its way: seconds of the network log, and the bytes of its answer with its headers."""

    url: str
    asked: float
    arrived: float | None = None
    bytes: int = 0
    cached: bool = False


@dataclass
class Visit:
    """A page that is watched. ``session``: its door to Chromium's own tools."""

    page: Page
    session: CDPSession
    files: dict[str, Sent] = field(default_factory=dict)
    #: What the clock of the network log lacks to the time of day, in seconds.
    clock: float = 0

    def open(self, address: str) -> None:
        """Go there, and wait until nothing has been asked for during half a second."""
        self.page.goto(address, wait_until="commit")
        self.page.wait_for_load_state("networkidle")

    def rest(self) -> None:
        """Wait two seconds more, and until no task has been long for as many."""
        self.page.wait_for_timeout(2000)
        self._until("performance.now() - watched.busy > 2000")

    def usable(self) -> None:
        """Wait until the map can be used and its areas have been still for a second."""
        self._until("watched.ready !== null && watched.fills.length > 0")
        self.page.wait_for_timeout(1000)

    def ready_ms(self) -> float:
        """From the start of the navigation until the map can be used."""
        return float(self.page.evaluate("watched.ready"))

    def sight_ms(self) -> float:
        """To the first frame that shows the areas with the colours that they keep."""
        fills = self.page.evaluate("watched.fills")
        final = fills[-1][1]
        told_apart = set(final.split("|")) - {"none", "rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"}
        if len(told_apart) < COLOURS:
            raise RuntimeError(f"the map was never painted: {final}")
        return float(next(at for at, seen in fills if seen == final))

    def press_ms(self, toggle: str, recoloured: str) -> tuple[float, float]:
        """From a press until ``recoloured`` has changed its value, and to the frame that shows it."""
        followed, shown = self.page.evaluate(PRESS.replace("RECOLOURED", recoloured), toggle)
        return followed, shown

    def shift(self) -> float:
        """Layout shift so far that no input explains."""
        return float(sum(one["value"] for one in self.shifts()))

    def shifts(self) -> list[dict[str, Any]]:
        """Each shift: its value, when it was, and what moved."""
        return list(self.page.evaluate("watched.shifts"))

    def blocking_ms(self) -> float:
        """What long tasks took beyond 50 ms each."""
        return float(sum(duration - LONG_MS for duration in self.page.evaluate("watched.tasks")))

    def bytes(self) -> int:
        """What has been sent so far, headers of the answers included."""
        return sum(one.bytes for one in self.sent())

    def sent(self) -> list[Sent]:
        """All that came over the wire."""
        return [one for one in self.files.values() if not one.cached]

    def before_ready(self) -> tuple[int, int]:
        """What had been sent when the map could be used, in bytes, and how many files had been asked for by then."""
        ready = (self.page.evaluate("performance.timeOrigin") + self.ready_ms()) / 1000 - self.clock
        arrived = [one.bytes for one in self.sent() if one.arrived is not None and one.arrived <= ready]
        return sum(arrived), sum(one.asked <= ready for one in self.sent())

    def _until(self, expression: str) -> None:
        """Wait for it; no policy of the page forbids to, as nothing is compiled later."""
        self.page.evaluate(
            f"new Promise((so) => (function look() {{ {expression} ? so() : setTimeout(look, 100) }})())"
        )

    def _follow(self) -> None:
        self.session.send("Network.enable")
        self.session.on("Network.requestWillBeSent", self._asked)
        self.session.on("Network.requestServedFromCache", lambda event: self._cached(event["requestId"]))
        self.session.on("Network.responseReceived", self._answered)
        self.session.on("Network.loadingFinished", self._arrived)

    def _asked(self, event: dict[str, Any]) -> None:
        self.clock = event["wallTime"] - event["timestamp"]
        if event["request"]["url"].startswith("http"):
            self.files[event["requestId"]] = Sent(event["request"]["url"], event["timestamp"])

    def _cached(self, id: str) -> None:
        if id in self.files:
            self.files[id].cached = True

    def _answered(self, event: dict[str, Any]) -> None:
        if event["response"].get("fromDiskCache"):
            self._cached(event["requestId"])

    def _arrived(self, event: dict[str, Any]) -> None:
        if one := self.files.get(event["requestId"]):
            one.arrived, one.bytes = event["timestamp"], int(event["encodedDataLength"])


@contextmanager
def newcomer(browser: Browser, size: tuple[int, int] = DESKTOP) -> Iterator[BrowserContext]:
    """A visitor who has never been here; below tablet's width on a phone."""
    phone = size[0] < 600
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, is_mobile=phone, has_touch=phone, locale="nb-NO"
    )
    context.set_default_timeout(60_000)
    try:
        yield context
    finally:
        context.close()


def watch(context: BrowserContext, one: Candidate = OURS, cpu: int = 1, slow_line: bool = False) -> Visit:
    """A new tab of a visitor for a page. ``cpu``: so many times slower than the machine.

    On a slow line an answer takes 40 ms to come, and 10 Mbit arrive in a second.
    """
    page = context.new_page()
    page.add_init_script(WATCH.replace("READY", one.ready).replace("AREAS", repr(one.areas)))
    visit = Visit(page, context.new_cdp_session(page))
    visit._follow()
    if cpu > 1:
        visit.session.send("Emulation.setCPUThrottlingRate", {"rate": cpu})
    if slow_line:
        line = {"offline": False, "latency": 40, "downloadThroughput": 1_250_000, "uploadThroughput": 1_250_000}
        visit.session.send("Network.emulateNetworkConditions", line)
    return visit
