"""The search field in the header: a combobox that assets/finder.js brings to life."""

from __future__ import annotations

from dash import dcc, html

from dashboard.view import MapView


def finder(view: MapView) -> list:
    """Label, field and the empty list that hits are written into."""
    say = view.say
    return [
        html.Label(say("search_label"), htmlFor="find", className="visually-hidden"),
        dcc.Input(
            id="find",
            type="text",
            placeholder=say("search_placeholder"),
            autoComplete="off",
            spellCheck="false",
        ),
        html.Div(id="find-list", role="listbox", hidden=True, **{"aria-label": say("search_hits")}),
    ]
