"""The small square that shows a fill: in legend, table and panel as on the map."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.markup.attributes import attributes


def swatch(fill: str, initial: str = "", small: bool = False, pattern: str = "") -> html.Span:
    """A square filled as an area is: a network, two in stripes, or a hatch.

    ``pattern`` is the network's pattern on paper.
    """
    return html.Span(
        initial,
        className="swatch small" if small else "swatch",
        **attributes(aria_hidden=True) | filled(fill) | attributes(data_pattern=pattern or None),
    )


def filled(fill: str) -> dict[str, Any]:
    """Attributes of what shows a fill: a swatch, or an element whose style sheet paints one before its words.

    The rules are those of the page's networks (dashboard/colours/palette.py) and of the state (view/state_sheet.py).
    """
    return attributes(data_fill=fill)
