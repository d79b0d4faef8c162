"""The key to what is not a network: classes of a number, and outlines laid over the map."""

from __future__ import annotations

from dash import html

from dashboard.atlas import Atlas
from dashboard.links import link
from dashboard.state import CLIMATE
from dashboard.view import MapView


def key(atlas: Atlas, view: MapView) -> list:
    """Classes with their limits, and statuses of a layer with how complete its list is; empty without either."""
    return [*_classes(view), *_layer(atlas, view)]


def _classes(view: MapView) -> list:
    if view.classes is None:
        return []
    say = view.say
    rows = [
        _row(f"class-{place}", f"{_number(view, low)}–{_number(view, high)}" if low != high else _number(view, low))
        for place, (low, high) in enumerate(view.classes.ranges)
    ]
    if any(level is None for level in view.classes.of.values()):
        rows.append(_row("class-unknown", say("unknown")))
    return [
        html.P(say(f"key_{view.state.colour}", year=view.year), className="key-title"),
        html.Ul(rows, className="key-rows"),
        html.P(say("key_quantiles", count=say.integer(len(view.classes.ranges))), className="note"),
    ]


def _number(view: MapView, value: float) -> str:
    return view.say.decimal(value) if view.state.colour == "density" else view.say.integer(int(value))


def _row(fill: str, text: str) -> html.Li:
    return html.Li([html.Span(className="swatch small", **{"data-fill": fill, "aria-hidden": "true"}), html.Span(text)])


def _layer(atlas: Atlas, view: MapView) -> list:
    if view.state.layer == CLIMATE:
        return []
    say, network = view.say, atlas.register.networks[view.state.layer]
    statuses = dict.fromkeys(row.status for row in atlas.register.memberships if row.network == network.id)
    return [
        html.P(say.of(network.names), className="key-title"),
        html.Ul(
            [
                html.Li(
                    [
                        html.Span(className="stroke", **{"data-status": status, "aria-hidden": "true"}),
                        html.Span(say(f"status_{status}")),
                    ]
                )
                for status in statuses
            ],
            className="key-rows",
        ),
        html.P([say("key_incomplete"), " ", link(say("key_more"), view.state.but(view="networks"))], className="note"),
    ]
