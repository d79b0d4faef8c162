"""The figures of what the filters select."""

from __future__ import annotations

from dash import html

from dashboard.view.described import selection_text
from dashboard.view.view import MapView


def selection_line(view: MapView) -> html.P:
    """Municipalities, population and land area of the selection in one line."""
    return html.P([html.Strong(view.say("selection") + ": "), selection_text(view)])
