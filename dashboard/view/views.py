"""The views that an address can ask for, and how the page is laid out in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: How the page is laid out: words beside the map, one column to read, the table in the map's place, or step by step.
#: The style sheets know shapes (``body[data-shape]``), so that a new view needs no rule of its own.
Shape = Literal["map", "article", "table", "story"]


@dataclass(frozen=True)
class View:
    """A view by its name in the address, and its shape; dashboard/page/parts.py has what fills it."""

    id: str
    shape: Shape


#: In the order of the header; the first is what the bare address shows.
ALL_VIEWS = (
    View("overview", "map"),
    View("table", "table"),
    View("networks", "article"),
    View("plan", "map"),
    View("present", "story"),
    View("data", "article"),
    View("help", "article"),
)
_SHAPES = {one.id: one.shape for one in ALL_VIEWS}


def shape_of(id: str) -> Shape:
    """The shape of the view with this name."""
    return _SHAPES[id]
