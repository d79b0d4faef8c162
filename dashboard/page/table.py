"""The table that says the same as the map: real HTML, sorted and searched by the address."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from dashboard.markup.attributes import attributes
from dashboard.markup.content import Content
from dashboard.markup.swatch import swatch
from dashboard.page.forms import state_form
from dashboard.page.frame.notices import selection
from dashboard.page.links import href, link
from dashboard.view.described import network_text
from dashboard.view.measured import heading_text, number_text
from dashboard.view.sorting import sorted_areas
from dashboard.view.state import SORTS
from dashboard.view.view import AreaView, MapView
from geodata.coverage import Figures

#: Columns before the measures, in order.
TABLE_COLUMNS = ("name", "number", "number_2024", "county", "network")


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
    """What the filters select, and the table of what matches, with its totals."""
    scrolled = html.Div(
        _table(view, sorted_areas(view)),
        className="table-scroll",
        tabIndex=0,
        role="region",
        **attributes(aria_labelledby="table-caption"),
    )
    return [selection(view), scrolled]


def brief_table(view: MapView) -> list:
    """The table where it is hidden: only who is where.

    Each cell costs the browser time at every choice, so a table that nobody sees has no figures.
    """
    return [html.Table(html.Tbody([_brief(view, area) for area in sorted_areas(view)]), id="municipalities")]


def _table(view: MapView, rows: list[AreaView]) -> html.Table:
    say = view.say
    totals = view.selection or view.coverage.organised.whole
    return html.Table(
        [
            html.Caption(
                say("table_caption", shown=say.integer(len(rows)), total=say.integer(len(view.areas))),
                id="table-caption",
            ),
            html.Thead(
                html.Tr(
                    [
                        *(_heading(view, name, view.say(f"column_{name}"), numeric=False) for name in TABLE_COLUMNS),
                        *(_heading(view, id, heading_text(view, id), numeric=True) for id in view.measures),
                    ]
                )
            ),
            html.Tbody([_row(view, area) for area in rows]),
            html.Tfoot(
                html.Tr(
                    [
                        html.Th(say("total"), scope="row", colSpan=len(TABLE_COLUMNS)),
                        *_figures(view, totals),
                    ]
                )
            ),
        ],
        id="municipalities",
    )


def _figures(view: MapView, figures: Figures) -> list[html.Td]:
    return [
        html.Td(number_text(view.say, one, figures.of(id)), className="number") for id, one in view.measures.items()
    ]


def _heading(view: MapView, name: str, label: str, numeric: bool) -> html.Th:
    if name not in (*SORTS, *view.measures):
        return html.Th(label, scope="col")
    first, second = (f"-{name}", name) if numeric else (name, f"-{name}")
    current = view.state.sort
    following = second if current == first else "" if current == second else first
    order = {name: "ascending", f"-{name}": "descending"}.get(current)
    return html.Th(
        link([label, html.Span(className="order", **attributes(aria_hidden=True))], view.state.but(sort=following)),
        scope="col",
        className="number" if numeric else "",
        **attributes(aria_sort=order),
    )


def _brief(view: MapView, area: AreaView) -> html.Tr:
    cells = [html.Th(area.place.name, scope="row"), html.Td(network_text(view, area))]
    return html.Tr(cells, **_stands_for(area))


def _stands_for(area: AreaView) -> dict[str, Any]:
    return attributes(id=f"row-{area.number}", data_municipality=area.number, data_network=area.network_key)


def _row(view: MapView, area: AreaView) -> html.Tr:
    say, chosen = view.say, area.number == view.state.municipality
    status: Content = (words := network_text(view, area))
    if not area.networks and area.dialogue:
        status = [words, html.Span(say("status_dialogue", region_name=view.names[area.dialogue]), className="note")]
    return html.Tr(
        [
            html.Th(
                html.A(
                    area.place.name,
                    href=href(view.state.but(municipality=area.number)),
                    **attributes(aria_current=chosen or None),
                ),
                scope="row",
            ),
            html.Td(area.number),
            html.Td(area.place.number_2024),
            html.Td(view.county_names[area.place.county]),
            html.Td(
                html.Div(
                    [
                        swatch(area.membership_fill, small=True),
                        html.Span(status, className="words"),
                    ],
                    className="network",
                )
            ),
            *_figures(view, area.figures),
        ],
        className="chosen" if chosen else "",
        **_stands_for(area),
    )
