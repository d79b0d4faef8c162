"""The small square that shows a fill: in legend, table and panel as on the map."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.page.attributes import attributes
from dashboard.view.state import NONE

STRIPE_PX = 5


def swatch(fill: str, initial: str = "", small: bool = False, pattern: str = "") -> html.Span:
    """A square filled as an area is: a network, two in stripes, or a hatch (in the style sheet).

    ``pattern`` is the network's pattern on paper.
    """
    return html.Span(
        initial,
        className="swatch small" if small else "swatch",
        **attributes(aria_hidden=True) | filled(fill) | attributes(data_pattern=pattern or None),
    )


def filled(fill: str) -> dict[str, Any]:
    """Attributes of what shows a fill: a swatch, or an element whose style sheet paints one before its words."""
    fill = fill.rpartition("~")[2]  # of a change the swatch shows what comes
    return attributes(data_fill=fill) | {
        "style": {} if fill.startswith(NONE) else {"--fill": background(fill.split("+"))}
    }


def background(networks: list[str]) -> str:
    """CSS for one colour, or for stripes of several."""
    if len(networks) == 1:
        return f"var(--network-{networks[0]})"
    stops = [
        f"var(--network-{id}) {place * STRIPE_PX}px {(place + 1) * STRIPE_PX}px" for place, id in enumerate(networks)
    ]
    return f"repeating-linear-gradient(-45deg, {', '.join(stops)})"
