"""Fills that are more than one colour, as tiles: hatches, stripes of several networks.

Every picture draws them from here: those that Python draws, and the page's, which gets them as data.
"""

from __future__ import annotations

from dataclasses import dataclass

#: The word for "in no network", as fills begin with it.
_NONE = "none"
#: How stripes are turned, in degrees.
ANGLE = 45
#: Pixels of one network among several.
SEVERAL_PX = 9


@dataclass(frozen=True)
class Tile:
    """A square of ``step`` pixels, turned by ``angle`` degrees: bars of a start, a width and a colour's name."""

    step: float
    angle: int
    bars: tuple[tuple[float, float, str], ...]


_GAP = ((0, 9, "gap-fill"), (0, 2.6, "gap-line"))
#: The fills that are hatched: in no network, in none but in dialogue, and without a figure.
HATCHES = {
    _NONE: Tile(9, -ANGLE, _GAP),
    f"{_NONE}-dialogue": Tile(9, ANGLE, _GAP),
    "class-unknown": Tile(9, 0, ((0, 9, "class-unknown"), (0, 1.2, "line-strong"))),
}


def stripes(ids: tuple[str, ...]) -> Tile:
    """The tile of an area that is in several networks."""
    bars = tuple((SEVERAL_PX * place, SEVERAL_PX, colour_of(id)) for place, id in enumerate(ids))
    return Tile(SEVERAL_PX * len(ids), ANGLE, bars)


def colour_of(id: str) -> str:
    """The colour's name of a network within stripes, or of none."""
    return "gap-fill" if id.startswith(_NONE) else f"network-{id}"
