"""Where things are on the screen, and what a visitor's fingers do there."""

from __future__ import annotations

from collections.abc import Iterable

from playwright.sync_api import Page

from tests.browser.conftest import area

Point = tuple[float, float]
#: Script that opens ``picture`` (a data: address) so that its pixels can be read from ``image`` and ``context``.
OPEN_PICTURE = """
    const image = new Image();
    image.src = picture;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.drawImage(image, 0, 0);
"""


def middle(page: Page, number: str) -> Point:
    """A point of the window that is surely inside a municipality: where its name stands or would stand."""
    x, y = page.evaluate(
        """(number) => {
            const at = climate.map.chart.names[number].target, box = climate.map.svg.getBoundingClientRect();
            const [x, y] = climate.zoom.point(...at);
            return [box.left + x, box.top + y];
        }""",
        number,
    )
    return x, y


def click_area(page: Page, number: str) -> None:
    """Click in the middle of a municipality."""
    page.mouse.click(*middle(page, number))


def on_top(page: Page, number: str) -> bool:
    """Whether a municipality can be seen and hit in its middle: it is in the window and nothing lies over it."""
    return page.evaluate(
        """([x, y, number]) => {
            const hit = document.elementFromPoint(x, y);
            return Boolean(hit && hit.dataset.municipality === number);
        }""",
        [*middle(page, number), number],
    )


def open_tab(page: Page, name: str) -> None:
    """Open one of the plan's tabs."""
    page.click(f"#tab-{name}")
    page.wait_for_selector(f"#plan-{name}:not([hidden])")


def zoom(page: Page) -> float:
    """How close the map is looked at; 1 is the whole region."""
    return float(page.get_attribute("#map", "data-zoom"))


def view_of_map(page: Page) -> list[float]:
    """The map's transform: east, south, scale."""
    return page.evaluate("(({ x, y, k }) => [x, y, k])(d3.zoomTransform(climate.map.svg))")


def written(page: Page, number: str) -> bool:
    """Whether the name of a municipality stands on the map, in the window and under nothing else."""
    return page.evaluate(
        """(number) => {
            const label = document.querySelector(`#map .label[data-municipality="${number}"]`);
            if (!label || getComputedStyle(label).display === "none") return false;
            const box = label.getBoundingClientRect(), map = document.getElementById("map");
            const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            return box.width > 0 && box.left >= 0 && box.right <= innerWidth && Boolean(hit) && map.contains(hit);
        }""",
        number,
    )


def painted(page: Page, number: str) -> str:
    """What the browser fills a municipality with."""
    return area(page, number).evaluate("path => getComputedStyle(path).fill")


class Fingers:
    """Real touches, as the browser gets them from a screen."""

    def __init__(self, page: Page):
        self._page = page
        self._session = page.context.new_cdp_session(page)

    def _send(self, kind: str, points: Iterable[Point]) -> None:
        touches = [{"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(points)]
        self._session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    def swipe(self, start: Point, end: Point, steps: int = 8) -> None:
        """Move one finger over the screen."""
        self._send("touchStart", [start])
        for step in range(1, steps + 1):
            part = step / steps
            self._send("touchMove", [tuple(a + (b - a) * part for a, b in zip(start, end, strict=True))])
        self._send("touchEnd", [])

    def pinch(self, middle: Point, before: float, after: float, steps: int = 8) -> None:
        """Set one finger and then another on the screen, and move them from one distance to another."""
        x, y = middle
        self._send("touchStart", [(x - before / 2, y)])
        self._send("touchStart", [(x - before / 2, y), (x + before / 2, y)])
        for step in range(1, steps + 1):
            half = (before + (after - before) * step / steps) / 2
            self._send("touchMove", [(x - half, y), (x + half, y)])
        self._send("touchEnd", [])
