"""A list of a network's members from another time, held against the register; it is no network itself."""

from __future__ import annotations

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.markup.sources import source_text
from dashboard.page.links import href, link
from dashboard.view.described import member_name
from dashboard.view.view import MapView
from geodata.lists import NAMED, NAMED_ONLY, NOT_NAMED, against_register
from geodata.model import Membership, Network


def list_card(view: MapView, network: Network) -> html.Section:
    """Who is named by list and register, by the list alone, and whom the list does not name."""
    say, register = view.say, view.standing.register
    held = against_register(register, network.id)
    # A municipality's row in the list goes before its row in the network: both have its name.
    rows = {
        row.municipality: row
        for id in (network.list_of, network.id)
        for row in register.memberships
        if row.network == id
    }
    groups = {
        status: sorted((rows[number] for number, one in held.items() if one == status), key=lambda row: row.name)
        for status in (NAMED, NAMED_ONLY, NOT_NAMED)
    }
    return html.Section(
        [
            html.Div(html.H3(say.of(network.names)), className="card-title"),
            html.P(say.of(network.description)),
            html.P(say("list_about", network=view.names[network.list_of], date=say.date(str(view.day)))),
            *(_group(view, status, found) for status, found in groups.items() if found),
            html.Dl([html.Dt(say("network_completeness")), html.Dd(say.of(network.completeness) or say("unknown"))]),
            html.P([say("panel_source") + ": ", *source_text(network.source)], className="note source"),
            link(
                say("show_on_map"),
                view.state.but(view="overview", layer=network.id, municipality=None),
                className="act",
            )
            if network.drawn
            else None,
        ],
        className="card",
        id=f"network-{network.id}",
        **attributes(data_network=network.id),
    )


def _group(view: MapView, status: str, rows: list[Membership]) -> html.P:
    """The line that the map has for it, what it means, of how many, and their names."""
    say = view.say
    title = say(f"status_{status}")
    return html.P(
        [
            html.Span(className="stroke", **attributes(data_status=status, aria_hidden=True)),
            html.Strong(f" {title[0].upper()}{title[1:]} ({say.integer(len(rows))}): "),
            *_names(view, rows),
        ],
        className="members",
    )


def _names(view: MapView, rows: list[Membership]) -> list:
    """Those of the region as links to their place on the map, the others marked as outside."""
    parts: list = []
    for row in rows:
        parts += [", "] if parts else []
        inside = row.municipality in view.atlas.register.municipalities
        target = href(view.state.but(view="overview", municipality=row.municipality))
        parts.append(html.A(row.name, href=target) if inside else member_name(view, row))
    return parts
