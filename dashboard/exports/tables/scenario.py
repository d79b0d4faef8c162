"""The rows of ``scenario.*``: the list of differences from today, which can be imported again."""

from __future__ import annotations

from dashboard.exports.tables.columns import Column, Rows
from dashboard.exports.tables.municipalities import number_file_columns
from dashboard.view.numbered import number_cells
from dashboard.view.sentence import after_name, before_name, mark_name, scenario_name
from dashboard.view.state import NONE
from dashboard.view.view import MapView
from geodata.planning.differences import difference_rows


def scenario_rows(view: MapView) -> Rows:
    """One row for each municipality that the scenario moves, with its note; then the notes on others."""
    say = view.say
    columns = (
        *number_file_columns(view),
        Column("name", say("column_name"), width=20),
        Column("before", before_name(view), width=52),
        Column("after", after_name(view), width=52),
        Column("before_id", "before_id", width=16),
        Column("after_id", "after_id", width=16),
        *((Column("note", say("pin_title"), width=40),) if view.state.pin else ()),
    )
    founded = view.state.scenario.founded
    rows = difference_rows(
        view.atlas.register, view.before.assignment, view.assignment, founded, view.state.lang, say("plan_none_word")
    )
    pins = {pin.number: pin.text for pin in view.state.pin}
    rows = [{**row, "note": pins.pop(row["number"], "")} for row in rows]
    for number, text in pins.items():
        area = view.area(number)
        names, ids = view.say.list(view.names[id] for id in area.networks), "+".join(area.networks)
        same = {"before": names or say("plan_none_word"), "before_id": ids or NONE}
        about = {**number_cells(view.atlas, area.place), "name": area.place.name, "note": text}
        rows.append({**about, **same, "after": same["before"], "after_id": same["before_id"]})
    return Rows(mark_name(view) or scenario_name(view), columns, tuple(rows))
