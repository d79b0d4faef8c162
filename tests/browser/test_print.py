"""The page on paper: one A4 sheet that says everything, in black and white too."""

from __future__ import annotations

import re
import subprocess
from base64 import b64encode
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import READY, area
from tests.browser.test_networks_view import DRAWN
from tests.browser.where import OPEN_PICTURE, painted

SCENARIO = (
    "scenario=3006:kongsberg,3045:kongsberg,3050:kongsberg,3051:kongsberg,3052:kongsberg,3048:naik"
    "&new=kongsberg:Kongsberg%20klimanettverk"
)
SIX = ("Kongsberg", "Sigdal", "Øvre Eiker", "Flesberg", "Rollag", "Nore og Uvdal")
A4 = (841.9, 595.3)  # points, landscape
#: How dark a patch of a network is on grey paper, and how much its rows and its columns differ.
GREY = (
    """async ([picture, patches]) => {"""
    + OPEN_PICTURE
    + """
    const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = (values) => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));
    return patches.map(([x, y, size]) => {
        const { data } = context.getImageData(x, y, size, size);
        const grey = (column, row) => {
            const at = 4 * (row * size + column);
            return 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
        };
        const steps = [...Array(size).keys()];
        const rows = steps.map((row) => mean(steps.map((column) => grey(column, row))));
        const columns = steps.map((column) => mean(steps.map((row) => grey(column, row))));
        return [mean(rows), spread(rows), spread(columns)];
    });
}"""
)


def printed(page: Page, folder: Path) -> Path:
    """The page as a PDF, on the paper that the style sheet asks for."""
    file = folder / "page.pdf"
    page.pdf(path=file, prefer_css_page_size=True, print_background=True)
    return file


def told(*command: object) -> str:
    """What a command of poppler's writes."""
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True).stdout


def words(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())


def pages(file: Path) -> list[str]:
    """The words of each page."""
    return [words(text) for text in told("pdftotext", "-layout", file, "-").split("\f")[:-1]]


@pytest.mark.parametrize(
    ("query", "expected", "controls"),
    [
        (
            "",
            ("45 av 51 kommuner i Viken", "95,5 %", "1 278 287 av 1 338 636", "Klima Østfold", "Kartverket", "SSB"),
            (
                "Utvalg og kart",
                "Ta med",
                "Hjelp",
                "Tabell",
                "Trykk for",
                "Finn kommune",
                "Skriv ut",
                "Hopp til",
                "Taster",
            ),
        ),
        (
            "?municipality=3051&networks=none,follo&theme=dark&colour=network",
            ("Rollag", "3051", "3336", "Utvalg:", "12 kommuner", "Follo klimanettverk"),
            ("Lukk", "Fjern utvalg", "Vis alle", "Utvalg og kart", "Ta med"),
        ),
        (
            "?lang=en&municipality=3050&year=2023&county=oslo",
            ("45 of 51 municipalities", "95.4%", "Hallingdal climate network", "Flesberg", "Statistics Norway"),
            ("Filters and map", "Take it along", "Help", "Close", "The address", "Find a", "Skip to"),
        ),
        (
            "?revision=0123456789ab&county=oslo",
            ("Lenken gjelder datarevisjon 0123456789ab", "Datarevisjon", "datert"),
            ("Adressen inneholdt", "Gå videre", "Tilgjengelighet"),
        ),
    ],
    ids=["overview", "chosen", "english", "other data"],
)
def test_one_page(
    open_page: Callable[..., Page], tmp_path: Path, query: str, expected: tuple[str, ...], controls: tuple[str, ...]
) -> None:
    """One A4 page, landscape: sentence, figures, legend, the six, sources; no control; the chosen one in sight."""
    page = open_page(query)
    file = printed(page, tmp_path)
    about = told("pdfinfo", file)
    assert re.search(r"^Pages:\s+1$", about, re.MULTILINE), about
    size = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", about)
    assert [float(side) for side in size.groups()] == pytest.approx(A4, abs=1)
    text = words(told("pdftotext", "-layout", file, "-")) + " " + words(told("pdftotext", file, "-"))
    missing = [part for part in (*SIX, *expected, words(page.inner_text("h1"))) if words(part) not in text]
    assert missing == []
    assert [part for part in controls if part in text] == []


def test_patterns(open_page: Callable[..., Page]) -> None:
    """On paper every network has its pattern, as its swatch in the legend has; on the screen it has its colour."""
    page = open_page("?theme=dark")
    assert not painted(page, "3044").startswith("url(")
    page.emulate_media(media="print")
    fills = {number: painted(page, number) for number in ("3044", "3024", "3021", "3014", "3051", "3048")}
    assert all(fill.startswith("url(") for fill in fills.values())
    assert len(set(fills.values())) == len(fills)
    swatches = page.locator(".legend .swatch[data-pattern]").evaluate_all(
        "all => all.map((one) => getComputedStyle(one).backgroundImage)"
    )
    assert len(set(swatches)) == len(swatches) == 4
    assert all("gradient" in one for one in swatches)
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    ink = page.evaluate("getComputedStyle(document.querySelector('h1')).color")
    dark, light = (sum(map(int, re.findall(r"\d+", colour)[:3])) for colour in (ink, paper))
    assert light - dark > 450, "dark letters on light paper, whatever the theme"


def test_black_and_white(open_page: Callable[..., Page]) -> None:
    """Without colour, any two networks still differ: in darkness, or in the direction of their lines."""
    page = open_page()
    page.emulate_media(media="print")
    page.evaluate(
        """() => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(".labels, .borders { display: none !important }");
            document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        }"""
    )
    size = 24
    patches = page.evaluate(
        """(size) => Object.values(climate.map.chart.networks).map(({ target }) => {
            const at = new DOMPoint(...target).matrixTransform(climate.map.world.getScreenCTM());
            return [Math.round(at.x - size / 2), Math.round(at.y - size / 2), size];
        })""",
        size,
    )
    picture = "data:image/png;base64," + b64encode(page.screenshot()).decode()
    found = page.evaluate(GREY, [picture, patches])
    for one, other in combinations(found, 2):
        assert max(abs(a - b) for a, b in zip(one, other, strict=True)) > 4, found


def test_selection_on_paper(open_page: Callable[..., Page]) -> None:
    """What the filters leave out is fainter on paper as well."""
    page = open_page("?networks=follo")
    page.emulate_media(media="print")
    strength = "path => parseFloat(getComputedStyle(path).fillOpacity)"
    assert area(page, "3021").evaluate(strength) == 1
    assert area(page, "3044").evaluate(strength) < 0.5


def test_plan(open_page: Callable[..., Page], tmp_path: Path) -> None:
    """A plan: map, sentence, figures, legend and changes first, then what follows; nothing cut, no page for nothing."""
    page = open_page(f"?view=plan&{SCENARIO}&compare=3006:naik,3048:naik&compare=3006:naik&equal=25000&each=1")
    file = printed(page, tmp_path)
    first, *rest = pages(file)
    assert 2 <= len(rest) <= 3
    assert all(len(text) > 300 for text in rest)
    assert [name for name in (*SIX, "Alle 51", "100,0 %", "Follo klimanettverk") if name not in first] == []
    whole = " ".join(rest)
    order = ["Kontroll av", "Forslag for", "Sammenlign", "Alternativ 2", "Hva det koster", "25 000", "Lunner:"]
    assert sorted(order, key=whole.index) == order
    controls = (
        *("Som i registeret", "Stift", "Angre", "Endringslisten", "Alle kommunene som", "Velg fil", "Eksempler"),
        *("Nytt nettverk", "Flytt flere", "Navn på", "Til kartet"),
    )
    assert [part for part in controls if part in first + whole] == []
    width, height = (round(side * 96 / 72 - 2 * 9 * 96 / 25.4) for side in A4)
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(media="print")
    box = page.locator("#map").bounding_box()
    assert box["x"] + box["width"] <= width + 1
    assert box["y"] + box["height"] <= height
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_suggestions_on_paper(open_page: Callable[..., Page], tmp_path: Path) -> None:
    """What is folded on the screen can be read on paper: each suggestion with its reasons, none with a button."""
    page = open_page("?view=plan&municipality=3052")
    listed = page.locator("#suggestions").text_content().count("Felles grense")
    text = " ".join(pages(printed(page, tmp_path)))
    assert text.count("Felles grense") == listed >= 10
    assert [part for part in ("Prøv", "Lukk", "Alle kommunene som liste") if part in text] == []


def test_total_once(open_page: Callable[..., Page], tmp_path: Path) -> None:
    """A table over several pages has its heading on each and its total once, at the end."""
    sheets = pages(printed(open_page("?view=table"), tmp_path))
    assert len(sheets) > 1
    assert all("Per km²" in sheet for sheet in sheets)
    assert [place for place, sheet in enumerate(sheets) if "1 338 636" in sheet] == [len(sheets) - 1]


@pytest.mark.parametrize("size", [(1440, 900), (2560, 1440)], ids=str)
def test_charts_on_paper(open_page: Callable[..., Page], tmp_path: Path, size: tuple[int, int]) -> None:
    """Charts are on paper though nobody scrolled to them, dark on light and whole; no page for the footer alone."""
    page = open_page("?view=networks&theme=dark", size=size)
    page.wait_for_function(DRAWN)
    sheets = pages(printed(page, tmp_path))
    assert len(sheets) <= 10
    assert all(len(sheet) > 400 for sheet in (*sheets[:2], *sheets[3:])), "only the charts' own page has few words"
    assert "2005 2010 2015" in " ".join(sheets), "the axis of the years"
    assert not any(sheet.endswith(("Diagrammer", "Klimanettverk", "Region i dialog")) for sheet in sheets)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    widths = page.locator(".chart .main-svg").evaluate_all("all => all.map((one) => one.getBoundingClientRect().width)")
    assert max(widths) <= 1017
    colours = "() => [...document.querySelectorAll('.chart .xtick text')].map((text) => getComputedStyle(text).fill)"
    page.wait_for_function(f"({colours})().length")
    assert set(page.evaluate(colours)) == {"rgb(20, 35, 43)"}, "the ink of the light theme"


def test_charts_before_they_are_drawn(visitor: Callable[..., BrowserContext]) -> None:
    """Where a chart was not drawn in time, paper has its table; never an empty frame."""
    page = visitor().new_page()
    page.route("**/plotly-basic*", lambda route: None)  # never answered
    page.goto("/?view=networks", wait_until="domcontentloaded")  # the page loads on until plotly.js is there
    page.wait_for_selector(READY, state="attached")
    page.wait_for_selector("#chart-mix", state="attached")
    page.emulate_media(media="print")
    for chart in page.locator("figure.chart").all():
        assert not chart.locator(".graph").is_visible()
        assert chart.locator("tbody tr").first.is_visible()


@pytest.mark.parametrize("view", ["table", "networks", "overview", "plan"])
def test_scenario_is_marked(open_page: Callable[..., Page], tmp_path: Path, view: str) -> None:
    """No sheet of a scenario can be taken for today's register, and no screen."""
    page = open_page(f"?view={view}&{SCENARIO}")
    expect(page.locator(".scenario-badge:visible")).to_have_count(1)
    assert "Scenario" in pages(printed(page, tmp_path))[0]
