"""Fills of a picture of the map as SVG: one colour, or a pattern for what is none, two, or moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dashboard.colours.paper_patterns import printed_id, printed_lines, printed_pattern
from dashboard.view.state import NONE
from dashboard.view.view import MapView, before_and_after
from geodata.model import Network


def fill_of(key: str, ink: dict[str, str]) -> str:
    """A colour, or the pattern that ``patterns`` defines for the key."""
    if key.startswith(NONE) or "+" in key or "~" in key or key == "class-unknown":
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
    """The id of the pattern for a key: "+" (both) and "~" (before and after) are different pictures."""
    return "fill-" + key.replace("+", ".").replace("~", "_")


def patterns(view: MapView, ink: dict[str, str], scale: float) -> Iterable[str]:
    """A pattern for every fill on the map that is not one colour; its lines keep their width in pixels."""
    yield _pattern("key-gap", 9, 45, ((0, 9, ink["gap-fill"]), (0, 2.6, ink["gap-line"])), 1)
    bars: tuple[tuple[float, float, str], ...]
    for key in dict.fromkeys(area.fill for area in view.areas):
        if "~" in key:
            before, after = before_and_after(key)
            colours = [ink["gap-fill"] if one.startswith(NONE) else ink[f"network-{one}"] for one in (*after, before)]
            bars = tuple((10 * place, 10, colour) for place, colour in enumerate(colours))
            yield _pattern(pattern_id(key), 10 * len(after) + 4, 45, bars, scale)  # the tile's edge cuts the last to 4
        elif key.startswith(NONE):
            angle = 45 if key.endswith("dialogue") else -45
            bars = ((0, 9, ink["gap-fill"]), (0, 2.6, ink["gap-line"]))
            yield _pattern(pattern_id(key), 9, angle, bars, scale)
        elif key == "class-unknown":
            yield _pattern(pattern_id(key), 9, 0, ((0, 9, ink[key]), (0, 1.2, ink["line-strong"])), scale)
        elif "+" in key:
            networks = key.split("+")
            bars = tuple((9 * place, 9, ink[f"network-{id}"]) for place, id in enumerate(networks))
            yield _pattern(pattern_id(key), 9 * len(networks), 45, bars, scale)


def _pattern(id: str, step: float, angle: float, bars: Iterable[tuple[float, float, str]], scale: float) -> str:
    rects = "".join(f'<rect x="{x}" width="{width}" height="{step}" fill="{fill}"/>' for x, width, fill in bars)
    return (
        f'<pattern id="{id}" patternUnits="userSpaceOnUse" width="{step}" height="{step}"'
        f' patternTransform="rotate({angle}) scale({1 / scale:.4f})">{rects}</pattern>'
    )
