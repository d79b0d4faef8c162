"""``python -m tests.bench``: measure, and print Markdown tables."""

from __future__ import annotations

import platform

from playwright.sync_api import sync_playwright

from tests.bench import in_browser, in_python
from tests.bench.in_browser import Candidate
from tests.chromium import launch
from tests.serving import start

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
    Candidate(
        name="this page (inline SVG)",
        command=("dashboard",),
        ready="document.querySelector('#map[data-ready=\"true\"]')",
        toggle='[data-network-toggle="follo"]',
        recoloured="document.querySelectorAll('#map .area.dimmed').length",
    ),
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


def yes(value: bool | None) -> str:
    """Yes, no, or a dash where it is not known."""
    return "–" if value is None else "yes" if value else "**no**"


def number(value: float | None, unit: str = "") -> str:
    """A rounded figure, or a dash where there is none."""
    return "–" if value is None else f"{value:,.0f}{unit}".replace(",", "\u00a0")


def main() -> None:
    """Measure everything in one run and print it."""
    rows, ours = [], []
    with sync_playwright() as playwright:
        browser = launch(playwright, "--enable-unsafe-swiftshader")  # WebGL without a graphics card, for MapLibre
        version = browser.version
        for one in CANDIDATES:
            module, *flags = one.command
            server = start(*flags, module=module)
            try:
                page = in_browser.first_page(browser, server, one)
                drawn = page["ms"] is not None
                toggled = in_browser.toggle_ms(browser, server, one) if drawn else None
                pace = in_browser.frames(browser, server, one) if drawn else None
                rows.append(row(one, page, toggled, pace, in_browser.memory_mb(server)))
                if one is CANDIDATES[0]:
                    ours = choice_rows(in_browser.choice(browser, server), toggled)
            finally:
                server.stop()
        browser.close()
    print(f"\nChromium {version}, no internet, {platform.machine()}, Python {platform.python_version()}\n")
    print(
        "| way | works without internet | asked other hosts | areas told apart without colour "
        "| SVG export is vector | first draw ms | recolour ms "
        "| first page kB (requests) | one recolour kB | zoom frame ms median / p95 | server MB |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    print("\n".join(rows))
    print("\n| step | this page |\n| --- | --- |")
    for what, duration in [*in_python.measure(), *ours]:
        print(f"| {what} | {duration} |")


def row(one: Candidate, page, toggled, pace, megabytes: float) -> str:
    """A line of the table that compares."""
    return (
        f"| {one.name} | {yes(page['ms'] is not None)} | {page['outside']} | {yes(page['patterns'])} "
        f"| {yes(page['vector'])} | {number(page['ms'])} | {number(toggled and toggled['ms'])} "
        f"| {number(page['bytes'] / 1000)} ({page['requests']}) "
        f"| {format(toggled['bytes'] / 1000, '.1f') if toggled else '–'} "
        f"| {f'{pace[0]:.0f} / {pace[1]:.0f}' if pace else '–'} | {megabytes:.0f} |"
    )


def choice_rows(chosen: dict[str, float], toggled: dict[str, float]) -> list[tuple[str, str]]:
    """What a choice and a filter cost on our page."""
    return [
        ("one choice: click to outline", f"{chosen['outline']:.0f} ms"),
        ("one choice: click to panel", f"{chosen['panel']:.0f} ms"),
        ("one choice: bytes of the answer", f"{chosen['bytes'] / 1000:.1f} kB"),
        ("one filter: click to dimmed map", f"{toggled['ms']:.0f} ms"),
        ("one filter: bytes of the answer", f"{toggled['bytes'] / 1000:.1f} kB"),
    ]


if __name__ == "__main__":
    main()
