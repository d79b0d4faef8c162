"""Fills that are more than one colour, as tiles: hatches, stripes of several networks, stripes of a change.

Every picture draws them from here: those that Python draws, and the page's, which gets them as data.
"""

from __future__ import annotations

from dataclasses import dataclass

#: The word for "in no network", as fills begin with it.
_NONE = "none"
#: How stripes are turned, in degrees.
ANGLE = 45
#: Pixels of one network among several, of one in a change, and what a change leaves of the network before it.
SEVERAL_PX, CHANGE_PX, EDGE_PX = 9, 10, 4


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


def change_stripes(before: str, after: tuple[str, ...]) -> Tile:
    """The tile of an area that a scenario moves: what comes, and a thin one of what was; the tile's edge cuts it."""
    bars = tuple((CHANGE_PX * place, CHANGE_PX, colour_of(id)) for place, id in enumerate((*after, before)))
    return Tile(CHANGE_PX * len(after) + EDGE_PX, ANGLE, bars)


def colour_of(id: str) -> str:
    """The colour's name of a network within stripes, or of none."""
    return "gap-fill" if id.startswith(_NONE) else f"network-{id}"
