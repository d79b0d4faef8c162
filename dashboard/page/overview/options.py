"""What the map shows: year, what it is coloured by, and what is outlined on top. Links, so that each is an address."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html

from dashboard.markup.attributes import attributes
from dashboard.page import ids
from dashboard.page.forms import state_form
from dashboard.page.links import href, link
from dashboard.view.described import naming
from dashboard.view.filters import FILTERS
from dashboard.view.forms import RANGE_FROM, RANGE_TO
from dashboard.view.measured import control_text, name_of
from dashboard.view.state import BY_NETWORK, CLIMATE
from dashboard.view.view import MapView
from geodata.measures import with_ratios_beside

#: More years than this stand behind a fold.
YEARS_IN_SIGHT = 7


def options(view: MapView) -> list:
    """Rows of choices, the present one marked, and the range of inhabitants to type."""
    say, state = view.say, view.state
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
        *_not_loaded(view),
        _row(
            say("option_layer"),
            [(say("layer_none"), state.but(layer=CLIMATE), state.layer == CLIMATE)]
            + [
                (view.atlas.register.networks[id].short_name, state.but(layer=id), state.layer == id)
                for id in view.atlas.layers
            ],
        ),
        *_years(view),
    ]


def _years(view: MapView) -> list:
    """The years with a population: the newest in sight, the others behind a fold that is open while one is shown."""
    say, state, years = view.say, view.state, sorted(view.atlas.known.years)

    def choices(some: Sequence[int]) -> list:
        return [
            (str(year), state.but(year=None if year == view.atlas.default_year else year), year == view.year)
            for year in some
        ]

    newest, earlier = years[-YEARS_IN_SIGHT:], years[:-YEARS_IN_SIGHT]
    row = _row(say("option_year"), choices(newest))
    if not earlier:
        return [row]
    first, last = earlier[0], earlier[-1]
    fold = [html.Summary(say("option_earlier", first=first, last=last)), _choices(choices(earlier))]
    return [row, html.Details(fold, id="earlier-years", open=view.year in earlier, className="earlier")]


def _not_loaded(view: MapView) -> list:
    """Which measures have no figures yet, and the way to what loads them: no control that does nothing."""
    missing = view.atlas.register.not_loaded.values()
    if not missing:
        return []
    names = view.say.list(name_of(view.say, one) for one in missing)
    there = f"{href(view.state.but(view='data'))}#{ids.MEASURES}"
    return [html.P(html.A(view.say("option_not_loaded", names=names), href=there), className="note")]


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
            _choices(choices),
        ],
        className="option",
        role="group",
        **attributes(aria_label=title),
    )


def _choices(choices: list) -> html.Span:
    """Text, target and whether it is the present one, as links."""
    return html.Span(
        [
            link(text, target, className="choice", **attributes(aria_current=here or None))
            for text, target, here in choices
        ],
        className="choices",
    )
