"""The rows of the legend: every network with its figures, and those outside."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.markup.attributes import attributes
from dashboard.markup.content import Item
from dashboard.markup.swatch import swatch
from dashboard.view.described import dialogue_lines, population_text, unit
from dashboard.view.shown import GroupView
from dashboard.view.state import NONE
from dashboard.view.view import MapView

#: What makes a row, of its group, its content and its attributes: a button, or what a script makes one of.
Row = Callable[[GroupView, list[Item], dict[str, Any]], Component]


def legend_rows(view: MapView, row: Row) -> html.Ul:
    """A row for the unorganised, who shall not be overlooked, and one for each network, each as ``row`` makes it."""
    groups = sorted(view.groups, key=lambda group: group.id != NONE)
    rows = [html.Li(row(group, _content(view, group), _named(group)), id=f"legend-{group.id}") for group in groups]
    return html.Ul(rows, className="legend-rows")


def _named(group: GroupView) -> dict[str, Any]:
    gap = " gap" if group.id == NONE else ""
    return {"className": f"legend-row{gap}", **attributes(data_network_toggle=group.id)}


def _content(view: MapView, group: GroupView) -> list[Item]:
    say = view.say
    lines = [
        html.Span(group.name, className="name"),
        html.Span(population_text(view, group.figures.population), className="note"),
    ]
    if group.id == NONE:
        lines += [
            html.Span([swatch(fill, small=True), html.Span(line)], className="note dialogue")
            for fill, line in dialogue_lines(view)
        ]
    return [
        swatch(f"{NONE}-dialogue" if group.id == NONE else group.id, group.initial, pattern=group.pattern),
        html.Span(lines, className="words"),
        html.Span(
            [
                say.integer(group.figures.municipalities),
                html.Span(" " + unit(view, group.figures.municipalities), className="visually-hidden"),
            ],
            className="count",
        ),
    ]
