"""What the map shows: year, what it is coloured by, and what is outlined on top. Links, so that each is an address."""

from __future__ import annotations

from dash import dcc, html

from dashboard.markup.attributes import attributes
from dashboard.page.forms import state_form
from dashboard.page.links import link
from dashboard.view.described import naming
from dashboard.view.filters import FILTERS
from dashboard.view.forms import RANGE_FROM, RANGE_TO
from dashboard.view.measured import control_text
from dashboard.view.state import BY_NETWORK, CLIMATE
from dashboard.view.view import MapView
from geodata.measures import with_ratios_beside


def options(view: MapView) -> list:
    """Rows of choices, the present one marked, and the range of inhabitants to type."""
    say, state = view.say, view.state
    years = sorted(view.atlas.known.years)
    return [
        *_filters(view),
        _range(view),
        _row(
            say("option_colour"),
            [
                (say("colour_network"), state.but(colour=BY_NETWORK), state.colour == BY_NETWORK),
                *(
                    (control_text(say, one), state.but(colour=one.id), one.id == state.colour)
                    for one in with_ratios_beside(view.measures.values())
                ),
            ],
        ),
        _row(
            say("option_layer"),
            [(say("layer_none"), state.but(layer=CLIMATE), state.layer == CLIMATE)]
            + [
                (view.atlas.register.networks[id].short_name, state.but(layer=id), state.layer == id)
                for id in view.atlas.layers
            ],
        ),
        _row(
            say("option_year"),
            [
                (str(year), state.but(year=None if year == view.atlas.default_year else year), year == view.year)
                for year in years
            ],
        ),
    ]


def _filters(view: MapView) -> list:
    """The filters that offer something: a press sets one, another takes it away; several in a row add up."""
    words, state = naming(view), view.state
    return [
        _row(
            view.say(one.title),
            [(text, one.toggled(state, option), one.is_pressed(state, option)) for text, option in one.offers(words)],
        )
        for one in FILTERS
        if one.title
    ]


def _range(view: MapView) -> html.Form:
    """Any range of inhabitants, by its two ends; either may be left open."""
    say, (low, high) = view.say, view.state.pop or (None, None)
    fields = [
        html.Label([html.Span(say(f"option_{name}")), dcc.Input(id=id, name=name, type="number", min=0, value=value)])
        for id, name, value in (("pop-from", RANGE_FROM, low), ("pop-to", RANGE_TO, high))
    ]
    press = html.Button(say("option_pop"), type="submit", className="quiet")
    return state_form([*fields, press], view.state, "pop", id="pop-range", className="range")


def _row(title: str, choices: list) -> html.Div:
    return html.Div(
        [
            html.Span(title, className="option-title"),
            html.Span(
                [
                    link(text, target, className="choice", **attributes(aria_current=here or None))
                    for text, target, here in choices
                ],
                className="choices",
            ),
        ],
        className="option",
        role="group",
        **attributes(aria_label=title),
    )
