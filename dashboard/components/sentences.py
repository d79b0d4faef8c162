"""The generated sentence: its first part as the headline."""

from __future__ import annotations

from dash import html

from dashboard.components.scenario import mark_title
from dashboard.view.sentence import mark_name, summary
from dashboard.view.view import MapView


def sentences(view: MapView) -> list:
    """Headline and the sentences after it; read together they are the whole of what the map says."""
    first, *rest = summary(view)
    headline = [*mark_title(view), first.removeprefix(mark_name(view))] if view.is_marked else [first]
    return [html.H1([*headline, " "]), html.P(" ".join(rest))]
