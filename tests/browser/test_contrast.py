"""Names over the map can be read: 4.5 to 1 against what is behind their letters, computed from what is drawn."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from dashboard.colours.contrast import contrast

#: Each visible line of a name with its colour and those behind it: its label's ground, else the edge of its letters,
#: else whatever lies under five points of it, as pixels would be.
BEHIND = """() => {
    const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const hex = (colour) => {
        context.clearRect(0, 0, 1, 1);
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
        if (a < 250) throw new Error(colour + " lets something shine through");
        return "#" + [r, g, b].map((part) => part.toString(16).padStart(2, "0")).join("");
    };
    const drawn = [...document.querySelectorAll("#map .surroundings path, #map .area, #map .lakes")];
    const under = (x, y) => {
        const hit = drawn.filter((path) =>
            path.isPointInFill(new DOMPoint(x, y).matrixTransform(path.getScreenCTM().inverse()))).at(-1);
        return getComputedStyle(hit ?? document.getElementById("map"))[hit ? "fill" : "backgroundColor"];
    };
    const found = [];
    for (const text of document.querySelectorAll("#map .labels .label text")) {
        if (!text.checkVisibility()) continue;
        const style = getComputedStyle(text), pill = getComputedStyle(text.parentNode.querySelector("rect")).fill;
        const { left, top, right, bottom } = text.getBoundingClientRect(), y = (top + bottom) / 2;
        const grounds = pill !== "none" ? [pill]
            : style.stroke !== "none" ? [style.stroke]
            : [0.02, 0.25, 0.5, 0.75, 0.98].map((part) => under(left + part * (right - left), y));
        for (const ground of new Set(grounds)) {
            found.push([text.textContent, hex(style.fill), ground.startsWith("url") ? ground : hex(ground)]);
        }
    }
    return found;
}"""
STATES = (
    "",
    "?networks=follo",
    "?colour=density",
    "?colour=population",
    "?municipality=3024",
    "?view=plan&scenario=3006:k,3050:k,3051:k,3035:follo&new=k:Kongsberg%20klimanettverk",
    "?view=plan&scenario=3048:naik%2Bk,3024:none&new=k:Nytt",
    "?layer=klimapartnere",
)


@pytest.mark.parametrize(("theme", "size"), [("light", (1440, 900)), ("dark", (1440, 900)), ("light", (390, 844))])
def test_names_over_the_map(open_page: Callable[..., Page], theme: str, size: tuple[int, int]) -> None:
    """Every name in every kind of state, on a desktop and on a phone; none stands on a pattern without a ground."""
    wrong = []
    for state in STATES:
        page = open_page(f"{state}{'&' if state else '?'}theme={theme}", size=size)
        found = page.evaluate(BEHIND)
        assert len(found) > 5, state
        wrong += [
            (state, name, ink, ground)
            for name, ink, ground in found
            if ground.startswith("url") or contrast(ink, ground) < 4.5
        ]
    assert wrong == []
