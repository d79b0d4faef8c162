"""The map's shapes, read back by python-pptx."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest
from pptx.shapes.base import BaseShape
from pptx.shapes.group import GroupShape

from dashboard.exports.slides.box import Box
from dashboard.exports.slides.map import SlideMap, map_group
from dashboard.exports.slides.markup import parsed
from dashboard.exports.slides.paint import paint_of
from dashboard.exports.slides.window import window_of
from dashboard.view.view import MapView
from tests.dashboard.exports.slides import read_slides as slides
from tests.dashboard.view.test_view import SIX


def border(shape: BaseShape) -> tuple[str, float]:
    """The colour of a shape's line as the file names it, and its width in points."""
    (colour,) = shape._element.spPr.xpath("a:ln/a:solidFill/*/@val")
    return colour, shape.line.width.pt


@pytest.mark.parametrize(
    ("query", "dark"),
    [
        ("", set(SIX)),
        ("?networks=none", set(SIX)),
        ("?networks=naik", set()),
        ("?scenario=3006:naik,3024:none", set(SIX) - {"3006"} | {"3024"}),
    ],
)
def test_borders(view: Callable[..., MapView], query: str, dark: set[str]) -> None:
    """Whoever stands out and is in no network has a dark border; all others have the light and thinner one."""
    seen = view(query)
    paint = paint_of(seen)
    window = window_of(seen.atlas.ground, Box(0, 0, 8, 7), (0, 0, 0, 0))
    group = GroupShape(parsed(map_group(SlideMap(seen, window, "map"), paint, count(1))), None)
    inks = {paint.page["gap-ink"].theme: "dark", paint.page["seam"].hex[1:].upper(): "light"}
    borders = {number: border(shape) for number, shape in slides.areas(group).items()}
    assert {number for number, (ink, _) in borders.items() if inks[ink] == "dark"} == dark
    assert all(width == (0.75 if inks[ink] == "dark" else 0.5) for ink, width in borders.values())


def test_pins(view: Callable[..., MapView]) -> None:
    """The numbers of pinned notes stand over their areas, say what is noted, and no name lies under them."""
    seen = view("?pin=3051:Vedtak%20i%20mars&pin=3048:Spør")
    window = window_of(seen.atlas.ground, Box(0, 0, 8, 7), (0, 0, 0, 0))
    group = GroupShape(parsed(map_group(SlideMap(seen, window, "map"), paint_of(seen), count(1))), None)
    pins = [one for one in group.shapes if one.name.startswith("Notat")]
    assert [(one.text_frame.text, one.name) for one in pins] == [
        ("1", "Notat 1: Rollag, Vedtak i mars"),
        ("2", "Notat 2: Øvre Eiker, Spør"),
    ]
    areas, names = (
        slides.areas(group),
        [one for one in group.shapes if one.name.startswith("Navn") and one.has_text_frame],
    )
    assert len(names) > 6
    for pin, number in zip(pins, ("3051", "3048"), strict=True):
        assert areas[number].left <= pin.left + pin.width / 2 <= areas[number].left + areas[number].width
        for one in names:
            apart = (
                one.left >= pin.left + pin.width
                or pin.left >= one.left + one.width
                or one.top >= pin.top + pin.height
                or pin.top >= one.top + one.height
            )
            assert apart, (pin.name, one.name)
