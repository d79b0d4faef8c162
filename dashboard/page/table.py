"""The table that says the same as the map: real HTML, sorted and searched by the address."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from dashboard.page.attributes import attributes
from dashboard.page.content import Content
from dashboard.page.frame.notices import selection
from dashboard.page.links import href, link
from dashboard.page.swatch import swatch
from dashboard.view.described import network_text
from dashboard.view.sorting import sorted_areas
from dashboard.view.state import SORTS
from dashboard.view.view import AreaView, MapView

#: Columns in order: name, and whether it holds numbers.
COLUMNS = {
    "name": False,
    "number": False,
    "number_2024": False,
    "county": False,
    "network": False,
    "population": True,
    "area": True,
    "density": True,
}


def table_head(view: MapView) -> list:
    """Heading and search field: they stay as they are while the reader types."""
    say = view.say
    return [
        html.H2(say("table")),
        html.Label(
            [
                html.Span(say("search_table")),
                dcc.Input(
                    id="table-search",
                    type="search",
                    value=view.state.q,
                    placeholder=say("search_table_hint"),
                    autoComplete="off",
                ),
            ],
            className="table-search",
            htmlFor="table-search",
        ),
    ]


def table(view: MapView) -> list:
    """What the filters select, and the table of what matches, with its totals; where it is hidden only who is where.

    Each cell costs the browser time at every choice, so a table that nobody sees has no figures.
    """
    if view.state.view != "table":
        return [html.Table(html.Tbody([_brief(view, area) for area in sorted_areas(view)]), id="municipalities")]
    scrolled = html.Div(
        _table(view, sorted_areas(view)),
        className="table-scroll",
        tabIndex=0,
        role="region",
        **attributes(aria_labelledby="table-caption"),
    )
    return [selection(view), scrolled]


def _table(view: MapView, rows: list[AreaView]) -> html.Table:
    say = view.say
    totals = view.selection or view.coverage.organised.whole
    return html.Table(
        [
            html.Caption(
                say("table_caption", shown=say.integer(len(rows)), total=say.integer(len(view.areas))),
                id="table-caption",
            ),
            html.Thead(html.Tr([_heading(view, name, numeric) for name, numeric in COLUMNS.items()])),
            html.Tbody([_row(view, area) for area in rows]),
            html.Tfoot(
                html.Tr(
                    [
                        html.Th(say("total"), scope="row", colSpan=5),
                        html.Td(say.integer(totals.population), className="number"),
                        html.Td(say.integer(totals.area_km2), className="number"),
                        html.Td(say.decimal(totals.density), className="number"),
                    ]
                )
            ),
        ],
        id="municipalities",
    )


def _heading(view: MapView, name: str, numeric: bool) -> html.Th:
    label = view.say(f"column_{name}", year=view.year)
    if name not in SORTS:
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
    return attributes(data_municipality=area.number, data_network=area.network_key)


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
            html.Td(say.integer(area.population), className="number"),
            html.Td(say.integer(area.area_km2), className="number"),
            html.Td(say.decimal(area.density), className="number"),
        ],
        className="chosen" if chosen else "",
        **_stands_for(area),
    )
