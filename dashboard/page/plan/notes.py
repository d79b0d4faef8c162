"""Notes of the planner: the list of those that are pinned, and a form for another; both work without a script."""

from __future__ import annotations

from dash import dcc, html

from dashboard.markup.attributes import attributes
from dashboard.markup.content import Item
from dashboard.page.forms import state_form
from dashboard.page.links import button
from dashboard.view.forms import PIN_AT, PIN_NOTE
from dashboard.view.pins import MOST_PINS, PIN_LENGTH, without_pin
from dashboard.view.sorting import alphabetical
from dashboard.view.view import MapView


def pinned_notes(view: MapView) -> html.Section:
    """Every note with its number on the map, and the way to take it away; below a field for another."""
    say, pins = view.say, view.state.pin
    rows = [
        html.Li(
            [
                html.Span(say.integer(place), className="pin-number", **attributes(aria_hidden=True)),
                html.Span([html.Strong(view.area(pin.number).place.name), f": {pin.text}"]),
                button(
                    say("pin_remove"),
                    view.state.but(pin=without_pin(pins, pin.number)),
                    className="quiet",
                    **attributes(aria_label=f"{say('pin_remove')}: {view.area(pin.number).place.name}, {pin.text}"),
                ),
            ],
            id=f"pin-{pin.number}",
            **attributes(data_pin=pin.number),
        )
        for place, pin in enumerate(pins, 1)
    ]
    listed: list[Item] = [html.Ol(rows, className="pins-list")] if rows else []
    full = len(pins) >= MOST_PINS
    return html.Section(
        [
            html.H2(say("pin_title")),
            *listed,
            html.P(say("pin_full", count=say.integer(MOST_PINS)), className="note")
            if full
            else _form(view, "notes", None),
        ],
        className="report",
        id="notes",
    )


def note_field(view: MapView, number: str) -> html.Div:
    """A field for a note on one municipality, for its panel; it shows the note that stands there."""
    return html.Div([html.H3(view.say("pin_title")), _form(view, "panel", number)])


def _form(view: MapView, where: str, number: str | None) -> html.Form:
    say = view.say
    ordered = sorted(view.areas, key=lambda area: alphabetical(area.place.name))
    at = number or view.state.municipality or ordered[0].number
    here = next((pin.text for pin in view.state.pin if pin.number == at), "")
    field = f"{where}-note"
    whom: list[Item] = (
        [dcc.Input(type="hidden", name=PIN_AT, value=number)]
        if number
        else [
            html.Label(
                [
                    html.Span(say("pin_at")),
                    html.Select(
                        [html.Option(one.place.name, value=one.number, selected=one.number == at) for one in ordered],
                        name=PIN_AT,
                        id=f"{where}-at",
                    ),
                ],
                htmlFor=f"{where}-at",
            )
        ]
    )
    return state_form(
        [
            *whom,
            html.Label(
                [
                    html.Span(say("pin_note", count=say.integer(PIN_LENGTH))),
                    dcc.Input(
                        id=field, name=PIN_NOTE, type="text", value=here, maxLength=PIN_LENGTH, autoComplete="off"
                    ),
                ],
                htmlFor=field,
            ),
            html.Button(say("pin_add"), type="submit", className="quiet"),
        ],
        view.state,
        className="pin-form",
    )
