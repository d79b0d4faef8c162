"""Today, the scenario and others beneath each other, figure by figure: differences and small maps."""

from __future__ import annotations

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.page.links import button
from dashboard.page.small_map import small_map
from dashboard.planning.consequences import Compared, Plan
from dashboard.view.measured import heading_text
from dashboard.view.state import MOST_COMPARED, State
from dashboard.view.view import MapView
from geodata.coverage import MUNICIPALITIES


def compare(view: MapView, plan: Plan) -> html.Section:
    """A row for today, the scenario and each other one: a small map, figures with their difference from today."""
    say, state = view.say, view.state
    others = [say("compare_other", number=place + 1) for place in range(len(state.compare))]
    titles = [say("compare_today"), say("compare_this"), *others]
    base, measures = plan.compared[0], (MUNICIPALITIES, *view.additive)
    rows = [
        html.Tr(
            [
                html.Th([html.Span(title), _picture(view, title, one), *_actions(view, place - 2)], scope="row"),
                *(_figure(view, one, base, id) for id in measures),
                html.Td(say.integer(one.changes), className="number"),
            ],
            id=f"compared-{place}",
        )
        for place, (title, one) in enumerate(zip(titles, plan.compared, strict=True))
    ]
    names = [*(heading_text(view, id) for id in measures), say("compare_changes")]
    head = html.Tr([html.Td(""), *(html.Th(name, scope="col", className="number") for name in names)])
    keep = []
    if view.is_scenario and state.scenario not in state.compare and len(state.compare) < MOST_COMPARED:
        kept = state.but(compare=(*state.compare, state.scenario))
        keep.append(button(say("compare_keep"), kept, className="quiet", **attributes(data_keep="this")))
    if state.compare:
        keep.append(button(say("compare_clear"), state.but(compare=()), className="quiet"))
    table = html.Table([html.Caption(say("compare_caption")), html.Thead(head), html.Tbody(rows)], className="compare")
    return html.Section(
        [
            html.H2(say("plan_compare")),
            html.Div(keep, className="take-buttons"),
            html.Div(
                table,
                className="table-scroll",
                tabIndex=0,
                role="region",
                **attributes(aria_label=say("plan_compare")),
            ),
        ],
        className="report",
        id="compare",
    )


def _figure(view: MapView, one: Compared, base: Compared, id: str) -> html.Td:
    value, today = (which.coverage.organised.part.of(id) for which in (one, base))
    digits = 0 if id == MUNICIPALITIES else view.measure(id).decimals
    change = []
    if value is not None and today is not None and value != today:
        change.append(html.Span(f"({view.say.signed(value - today, digits)})", className="change"))
    return html.Td([view.say.decimal(value, digits), " ", *change], className="number")


def _picture(view: MapView, title: str, one: Compared) -> html.Picture:
    shown = State(lang=view.state.lang, year=view.state.year, theme=view.state.theme, scenario=one.scenario)
    said = view.say.count("municipalities", one.coverage.organised.part.municipalities)
    return small_map(shown, f"{title}: {said}")


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
