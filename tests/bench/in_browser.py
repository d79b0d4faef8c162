"""What the reader waits for and what is sent, in the same Chromium, cut off from the internet."""

from __future__ import annotations

import statistics
from dataclasses import dataclass

import psutil
from playwright.sync_api import Browser, BrowserContext, Page, TimeoutError

from dashboard.page import ids
from tests.bench.figure import Figure
from tests.bench.in_python import Places
from tests.serving import Server

SIZE = {"width": 1440, "height": 900}
TIMES = 15
#: What was promised: colour after a press, all figures, and one frame of a pan or zoom.
COLOUR_MS, FIGURES_MS, FRAME_MS = 100, 300, 33
#: A frame of sixty a second, and what a clock may be late by.
SIXTIETH_MS = 17.5


#: Script that notes the time between frames from now on, in ``gaps``.
COUNT_FRAMES = """() => { window.gaps = []; let last = performance.now();
    (function frame(now) { gaps.push(now - last); last = now; requestAnimationFrame(frame); })(last); }"""
#: Points of the window inside ten areas, each beside the one before or near it.
TEN_AREAS = """() => {
    const { names } = climate.map.chart, box = climate.map.svg.getBoundingClientRect();
    const spots = Object.values(names).map(({ target }) => climate.zoom.point(...target))
        .map(([x, y]) => [box.left + x, box.top + y])
        .filter(([x, y]) => document.elementFromPoint(x, y)?.closest(".area"));
    const way = [spots.shift()], far = ([x, y]) => Math.hypot(x - way.at(-1)[0], y - way.at(-1)[1]);
    while (way.length < 10 && spots.length) {
        const next = spots.reduce((one, other) => (far(other) < far(one) ? other : one));
        way.push(...spots.splice(spots.indexOf(next), 1));
    }
    return way;
}"""


@dataclass(frozen=True)
class Candidate:
    """A page to measure.

    ``command``: module and flags of its server. ``ready``: an expression that is true once the map is drawn.
    ``toggle``: what to press; ``recoloured``: an expression whose value changes when the map has followed.
    ``areas``: the selector of its areas, where they are elements.
    """

    name: str
    command: tuple[str, ...]
    ready: str
    toggle: str
    recoloured: str
    areas: str = ""


OURS = Candidate(
    name="this page (inline SVG)",
    command=("dashboard",),
    ready="document.querySelector('#map[data-ready=\"true\"]')",
    toggle='[data-network-toggle="follo"]',
    recoloured="document.querySelectorAll('#map .area.dimmed').length",
    areas="#map .area",
)


def visit(browser: Browser, server: Server) -> tuple[BrowserContext, Page, dict[str, int]]:
    """A new visitor's page, and what arrives over the wire: ``bytes``, ``requests``, and ``outside`` (refused)."""
    context = browser.new_context(viewport=SIZE, bypass_csp=True)  # what is waited for is an expression
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
            handle = page.wait_for_function(f"() => ({one.ready}) && performance.now()", polling="raf")
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
    page.wait_for_function(f"() => ({one.ready})")
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
    page.wait_for_function(f"() => ({one.ready})")
    page.wait_for_timeout(1000)
    box = page.locator("#map").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.evaluate(COUNT_FRAMES)
    for step in range(60):
        page.mouse.wheel(0, -60 if step < 30 else 60)
        page.wait_for_timeout(16)
    gaps = page.evaluate("window.gaps.slice(2)")
    context.close()
    return pace(gaps)


def pace(gaps: list[float]) -> tuple[float, float]:
    """Median and 95th percentile of the milliseconds between frames."""
    return statistics.median(gaps), sorted(gaps)[int(len(gaps) * 0.95)]


def painted_over(browser: Browser, server: Server) -> tuple[float, float]:
    """The pace of the frames while a brush is dragged over ten areas: median and 95th percentile, in milliseconds."""
    context, page = opened(browser, server, "?view=plan")
    page.click('[data-brush="none"]')
    spots = page.evaluate(TEN_AREAS)
    page.mouse.move(*spots[0])
    page.mouse.down()
    page.evaluate(COUNT_FRAMES)
    for spot in spots[1:]:
        page.mouse.move(*spot, steps=12)
    gaps = page.evaluate("window.gaps.slice(2)")
    page.mouse.up()
    context.close()
    return pace(gaps)


def ours(browser: Browser, server: Server, places: Places, times: int = TIMES) -> list[Figure]:
    """Our page: how long a reader waits for a choice, a filter and an assignment (medians)."""
    wanted = [*chosen(browser, server, places, times), *filtered(browser, server, places, times)]
    return [*wanted, *assigned(browser, server, places, times)]


def chosen(browser: Browser, server: Server, places: Places, times: int) -> list[Figure]:
    """From a click on an area to its outline, and to its panel."""
    context, page = opened(browser, server)
    found = []
    for turn in range(times):
        number = places.organised[turn % len(places.organised)]
        outlined = ".querySelector('.mark.chosen').getAttribute('d')"
        found.append(
            waits(page, area(number), f"document{outlined}", f"!!document.querySelector('[data-panel=\"{number}\"]')")
        )
    context.close()
    return medians(found, "choice: click to outline", "choice: click to panel")


def filtered(browser: Browser, server: Server, places: Places, times: int) -> list[Figure]:
    """From a press on a network in the legend to the dimmed map, and to the figures of what is selected."""
    context, page = opened(browser, server)
    toggle = f'[data-network-toggle="{places.networks[-1]}"]'
    dimmed = "document.querySelectorAll('#map .area.dimmed').length"
    line = f"document.getElementById('{ids.SELECTION}').textContent"
    found = [waits(page, toggle, dimmed, line) for _ in range(times)]
    context.close()
    return medians(found, "filter: click to dimmed map", "filter: click to figures")


def assigned(browser: Browser, server: Server, places: Places, times: int) -> list[Figure]:
    """From a click with a network in hand to the area's new colour, to all figures, and to the list of changes.

    At most six are moved before a fresh page starts again from today.
    """
    found: list[list[float]] = []
    while len(found) < times:
        context, page = opened(browser, server, "?view=plan")
        page.click(f'[data-brush="{places.networks[0]}"]')
        page.wait_for_selector(f'[data-brush="{places.networks[0]}"][aria-pressed="true"]')
        for number in places.unorganised[: min(6, times - len(found))]:
            colour = f"document.querySelector('{area(number)}').dataset.fill"
            figures = "document.querySelector('[data-kpi=\"municipalities\"]').dataset.value"
            listed = f"!!document.querySelector('[data-difference=\"{number}\"]')"
            found.append(waits(page, area(number), colour, figures, listed))
        context.close()
    return [
        *medians(found, "assignment: click to colour", "assignment: click to all figures"),
        Figure("assignment: click to the list of changes", statistics.median(one[2] for one in found)),
    ]


def medians(found: list[list[float]], colour: str, figures: str) -> list[Figure]:
    """The two medians beside what was promised."""
    first, second, *_ = zip(*found, strict=True)
    return [
        Figure(colour, statistics.median(first), target=COLOUR_MS),
        Figure(figures, statistics.median(second), target=FIGURES_MS),
    ]


def opened(browser: Browser, server: Server, query: str = "") -> tuple[BrowserContext, Page]:
    """A new visitor's page, drawn and at rest."""
    context, page, _ = visit(browser, server)
    page.goto(f"{server.url}/{query}")
    page.wait_for_selector('#map[data-ready="true"]')
    page.wait_for_timeout(800)
    return context, page


def area(number: str) -> str:
    """The selector of a municipality on the map."""
    return f'#map .area[data-municipality="{number}"]'


def waits(page: Page, pressed: str, *seen: str) -> list[float]:
    """Milliseconds from a click until each expression has changed its value and stands painted on the screen."""
    durations = page.evaluate(
        """([pressed, seen]) => new Promise((done, fail) => {
            const looks = seen.map((text) => new Function("return " + text)), was = looks.map((look) => look());
            const taken = looks.map(() => null), start = performance.now();
            (function frame() {
                looks.forEach((look, place) => {
                    if (taken[place] !== null || look() === was[place]) return;
                    taken[place] = 0; // seen before this frame is painted; the next one comes when it has been
                    requestAnimationFrame(() => { taken[place] = performance.now() - start; });
                });
                if (taken.every(Boolean)) done(taken);
                else if (performance.now() - start > 20000) fail(new Error("nothing happened: " + pressed));
                else requestAnimationFrame(frame);
            })();
            const node = document.querySelector(pressed);
            node.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail: 1 }));
        })""",
        [pressed, list(seen)],
    )
    page.wait_for_timeout(400)
    return durations


def memory_mb(server: Server) -> float:
    """Resident memory of the server's process, in megabytes."""
    return psutil.Process(server.process.pid).memory_info().rss / 1e6
