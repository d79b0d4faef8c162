"""How soon the map is there, what is sent for it and what moves: beside dash-leaflet, and beside the least possible.

``python -m tests.bench --page`` prints these tables, ``--slow`` the one of a slow phone.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext

from dashboard.view.views import ALL_VIEWS
from geodata.folder.load import load
from tests.bench import in_browser, in_python
from tests.bench.figure import number, yes
from tests.bench.in_browser import OURS, Candidate
from tests.bench.watched import DESKTOP, ELSEWHERE, MOST, PHONE, Visit, newcomer, watch
from tests.serving import PROJECT, Server, start

LEAFLET = Candidate(
    name="dash-leaflet",
    command=("tests.bench.dash_leaflet_page",),
    ready="document.querySelectorAll('path.leaflet-interactive').length >= 51",
    toggle="#networks label:nth-of-type(3) input",
    recoloured="document.querySelectorAll('path.leaflet-interactive[fill-opacity=\"1\"]').length",
    areas="path.leaflet-interactive",
)
STATIC = Candidate(
    name="static SVG",
    command=("tests.bench.static_svg_page",),
    ready="document.querySelector('html[data-ready]')",
    toggle='[data-network-toggle="follo"]',
    recoloured="document.querySelectorAll('.area[opacity=\"0.25\"]').length",
    areas=".area",
)
PAGES = (OURS, LEAFLET, STATIC)
#: Blocking time of the networks' view on a phone, that of dash-leaflet's page on the same phone = 1, before the page
#: came from the server: milliseconds would tell more of who else used the machine.
BLOCKING_BEFORE = 9.9
#: Sight, ready, press to the map that has followed, press to the frame that shows it: milliseconds of one visit.
Times = tuple[float, float, float, float]


@contextmanager
def serving(*pages: Candidate) -> Iterator[list[Server]]:
    """A server for each page, until the end."""
    running: list[Server] = []
    try:
        for page in pages:
            module, *flags = page.command
            running.append(start(*flags, program=("-m", module)))
        yield running
    finally:
        for server in running:
            server.stop()


def page_tables(browser: Browser, large: Path, times: int) -> Iterator[str]:
    """Markdown tables: three pages beside each other, and every bound. ``large``: a data folder with 356 areas."""
    with serving(*PAGES) as servers:
        taken = in_turn(browser, servers, times)
        yield "| page | first frame ms | ready ms | filter: map has followed ms | filter: its frame ms |"
        yield "| --- | ---: | ---: | ---: | ---: |"
        for page, one in zip(PAGES, taken, strict=True):
            yield f"| {page.name} | " + " | ".join(number(value, 1) for value in one) + " |"
        yield "\n| | measured | bound | kept |\n| --- | ---: | ---: | --- |"
        ours, leaflet, static = taken
        yield bound("first frame, static SVG = 1", ours[0] / static[0], 3, digits=2)
        yield bound("first frame, dash-leaflet = 1", ours[0] / leaflet[0], 0.4, digits=2)
        yield bound("ready, dash-leaflet = 1", ours[1] / leaflet[1], 0.5, digits=2)
        yield bound("filter: press to dimmed map, dash-leaflet = 1", ours[2] / leaflet[2], 0.4, digits=2)
        address = servers[0].url
        yield from planned(browser, servers[0], PROJECT / "data", times, 100)
        slow = in_browser.painted_over(browser, servers[0])[1]
        yield bound("plan: a brush over ten areas, frame, 95th percentile", slow, in_browser.SIXTIETH_MS, "ms", 1)
        yield from weighed(browser, address)
        yield from moved(browser, address)
        yield from busy(browser, servers, max(1, times // 3))
    region = start("--data", str(large))
    try:
        yield from planned(browser, region, large, times, 300)
    finally:
        region.stop()


def in_turn(browser: Browser, servers: Sequence[Server], times: int) -> list[Times]:
    """The medians of each page; they are visited in turn, so that what else the machine does falls on all."""
    found: list[list[Times]] = [[] for _ in servers]
    for _ in range(times):
        for page, server, taken in zip(PAGES, servers, found, strict=True):
            with newcomer(browser) as context:
                visit = watch(context, page)
                visit.open(server.url + "/")
                visit.usable()
                taken.append((visit.sight_ms(), visit.ready_ms(), *visit.press_ms(page.toggle, page.recoloured)))
    return [medians(taken) for taken in found]


def medians(taken: Sequence[Times]) -> Times:
    """The median of each of the four."""
    sight, ready, followed, shown = (statistics.median(one) for one in zip(*taken, strict=True))
    return sight, ready, followed, shown


def planned(browser: Browser, server: Server, folder: Path, times: int, most: float) -> Iterator[str]:
    """From a click with a network in hand to all figures."""
    register = load(folder)
    found = in_browser.assigned(browser, server, in_python.places_of(register), times)
    figures = next(one.value for one in found if one.what.endswith("all figures"))
    yield bound(f"plan: press to all figures, {len(register.municipalities)} areas", figures, most, "ms")


def weighed(browser: Browser, address: str) -> Iterator[str]:
    """What a first and a second visit send."""
    with newcomer(browser) as context:
        first = rested(context, address + "/")
        bytes, files = first.before_ready()
        yield bound("first visit: sent before the map is ready", bytes / 1000, MOST.before_ready / 1000, "kB", 1)
        yield bound("first visit: sent in all", first.bytes() / 1000, MOST.in_all / 1000, "kB", 1)
        yield bound(
            "second visit, at another address: sent",
            rested(context, f"{address}/{ELSEWHERE}").bytes() / 1000,
            MOST.second / 1000,
            "kB",
        )
        yield bound("requests before the map is ready", files, MOST.requests)


def rested(context: BrowserContext, address: str) -> Visit:
    """A tab of a visitor at an address, at rest."""
    visit = watch(context)
    visit.open(address)
    visit.rest()
    return visit


def moved(browser: Browser, address: str) -> Iterator[str]:
    """Layout shift of every view, on both screens."""
    for size in (DESKTOP, PHONE):
        for view in ALL_VIEWS:
            with newcomer(browser, size) as context:
                visit = rested(context, f"{address}/?view={view.id}")
                yield bound(f"layout shift: {view.id}, {size[0]} × {size[1]}", visit.shift(), MOST.shift, digits=4)


def busy(browser: Browser, servers: Sequence[Server], times: int) -> Iterator[str]:
    """What the networks' view keeps a phone busy for, beside dash-leaflet's page, in turn."""
    taken: list[list[float]] = [[], []]
    for _ in range(times):
        for server, query, found in zip(servers, ("?view=networks", ""), taken, strict=False):
            with newcomer(browser, PHONE) as context:
                visit = watch(context, cpu=4)
                visit.open(f"{server.url}/{query}")
                visit.rest()
                found.append(visit.blocking_ms())
    ours, leaflet = (statistics.median(one) for one in taken)
    yield bound("networks on a phone, CPU ÷ 4: blocking time", ours, None, "ms")
    yield bound("dash-leaflet on a phone, CPU ÷ 4: blocking time", leaflet, None, "ms")
    yield bound("networks: blocking time, dash-leaflet = 1", ours / leaflet, BLOCKING_BEFORE / 3, digits=2)


def slow_table(browser: Browser, times: int) -> Iterator[str]:
    """A Markdown table: our page on a slow phone."""
    taken = []
    with serving(OURS) as (server,):
        for _ in range(times):
            with newcomer(browser, PHONE) as context:
                visit = watch(context, cpu=4, slow_line=True)
                visit.open(server.url + "/")
                visit.usable()
                taken.append((visit.sight_ms(), visit.ready_ms()))
    sight, ready = (statistics.median(one) for one in zip(*taken, strict=True))
    yield "| slow phone: CPU ÷ 4, 40 ms, 10 Mbit/s | ms |\n| --- | ---: |"
    yield f"| first frame | {number(sight)} |\n| ready | {number(ready)} |"


def bound(what: str, value: float, most: float | None, unit: str = "", digits: int = 0) -> str:
    """A row: what was measured, the most it may be, and whether it keeps that."""
    told = f"{number(value, digits)} {unit}".strip()
    limit = "–" if most is None else f"≤ {most:.3g} {unit}".strip()
    return f"| {what} | {told} | {limit} | {yes(None if most is None else value <= most)} |"
