"""The table that says the same as the map: a row for each municipality, and the total."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.markup.content import Content
from dashboard.markup.swatch import swatch
from dashboard.view.described import network_text
from dashboard.view.measured import heading_text, number_text
from dashboard.view.sorting import sorted_areas
from dashboard.view.view import AreaView, MapView
from geodata.coverage import Figures

#: Columns before the measures, in order.
TABLE_COLUMNS = ("name", "number", "number_2024", "county", "network")


def area_table(
    view: MapView, caption: str, heading: Callable[[str, str], Content], name: Callable[[AreaView], Content]
) -> html.Table:
    """What the filters select, in the order that the address asks for.

    ``heading``: what stands over a column, of the column and its words; ``name``: what a municipality is called by.
    """
    say = view.say
    totals = view.selection or view.coverage.organised.whole
    headings = [
        *(_heading(view, one, heading(one, say(f"column_{one}")), None) for one in TABLE_COLUMNS),
        *(_heading(view, id, heading(id, heading_text(view, id)), "number") for id in view.measures),
    ]
    total = html.Th(say("total"), scope="row", colSpan=len(TABLE_COLUMNS))
    return html.Table(
        [
            html.Caption(caption, id="table-caption"),
            html.Thead(html.Tr(headings)),
            html.Tbody([_row(view, area, name(area)) for area in sorted_areas(view)]),
            html.Tfoot(html.Tr([total, *_figures(view, totals)])),
        ],
        id="municipalities",
    )


def stands_for(area: AreaView) -> dict[str, Any]:
    """Attributes of the row of a municipality, by which it is found."""
    return attributes(id=f"row-{area.number}", data_municipality=area.number, data_network=area.network_key)


def _figures(view: MapView, figures: Figures) -> list[html.Td]:
    return [
        html.Td(number_text(view.say, one, figures.of(id)), className="number") for id, one in view.measures.items()
    ]


def _heading(view: MapView, name: str, content: Content, kind: str | None) -> html.Th:
    order = {name: "ascending", f"-{name}": "descending"}.get(view.state.sort)
    return html.Th(content, scope="col", className=kind, **attributes(aria_sort=order))


def _row(view: MapView, area: AreaView, name: Content) -> html.Tr:
    chosen = area.number == view.state.municipality
    notes = [html.Span(note, className="note") for note in _notes(view, area)]
    return html.Tr(
        [
            html.Th(name, scope="row"),
            html.Td(area.number),
            html.Td(area.place.number_2024),
            html.Td(view.county_names[area.place.county]),
            html.Td(
                html.Div(
                    [
                        swatch(area.membership_fill, small=True),
                        html.Span([network_text(view, area), *notes], className="words"),
                    ],
                    className="network",
                )
            ),
            *_figures(view, area.figures),
        ],
        className="chosen" if chosen else None,
        **stands_for(area),
    )


def _notes(view: MapView, area: AreaView) -> Iterator[str]:
    """What is known of those in no network, and in which network those were that a scenario moves."""
    if not area.networks and area.dialogue:
        yield view.say("status_dialogue", region_name=view.names[area.dialogue])
    if area.is_changed:
        before = view.say.list(view.names[id] for id in area.before) or view.say("unorganised_short")
        yield f"{view.say('export_before')}: {before}"
