"""Charts where people would rather look than read; each with its sentence and its table."""

from __future__ import annotations

import json

from dash import dcc, html

from dashboard.page.attributes import attributes
from dashboard.page.networks import plotly_figures
from dashboard.page.networks.plotly_types import Figure
from dashboard.page.networks.report import head, number, table
from dashboard.view.described import population_text
from dashboard.view.state import NONE
from dashboard.view.view import MapView
from geodata.coverage import total

#: The charts by name, in order.
CHARTS = ("counties", "years", "mix")


def charts(view: MapView) -> list:
    """Three charts. Their figures wait in stores: the browser draws them in its theme's colours when they are seen."""
    say = view.say
    years = [int(year) for year in view.atlas.register.population.columns]
    made = (
        (say("chart_counties"), plotly_figures.counties(view), counties_text(view), _counties_table(view)),
        (
            say("chart_years", first=years[0], last=years[-1]),
            plotly_figures.years(view),
            _years_text(view, years),
            _years_table(view, years),
        ),
        (say("chart_mix", year=view.year), plotly_figures.mix(view), _mix_text(view), _mix_table(view)),
    )
    return [
        html.Section(
            [html.H2(say("charts")), *[_chart(view, name, *chart) for name, chart in zip(CHARTS, made, strict=True)]],
            className="report",
            id="report-charts",
        )
    ]


def _chart(view: MapView, name: str, title: str, figure: Figure, text: str, numbers: html.Div) -> html.Figure:
    return html.Figure(
        [
            html.H3(title, id=f"chart-{name}-title"),
            html.P(text, id=f"chart-{name}-text"),
            dcc.Store(id=f"chart-{name}-figure", data=dict(figure)),
            html.Div(
                id=f"chart-{name}",
                className="graph",
                role="img",
                **attributes(
                    aria_labelledby=f"chart-{name}-title chart-{name}-text",
                    data_config=json.dumps(plotly_figures.CONFIG),
                ),
            ),
            html.Details([html.Summary(view.say("chart_table")), numbers]),
        ],
        className="chart",
    )


def counties_text(view: MapView) -> str:
    """Who has the gap, in one sentence."""
    say = view.say
    gaps = {
        id: people
        for id, share in view.coverage.counties.items()
        if (people := plotly_figures.outside(share)) is not None and share.part != share.whole
    }
    if not gaps:
        return say("chart_counties_none")
    told = [
        say("chart_counties_text", county=view.county_names[id], population=population_text(view, people))
        for id, people in gaps.items()
    ]
    complete = len(gaps) < len(view.coverage.counties)
    return " ".join([*told, *([say("chart_counties_rest")] if complete else [])])


def _counties_table(view: MapView) -> html.Div:
    say = view.say
    rows = [
        html.Tr(
            [
                html.Th(view.county_names[id], scope="row"),
                number(say.integer(share.part.population)),
                number(say.integer(plotly_figures.outside(share))),
            ]
        )
        for id, share in view.coverage.counties.items()
    ]
    return table(say("chart_counties"), head(say("column_county"), say("chart_in"), say("chart_out")), rows)


def _years_text(view: MapView, years: list[int]) -> str:
    say, inhabitants = view.say, view.atlas.register.inhabitants
    inside = [number for number, networks in view.assignment.items() if networks]
    before, after = (total(inhabitants[year], inside) for year in (years[0], years[-1]))
    return say(
        "chart_years_text",
        first=years[0],
        last=years[-1],
        before=say.integer(before),
        after=population_text(view, after),
    )


def _years_table(view: MapView, years: list[int]) -> html.Div:
    say = view.say
    rows = [
        html.Tr([html.Th(group.name, scope="row"), *[number(say.integer(people)) for people in sums]])
        for group, sums in plotly_figures.over_years(view)
    ]
    return table(say("chart_years", first=years[0], last=years[-1]), head(say("legend"), *map(str, years)), rows)


def _mix_text(view: MapView) -> str:
    """The network with the widest span between its largest and smallest member."""
    spans = []
    for group in view.groups:
        people = sorted(area.population for area in view.areas if group.id in area.networks and area.population)
        if group.id != NONE and people:
            spans.append((people[-1] / people[0], group.name, people[0], people[-1]))
    if not spans:
        return view.say("unknown")
    _, name, smallest, largest = max(spans)
    return view.say(
        "chart_mix_text", network=name, smallest=view.say.integer(smallest), largest=population_text(view, largest)
    )


def _mix_table(view: MapView) -> html.Div:
    say = view.say
    rows = [
        html.Tr(
            [
                html.Th(area.place.name, scope="row"),
                html.Td(view.short_names(area)),
                number(say.integer(area.population)),
            ]
        )
        for area in sorted(view.areas, key=lambda area: -(area.population or 0))
    ]
    titles = (say("column_name"), say("legend"), say("kpi_population", year=view.year))
    return table(say("chart_mix", year=view.year), head(*titles, numbers_from=2), rows)
