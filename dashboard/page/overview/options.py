"""What the map shows: year, what it is coloured by, and what is outlined on top. Links, so that each is an address."""

from __future__ import annotations

from dash import html

from dashboard.page.attributes import attributes
from dashboard.page.links import link
from dashboard.view.described import naming
from dashboard.view.filters import FILTERS
from dashboard.view.measured import control_text
from dashboard.view.state import BY_NETWORK, CLIMATE
from dashboard.view.view import MapView
from geodata.measures import with_ratios_beside


def options(view: MapView) -> list:
    """Three rows of choices; the present one is marked."""
    say, state = view.say, view.state
    years = sorted(view.atlas.known.years)
    return [
        *_filters(view),
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
