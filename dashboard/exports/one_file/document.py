"""The map of a state as one HTML file that opens from a USB stick: no network, no server, readable without script."""

from __future__ import annotations

from html import escape
from typing import Any

from dash import html

from dashboard.components.area_table import area_table
from dashboard.components.difference_list import difference_list
from dashboard.components.figure_bars import figure_bars
from dashboard.components.legend_rows import legend_rows
from dashboard.components.map_key import map_key
from dashboard.components.scenario import mark
from dashboard.components.selection_line import selection_line
from dashboard.components.sentences import sentences
from dashboard.exports.about import holding, ignored_text
from dashboard.exports.one_file.lean import lean, lean_html
from dashboard.exports.one_file.map import one_file_map
from dashboard.exports.one_file.sheet import one_file_sheet
from dashboard.exports.one_file.sources import all_sources
from dashboard.exports.tables.municipalities import municipality_rows
from dashboard.markup.attributes import attributes
from dashboard.markup.content import Item
from dashboard.markup.hashed import hash_source
from dashboard.markup.sources import outside_link
from dashboard.markup.writer import as_html
from dashboard.view.measured import headline_ids
from dashboard.view.numbered import number_columns
from dashboard.view.revision import other_revision_text
from dashboard.view.sentence import mark_name
from dashboard.view.shown import GroupView
from dashboard.view.state import State, state_address
from dashboard.view.view import MapView

#: Keys on the map, and what they do.
ONE_FILE_KEYS = (
    ("\u2190\u2191\u2192\u2193", "key_walk"),
    ("A\u2013\u00c5", "key_letters"),
    ("Enter", "key_choose"),
    ("Esc", "key_clear"),
)


def one_file(view: MapView, public_url: str | None) -> bytes:
    """The whole document. It asks for nothing: its policy allows its one script and its one sheet, by their hashes.

    What the page tells is told by the same components. A link to another state leads to the live page where the
    server knows its own address; else it is plain text.
    """
    body = lean_html(
        f"{as_html(_header(view))}\n<main>\n"
        f'<section class="map">{one_file_map(view)}{as_html(_keys(view))}</section>\n'
        f"{as_html([_figures(view), _legend(view, public_url), _table(view, public_url)])}\n</main>\n"
        f"{as_html(html.Footer(all_sources(view, public_url)))}"
    )
    script, sheet = lean("one_file.js"), one_file_sheet(view, body)
    title = f"{mark_name(view)} \u2013 {view.say('title')}" if view.is_marked else view.say("title")
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy(script, sheet)}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(title)}</title>\n'
    )
    text = (
        f'<!doctype html>\n<html lang="{view.state.lang}">\n<head>{head}<style>{sheet}</style></head>\n'
        f"<body>\n{body}\n<script>{script}</script>\n</body>\n</html>\n"
    )
    return text.encode("utf-8")


def policy(script: str, sheet: str) -> str:
    """The Content-Security-Policy that lets this script run and this sheet paint, and nothing be fetched."""
    return (
        f"default-src 'none'; style-src {hash_source(sheet)}; script-src {hash_source(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _header(view: MapView) -> html.Header:
    """The name, what marks a scenario, the sentences that say what the map says, and what was not understood."""
    return html.Header(
        [
            html.P(view.say("title"), className="brand"),
            html.P(mark(view), className="scenario-badge") if view.is_marked else None,
            _changed(view),
            *sentences(view),
            html.P(other, className="notice") if (other := other_revision_text(view)) else None,
            html.P(ignored_text(view), className="notice") if view.ignored else None,
        ]
    )


def _changed(view: MapView) -> html.Ul | None:
    """Who changed between two days."""
    return difference_list(view) if view.is_since and view.changed else None


def _keys(view: MapView) -> html.P:
    """What the keys do, shown once a script has made them do it."""
    listed = [part for key, text in ONE_FILE_KEYS for part in (" ", html.Kbd(key), " ", view.say(text))]
    return html.P([f"{view.say('keys_title')}:", *listed], id="keys", className="note", hidden=True)


def _figures(view: MapView) -> html.Section:
    return html.Section([html.H2(view.say("figures")), figure_bars(view)])


def _legend(view: MapView, public_url: str | None) -> html.Section:
    """Legend and key; a script makes the rows buttons, without it there is nothing to press."""
    more = _link(view.say("key_more"), view.state.but(view="networks"), public_url) if public_url else None
    return html.Section(
        [
            html.H2(view.say("legend")),
            legend_rows(view, _row),
            *map_key(view, more),
            selection_line(view) if view.selection else None,
        ],
        id="legend",
    )


def _row(group: GroupView, content: list[Item], named: dict[str, Any]) -> html.Div:
    return html.Div(content, **named, **attributes(data_pressed="" if group.pressed else None))


def _table(view: MapView, public_url: str | None) -> html.Section:
    table = area_table(
        view,
        holding(view, municipality_rows(view)),
        columns=("name", *number_columns(view.atlas), "network", *headline_ids(view)),
        heading=lambda column, words: words,
        name=lambda area: _link(area.place.name, view.state.but(municipality=area.number), public_url),
    )
    labelled = attributes(aria_labelledby="table-title")
    scrolled = html.Div(table, className="table-scroll", tabIndex=0, role="region", **labelled)
    return html.Section([html.H2(view.say("table"), id="table-title"), scrolled], className="list")


def _link(words: str, state: State, public_url: str | None) -> Item:
    """To a state of the live page, where there is one."""
    return outside_link(state_address(state, public_url), words) if public_url else words
