"""The generated sentence: its first part as the headline."""

from __future__ import annotations

from dash import html

from dashboard.view.sentence import summary
from dashboard.view.view import MapView


def sentences(view: MapView) -> list:
    """Headline and the sentences after it; read together they are the whole of what the map says."""
    first, *rest = summary(view)
    return [html.H1(first + " "), html.P(" ".join(rest))]
