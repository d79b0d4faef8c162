"""The badge that marks a scenario, and other days than the one that is shown, everywhere."""

from __future__ import annotations

from dash import html

from dashboard.components.difference_list import difference
from dashboard.components.scenario import mark
from dashboard.page.links import link
from dashboard.view.state import NOTHING
from dashboard.view.view import MapView

#: A longer list of changes is folded away at first.
MOST_OPEN = 6


def badge(view: MapView) -> list:
    """On every view of a scenario or of other days: what it is, who changed, and the way on and back."""
    if not view.is_marked:
        return []
    say, state = view.say, view.state
    out = {"target": "_blank"} if state.embed else {}  # a frame has no room to plan in
    is_elsewhere = view.is_scenario and state.view != "plan"
    there = link(say("scenario_try"), state.but(view="plan", embed=False), **out) if is_elsewhere else None
    back = state.but(scenario=NOTHING, compare=(), title="", day=None, since=None)
    return [
        html.P(
            [
                *mark(view),
                " ",
                there,
                " ",
                link(say("scenario_today"), back),
            ],
            className="scenario-badge",
        ),
        *_changes(view),
    ]


def _changes(view: MapView) -> list:
    """Who changed between two days; a scenario's are listed where it is planned."""
    if not view.is_since or not view.changed or view.state.view == "plan":
        return []
    rows = [html.Li(html.Span(difference(view, area)), id=f"changed-{area.number}") for area in view.changed]
    return [
        html.Details(
            [html.Summary(view.say("days_list")), html.Ul(rows, className="differences")],
            id="changed",
            open=len(rows) <= MOST_OPEN,
        )
    ]
