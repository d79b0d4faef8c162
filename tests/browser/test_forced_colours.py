"""The page in the system's own colours."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import area
from tests.browser.where import OPEN_PICTURE

#: How many clearly different colours a picture has.
COLOURS = (
    """async (picture) => {"""
    + OPEN_PICTURE
    + """
    const { data } = context.getImageData(0, 0, image.width, image.height), seen = new Map();
    for (let at = 0; at < data.length; at += 4 * 7) {
        const colour = [data[at] >> 5, data[at + 1] >> 5, data[at + 2] >> 5].join();
        seen.set(colour, (seen.get(colour) || 0) + 1);
    }
    return [...seen.values()].filter((count) => count > 200).length;
}"""
)
EDGES = """(selectors) => selectors.filter((selector) => {
    const style = getComputedStyle(document.querySelector(selector));
    return parseFloat(style.borderTopWidth) < 1 && parseFloat(style.outlineWidth) < 1;
})"""


def stroke(page: Page, selector: str) -> tuple[str, float]:
    """Colour and width of an outline on the map."""
    colour, width = page.locator(selector).first.evaluate(
        "one => [getComputedStyle(one).stroke, parseFloat(getComputedStyle(one).strokeWidth)]"
    )
    return colour, width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours(open_page: Callable[..., Page], scheme: str) -> None:
    """Edges carry what fills did; networks keep their fills; the chosen one and the pressed ones stand out."""
    page = open_page("?municipality=3051&networks=naik,none", scheme=scheme, forced_colors="active")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert page.evaluate(EDGES, [".legend-row", ".panel-body", ".map-tools", ".views a", "#find", ".figure .bar"]) == []
    pressed = page.locator('.legend-row[aria-pressed="true"]').first
    other = page.locator('.legend-row[aria-pressed="false"]').first
    width = "one => parseFloat(getComputedStyle(one).outlineWidth) * (getComputedStyle(one).outlineStyle !== 'none')"
    assert pressed.evaluate(width) >= 2 > other.evaluate(width)
    chosen, border = stroke(page, "#map .mark.chosen"), stroke(page, "#map .border.outer:not(.gap)")
    assert chosen != border
    assert chosen[1] > border[1]
    assert border[0] == page.evaluate("getComputedStyle(document.querySelector('h1')).color")
    fills = {area(page, number).evaluate("path => getComputedStyle(path).fill") for number in ("3044", "3024", "3051")}
    assert len(fills) == 3
    icons = page.locator("[data-map] .icon").evaluate_all(
        "all => all.map((one) => getComputedStyle(one).backgroundImage)"
    )
    assert len(set(icons)) == len(icons) == 2
    picture = "data:image/png;base64," + b64encode(page.screenshot()).decode()
    assert page.evaluate(COLOURS, picture) >= 6
