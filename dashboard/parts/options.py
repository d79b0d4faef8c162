"""What the map shows: year, what it is coloured by, and what is outlined on top. Links, so that each is an address."""

from __future__ import annotations

from dash import html

from dashboard.atlas import Atlas
from dashboard.links import link
from dashboard.state import CLIMATE, COLOURS
from dashboard.view import MapView


def options(atlas: Atlas, view: MapView) -> list:
    """Three rows of choices; the present one is marked."""
    say, state = view.say, view.state
    years = sorted(atlas.known.years)
    return [
        _row(
            say("option_colour"),
            [(say(f"colour_{name}"), state.but(colour=name), name == state.colour) for name in COLOURS],
        ),
        _row(
            say("option_layer"),
            [(say("layer_none"), state.but(layer=CLIMATE), state.layer == CLIMATE)]
            + [(atlas.register.networks[id].short_name, state.but(layer=id), state.layer == id) for id in atlas.layers],
        ),
        _row(
            say("option_year"),
            [
                (str(year), state.but(year=None if year == atlas.default_year else year), year == view.year)
                for year in years
            ],
        ),
    ]


def _row(title: str, choices: list) -> html.Div:
    return html.Div(
        [
            html.Span(title, className="option-title"),
            html.Span(
                [link(text, target, className="choice", **({"aria-current": "true"} if here else {})) for text, target, here in choices],
                className="choices",
            ),
        ],
        className="option",
        role="group",
        **{"aria-label": title},
    )
