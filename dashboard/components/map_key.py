"""The key to what is not a network: classes of a number, marks, outlines laid over the map, numbers of notes."""

from __future__ import annotations

from math import ceil

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.markup.content import Item
from dashboard.markup.elements import Circle, Svg
from dashboard.view.circles import LARGEST_PX, key_circles
from dashboard.view.described import class_title, key_texts, mark_rows, quantiles_text
from dashboard.view.measured import figure_text
from dashboard.view.state import CLIMATE
from dashboard.view.view import MapView, outlined
from geodata.lists import LIST_KIND


def map_key(view: MapView, more: Item) -> list:
    """Classes with their limits, marks in use, statuses of a layer with how complete its list is, and pinned notes.

    ``more``: the way to what is known of that list, as its note ends.
    """
    return [*_classes(view), *_marks(view), *_layer(view, more), *_pins(view)]


def _classes(view: MapView) -> list:
    if view.classes is None:
        return []
    rows = [_row(fill, text) for fill, text in key_texts(view)]
    return [
        html.P(class_title(view), className="key-title"),
        *([html.Ul(_circles(view), className="key-rows key-sizes")] if key_circles(view) else []),
        *([html.Ul(rows, className="key-rows")] if rows else []),
        *([html.P(quantiles_text(view), className="note")] if view.classes.ranges else []),
        *([html.P(view.say("key_circles"), className="note")] if key_circles(view) else []),
    ]


def _circles(view: MapView) -> list[html.Li]:
    """Round values, each with a circle as large as the map's."""
    side = ceil(2 * LARGEST_PX) + 4
    return [
        html.Li(
            [
                Svg(
                    Circle(className="size", cx=str(side / 2), cy=str(ceil(radius) + 2), r=f"{radius:.1f}"),
                    width=str(side),
                    height=str(2 * ceil(radius) + 4),
                    **attributes(aria_hidden=True),
                ),
                html.Span(figure_text(view.say, view.measure(view.state.colour), value)),
            ]
        )
        for value, radius in key_circles(view)
    ]


def _marks(view: MapView) -> list:
    rows = [_row(one.fill, one.text) if one.fill else _outlined("moved", one.text) for one in mark_rows(view)]
    return [html.Ul(rows, className="key-rows")] if rows else []


def _outlined(kind: str, text: str) -> html.Li:
    return html.Li([html.Span(className=f"swatch small {kind}", **attributes(aria_hidden=True)), html.Span(text)])


def _row(fill: str, text: str) -> html.Li:
    return html.Li(
        [html.Span(className="swatch small", **attributes(data_fill=fill, aria_hidden=True)), html.Span(text)]
    )


def _layer(view: MapView, more: Item) -> list:
    if view.state.layer == CLIMATE:
        return []
    say, network = view.say, view.atlas.register.networks[view.state.layer]
    statuses = dict.fromkeys(outlined(view).values())
    note = say.of(network.completeness) if network.kind == LIST_KIND else say("key_incomplete")
    return [
        html.P(say.of(network.names), className="key-title"),
        html.Ul(
            [
                html.Li(
                    [
                        html.Span(className="stroke", **attributes(data_status=status, aria_hidden=True)),
                        html.Span(say(f"status_{status}")),
                    ]
                )
                for status in statuses
            ],
            className="key-rows",
        ),
        html.P([note, *([" ", more] if more else [])], className="note"),
    ]


def _pins(view: MapView) -> list:
    """Every note with its number on the map."""
    rows = [
        html.Li(
            [
                html.Span(view.say.integer(place), className="pin-number", **attributes(aria_hidden=True)),
                html.Span(f"{view.area(pin.number).place.name}: {pin.text}"),
            ]
        )
        for place, pin in enumerate(view.state.pin, 1)
    ]
    titled = [html.P(view.say("pin_title"), className="key-title"), html.Ol(rows, className="key-rows")]
    return [html.Div(titled, className="key-pins")] if rows else []
