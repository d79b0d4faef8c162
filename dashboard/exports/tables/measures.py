"""The columns and cells of the measures, the same in every file of rows."""

from __future__ import annotations

from dashboard.exports.tables.columns import Column, Value
from dashboard.view.measured import file_heading, share_heading
from dashboard.view.view import MapView
from geodata.coverage import MUNICIPALITIES, Figures, Share

#: What a whole number and one with decimals need, in characters.
WIDTHS = {"integer": 16, "decimal": 14}


def measure_columns(view: MapView) -> tuple[Column, ...]:
    """A column for each measure, in the order of the folder's table; behind the first the year that is told."""
    first, *rest = (_column(view, id) for id in view.measures)
    return first, Column("year", view.say("export_year"), "year", 7), *rest


def measure_cells(view: MapView, figures: Figures) -> dict[str, Value]:
    """The cells of ``measure_columns``; None is unknown."""
    cells: list[tuple[str, Value]] = [(one.column, figures.of(id)) for id, one in view.measures.items()]
    return dict([cells[0], ("year", view.year), *cells[1:]])


def share_columns(view: MapView) -> tuple[Column, ...]:
    """A column for the share of the whole region, from 0 to 1, of municipalities and of each additive measure."""
    say = view.say
    return (
        Column(f"share_{MUNICIPALITIES}", say("export_share_municipalities"), "share", 16),
        *(Column(one.share_column, share_heading(say, one), "share", 16) for one in map(view.measure, view.additive)),
    )


def share_cells(view: MapView, share: Share) -> dict[str, Value]:
    """The cells of ``share_columns``; None is unknown."""
    shares = {view.measure(id).share_column: share.ratio(id) for id in view.additive}
    return {f"share_{MUNICIPALITIES}": share.ratio(MUNICIPALITIES), **shares}


def _column(view: MapView, id: str) -> Column:
    measure = view.measure(id)
    kind = "decimal" if measure.decimals else "integer"
    return Column(measure.column, file_heading(view, measure), kind, WIDTHS[kind])
