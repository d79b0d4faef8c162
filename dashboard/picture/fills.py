"""Fills of a picture of the map as SVG: one colour, or a pattern for what is none or two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dashboard.colours.paper_patterns import printed_id, printed_lines, printed_pattern
from dashboard.colours.patterns import HATCHES, Tile, stripes
from dashboard.view.state import NONE
from dashboard.view.view import MapView
from geodata.model import Network


def fill_of(key: str, ink: dict[str, str]) -> str:
    """A colour, or the pattern that ``patterns`` defines for the key."""
    if key.startswith(NONE) or "+" in key or key == "class-unknown":
        return f"url(#{pattern_id(key)})"
    return ink[key] if key.startswith("class") else ink[f"network-{key}"]


def printed_fill(key: str, ink: dict[str, str], networks: Mapping[str, Network]) -> str:
    """The fill on paper: a network's own pattern where it has one, so that it reads in black and white too."""
    return f"url(#{printed_id(key)})" if key in printed_lines(networks) else fill_of(key, ink)


def printed_patterns(networks: Mapping[str, Network], ink: dict[str, str], scale: float) -> Iterable[str]:
    """What ``printed_fill`` refers to."""
    for id, lines in printed_lines(networks).items():
        yield printed_pattern(id, lines, ink[f"network-{id}"], scale)


def pattern_id(key: str) -> str:
    """The id of the pattern for a key."""
    return "fill-" + key.replace("+", ".")


def patterns(view: MapView, ink: dict[str, str], scale: float, suffix: str = "") -> Iterable[str]:
    """A pattern for every fill on the map that is not one colour; its lines keep their width in pixels.

    ``suffix`` ends their ids where the same fills are defined in other colours too.
    """
    yield _pattern(f"key-gap{suffix}", HATCHES[f"{NONE}-dialogue"], ink, 1)
    for key in dict.fromkeys(area.fill for area in view.areas):
        if tile := tile_of(key):
            yield _pattern(pattern_id(key) + suffix, tile, ink, scale)


def tile_of(key: str) -> Tile | None:
    """The tile of a fill that is more than one colour."""
    if "+" in key:
        return stripes(tuple(key.split("+")))
    return HATCHES.get(key)


def _pattern(id: str, tile: Tile, ink: dict[str, str], scale: float) -> str:
    rects = "".join(
        f'<rect x="{x}" width="{width}" height="{tile.step}" fill="{ink[colour]}"/>' for x, width, colour in tile.bars
    )
    return (
        f'<pattern id="{id}" patternUnits="userSpaceOnUse" width="{tile.step}" height="{tile.step}"'
        f' patternTransform="rotate({tile.angle}) scale({1 / scale:.4f})">{rects}</pattern>'
    )
