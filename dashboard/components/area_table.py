"""The table that says the same as the map: a row for each municipality, and the total."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from dash import html

from dashboard.components.difference_list import networks_in_words
from dashboard.markup.attributes import attributes
from dashboard.markup.content import Content, Item
from dashboard.markup.swatch import filled
from dashboard.view.described import network_text
from dashboard.view.measured import heading_text, number_text
from dashboard.view.numbered import number_cells, number_headings
from dashboard.view.sentence import before_name
from dashboard.view.shown import AreaView
from dashboard.view.sorting import sorted_areas
from dashboard.view.view import MapView
from geodata.coverage import Figures


def area_table(
    view: MapView,
    caption: str,
    columns: Sequence[str],
    heading: Callable[[str, str], Content],
    name: Callable[[AreaView], Content],
) -> html.Table:
    """What the filters select, in the order that the address asks for, with its totals.

    ``columns``: texts (``_texts``), then measures. ``heading``: what stands over a column, of the column and its
    words; ``name``: what a municipality is called by.
    """
    say = view.say
    totals = view.selection or view.coverage.organised.whole
    texts = [column for column in columns if column not in view.measures]
    total = html.Th(say("total"), scope="row", colSpan=len(texts))
    return html.Table(
        [
            html.Caption(caption, id="table-caption"),
            html.Thead(html.Tr([_heading(view, column, heading) for column in columns])),
            html.Tbody([_row(view, area, columns, name(area)) for area in sorted_areas(view)]),
            html.Tfoot(
                html.Tr(
                    [total, *(_figure(view, column, totals, "number") for column in columns if column not in texts)]
                )
            ),
        ],
        id="municipalities",
    )


def stands_for(area: AreaView) -> dict[str, Any]:
    """Attributes of the row of a municipality, by which it is found."""
    return attributes(id=f"row-{area.number}", data_municipality=area.number, data_network=area.network_key)


def _heading(view: MapView, column: str, heading: Callable[[str, str], Content]) -> html.Th:
    is_number = column in view.measures
    words = heading_text(view, column) if is_number else _title(view, column)
    order = {column: "ascending", f"-{column}": "descending"}.get(view.state.sort)
    kind = "number" if is_number else None
    return html.Th(heading(column, words), scope="col", className=kind, **attributes(aria_sort=order))


def _title(view: MapView, column: str) -> str:
    return number_headings(view.atlas, view.say).get(column) or view.say(f"column_{column}")


def _row(view: MapView, area: AreaView, columns: Sequence[str], name: Content) -> html.Tr:
    texts = _texts(view, area, name)
    return html.Tr(
        [texts[column] if column in texts else _figure(view, column, area.figures) for column in columns],
        className="chosen" if area.number == view.state.municipality else None,
        **stands_for(area),
    )


def _texts(view: MapView, area: AreaView, name: Content) -> dict[str, Item]:
    """The cells that are no figures, by column."""
    notes = [html.Span(note, className="note") for note in _notes(view, area)]
    return {
        "name": html.Th(name, scope="row"),
        **{column: html.Td(number) for column, number in number_cells(view.atlas, area.place).items()},
        "county": html.Td(view.county_names[area.place.county]),
        "network": html.Td([network_text(view, area), *notes], **filled(area.membership_fill)),
    }


def _figure(view: MapView, id: str, figures: Figures, kind: str | None = None) -> html.Td:
    """A figure; in a row its place after the network says that it is one, which spares a class in every cell."""
    return html.Td(number_text(view.say, view.measure(id), figures.of(id)), className=kind)


def _notes(view: MapView, area: AreaView) -> Iterator[str]:
    """What is known of those in no network, and in which network those were that a scenario moves."""
    if not area.networks and area.dialogue:
        yield view.say("status_dialogue", region_name=view.names[area.dialogue])
    if area.is_changed:
        yield f"{before_name(view)}: {networks_in_words(view, area.before)}"
    for id in area.uncertain:
        yield view.say("uncertain_note", network=view.names[id])
