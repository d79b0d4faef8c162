"""What the map shows: year, what it is coloured by, and what is outlined on top. Links, so that each is an address."""

from __future__ import annotations

from dash import html

from dashboard.page.attributes import attributes
from dashboard.page.links import link
from dashboard.view.described import range_text
from dashboard.view.measured import control_text
from dashboard.view.state import BY_NETWORK, CLIMATE, STATUSES
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


#: Ranges of inhabitants that are offered; the address takes any.
RANGES = ((None, 5_000), (5_000, 20_000), (20_000, 50_000), (50_000, None))


def _filters(view: MapView) -> list:
    """County, status and size: a press sets the filter, another takes it away; several in a row add up."""
    say, state = view.say, view.state

    def toggled(values: tuple[str, ...], value: str) -> tuple[str, ...]:
        return tuple(one for one in values if one != value) if value in values else (*values, value)

    counties = [
        (name, state.but(county=toggled(state.county, id)), id in state.county)
        for id, name in view.county_names.items()
    ]
    statuses = [
        (say(f"filter_status_{one}"), state.but(status=toggled(state.status, one)), one in state.status)
        for one in STATUSES
    ]
    sizes = [
        (
            range_text(view, (low, high)),
            state.but(pop=None if state.pop == (low, high) else (low, high)),
            state.pop == (low, high),
        )
        for low, high in RANGES
    ]
    return [_row(say("option_county"), counties), _row(say("option_status"), statuses), _row(say("option_size"), sizes)]


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
