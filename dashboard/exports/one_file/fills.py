"""Fills of the one file that are no single colour: swatches as the map is painted, and patterns for black and white."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.colours.palette import FADED
from dashboard.colours.paper_patterns import printed_id
from dashboard.colours.swatches import background
from dashboard.view.state import NONE
from dashboard.view.view import MapView

_ACROSS = "repeating-linear-gradient({}deg,#444 0 1.2px,transparent 1.2px 5px)"
#: A pattern's name → what a swatch has of it on paper.
SWATCH_PATTERNS = {
    "dots": "radial-gradient(#444 22%,transparent 26%) 0 0/5px 5px",
    "horizontal": _ACROSS.format(0),
    "vertical": _ACROSS.format(90),
    "cross": f"{_ACROSS.format(0)},{_ACROSS.format(90)}",
}


def swatch_rules(fills: Iterable[str]) -> str:
    """CSS for each fill: one colour, stripes of two networks, or a hatch."""
    return "".join(_rule(fill, _background(fill)) for fill in sorted(set(fills)))


def _rule(fill: str, ground: str) -> str:
    return f'[data-fill="{fill}"]{{--fill:{ground}}}'


def _background(fill: str) -> str:
    if fill.startswith(NONE):
        angle = -45 if fill.endswith("dialogue") else 45
        return f"repeating-linear-gradient({angle}deg,var(--gap-line) 0 2px,var(--gap-fill) 2px 6px)"
    if fill == "class-unknown":
        return "repeating-linear-gradient(90deg,var(--line-strong) 0 1px,var(--class-unknown) 1px 5px)"
    if fill.startswith("class-"):
        return f"var(--{fill})"
    return background(fill.split("+"))


def network_rules(view: MapView) -> str:
    """CSS for areas that are in one network and painted with it; what does not stand out fades into the land."""
    rules = []
    for id in view.networks:
        area, colour = f'[data-network="{id}"]:not([fill])', f"var(--network-{id})"
        rules.append(f"{area}{{fill:{colour}}}{area}.dim{{fill:color-mix(in srgb,{colour} {FADED:.0%},var(--land))}}")
    return "".join(rules)


def print_rules(view: MapView) -> str:
    """CSS that fills areas and swatches with those patterns, for ``@media print``; numbers keep their classes."""
    pale = "linear-gradient(#ffffff9e,#ffffff9e)"
    rules = []
    for id, network in view.networks.items():
        if network.pattern in SWATCH_PATTERNS and not view.classes:
            rules.append(f'[data-network="{id}"]:not([fill]){{fill:url(#{printed_id(id)})}}')
            ground = f"{SWATCH_PATTERNS[network.pattern]},{pale},var(--network-{id})"
            rules.append(_rule(id, ground))
    return "".join(rules)
