"""The page on every screen: nothing cut, nothing overlapping, nothing to scroll sideways."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from itertools import product

import pytest
from playwright.sync_api import Page

from dashboard.view.state import VIEWS
from dashboard.words.wording import LANGUAGES
from tests.browser.conftest import settled, two_frames
from tests.browser.where import OPEN_PICTURE

ALL_IN = "?scenario=" + ",".join(f"{number}:naik" for number in (3006, 3045, 3048, 3050, 3051, 3052))
#: How much the outermost column of a picture differs from the one 40 pixels further in, at its foot.
AT_THE_EDGE = (
    """async (picture) => {"""
    + OPEN_PICTURE
    + """
    const grey = (x) => [...context.getImageData(x, image.height - 3, 1, 1).data].reduce((sum, one) => sum + one);
    return Math.abs(grey(image.width - 1) - grey(image.width - 41));
}"""
)
#: What of each bar's frame is not covered by its filling, in pixels.
UNFILLED = """() => [...document.querySelectorAll(".bar")].map((bar) => {
    const frame = bar.getBoundingClientRect().width;
    return frame - bar.firstElementChild.getBBox().width; // its box alone: the seam beside it is a line around it
})"""
#: Forty letters without a space.
LONG = "Klimanettverketfordemsomborinordogsor123"
#: Where the name stands outside tables and maps, and how far its letters reach beyond what holds it, in pixels.
BEYOND = """(name) => [...document.querySelectorAll("main *")]
    .filter((node) => node.checkVisibility()
        && [...node.childNodes].some((one) => one.nodeType === Node.TEXT_NODE && one.data.includes(name)))
    .filter((node) => !node.closest("table, svg, .visually-hidden, .bar-check"))
    .map((node) => {
        const letters = document.createRange();
        letters.selectNodeContents(node);
        const holder = node.closest(
            ".brush-choice, .legend-row, .palette-row, .panel-body, .card, figure, .step-words, "
            + ".sidebar, .plan-tabs, .article"
        );
        return letters.getBoundingClientRect().right - holder.getBoundingClientRect().right;
    })"""
SIZES = [(1440, 900), (1920, 1080), (820, 1180), (390, 844), (320, 640)]
#: Boxes of what is written on the map, in the window's pixels, and the map's own.
LABELS = """() => {
    const frame = document.getElementById("map").getBoundingClientRect();
    const found = [...document.querySelectorAll("#map .labels .label, #map .labels .callout")]
        .filter((label) => getComputedStyle(label).display !== "none")
        .map((label) => {
            const boxes = [...label.querySelectorAll("text")].map((text) => text.getBoundingClientRect())
                .filter((box) => box.width);
            const least = (side) => Math.min(...boxes.map((box) => box[side]));
            const most = (side) => Math.max(...boxes.map((box) => box[side]));
            return { text: label.textContent, boxes: boxes.length,
                left: least("left"), right: most("right"), top: least("top"), bottom: most("bottom") };
        }).filter((label) => label.boxes);
    return { found, frame: { left: frame.left, right: frame.right, top: frame.top, bottom: frame.bottom } };
}"""


def overlapping(labels: list[dict]) -> list[tuple[str, str]]:
    """Pairs of texts that cover each other by more than a pixel; 2 pixels of line height are air."""
    return [
        (one["text"], other["text"])
        for place, one in enumerate(labels)
        for other in labels[:place]
        if one["left"] + 1 < other["right"]
        and other["left"] + 1 < one["right"]
        and one["top"] + 2 < other["bottom"]
        and other["top"] + 2 < one["bottom"]
    ]


def cut(seen: dict) -> list[str]:
    """Texts that cross the edge of the map."""
    frame = seen["frame"]
    return [
        one["text"]
        for one in seen["found"]
        if one["left"] < frame["left"] - 1
        or one["right"] > frame["right"] + 1
        or one["top"] < frame["top"] - 3
        or one["bottom"] > frame["bottom"] + 3
    ]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_names_at_every_zoom(open_page: Callable[..., Page], size: tuple[int, int]) -> None:
    """Names on the map never overlap and are never cut, zoomed out, zoomed in, and with a choice made."""
    page = open_page(size=size)
    counts = []
    for zoom in range(6):
        seen = page.evaluate(LABELS)
        assert overlapping(seen["found"]) == [], f"zoom step {zoom}"
        assert cut(seen) == [], f"zoom step {zoom}"
        counts.append(len(seen["found"]))
        page.evaluate("climate.zoom.act('zoom-in')")
        two_frames(page)
    assert counts[0] >= 4
    page.evaluate("climate.zoom.act('home')")
    two_frames(page)
    page.evaluate("climate.choose('3024')")
    page.wait_for_selector('[data-panel="3024"]')
    seen = page.evaluate(LABELS)
    assert overlapping(seen["found"]) == []
    assert any("Bærum" in one["text"] for one in seen["found"])


def test_names_in_every_corner(open_page: Callable[..., Page]) -> None:
    """However the map is moved, names stay apart and whole."""
    page = open_page()
    page.evaluate("climate.zoom.act('zoom-in')")
    page.evaluate("climate.zoom.act('zoom-in')")
    for east, south in ((1, 0), (1, 0), (0, 1), (0, 1), (-1, 0), (-1, 0), (-1, -1), (0, -1)):
        page.evaluate("([east, south]) => climate.zoom.pan(east, south)", [east, south])
        seen = page.evaluate(LABELS)
        assert overlapping(seen["found"]) == []
        assert cut(seen) == []


def test_the_six_are_named(open_page: Callable[..., Page]) -> None:
    """On a desktop the six outside are named on the map at first sight, and the callout says how many they are."""
    text = " ".join(one["text"] for one in open_page().evaluate(LABELS)["found"])
    six = ("Kongsberg", "Sigdal", "Øvre", "Eiker", "Flesberg", "Rollag", "Nore")
    assert [name for name in six if name not in text] == []
    assert "6 kommuner uten klimanettverk" in text


def test_networks_are_named(open_page: Callable[..., Page]) -> None:
    """Zoomed out, every network has its name or its initial on the map."""
    page = open_page()
    shown = page.evaluate(
        """() => [...document.querySelectorAll("#map .labels [data-group]")]
            .filter((label) => getComputedStyle(label).display !== "none").map((label) => label.dataset.group)"""
    )
    assert set(shown) == {"naik", "ostfold", "follo", "hallingdal"}


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_sideways_scrolling(open_page: Callable[..., Page], size: tuple[int, int]) -> None:
    """The page never scrolls sideways, in any view and language, with a choice."""
    page = open_page("?municipality=3052", size=size)
    for view, language in product(VIEWS, LANGUAGES):
        page.evaluate("([view, lang]) => climate.go(climate.query({ view, lang }))", [view, language])
        page.wait_for_selector(f'html[lang="{language}"] body[data-view="{view}"]')
        settled(page)
        widths = page.evaluate("[document.documentElement.scrollWidth, document.body.scrollWidth, innerWidth]")
        assert max(widths[:2]) <= size[0], (view, language, widths)
        assert widths[2] == size[0]


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
def test_desktop_fits(open_page: Callable[..., Page], size: tuple[int, int]) -> None:
    """On a desktop the map, the headline and the legend are in sight without scrolling."""
    page = open_page(size=size)
    for place in ("#map", "#summary", '[data-network-toggle="none"]', '[data-kpi="area"]'):
        box = page.locator(place).bounding_box()
        assert box["y"] >= 0, place
        assert box["y"] + box["height"] <= size[1] + 1, place


@pytest.mark.parametrize("size", SIZES[3:], ids=str)
def test_targets_on_phones(open_page: Callable[..., Page], size: tuple[int, int]) -> None:
    """What is to be touched is at least 24 pixels each way (WCAG 2.2, 2.5.8), links within text aside."""
    page = open_page(size=size, touch=True)
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, .site-header a")]
            .filter((node) => node.checkVisibility() && !node.classList.contains("skip"))
            .map((node) => [node.outerHTML.slice(0, 80), node.getBoundingClientRect()])
            .filter(([, box]) => box.width && (box.width < 24 || box.height < 24))
            .map(([html]) => html)"""
    )
    assert small == []


@pytest.mark.parametrize("size", [(320, 640), (390, 844), (820, 1180), (901, 700), (1024, 768), (1180, 820)], ids=str)
def test_low_header(open_page: Callable[..., Page], size: tuple[int, int]) -> None:
    """The header is one row on a desktop, two on a phone; the row of views scrolls, the present one in sight."""
    phone = size[0] <= 900
    page = open_page("?view=help", size=size, touch=phone)
    for language, view in product(LANGUAGES, ("help", "overview")):
        page.evaluate("([view, lang]) => climate.go(climate.query({ view, lang }))", [view, language])
        page.wait_for_selector(f'html[lang="{language}"] body[data-view="{view}"]')
        settled(page)
        assert page.locator(".site-header").bounding_box()["height"] <= (110 if phone else 66)
        row, finder = page.locator(".views").bounding_box(), page.locator("#find").bounding_box()
        assert row["x"] + row["width"] <= finder["x"]
        assert finder["width"] >= 96
        here = page.locator(".views [aria-current]").bounding_box()
        assert here["x"] >= row["x"] - 1
        assert here["x"] + here["width"] <= row["x"] + row["width"] + 1
        assert not phone or min(here["width"], here["height"]) >= 44


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_more_at_the_edge(open_page: Callable[..., Page], scheme: str) -> None:
    """A table that is cut at the edge of a phone shows a shadow there, until one has scrolled to its end."""
    page = open_page("?view=networks", size=(390, 844), scheme=scheme)
    table = page.locator("#report-counties .table-scroll")

    def shade() -> int:
        return page.evaluate(AT_THE_EDGE, "data:image/png;base64," + b64encode(table.screenshot()).decode())

    table.locator("table").evaluate("table => (table.style.marginBottom = '8px')")
    assert shade() > 60
    table.evaluate("one => (one.scrollLeft = one.scrollWidth)")
    assert shade() < 6


@pytest.mark.parametrize("size", [(320, 640), (1440, 900)], ids=str)
def test_long_names(open_page: Callable[..., Page], size: tuple[int, int]) -> None:
    """A network called with forty letters without a space runs out of nothing."""
    page = open_page(f"?scenario=3006:x,3052:x&new=x:{LONG}&municipality=3006", size=size)
    for view in ("overview", "networks", "plan", "present&step=8"):
        page.evaluate("view => climate.go(`${climate.query({ view: null })}&view=${view}`)", view)
        page.wait_for_selector(f'body[data-view="{view.split("&")[0]}"]')
        settled(page)
        beyond = page.evaluate(BEYOND, LONG)
        assert beyond, view
        assert max(beyond) <= 0, view


def test_full_bars(open_page: Callable[..., Page]) -> None:
    """Where nobody is left outside, the bars are filled from end to end."""
    assert open_page(ALL_IN).evaluate(UNFILLED) == [0, 0, 0]
