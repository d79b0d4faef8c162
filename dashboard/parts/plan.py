"""The planning page: what follows from a scenario, in order; and the badge that marks a scenario everywhere."""

from __future__ import annotations

from dash import html

from dashboard.atlas import Atlas
from dashboard.links import link
from dashboard.parts.plan_advice import checks, suggestions
from dashboard.parts.plan_changes import changes, everyone, examples
from dashboard.parts.plan_compare import compare
from dashboard.parts.plan_costs import costs
from dashboard.plan import build_plan
from dashboard.state import NOTHING
from dashboard.view import MapView


def report(atlas: Atlas, view: MapView) -> list:
    """What follows: differences, checks, suggestions, examples, comparison, costs, import; only on ``view=plan``."""
    if view.state.view != "plan":
        return []
    plan = build_plan(atlas, view)
    return [
        changes(view, plan),
        everyone(view),
        examples(view, plan),
        checks(atlas, view, plan),
        suggestions(atlas, view, plan),
        compare(view, plan),
        costs(atlas, view, plan),
        _import(view),
    ]


def _import(view: MapView) -> html.Section:
    say = view.say
    return html.Section(
        [
            html.H2(say("plan_import")),
            html.P(say("import_intro"), className="note"),
            html.Button(say("import_choose"), type="button", className="act", **{"data-plan": "import"}),
            html.Div(id="import-report", **{"aria-live": "polite"}),
        ],
        className="report",
        id="import",
    )


def badge(view: MapView) -> list:
    """On every view of a scenario: that it is one, and the way to try another or to go back to today."""
    if not view.is_scenario:
        return []
    say, state = view.say, view.state
    there = link(say("scenario_try"), state.but(view="plan")) if state.view != "plan" else None
    return [
        html.P(
            [
                html.Strong(say("scenario_titled", title=state.title) if state.title else say("scenario")),
                " ",
                html.Span(say.count("plan_changes", len(view.changed))),
                " ",
                there,
                " ",
                link(say("scenario_today"), state.but(scenario=NOTHING, compare=(), title="")),
            ],
            className="scenario-badge",
        )
    ]
