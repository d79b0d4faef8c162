"""The view as data for machines: fixed English names, lists as lists, unknown as null."""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import parse_qsl

from dashboard.exports.about import holding, resources
from dashboard.exports.tables.columns import Rows
from dashboard.exports.tables.measures import share_cells
from dashboard.exports.tables.municipalities import municipality_rows
from dashboard.exports.tables.networks import network_rows
from dashboard.view.filters import FILTERS
from dashboard.view.measured import name_of, years_of
from dashboard.view.revision import other_revision_text
from dashboard.view.selection import is_filtered
from dashboard.view.sentence import dated_summary
from dashboard.view.state import State, state_address, write_query
from dashboard.view.view import MapView
from geodata.coverage import Figures, Share
from geodata.measures import STANDING
from geodata.model import DataFile


def municipalities_json(view: MapView, public_url: str | None) -> bytes:
    """Heading, figures, the municipalities that match the filters, all networks, sources."""
    rows = municipality_rows(view)
    return dump({**about_state(view, rows, public_url), "municipalities": rows.rows, **_networks(view)})


def networks_json(view: MapView, public_url: str | None) -> bytes:
    """Heading, figures, all networks, sources."""
    return dump({**about_state(view, network_rows(view), public_url), **_networks(view)})


def about_state(view: MapView, rows: Rows, public_url: str | None) -> dict[str, object]:
    """What stands above the rows: which state this is, what it says, the headline figures and the sources.

    ``figures`` never follow filters; ``selection`` tells what the filters leave.
    """
    return {
        "title": view.say("title"),
        "summary": dated_summary(view),
        "language": view.state.lang,
        "year": view.year,
        "day": view.day.isoformat(),
        "since": view.state.since.isoformat() if view.state.since else None,
        "query": write_query(view.state),
        "address": state_address(view.state, public_url),
        "ignored": [{"name": item.name, "value": item.value} for item in view.ignored],
        "figures": {
            "region": _share(view, view.coverage.organised),
            "unorganised": _figures(view, view.coverage.unorganised),
            "counties": {id: _share(view, share) for id, share in view.coverage.counties.items()},
        },
        "changes": _changes(view),
        "selection": _selection(view, rows),
        "data": _data(view),
        "measures": _measures(view),
        "register": view.atlas.register.published,
        "sources": [_resource(one) for one in resources(view.atlas)],
    }


def _changes(view: MapView) -> list[dict[str, object]]:
    """Who stands in other networks than before, in a scenario or between two days, with their ids."""
    return [{"number": area.number, "before": list(area.before), "after": list(area.networks)} for area in view.changed]


def _data(view: MapView) -> dict[str, object]:
    """Of which data this is; ``asked``: of which the link spoke, with a note where that is another revision."""
    register = view.atlas.register
    asked, note = view.state.revision or None, other_revision_text(view) or None
    return {"revision": register.revision, "created": register.created, "asked": asked, "note": note}


def dump(content: Mapping[str, object]) -> bytes:
    """JSON in UTF-8, for people to look into as well."""
    return (json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode("utf-8")


def _networks(view: MapView) -> dict[str, object]:
    networks = network_rows(view)
    return {"networks": networks.rows, "total": networks.total}


def _measures(view: MapView) -> list[dict[str, object]]:
    """What is measured, also what is not loaded; ``years``: the first and the last that a figure is about."""
    register = view.atlas.register
    return [
        {
            "id": id,
            "column": one.column,
            "name": name_of(view.say, one),
            "unit": one.unit,
            "additive": one.is_additive,
            "loaded": id in view.measures,
            "years": years_of(view, one) if id in view.measures and one.period != STANDING else None,
            "known": register.known_in(id, view.year) if id in view.measures else 0,
            **_said({"source": one.source, "licence": one.licence, "sure": view.say.of(one.words["sure"])}),
        }
        for id, one in {**view.measures, **register.not_loaded}.items()
    ]


def _selection(view: MapView, rows: Rows) -> dict[str, object]:
    follows = rows.total is None
    chosen = view.selection if follows and view.selection else view.coverage.organised.whole
    only = State(**{one.parameter: one.value(view.state) for one in FILTERS})
    return {
        "filtered": follows and is_filtered(view.state),
        "filters": dict(parse_qsl(write_query(only).lstrip("?"), keep_blank_values=True)) if follows else {},
        "note": holding(view, rows),
        **_figures(view, chosen),
        "of_municipalities": len(view.areas),
    }


def _resource(file: DataFile) -> dict[str, object]:
    """What is said of a file of the data folder, named as in its descriptor; what is not said is left out."""
    licences = [_said({"name": one.name, "title": one.title, "path": one.path}) for one in file.licences]
    sources = [_said({"title": one.title, "path": one.path}) for one in file.sources]
    texts = {"name": file.name, "title": file.title, "description": file.description}
    return {**_said(texts), **_said({"sources": sources, "licenses": licences})}


def _said(entries: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in entries.items() if value}


def _share(view: MapView, share: Share) -> dict[str, object]:
    """Organised and whole, and their ratios from 0 to 1."""
    return {
        "organised": _figures(view, share.part),
        "total": _figures(view, share.whole),
        **share_cells(view, share),
    }


def _figures(view: MapView, figures: Figures) -> dict[str, object]:
    measured = {view.measure(id).column: figures.of(id) for id in view.of_groups}
    return {"municipalities": figures.municipalities, **measured}
