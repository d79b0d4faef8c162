"""Charts as Plotly figures: plain values, colours as names of CSS variables that the browser fills in by theme."""

from __future__ import annotations

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


def _layout(**changes: object) -> dict[str, object]:
    axis = {
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
        "xaxis": dict(axis),
        "yaxis": dict(axis),
        "separators": changes.pop("separators", ",\u00a0"),
        **changes,
    }


def _gap_marker() -> dict[str, object]:
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


def counties(view: MapView, measure: str) -> dict[str, object]:
    """An additive measure in and outside networks, a bar for each county."""
    names = [view.county_names[id] for id in view.coverage.counties]
    shares = view.coverage.counties.values()
    inside = [share.part.of(measure) for share in shares]
    outside = [share.rest(measure) for share in shares]
    bars = [
        (view.say("chart_in"), inside, {"color": "var(--accent)"}),
        (view.say("chart_out"), outside, _gap_marker()),
    ]
    data = [
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
    layout = _layout(barmode="stack", separators=separators(view))
    layout["yaxis"]["autorange"] = "reversed"
    layout["xaxis"]["tickformat"] = ",d"
    return {"data": data, "layout": layout}


def years(view: MapView, measure: str) -> dict[str, object]:
    """An additive measure of each network and of those outside, over every year with figures."""
    register = view.atlas.register
    known = register.years_of(measure)
    told = [register.figures_in(year)[measure] for year in known]
    data = []
    for group in view.groups:
        members = view.assignment.unorganised() if group.id == NONE else view.assignment.members(group.id)
        sums = [total(values, members) for values in told]
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
    layout = _layout(separators=separators(view))
    layout["xaxis"] |= {"dtick": 1, "tickformat": "d"}
    layout["yaxis"] |= {"rangemode": "tozero", "tickformat": ",d"}
    return {"data": data, "layout": layout}


def mix(view: MapView) -> dict[str, object]:
    """Every municipality as a mark on its network's line: the mix of large and small."""
    data = []
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
    layout = _layout(separators=separators(view), showlegend=False)
    layout["xaxis"] |= {"type": "log", "tickformat": ",d", "dtick": 1}
    layout["yaxis"]["autorange"] = "reversed"
    return {"data": data, "layout": layout}
