"""``python -m tests.bench``: measure, and print Markdown tables.

``--quick`` repeats little, ``--ours`` leaves the Plotly pages out. ``--page`` measures only how soon the map is there,
beside dash-leaflet and a static SVG, and ``--slow`` only what a slow phone waits for.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from dashboard.view.atlas import build_atlas
from geodata.folder.load import load
from tests.bench import in_browser, in_python, page_speed
from tests.bench.figure import Figure, number, side_by_side, yes
from tests.bench.in_browser import FRAME_MS, OURS, Candidate
from tests.bench.large_region import write_region
from tests.chromium import launch
from tests.serving import PROJECT, start

#: How often each thing is done: computing and drawing, exports, pressing.
OFTEN, QUICK = (5, 5, in_browser.TIMES), (1, 1, 3)

TRACES = "[...document.querySelectorAll('#map .scatterlayer .js-fill')]"
CHECKBOX = "#networks label:nth-of-type(3) input, #networks input:nth-of-type(3)"
MAPLIBRE = (
    "(() => { const map = document.querySelector('#map .js-plotly-plot')?._fullLayout?.map?._subplot?.map;"
    " return map && map.loaded() && map.getStyle().layers.length > 1; })()"
)
COLOURS = (
    "JSON.stringify((document.querySelector('#map .js-plotly-plot')._fullData || [])"
    ".map((trace) => trace.colorscale && trace.colorscale[0][1]))"
)
CANDIDATES = (
    OURS,
    Candidate(
        name="`px.choropleth_map`",
        command=("tests.bench.plain_plotly",),
        ready=MAPLIBRE,
        toggle=CHECKBOX,
        recoloured=COLOURS,
    ),
    Candidate(
        name="`px.choropleth_map`, no background",
        command=("tests.bench.plain_plotly", "--style", "white-bg"),
        ready=MAPLIBRE,
        toggle=CHECKBOX,
        recoloured=COLOURS,
    ),
    Candidate(
        name='`go.Scatter(fill="toself")`, Patch',
        command=("tests.bench.scatter_plotly",),
        ready=f"{TRACES}.length >= 51",
        toggle=CHECKBOX,
        recoloured=f"{TRACES}.map((path) => path.style.fill).join()",
    ),
)


HEADINGS = ("starting and answering", "in the browser", "files to take along")


def main() -> None:
    """Measure everything in one run and print it."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure, and print Markdown tables.")
    parser.add_argument("--quick", action="store_true", help="repeat little: a look, not a measurement")
    parser.add_argument("--ours", action="store_true", help="without the Plotly pages")
    parser.add_argument("--page", action="store_true", help="only: how soon the map is there, and what it costs")
    parser.add_argument("--slow", action="store_true", help="only: what a slow phone waits for; with --page, too")
    options = parser.parse_args()
    often = QUICK if options.quick else OFTEN
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = launch(playwright, "--enable-unsafe-swiftshader")  # WebGL without a graphics card, for MapLibre
        print(f"\nChromium {browser.version}, no internet, {platform.machine()}, Python {platform.python_version()}")
        if options.page or options.slow:
            print_page(browser, Path(scratch), options, often[2])
            return
        rows = [] if options.ours else [compared(browser, one, often) for one in CANDIDATES]
        folders = (PROJECT / "data", write_region(Path(scratch) / "large"))
        few, many = (region(browser, folder, often) for folder in folders)
        browser.close()
    if rows:
        print(
            "\n| way | works without internet | asked other hosts | areas told apart without colour "
            "| SVG export is vector | first draw ms | recolour ms "
            "| first page kB (requests) | one recolour kB | zoom frame ms median / p95 | server MB |"
        )
        print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
        print("\n".join(rows))
    for heading, small, large in zip(HEADINGS, few[1:], many[1:], strict=True):
        print("\n" + side_by_side(heading, small, large, (few[0], many[0])))


def print_page(browser: Browser, scratch: Path, options: argparse.Namespace, times: int) -> None:
    """Print how soon the map is there, a row as soon as it is known, and how busy the machine was meanwhile."""
    if options.page:
        print()
        for line in page_speed.page_tables(browser, write_region(scratch / "large"), times):
            print(line, flush=True)
    if options.slow:
        print()
        for line in page_speed.slow_table(browser, times):
            print(line, flush=True)
    print(f"\nLoad of the machine's {os.cpu_count()} cores: " + " / ".join(f"{one:.1f}" for one in os.getloadavg()))


def compared(browser: Browser, one: Candidate, often: tuple[int, int, int]) -> str:
    """A line of the table that compares our page with others."""
    note(one.name)
    drawing, _, pressing = often
    module, *flags = one.command
    server = start(*flags, program=("-m", module))
    try:
        page = in_browser.first_page(browser, server, one, drawing)
        drawn = page["ms"] is not None
        toggled = in_browser.toggle_ms(browser, server, one, pressing) if drawn else None
        pace = in_browser.frames(browser, server, one) if drawn else None
        return row(one, page, toggled, pace, in_browser.memory_mb(server))
    finally:
        server.stop()


def region(
    browser: Browser, folder: Path, often: tuple[int, int, int]
) -> tuple[int, list[Figure], list[Figure], list[Figure]]:
    """How many municipalities a data folder has, and what our page costs with it: a list for each heading."""
    computing, writing, pressing = often
    register = load(folder, date.today())
    atlas, places = build_atlas(register), in_python.places_of(register)
    note(f"{len(register.municipalities)} municipalities: starting and answering")
    served = in_python.started(folder, register, atlas, places, computing)
    served += in_python.answered(register, places, computing)
    note(f"{len(register.municipalities)} municipalities: files")
    files = in_python.exported(atlas, places, writing)
    note(f"{len(register.municipalities)} municipalities: in the browser")
    server, page = start("--data", str(folder)), OURS
    try:
        drawn = in_browser.first_page(browser, server, page, computing)
        seen = [
            Figure("first draw, empty cache", drawn["ms"]),
            Figure("first draw: everything sent", drawn["bytes"] / 1000, "kB"),
            *in_browser.ours(browser, server, places, pressing),
        ]
        median, slow = in_browser.frames(browser, server, page)
        seen.append(Figure("zoom: frame, median", median, target=FRAME_MS))
        seen.append(Figure("zoom: frame, 95th percentile", slow, target=FRAME_MS))
        served.append(Figure("memory of the server", in_browser.memory_mb(server), "MB"))
    finally:
        server.stop()
    return len(register.municipalities), served, seen, files


def note(text: str) -> None:
    """Say on standard error what is measured now."""
    print(text, file=sys.stderr, flush=True)


def row(one: Candidate, page, toggled, pace, megabytes: float) -> str:
    """A line of the table that compares."""
    return (
        f"| {one.name} | {yes(page['ms'] is not None)} | {page['outside']} | {yes(page['patterns'])} "
        f"| {yes(page['vector'])} | {number(page['ms'])} | {number(toggled and toggled['ms'])} "
        f"| {number(page['bytes'] / 1000)} ({page['requests']}) "
        f"| {number(toggled['bytes'] / 1000 if toggled else None, 1)} "
        f"| {f'{pace[0]:.0f} / {pace[1]:.0f}' if pace else '–'} | {megabytes:.0f} |"
    )


if __name__ == "__main__":
    main()
