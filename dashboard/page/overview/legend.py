"""The legend, which is also the filter: every network with its figures, and those outside."""

from __future__ import annotations

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.markup.swatch import swatch
from dashboard.page.links import button
from dashboard.view.described import dialogue_lines, population_text, unit
from dashboard.view.state import NONE
from dashboard.view.view import GroupView, MapView


def legend(view: MapView) -> list:
    """A button for each network and one for the unorganised; pressed ones stand out on the map."""
    say = view.say
    return [
        html.Div(
            [
                html.H2(say("legend"), id="legend-title"),
                button(say("legend_clear"), view.state.but(networks=None), className="quiet")
                if view.state.networks is not None
                else html.Span(say("legend_hint"), className="note"),
            ],
            className="legend-head",
        ),
        html.Ul(
            [html.Li(_row(view, group), id=f"legend-{group.id}") for group in view.groups], className="legend-rows"
        ),
    ]


def _row(view: MapView, group: GroupView) -> html.Button:
    say, state = view.say, view.state
    lines = [
        html.Span(group.name, className="name"),
        html.Span(population_text(view, group.figures.population), className="note"),
    ]
    if group.id == NONE:
        lines += [
            html.Span([swatch(fill, small=True), html.Span(line)], className="note dialogue")
            for fill, line in dialogue_lines(view)
        ]
    return button(
        [
            swatch(f"{NONE}-dialogue" if group.id == NONE else group.id, group.initial, pattern=group.pattern),
            html.Span(lines, className="words"),
            html.Span(
                [
                    say.integer(group.figures.municipalities),
                    html.Span(" " + unit(view, group.figures.municipalities), className="visually-hidden"),
                ],
                className="count",
            ),
        ],
        state.but(networks=toggled(view, group.id)),
        className="legend-row" + (" gap" if group.id == NONE else ""),
        **attributes(
            data_network_toggle=group.id,
            aria_pressed=group.pressed,
        ),
    )


def toggled(view: MapView, id: str) -> tuple[str, ...] | None:
    """The networks that stand out after a press: one more, one less, and all again after the last."""
    pressed = set(view.state.networks or ()) ^ {id}
    return tuple(group for group in (*view.coverage.networks, NONE) if group in pressed) or None
