"""The rows of ``municipalities.*``: what matches the filters, in the order of the table."""

from __future__ import annotations

from dashboard.exports.tables.columns import Column, Rows, Value
from dashboard.exports.tables.measures import further_cells, further_columns, measure_cells, measure_columns
from dashboard.view.numbered import number_cells, number_headings
from dashboard.view.shown import AreaView
from dashboard.view.sorting import sorted_areas
from dashboard.view.state import NONE, STATUSES
from dashboard.view.view import MapView
from geodata.model import Municipality


def municipality_rows(view: MapView) -> Rows:
    """One row for each municipality that the filters let stand out.

    Measures in the units of the folder's table of measures; None is unknown.
    """
    say = view.say
    columns = (
        *number_file_columns(view),
        Column("name", say("column_name"), width=18),
        Column("county", say("column_county"), width=12),
        Column("network_ids", say("export_network_ids"), width=16, separator=" ", nothing=NONE),
        Column("networks", say("column_network"), width=52, separator=" + ", nothing=say("unorganised_short")),
        Column("status", say("export_status"), width=10, words={one: say(f"export_status_{one}") for one in STATUSES}),
        Column("dialogue_region", say("export_dialogue_region"), width=20),
        *_uncertain(view),
        *measure_columns(view, view.measures),
        Column("former_municipalities", say("export_former"), width=36, separator=", "),
        Column("note", say("export_note"), width=50),
        *further_columns(view, view.measures),
    )
    return Rows(say("kpi_municipalities"), columns, tuple(_row(view, area) for area in sorted_areas(view)))


def number_file_columns(view: MapView) -> tuple[Column, ...]:
    """The columns of municipality numbers: the register's own, then those of the editions shown beside it."""
    return tuple(Column(name, heading, width=13) for name, heading in number_headings(view.atlas, view.say).items())


def status(area: AreaView) -> str:
    """``member``, ``dialogue`` or ``none``, as the address calls them."""
    return "member" if area.networks else "dialogue" if area.dialogue else NONE


def _row(view: MapView, area: AreaView) -> dict[str, Value]:
    return {
        **number_cells(view.atlas, area.place),
        "name": area.place.name,
        "county": view.county_names[area.place.county],
        "network_ids": area.networks,
        "networks": tuple(view.names[id] for id in area.networks),
        "status": status(area),
        "dialogue_region": view.names[area.dialogue] if area.dialogue else None,
        "uncertain_networks": tuple(view.names[id] for id in area.uncertain),
        **measure_cells(view, area.figures, view.measures),
        "former_municipalities": _former(area.place),
        "note": view.say.of(area.place.note) or None,
        **further_cells(view, area.figures, view.measures),
    }


def _uncertain(view: MapView) -> tuple[Column, ...]:
    """A column for the networks of which the dates do not tell, where there are any on the day."""
    if not any(area.uncertain for area in view.areas):
        return ()
    return (Column("uncertain_networks", view.say("export_uncertain"), width=30, separator=" + "),)


def _former(place: Municipality) -> tuple[str, ...]:
    """Names with their numbers: a number alone in a cell would lose its leading zero in a spreadsheet."""
    return tuple(f"{one.name} ({one.number})" for one in place.former)
