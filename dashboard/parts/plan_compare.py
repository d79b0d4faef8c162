"""Today, the scenario and others side by side: figures, differences, small maps."""

from __future__ import annotations

from dash import html

from dashboard.atlas import Atlas
from dashboard.links import button, href
from dashboard.plan import Plan
from dashboard.view import MapView


def compare(atlas: Atlas, view: MapView, plan: Plan) -> html.Section:
    """A column for today, the scenario and each other one: figures with differences, and a small map."""
    say, state = view.say, view.state
    titles = [
        say("compare_today"),
        say("compare_this"),
        *(say("compare_other", number=place + 1) for place in range(len(state.compare))),
    ]
    measures = (
        ("kpi_municipalities", "municipalities", say.integer),
        ("column_population", "population", say.integer),
        ("column_area", "area_km2", say.integer),
    )
    today = plan.compared[0].coverage.organised.part
    rows = []
    for key, measure, write in measures:
        cells = []
        for one in plan.compared:
            value, base = getattr(one.coverage.organised.part, measure), getattr(today, measure)
            change = "" if None in (value, base) or value == base else f" ({say.signed(value - base)})"
            cells.append(html.Td(write(value) + change, className="number"))
        rows.append(html.Tr([html.Th(say(key, year=view.year), scope="row"), *cells]))
    rows.append(
        html.Tr(
            [html.Th(say("compare_changes"), scope="row")]
            + [html.Td(say.integer(one.changes), className="number") for one in plan.compared]
        )
    )
    pictures = [
        html.Img(
            src="picture.svg" + href(state.but(scenario=one.scenario, compare=(), view="overview", municipality=None)),
            alt=f"{title}: {say.integer(one.coverage.organised.part.municipalities)}",
        )
        for title, one in zip(titles, plan.compared, strict=True)
    ]
    head = html.Tr([html.Td(""), *[html.Th(title, scope="col", className="number") for title in titles]])
    foot = html.Tr([html.Td(""), *[html.Td(picture) for picture in pictures]])
    keep = []
    if view.is_scenario and state.scenario not in state.compare and len(state.compare) < 2:
        keep.append(button(say("compare_keep"), state.but(compare=(*state.compare, state.scenario)), className="quiet"))
    if state.compare:
        keep.append(button(say("compare_clear"), state.but(compare=()), className="quiet"))
    return html.Section(
        [
            html.H2(say("plan_compare")),
            html.Div(keep, className="take-buttons"),
            html.Div(
                html.Table(
                    [html.Caption(say("compare_caption")), html.Thead(head), html.Tbody(rows), html.Tfoot(foot)],
                    className="compare",
                ),
                className="table-scroll",
                tabIndex=0,
                role="region",
                **{"aria-label": say("plan_compare")},
            ),
        ],
        className="report",
    )
