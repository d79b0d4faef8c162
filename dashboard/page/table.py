"""The table of the page: searched and sorted by the address, each name a link to its municipality."""

from __future__ import annotations

from dash import dcc, html

from dashboard.components.area_table import area_table, stands_for
from dashboard.markup.attributes import attributes
from dashboard.markup.content import Content
from dashboard.page.forms import state_form
from dashboard.page.frame.notices import selection
from dashboard.page.links import href, link
from dashboard.view.described import network_text
from dashboard.view.measured import control_text, partly_known
from dashboard.view.numbered import number_columns
from dashboard.view.shown import AreaView
from dashboard.view.sorting import sorted_areas
from dashboard.view.state import BY_NETWORK, SORTS
from dashboard.view.view import MapView


def table_head(view: MapView) -> list:
    """Heading and search field: they stay as they are while the reader types."""
    say = view.say
    field = dcc.Input(
        id="table-search",
        name="q",
        type="search",
        value=view.state.q,
        placeholder=say("search_table_hint"),
        autoComplete="off",
    )
    label = html.Label([html.Span(say("search_table")), field], className="table-search", htmlFor="table-search")
    press = html.Button(say("search"), type="submit", className="quiet without-script")
    return [html.H2(say("table")), state_form([label, press], view.state, "q", role="search", className="search-form")]


def municipality_table(view: MapView) -> list:
    """What the filters select, and the table of what matches, with its totals.

    A column that was asked for stands first among the measures.
    """
    say, shown = view.say, len(sorted_areas(view))
    measures = sorted(view.tabled, key=lambda id: id not in view.further)
    caption = say("table_caption", shown=say.integer(shown), total=say.integer(len(view.areas)))
    scrolled = html.Div(
        area_table(
            view,
            caption,
            columns=("name", "network", *number_columns(view.atlas), "county", *measures),
            heading=lambda column, words: _sorting(view, column, words),
            name=lambda area: _choosing(view, area),
        ),
        className="table-scroll",
        tabIndex=0,
        role="region",
        **attributes(aria_labelledby="table-caption"),
    )
    partly = partly_known(view, view.tabled)
    return [selection(view), *_further(view), scrolled, *([html.P(partly, className="note")] if partly else [])]


def _further(view: MapView) -> list:
    """The measures of which the table has a column only where the map is coloured by them, as links that ask for it."""
    say, state = view.say, view.state
    asked = [
        link(
            control_text(say, view.measure(id)),
            state.but(colour=BY_NETWORK if state.colour == id else id),
            className="choice",
            **attributes(aria_current=state.colour == id or None),
        )
        for id in view.further
    ]
    title = html.Span(say("table_further"), className="option-title")
    named = attributes(aria_label=say("table_further"))
    return (
        [html.Div([title, html.Span(asked, className="choices")], className="further", role="group", **named)]
        if asked
        else []
    )


def brief_table(view: MapView) -> list:
    """The table where it is hidden: only who is where.

    Each cell costs the browser time at every choice, so a table that nobody sees has no figures.
    """
    return [html.Table(html.Tbody([_brief(view, area) for area in sorted_areas(view)]), id="municipalities")]


def _sorting(view: MapView, column: str, words: str) -> Content:
    """What stands over a column: a link to the table sorted by it, where it can be."""
    if column not in (*SORTS, *view.measures):
        return words
    first, second = (f"-{column}", column) if column in view.measures else (column, f"-{column}")
    current = view.state.sort
    following = second if current == first else "" if current == second else first
    return link([words, html.Span(className="order", **attributes(aria_hidden=True))], view.state.but(sort=following))


def _choosing(view: MapView, area: AreaView) -> html.A:
    chosen = area.number == view.state.municipality
    there = href(view.state.but(municipality=area.number))
    return html.A(area.place.name, href=there, **attributes(aria_current=chosen or None))


def _brief(view: MapView, area: AreaView) -> html.Tr:
    cells = [html.Th(area.place.name, scope="row"), html.Td(network_text(view, area))]
    return html.Tr(cells, **stands_for(area))
