"""The generated sentence: its first part as the headline."""

from __future__ import annotations

from dash import html

from dashboard.components.scenario import scenario_title
from dashboard.view.sentence import scenario_name, summary
from dashboard.view.view import MapView


def sentences(view: MapView) -> list:
    """Headline and the sentences after it; read together they are the whole of what the map says."""
    first, *rest = summary(view)
    headline = [*scenario_title(view), first.removeprefix(scenario_name(view))] if view.is_scenario else [first]
    return [html.H1([*headline, " "]), html.P(" ".join(rest))]
