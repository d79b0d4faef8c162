"""Today, the scenario and others beside each other: small maps, figures with their shares and differences."""

from __future__ import annotations

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.page.links import button
from dashboard.page.plan.side_by_side import compared_state, coverage_text, named_in_tab, plan_titles, side_by_side
from dashboard.page.small_map import small_map
from dashboard.planning.consequences import Compared, Plan
from dashboard.view.measured import heading_text
from dashboard.view.state import MOST_COMPARED, State, write_query
from dashboard.view.view import MapView
from geodata.coverage import MUNICIPALITIES


def compare(view: MapView, plan: Plan) -> html.Section:
    """A small map for today, the scenario and each other one, a table of their figures, and what is kept in the tab."""
    say, titles = view.say, plan_titles(view)
    cards = [
        _card(view, place, title, one) for place, (title, one) in enumerate(zip(titles, plan.compared, strict=True))
    ]
    large = html.Button(say("side_open"), type="button", className="quiet needs-script", **attributes(data_side="open"))
    return html.Section(
        [
            html.H2(say("plan_compare")),
            html.Div([large, *_keep(view)], className="take-buttons"),
            html.Div(cards, className="compared-plans"),
            html.Div(
                _table(view, titles, plan),
                className="table-scroll",
                tabIndex=0,
                role="region",
                **attributes(aria_label=say("plan_compare")),
            ),
            _kept(view),
            side_by_side(view, plan),
        ],
        className="report",
        id="compare",
    )


def _keep(view: MapView) -> list:
    """To keep the scenario: in the address while that has room, with a script also in the tab; and to forget them."""
    say, state = view.say, view.state
    found = []
    named = attributes(data_alternative=write_query(State(scenario=state.scenario)), data_title=state.title)
    if view.is_scenario and state.scenario not in state.compare:
        if len(state.compare) < MOST_COMPARED:
            kept = state.but(compare=(*state.compare, state.scenario))
            found.append(button(say("compare_keep"), kept, className="quiet", **attributes(data_keep="this"), **named))
        else:
            kind, look = attributes(data_keep="tab") | named, "quiet needs-script"
            found.append(html.Button(say("compare_keep"), type="button", className=look, **kind))
    if state.compare:
        found.append(button(say("compare_clear"), state.but(compare=()), className="quiet"))
    return found


def _kept(view: MapView) -> html.Div:
    """What the browser's tab has kept, which assets/modules/plan/alternatives.js lists: one row to copy."""
    say = view.say
    row = html.Li(
        [
            html.Span("", className="kept-name"),
            *(
                html.Button(say(f"compare_{do}"), type="button", className="quiet", **attributes(data_kept_do=do))
                for do in ("open", "beside", "drop")
            ),
        ],
        hidden=True,
        id="kept-row",
    )
    unnamed = attributes(data_unnamed=say("compare_other", number="{}"))
    return html.Div(
        [
            html.H3(say("compare_in_tab"), id="kept-title", hidden=True),
            html.Ul(row, hidden=True),
            html.Ul(id="kept-plans", **attributes(data_kept="", aria_labelledby="kept-title")),
        ],
        className="kept-plans needs-script",
        id="kept",
        **unnamed,
    )


def _card(view: MapView, place: int, title: str, one: Compared) -> html.Figure:
    shown = compared_state(view, place, one)
    said = view.say.count("municipalities", one.coverage.organised.part.municipalities)
    return html.Figure(
        [
            small_map(shown, f"{title}: {said}", lazy=True),
            html.Figcaption([html.Strong(title, **named_in_tab(view, place)), *_actions(view, place - 2)]),
        ],
        id=f"compared-{place}",
    )


def _table(view: MapView, titles: list[str], plan: Plan) -> html.Table:
    """A row for each measure and for the changes, a column for each plan."""
    say = view.say
    heads = [
        html.Th(title, scope="col", className="number", **named_in_tab(view, place))
        for place, title in enumerate(titles)
    ]
    rows = [
        html.Tr(
            [
                html.Th(heading_text(view, id), scope="row"),
                *(_figure(view, one, plan.compared[0], id) for one in plan.compared),
            ]
        )
        for id in (MUNICIPALITIES, *view.covered)
    ]
    changes = [html.Td(say.integer(one.changes), className="number") for one in plan.compared]
    rows.append(html.Tr([html.Th(say("compare_changes"), scope="row"), *changes]))
    return html.Table(
        [html.Caption(say("compare_caption")), html.Thead(html.Tr([html.Td(""), *heads])), html.Tbody(rows)],
        className="compare",
    )


def _figure(view: MapView, one: Compared, base: Compared, id: str) -> html.Td:
    value, today = (which.coverage.organised.part.of(id) for which in (one, base))
    digits = 0 if id == MUNICIPALITIES else view.measure(id).decimals
    change = []
    if value is not None and today is not None and value != today:
        change.append(html.Span(f"({view.say.signed(value - today, digits)})", className="change"))
    return html.Td([coverage_text(view, one, id), " ", *change], className="number")


def _actions(view: MapView, place: int) -> list:
    """For one of the others: to go on planning with it, the present one kept in its place; and to take it away."""
    if place < 0:
        return []
    say, state, one = view.say, view.state, view.state.compare[place]
    rest = tuple(other for at, other in enumerate(state.compare) if at != place)
    kept = (
        tuple(view.state.scenario if other is one else other for other in state.compare) if view.is_scenario else rest
    )
    name = say("compare_other", number=place + 1)
    return [
        html.Div(
            [
                button(
                    say(f"compare_{do}"),
                    to,
                    className="quiet",
                    **attributes(aria_label=f"{name}: {say(f'compare_{do}')}"),
                )
                for do, to in (("open", state.but(scenario=one, compare=kept)), ("drop", state.but(compare=rest)))
            ],
            className="take-buttons",
        )
    ]
