"""Charts as Plotly figures: plain values, colours as names of CSS variables that the browser fills in by theme."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.page.networks.plotly_types import Axis, ChartLayout, Figure, Marker, Trace
from dashboard.view.shown import GroupView
from dashboard.view.state import NONE
from dashboard.view.view import MapView
from geodata.coverage import total

#: Options of every graph: no button sends anything anywhere, no logo, no mode bar.
CONFIG = {
    "displayModeBar": False,
    "showSendToCloud": False,
    "displaylogo": False,
    "responsive": True,
    "scrollZoom": False,
}

#: So many years are all named under a chart; of more every fifth.
FEW_YEARS = 10


def _layout(view: MapView) -> ChartLayout:
    axis: Axis = {
        "gridcolor": "var(--line)",
        "linecolor": "var(--line-strong)",
        "zerolinecolor": "var(--line-strong)",
        "automargin": True,
        "fixedrange": True,
    }
    return {
        "font": {"family": "Inter, system-ui, sans-serif", "size": 14, "color": "var(--ink)"},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 16, "t": 8, "b": 8},
        "legend": {"orientation": "h", "y": -0.2, "traceorder": "normal"},
        "hoverlabel": {"bgcolor": "var(--paper)", "font": {"color": "var(--ink)"}, "bordercolor": "var(--line-strong)"},
        "dragmode": False,
        "height": 320,
        "xaxis": axis.copy(),
        "yaxis": axis.copy(),
        "separators": separators(view),
    }


def _gap_marker() -> Marker:
    """The unorganised are hatched in charts as on the map."""
    return {
        "color": "var(--gap-fill)",
        "line": {"color": "var(--gap-ink)", "width": 1.5},
        "pattern": {
            "shape": "/",
            "fgcolor": "var(--gap-line)",
            "bgcolor": "var(--gap-fill)",
            "size": 7,
            "solidity": 0.35,
        },
    }


def separators(view: MapView) -> str:
    """Decimal and thousands separators as plotly.js wants them."""
    return ".," if view.state.lang == "en" else ",\u00a0"


def counties(view: MapView, measure: str) -> Figure:
    """An additive measure in and outside networks, a bar for each county."""
    names = [view.county_names[id] for id in view.coverage.counties]
    shares = view.coverage.counties.values()
    inside = [share.part.of(measure) for share in shares]
    bars: list[tuple[str, list[float | None], Marker]] = [
        (view.say("chart_in"), inside, {"color": "var(--accent)"}),
        (view.say("chart_out"), [share.rest(measure) for share in shares], _gap_marker()),
    ]
    data: list[Trace] = [
        {
            "type": "bar",
            "orientation": "h",
            "name": name,
            "y": names,
            "x": values,
            "marker": marker,
            "hovertemplate": "%{y}: %{x:,}<extra>%{fullData.name}</extra>",
        }
        for name, values, marker in bars
    ]
    layout = _layout(view)
    layout["barmode"] = "stack"
    layout["yaxis"]["autorange"] = "reversed"
    layout["xaxis"]["tickformat"] = ",d"
    return {"data": data, "layout": layout}


def over_years(view: MapView, measure: str) -> Iterator[tuple[GroupView, list[float | None]]]:
    """The sum of an additive measure in each network and outside, for every year with figures; None is unknown."""
    register = view.atlas.register
    told = [register.figures_in(year)[measure] for year in register.years_of(measure)]
    for group in view.groups:
        members = view.assignment.unorganised() if group.id == NONE else view.assignment.members(group.id)
        yield group, [total(values, members) for values in told]


def years(view: MapView, measure: str) -> Figure:
    """An additive measure of each network and of those outside, over every year with figures."""
    known = view.atlas.register.years_of(measure)
    data: list[Trace] = []
    for group, sums in over_years(view, measure):
        gap = group.id == NONE
        data.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "name": group.short_name,
                "x": list(known),
                "y": sums,
                "line": {
                    "color": "var(--gap-ink)" if gap else f"var(--network-{group.id})",
                    "width": 3,
                    "dash": "dash" if gap else "solid",
                },
                "marker": {
                    "size": 8,
                    "symbol": ["circle", "square", "diamond", "triangle-up", "cross", "x"][len(data) % 6],
                },
                "hovertemplate": "%{x}: %{y:,}<extra>%{fullData.name}</extra>",
            }
        )
    layout = _layout(view)
    layout["xaxis"].update({"dtick": 1 if len(known) <= FEW_YEARS else 5, "tickformat": "d"})
    layout["yaxis"].update({"rangemode": "tozero", "tickformat": ",d"})
    return {"data": data, "layout": layout}


def mix(view: MapView) -> Figure:
    """Every municipality as a mark on its network's line: the mix of large and small."""
    data: list[Trace] = []
    for group in view.groups:
        members = [
            area
            for area in view.areas
            if area.population and (group.id in area.networks if group.id != NONE else not area.networks)
        ]
        gap = group.id == NONE
        data.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": group.short_name,
                "x": [area.population for area in members],
                "y": [group.short_name] * len(members),
                "text": [area.place.name for area in members],
                "marker": {
                    "size": 13,
                    "opacity": 0.85,
                    "color": "var(--gap-fill)" if gap else f"var(--network-{group.id})",
                    "line": {"color": "var(--gap-ink)" if gap else "var(--paper)", "width": 2},
                },
                "hovertemplate": "%{text}: %{x:,}<extra>%{fullData.name}</extra>",
            }
        )
    layout = _layout(view)
    layout["showlegend"] = False
    layout["xaxis"].update({"type": "log", "tickformat": ",d", "dtick": 1})
    layout["yaxis"]["autorange"] = "reversed"
    return {"data": data, "layout": layout}
