"""The networks' patterns on paper: they read in black and white too."""

from __future__ import annotations

from collections.abc import Mapping

from geodata.model import Network

#: A pattern's name → its lines, an SVG path in a square of ``STEP`` pixels.
LINES = {"dots": "M2 2h1.5M6 6h1.5", "horizontal": "M0 4H8", "vertical": "M4 0V8", "cross": "M0 4H8M4 0V8"}
STEP = 8
LINE_PX = 1.3
#: How much of the network's colour its ground keeps, over white.
GROUND = 0.38


def printed_lines(networks: Mapping[str, Network]) -> dict[str, str]:
    """The lines of each network that has a pattern, by its id."""
    return {id: LINES[network.pattern] for id, network in networks.items() if network.pattern in LINES}


def printed_id(network: str) -> str:
    """The id of a network's pattern on paper."""
    return f"print-{network}"


def printed_pattern(network: str, lines: str, colour: str, scale: float) -> str:
    """The SVG pattern: lines in the network's colour on a pale ground of it; ``scale``: pixels per unit of the map."""
    return (
        f'<pattern id="{printed_id(network)}" patternUnits="userSpaceOnUse" width="{STEP}" height="{STEP}"'
        f' patternTransform="scale({1 / scale:.4f})"><rect width="{STEP}" height="{STEP}" fill="#fff"/>'
        f'<rect width="{STEP}" height="{STEP}" fill="{colour}" opacity="{GROUND}"/>'
        f'<path d="{lines}" stroke="{colour}" stroke-width="{LINE_PX}"/></pattern>'
    )
