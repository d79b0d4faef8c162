"""The columns and cells of the measures, the same in every file of rows."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.exports.tables.columns import Column, Value
from dashboard.view.measured import file_heading, share_heading
from dashboard.view.view import MapView
from geodata.coverage import MUNICIPALITIES, Figures, Share

#: What a whole number and one with decimals need, in characters.
WIDTHS = {"integer": 16, "decimal": 14}


def measure_columns(view: MapView, ids: Iterable[str]) -> tuple[Column, ...]:
    """A column for each of some measures, in the folder's order; behind the first the year that is told.

    Without the further ones: they stand last in a file (``further_columns``), where they are in nobody's way.
    """
    first, *rest = (_column(view, id) for id in _usual(view, ids))
    return first, Column("year", view.say("export_year"), "year", 7), *rest


def measure_cells(view: MapView, figures: Figures, ids: Iterable[str]) -> dict[str, Value]:
    """The cells of ``measure_columns``; None is unknown."""
    cells: list[tuple[str, Value]] = [(view.measure(id).column, figures.of(id)) for id in _usual(view, ids)]
    return dict([cells[0], ("year", view.year), *cells[1:]])


def share_columns(view: MapView) -> tuple[Column, ...]:
    """A column for the share of the whole region, from 0 to 1, of municipalities and of each additive measure.

    Without the further ones, as ``measure_columns``.
    """
    municipalities = Column(f"share_{MUNICIPALITIES}", view.say("export_share_municipalities"), "share", 16)
    return municipalities, *(_share_column(view, id) for id in _usual(view, view.additive))


def share_cells(view: MapView, share: Share) -> dict[str, Value]:
    """The cells of ``share_columns``; None is unknown."""
    return {f"share_{MUNICIPALITIES}": share.ratio(MUNICIPALITIES), **_shares(view, share, _usual(view, view.additive))}


def further_columns(view: MapView, ids: Iterable[str], shares: bool = False) -> tuple[Column, ...]:
    """A column for each of some measures that is a further one; then, with ``shares``, for those of the additive."""
    further = [id for id in ids if id in view.further]
    of_whole = [_share_column(view, id) for id in further if shares and id in view.additive]
    return (*(_column(view, id) for id in further), *of_whole)


def further_cells(view: MapView, figures: Figures, ids: Iterable[str], share: Share | None = None) -> dict[str, Value]:
    """The cells of ``further_columns``, with those of ``share``; None is unknown."""
    further = [id for id in ids if id in view.further]
    cells: dict[str, Value] = {view.measure(id).column: figures.of(id) for id in further}
    return cells | (_shares(view, share, [id for id in further if id in view.additive]) if share else {})


def _shares(view: MapView, share: Share, ids: Iterable[str]) -> dict[str, Value]:
    return {view.measure(id).share_column: share.ratio(id) for id in ids}


def _share_column(view: MapView, id: str) -> Column:
    one = view.measure(id)
    return Column(one.share_column, share_heading(view.say, one), "share", 16)


def _usual(view: MapView, ids: Iterable[str]) -> list[str]:
    return [id for id in ids if id not in view.further]


def _column(view: MapView, id: str) -> Column:
    measure = view.measure(id)
    kind = "decimal" if measure.decimals else "integer"
    return Column(measure.column, file_heading(view, measure), kind, WIDTHS[kind])
