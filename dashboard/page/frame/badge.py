"""The badge that marks a scenario everywhere."""

from __future__ import annotations

from dash import html

from dashboard.components.scenario import scenario_mark
from dashboard.page.links import link
from dashboard.view.state import NOTHING
from dashboard.view.view import MapView


def badge(view: MapView) -> list:
    """On every view of a scenario: that it is one, and the way to try another or to go back to today."""
    if not view.is_scenario:
        return []
    say, state = view.say, view.state
    out = {"target": "_blank"} if state.embed else {}  # a frame has no room to plan in
    there = link(say("scenario_try"), state.but(view="plan", embed=False), **out) if state.view != "plan" else None
    return [
        html.P(
            [
                *scenario_mark(view),
                " ",
                there,
                " ",
                link(say("scenario_today"), state.but(scenario=NOTHING, compare=(), title="")),
            ],
            className="scenario-badge",
        )
    ]
