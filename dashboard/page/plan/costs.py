"""What it costs: the 50/50 scheme as an example, with the planner's own sums."""

from __future__ import annotations

from decimal import Decimal

from dash import dcc, html

from dashboard.markup.attributes import attributes
from dashboard.page.forms import state_form
from dashboard.page.links import button
from dashboard.planning.consequences import Plan
from dashboard.view.view import MapView
from geodata.model import CostExample
from geodata.planning.costs import Costs

#: The amounts to type, in the order of the address.
AMOUNTS = ("equal", "each", "most")
#: The currency of amounts that nobody's example are: the planner's own are in Norwegian kroner.
OWN_CURRENCY = "NOK"


def costs(view: MapView, plan: Plan) -> html.Section:
    """Three amounts to type or to take from an example, and what follows; nothing before one is given."""
    say, register, state = view.say, view.atlas.register, view.state
    about = [html.P(say.of(register.texts["about_financing"]), className="note")]
    offered = html.Ul(
        [html.Li([_offer(view, one), html.P(say.of(one.about), className="note")]) for one in register.cost_examples],
        className="cost-examples",
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
                    *(_amount(view, name, getattr(state, name)) for name in AMOUNTS),
                    html.Button(say("cost_do"), type="submit", className="quiet without-script"),
                ],
                state,
                *AMOUNTS,
                className="amounts",
            ),
            *([offered] if register.cost_examples else []),
            *body,
        ],
        className="report",
        id="costs",
    )


def _offer(view: MapView, one: CostExample) -> html.Button:
    wanted = view.state.but(equal=one.equal, each=one.each, most=one.most)
    chosen = attributes(aria_pressed=wanted == view.state, data_cost_example=one.id)
    return button(view.say("cost_example", name=one.name), wanted, className="quiet", **chosen)


def currency_of(view: MapView) -> str:
    """The currency of the amounts: that of the example that they are exactly, else Norwegian kroner."""
    state = view.state
    given = (state.equal, state.each, state.most)
    for one in view.atlas.register.cost_examples:
        if (one.equal, one.each, one.most) == given:
            return one.currency
    return OWN_CURRENCY


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
    """What the networks pay today and in the scenario, then what each municipality does.

    Norwegian amounts are matched by the county authority; an example from elsewhere is not.
    """
    say, currency = view.say, currency_of(view)
    names = ("cost_today", "cost_municipalities", *(("cost_total",) if currency == OWN_CURRENCY else ()))
    head = html.Tr(
        [html.Th(say("legend"), scope="col"), *(html.Th(say(name), scope="col", className="number") for name in names)]
    )
    rows = []
    for id, one in costs.networks.items():
        before = today.networks.get(id)
        paid = (before.municipalities_kr if before else 0, one.municipalities_kr, one.total_kr)
        rows.append(_row(view, view.names[id], paid[: len(names)]))
    sums = (today.municipalities_kr, costs.municipalities_kr, costs.total_kr)
    table = html.Table(
        [
            html.Caption(say("cost_caption", year=view.year, currency=say(f"currency_{currency}"))),
            html.Thead(head),
            html.Tbody(rows),
            html.Tfoot(_row(view, say("total"), sums[: len(names)])),
        ],
        className="cost-table",
    )
    return html.Div([table, *_shares(view, costs, today)])


def _row(view: MapView, name: str, values: tuple[Decimal | int | None, ...]) -> html.Tr:
    cells = (html.Td(view.say.kr(value), className="number") for value in values)
    return html.Tr([html.Th(name, scope="row"), *cells])


def _shares(view: MapView, costs: Costs, today: Costs) -> list:
    """What each municipality pays: those for whom it changes in sight, the others folded."""
    say = view.say

    def row(number: str, value: Decimal | None) -> html.Li:
        name, before = view.area(number).place.name, today.shares[number]
        return html.Li(
            f"{name}: {say.kr(before)} \u2192 {say.kr(value)}" if value != before else f"{name}: {say.kr(value)}"
        )

    paying = {number: value for number, value in costs.shares.items() if value or today.shares[number]}
    changed = [row(number, value) for number, value in paying.items() if value != today.shares[number]]
    same = [row(number, value) for number, value in paying.items() if value == today.shares[number]]
    parts: list = [html.H3(say("cost_changed")), html.Ul(changed)] if changed else []
    if same:
        folded = [html.Summary(say.count("cost_unchanged", len(same))), html.Ul(same)]
        parts.append(html.Details(folded, id="cost-shares"))
    return parts
