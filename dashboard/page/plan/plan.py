"""The planning page: what follows from a scenario, in order."""

from __future__ import annotations

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.page.plan.advice import checks, suggestions
from dashboard.page.plan.changes import changes, everyone, example_buttons
from dashboard.page.plan.compare import compare
from dashboard.page.plan.costs import costs
from dashboard.planning.consequences import build_plan
from dashboard.view.view import MapView


def plan_report(view: MapView) -> list:
    """What follows: differences, checks, suggestions, examples, comparison, costs, import."""
    plan = build_plan(view)
    return [
        changes(view, plan),
        everyone(view),
        example_buttons(view, plan),
        checks(view, plan),
        suggestions(view, plan),
        compare(view, plan),
        costs(view, plan),
        _import(view),
    ]


def _import(view: MapView) -> html.Section:
    say = view.say
    return html.Section(
        [
            html.H2(say("plan_import")),
            html.P(say("import_intro"), className="note"),
            html.Button(say("import_choose"), type="button", className="act", **attributes(data_plan="import")),
            html.Div(id="import-report", **attributes(aria_live="polite", data_kept=True)),
        ],
        className="report needs-script",
        id="import",
    )
