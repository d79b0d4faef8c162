"""Charts where people would rather look than read; each with its sentence and its table."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.page.networks import plotly_figures
from dashboard.page.networks.plotly_types import Figure
from dashboard.page.networks.report import data_table, head, number
from dashboard.view.described import population_text
from dashboard.view.measured import figure_text, headline_text, name_of, number_text
from dashboard.view.state import NONE
from dashboard.view.view import MapView
from geodata.coverage import total
from geodata.measures import POPULATION
from geodata.register import Register

#: What is drawn of each charted measure.
CHART_KINDS = ("counties", "years")


@dataclass(frozen=True)
class ChartSection:
    """A chart: its name in the page, its title, Plotly's figure, its sentence and its numbers as a table."""

    name: str
    title: str
    figure: Figure
    text: str
    table: html.Div


def chart_names(register: Register) -> tuple[str, ...]:
    """The charts of a folder by name, in order: those of inhabitants, and behind them those of other measures."""
    return (*(f"{kind}{_suffix(id)}" for id in _charted(register) for kind in CHART_KINDS), "mix")


def charts(view: MapView) -> list:
    """The charts. Their figures wait beside their places: the browser draws them in its theme's colours when seen."""
    made = [chart for id in _charted(view.atlas.register) for chart in (_counties(view, id), _years(view, id))]
    drawn = [_chart(view, chart) for chart in (*made, _mix(view))]
    return [html.Section([html.H2(view.say("charts")), *drawn], className="report", id="report-charts")]


def _charted(register: Register) -> list[str]:
    """The measures that the folder wants charts of: they add up, and have figures of their own."""
    return [id for id, one in register.measures.items() if one.is_charted and one.is_additive]


def _suffix(measure: str) -> str:
    return "" if measure == POPULATION else f"-{measure}"


def _chart(view: MapView, chart: ChartSection) -> html.Figure:
    name = chart.name
    return html.Figure(
        [
            html.H3(chart.title, id=f"chart-{name}-title"),
            html.P(chart.text, id=f"chart-{name}-text"),
            html.Div(
                html.Div(id=f"chart-{name}-drawing", className="drawing", **attributes(data_kept=True)),
                id=f"chart-{name}",
                className="graph needs-script",
                role="img",
                **attributes(
                    aria_labelledby=f"chart-{name}-title chart-{name}-text",
                    data_figure=json.dumps(chart.figure, ensure_ascii=False, separators=(",", ":")),
                    data_config=json.dumps(plotly_figures.CONFIG),
                ),
            ),
            html.Details([html.Summary(view.say("chart_table")), chart.table], id=f"chart-{name}-numbers"),
        ],
        className="chart",
    )


def _counties(view: MapView, measure: str) -> ChartSection:
    title, figure = _say(view, "chart_counties", measure), plotly_figures.counties(view, measure)
    text = counties_text(view, measure)
    return ChartSection(f"counties{_suffix(measure)}", title, figure, text, _counties_table(view, measure, title))


def _years(view: MapView, measure: str) -> ChartSection:
    known = view.atlas.register.years_of(measure)
    ends = {"first": known[0], "last": known[-1]} if known else {"first": view.year, "last": view.year}
    title, figure = _say(view, "chart_years", measure, **ends), plotly_figures.years(view, measure)
    text = _years_text(view, measure, ends)
    return ChartSection(f"years{_suffix(measure)}", title, figure, text, _years_table(view, measure, title))


def _mix(view: MapView) -> ChartSection:
    title = view.say("chart_mix", year=view.year)
    return ChartSection("mix", title, plotly_figures.mix(view), _mix_text(view), _mix_table(view))


def _say(view: MapView, key: str, measure: str, **values: object) -> str:
    """What is said of inhabitants in words of their own, and of every other measure by its name."""
    if measure == POPULATION:
        return view.say(key, **values)
    return view.say(f"{key}_of", measure=name_of(view.say, view.measure(measure)), **values)


def _figure_text(view: MapView, measure: str, value: float | None) -> str:
    if measure == POPULATION:
        return population_text(view, None if value is None else round(value))
    return figure_text(view.say, view.measure(measure), value)


def counties_text(view: MapView, measure: str) -> str:
    """Who has the gap, in one sentence."""
    say, shares = view.say, view.coverage.counties
    gaps = {id: share.rest(measure) for id, share in shares.items() if share.part != share.whole}
    known = {id: rest for id, rest in gaps.items() if rest is not None}
    if not known:
        return _say(view, "chart_counties_none", measure)
    told = [
        say("chart_counties_text", county=view.county_names[id], population=_figure_text(view, measure, rest))
        for id, rest in known.items()
    ]
    complete = len(known) < len(shares)
    return " ".join([*told, *([say("chart_counties_rest")] if complete else [])])


def _counties_table(view: MapView, measure: str, title: str) -> html.Div:
    say, one = view.say, view.measure(measure)
    rows = [
        html.Tr(
            [
                html.Th(view.county_names[id], scope="row"),
                number(number_text(say, one, share.part.of(measure))),
                number(number_text(say, one, share.rest(measure))),
            ]
        )
        for id, share in view.coverage.counties.items()
    ]
    return data_table(title, head(say("column_county"), say("chart_in"), say("chart_out")), rows)


def _years_text(view: MapView, measure: str, ends: Mapping[str, int]) -> str:
    register, say = view.atlas.register, view.say
    inside = [number for number, networks in view.assignment.items() if networks]
    before, after = (total(register.figures_in(year)[measure], inside) for year in ends.values())
    return _say(
        view,
        "chart_years_text",
        measure,
        **ends,
        before=number_text(say, view.measure(measure), before),
        after=_figure_text(view, measure, after),
    )


def _years_table(view: MapView, measure: str, title: str) -> html.Div:
    say, one = view.say, view.measure(measure)
    rows = [
        html.Tr([html.Th(group.name, scope="row"), *[number(number_text(say, one, value)) for value in sums]])
        for group, sums in plotly_figures.over_years(view, measure)
    ]
    return data_table(title, head(say("legend"), *map(str, view.atlas.register.years_of(measure))), rows)


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
    titles = (say("column_name"), say("legend"), headline_text(view, POPULATION))
    return data_table(say("chart_mix", year=view.year), head(*titles, numbers_from=2), rows)
