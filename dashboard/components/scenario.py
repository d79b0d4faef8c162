"""What marks a scenario: its name, and how much it changes."""

from __future__ import annotations

from dash import html

from dashboard.markup.content import Item
from dashboard.view.view import MapView


def scenario_mark(view: MapView) -> list[Item]:
    """That it is a scenario, and how many municipalities it moves."""
    return [html.Strong(scenario_title(view)), " ", html.Span(view.say.count("plan_changes", len(view.changed)))]


def scenario_title(view: MapView) -> list[Item]:
    """What it is called, as in its sentence. A title may be written from right to left; what is around it is not."""
    if not view.state.title:
        return [view.say("scenario")]
    before, _, after = view.say("scenario_titled", title="\n").partition("\n")
    return [before, html.Bdi(view.state.title), after]
