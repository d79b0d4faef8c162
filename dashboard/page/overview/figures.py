"""The headline numbers of the region, and where they are from."""

from __future__ import annotations

from dash import html

from dashboard.components.figure_bars import figure_bars
from dashboard.markup.attributes import attributes
from dashboard.page.links import link
from dashboard.view.view import MapView


def headline_figures(view: MapView) -> list:
    """The bars, who is missing, and the way to the sources."""
    say = view.say
    return [
        html.H2(say("figures"), className="visually-hidden"),
        figure_bars(view),
        html.Span(
            **attributes(data_kpi="unorganised", data_value=str(len(view.missing))),
            className="visually-hidden",
            children=say.count("callout", len(view.missing)),
        ),
        html.P([say("rounding_note"), " ", _sources(view)], className="note"),
    ]


def _sources(view: MapView) -> html.A:
    """To the sources; out of a frame, where there would be no way back."""
    out = {"target": "_blank", "rel": "noopener"} if view.state.embed else {}
    return link(view.say("footer"), view.state.but(view="data", embed=False), **out)
