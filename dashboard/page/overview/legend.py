"""The legend, which is also the filter."""

from __future__ import annotations

from dash import html

from dashboard.components.legend_rows import legend_rows
from dashboard.markup.attributes import attributes
from dashboard.page.links import button
from dashboard.view.state import NONE
from dashboard.view.view import MapView


def legend(view: MapView) -> list:
    """A button for each network and one for the unorganised; pressed ones stand out on the map."""
    say, state = view.say, view.state
    return [
        html.Div(
            [
                html.H2(say("legend"), id="legend-title"),
                button(say("legend_clear"), state.but(networks=None), className="quiet")
                if state.networks is not None
                else html.Span(say("legend_hint"), className="note"),
            ],
            className="legend-head",
        ),
        legend_rows(
            view,
            lambda group, content, named: button(
                content,
                state.but(networks=toggled(view, group.id)),
                **named,
                **attributes(aria_pressed=group.pressed),
            ),
        ),
    ]


def toggled(view: MapView, id: str) -> tuple[str, ...] | None:
    """The networks that stand out after a press: one more, one less, and all again after the last."""
    pressed = set(view.state.networks or ()) ^ {id}
    return tuple(group for group in (*view.coverage.networks, NONE) if group in pressed) or None
