"""What it costs: the 50/50 scheme as an example, with the planner's own sums."""

from __future__ import annotations

from decimal import Decimal

from dash import dcc, html

from dashboard.markup.attributes import attributes
from dashboard.page.forms import state_form
from dashboard.page.links import button
from dashboard.planning.consequences import Plan
from dashboard.view.view import MapView
from geodata.planning.costs import Costs


def costs(view: MapView, plan: Plan) -> html.Section:
    """Two sums to type and what follows; nothing before a sum is given."""
    say, texts = view.say, view.atlas.register.texts
    about = [
        html.P(say.of(texts[key]), className="note") for key in ("about_financing", "about_klimasats") if key in texts
    ]
    example = texts.get("example_equal_kr")
    offered = (
        [
            button(
                say("cost_example", kr=say.integer(int(example["nb"]))),
                view.state.but(equal=Decimal(example["nb"])),
                className="quiet",
            )
        ]
        if example
        else []
    )
    body: list = []
    if plan.costs is not None and plan.costs_today is not None:
        body.append(_cost_table(view, plan.costs, plan.costs_today))
    return html.Section(
        [
            html.H2(say("plan_costs")),
            html.P(say("cost_intro")),
            *about,
            state_form(
                [
                    _amount(view, "equal", view.state.equal),
                    _amount(view, "each", view.state.each),
                    html.Button(say("cost_do"), type="submit", className="quiet without-script"),
                    *offered,
                ],
                view.state,
                "equal",
                "each",
                className="amounts",
            ),
            *body,
        ],
        className="report",
        id="costs",
    )


def _amount(view: MapView, name: str, value: Decimal | None) -> html.Label:
    """A sum to type. What was no sum stays in the field, and beside it stands what is wanted."""
    wrong = [one.value for one in view.ignored if one.name == name]
    return html.Label(
        [
            html.Span(view.say(f"cost_{name}")),
            dcc.Input(
                id=f"cost-{name}",
                name=name,
                type="text",
                inputMode="decimal",  # type: ignore[arg-type]  # HTML has it, the list in Dash does not
                value=wrong[-1] if wrong else "" if value is None else view.say.kr(value),
                autoComplete="off",
            ),
            *([html.Span(view.say("cost_problem"), className="problem", role="alert")] if wrong else []),
        ],
        htmlFor=f"cost-{name}",
        className="table-search",
    )


def _cost_table(view: MapView, costs: Costs, today: Costs) -> html.Div:
    say = view.say
    rows = []
    for id, one in costs.networks.items():
        before = today.networks.get(id)
        rows.append(
            html.Tr(
                [
                    html.Th(view.names[id], scope="row"),
                    *(
                        html.Td(say.kr(value), className="number")
                        for value in (
                            before.municipalities_kr if before else 0,
                            one.municipalities_kr,
                            one.county_kr,
                            one.total_kr,
                        )
                    ),
                ]
            )
        )
    foot = html.Tr(
        [
            html.Th(say("total"), scope="row"),
            *(
                html.Td(say.kr(value), className="number")
                for value in (
                    today.municipalities_kr,
                    costs.municipalities_kr,
                    costs.county_kr,
                    costs.total_kr,
                )
            ),
        ]
    )
    names = ("legend", "cost_today", "cost_municipalities", "cost_county", "cost_total")
    head = html.Tr(
        [html.Th(say(name), scope="col", className="number" if place else "") for place, name in enumerate(names)]
    )
    shares = html.Ul(
        [
            html.Li(f"{view.area(number).place.name}: {say.kr(today.shares[number])} \u2192 {say.kr(value)}")
            for number, value in costs.shares.items()
            if value or today.shares[number]
        ]
    )
    return html.Div(
        [
            html.Div(
                html.Table(
                    [
                        html.Caption(say("cost_caption", year=view.year)),
                        html.Thead(head),
                        html.Tbody(rows),
                        html.Tfoot(foot),
                    ]
                ),
                className="table-scroll",
                tabIndex=0,
                role="region",
                **attributes(aria_label=say("plan_costs")),
            ),
            html.Details([html.Summary(say("cost_each_municipality")), shares], id="cost-shares"),
        ]
    )
