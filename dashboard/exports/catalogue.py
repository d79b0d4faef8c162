"""What can be taken along: the name of each file, its type, and what writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dashboard.exports.about import about_lines
from dashboard.exports.maps.geojson import municipalities_geojson
from dashboard.exports.maps.geopackage import municipalities_geopackage
from dashboard.exports.one_file.document import one_file
from dashboard.exports.slides.presentation import presentation_file
from dashboard.exports.tables.columns import Rows
from dashboard.exports.tables.comma import comma_file
from dashboard.exports.tables.excel import excel_file
from dashboard.exports.tables.machine import municipalities_json, networks_json
from dashboard.exports.tables.municipalities import municipality_rows
from dashboard.exports.tables.networks import network_rows
from dashboard.exports.tables.scenario import scenario_rows
from dashboard.picture.static_map import static_map
from dashboard.view.atlas import Atlas
from dashboard.view.reading import read_query
from dashboard.view.state import Ignored, State, state_address
from dashboard.view.view import MapView, build_view, wording

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
GEOJSON = "application/geo+json"
GPKG = "application/geopackage+sqlite3"
JSON = "application/json"
SVG = "image/svg+xml"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Export:
    """A kind of file: its media type, and (view, public address of the server or None) → its bytes.

    ``costly``: it takes more than a twentieth of a second to write.
    """

    media_type: str
    write: Callable[[MapView, str | None], bytes]
    costly: bool = False


@dataclass(frozen=True)
class File:
    """A file that was written, and what of the query was not understood."""

    name: str
    media_type: str
    content: bytes
    ignored: tuple[Ignored, ...] = ()


class UnknownExport(LookupError):
    """There is no such file; the message, in the reader's language, says which there are."""


def export(atlas: Atlas, name: str, query: str, public_url: str | None = None) -> File:
    """The file ``name`` of the state that ``query`` asks for. Raises UnknownExport."""
    return export_state(atlas, name, *read_query(query, atlas.known), public_url)


def export_state(
    atlas: Atlas, name: str, state: State, ignored: tuple[Ignored, ...], public_url: str | None = None
) -> File:
    """The file ``name`` of a state; ``ignored``: what of its query was not understood.

    The same state and data give the same bytes. Raises UnknownExport.
    """
    if name not in EXPORTS:
        say = wording(atlas, state.lang)
        raise UnknownExport(say("export_unknown", name=name[:60], names=", ".join(EXPORTS)))
    kind = EXPORTS[name]
    return File(
        _dated(name, state), kind.media_type, kind.write(build_view(atlas, state, ignored), public_url), ignored
    )


def _dated(name: str, state: State) -> str:
    """The file's name, with the day of the register where it is another than the one that is shown, and what since."""
    stem, dot, end = name.rpartition(".")
    days = [f"since-{state.since}"] if state.since else []
    days += [f"day-{state.day}"] if state.day else []
    return "-".join([stem, *days]) + dot + end


def _excel(view: MapView, rows: Rows, public_url: str | None) -> bytes:
    return excel_file(view, rows, about_lines(view, rows, state_address(view.state, public_url)))


def _geopackage(view: MapView, public_url: str | None) -> bytes:
    rows = municipality_rows(view)
    about = about_lines(view, rows, state_address(view.state, public_url))
    return municipalities_geopackage(view, rows, about)


EXPORTS: Mapping[str, Export] = {
    "municipalities.csv": Export(CSV, lambda view, url: comma_file(municipality_rows(view))),
    "municipalities.xlsx": Export(XLSX, lambda view, url: _excel(view, municipality_rows(view), url)),
    "municipalities.geojson": Export(GEOJSON, municipalities_geojson),
    "municipalities.gpkg": Export(GPKG, _geopackage, costly=True),
    "municipalities.json": Export(JSON, municipalities_json),
    "networks.csv": Export(CSV, lambda view, url: comma_file(network_rows(view))),
    "networks.xlsx": Export(XLSX, lambda view, url: _excel(view, network_rows(view), url)),
    "networks.json": Export(JSON, networks_json),
    "scenario.csv": Export(CSV, lambda view, url: comma_file(scenario_rows(view))),
    "scenario.xlsx": Export(XLSX, lambda view, url: _excel(view, scenario_rows(view), url)),
    "map.svg": Export(SVG, lambda view, url: static_map(view, view.state.theme or "light").encode()),
    "map.html": Export(HTML, one_file, costly=True),
    "presentation.pptx": Export(PPTX, presentation_file, costly=True),
}
