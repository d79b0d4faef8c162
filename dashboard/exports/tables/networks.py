"""The rows of ``networks.*``: every climate network, those in none, and the whole. They never follow filters."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from dashboard.exports.tables.columns import Column, Rows, Value
from dashboard.exports.tables.measures import (
    further_cells,
    further_columns,
    measure_cells,
    measure_columns,
    share_cells,
    share_columns,
)
from dashboard.view.shown import AreaView
from dashboard.view.state import NONE
from dashboard.view.view import MapView
from geodata.coverage import Figures, Share
from geodata.model import Network

#: The id of the row of the whole.
TOTAL = "total"


def network_rows(view: MapView) -> Rows:
    """One row for each climate network, one for the municipalities in none, and the whole.

    Shares are of the whole region, from 0 to 1. A municipality in two networks counts in the
    rows of both and once in the whole.
    """
    rows = [
        _row(view, id, view.names[id], view.coverage.networks[id], members(view, id), network)
        for id, network in view.networks.items()
    ]
    outside = _row(view, NONE, view.say("unorganised"), view.coverage.unorganised, view.missing)
    total = _row(view, TOTAL, view.say("total"), view.coverage.organised.whole, view.areas)
    return Rows(view.say("view_networks"), _columns(view), (*rows, outside), total)


def members(view: MapView, id: str) -> tuple[AreaView, ...]:
    """The municipalities in a network; with "none", those in no network."""
    return view.missing if id == NONE else tuple(area for area in view.areas if id in area.networks)


def _columns(view: MapView) -> tuple[Column, ...]:
    say = view.say
    return (
        Column("id", say("export_id"), width=12),
        Column("name", say("export_network"), width=52),
        Column("other_names", say("network_other_names"), width=36, separator=", "),
        Column("municipalities", say("kpi_municipalities"), "integer", 12),
        *measure_columns(view, view.of_groups),
        *share_columns(view),
        Column("largest_member", say("export_largest"), width=18),
        Column("largest_member_population", say("export_largest_population"), "integer", 16),
        Column("smallest_member", say("export_smallest"), width=18),
        Column("smallest_member_population", say("export_smallest_population"), "integer", 16),
        Column("founded", say("network_founded"), width=10),
        Column("host", say("network_host"), width=50),
        Column("url", say("network_link"), width=40),
        Column("completeness", say("network_completeness"), width=50),
        Column("members", say("network_members"), width=60, separator=", "),
        Column("source", say("panel_source"), width=60),
        *further_columns(view, view.of_groups, shares=True),
    )


def _row(
    view: MapView, id: str, name: str, figures: Figures, areas: Sequence[AreaView], network: Network | None = None
) -> dict[str, Value]:
    share = Share(figures, view.coverage.organised.whole)
    largest, smallest = _extremes(areas)
    return {
        "id": id,
        "name": name,
        "other_names": network.other_names if network else (),
        "municipalities": figures.municipalities,
        **measure_cells(view, figures, view.of_groups),
        **share_cells(view, share),
        "largest_member": largest.place.name if largest else None,
        "largest_member_population": largest.population if largest else None,
        "smallest_member": smallest.place.name if smallest else None,
        "smallest_member_population": smallest.population if smallest else None,
        "founded": network.founded if network else None,
        "host": view.say.of(network.host) or None if network else None,
        "url": network.url if network else None,
        "completeness": view.say.of(network.completeness) or None if network else None,
        "members": () if id == TOTAL else tuple(area.place.name for area in areas),
        "source": network.source if network else None,
        **further_cells(view, figures, view.of_groups, share),
    }


def _extremes(areas: Sequence[AreaView]) -> tuple[AreaView | None, AreaView | None]:
    """The most and the least populous; neither is known while a population is unknown."""
    known = [(area.population, area) for area in areas if area.population is not None]
    if not areas or len(known) < len(areas):
        return None, None
    return max(known, key=itemgetter(0))[1], min(known, key=itemgetter(0))[1]
