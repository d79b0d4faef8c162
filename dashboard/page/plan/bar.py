"""The bar at the map: the brush, steps back and forward, how much is covered now, and what to look at first."""

from __future__ import annotations

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.markup.content import Item
from dashboard.page.plan.advice import check_text, open_checks
from dashboard.planning.consequences import Plan
from dashboard.view.view import MapView
from geodata.measures import POPULATION


def plan_bar(view: MapView, plan: Plan) -> html.Section:
    """Always in sight while one plans. What the brush is, a script writes."""
    say = view.say
    brush = html.Button(
        [
            html.Span(id="held-brush", **attributes(data_kept=True)),
            html.Span(say("plan_pick"), className="no-brush"),
        ],
        type="button",
        className="bar-brush",
        id="bar-brush",
        **attributes(data_plan="palette", aria_controls="plan-tools", aria_expanded=False),
    )
    steps = [
        html.Button(
            html.Span(say(f"plan_{step}")),
            type="button",
            className=f"bar-step {step}",
            **attributes(data_plan=step, aria_disabled=True),  # until a script knows of steps
        )
        for step in ("undo", "redo")
    ]
    return html.Section(
        [brush, *steps, _coverage(view, plan), _first_check(view, plan)],
        className="plan-bar needs-script",
        id="plan-bar",
        **attributes(aria_label=say("plan_bar")),
    )


def _coverage(view: MapView, plan: Plan) -> html.P:
    """ "50 av 51 · 98,4 %": municipalities, and the share of the inhabitants; both with the change since today."""
    say, now, today = view.say, view.coverage.organised, plan.compared[0].coverage.organised
    more = now.part.municipalities - today.part.municipalities
    change: list[Item] = [" ", html.Span(say.signed(more), className="change")] if more else []
    return html.P(
        [
            html.Strong(
                say(
                    "of_total",
                    part=say.integer(now.part.municipalities),
                    total=say.integer(now.whole.municipalities),
                )
            ),
            *change,
            " · ",
            html.Span(say.percent(now.ratio(POPULATION)), title=say("plan_bar_share")),
        ],
        className="bar-coverage",
    )


def _first_check(view: MapView, plan: Plan) -> html.A:
    """The first thing that is unfinished or should be looked at, and how many more there are; or that all is fine."""
    say, found = view.say, open_checks(plan)
    first = check_text(view, found[0]) if found else say("plan_all_fine")
    more = [html.Span(f"+{say.integer(len(found) - 1)}", className="more")] if len(found) > 1 else []
    return html.A(
        [
            html.Span(first, className="check-state", **attributes(data_state=found[0].state if found else "fine")),
            *more,
        ],
        href="#checks",
        className="bar-check",
        title=first,
    )
