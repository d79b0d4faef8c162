"""The networks one by one: members, figures, host, since when, other names, and how complete the list is."""

from __future__ import annotations

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.markup.content import Content
from dashboard.markup.sources import outside_link, source_text
from dashboard.markup.swatch import swatch
from dashboard.page.frame.badge import badge
from dashboard.page.links import href, link
from dashboard.page.networks.charts import charts
from dashboard.page.networks.lists import list_card
from dashboard.page.networks.report import coverage_report
from dashboard.page.networks.timeline import timeline
from dashboard.view.dated import shared_text
from dashboard.view.described import population_text
from dashboard.view.measured import figure_text
from dashboard.view.shown import AreaView
from dashboard.view.view import MapView
from geodata.join import counts
from geodata.lists import LIST_KIND
from geodata.measures import LAND_AREA
from geodata.model import COVERING_KIND, Membership, Network
from geodata.timeline import agreements


def networks(view: MapView) -> list:
    """Every network of the register, by kind."""
    say = view.say
    listed = list(
        {**view.networks, **view.atlas.register.networks}.values()
    )  # founded ones stand with the climate networks
    kinds = dict.fromkeys(network.kind for network in listed)
    return [
        *badge(view),
        html.H1(say("networks_title")),
        html.P(say("networks_intro"), className="lead"),
        *coverage_report(view),
        *charts(view),
        timeline(view),
        *[
            html.Section(
                [
                    html.H2(say(f"kind_{kind}")),
                    html.Div(
                        [
                            (list_card if kind == LIST_KIND else _card)(view, network)
                            for network in listed
                            if network.kind == kind
                        ],
                        className="cards",
                    ),
                ]
            )
            for kind in kinds
        ],
    ]


def _card(view: MapView, network: Network) -> html.Section:
    say, covering = view.say, network.kind == COVERING_KIND
    rows = [row for row in view.standing.register.memberships if row.network == network.id]
    founded = network.id not in view.atlas.register.networks  # in a scenario: nothing more is known of it
    description = say.of(network.description)
    return html.Section(
        [
            html.Div(
                [swatch(network.id, network.initial) if covering else None, html.H3(say.of(network.names))],
                className="card-title",
            ),
            html.P(description) if description else None,
            _figures(view, network) if covering else None,
            None
            if founded
            else html.Dl(
                [part for name, value in _facts(view, network, rows) for part in (html.Dt(name), html.Dd(value))]
            ),
            *_members(view, network, rows),
            None
            if founded
            else html.P([say("panel_source") + ": ", *source_text(network.source)], className="note source"),
            link(
                say("show_on_map"),
                view.state.but(view="overview", networks=(network.id,), municipality=None),
                className="act",
            )
            if covering
            else None,
        ],
        className="card",
        id=f"network-{network.id}",
        **attributes(data_network=network.id),
    )


def _figures(view: MapView, network: Network) -> html.P:
    say, figures, whole = view.say, view.coverage.networks[network.id], view.coverage.organised.whole
    share = figures.population / whole.population if figures.population is not None and whole.population else None
    return html.P(
        [
            html.Strong(say.count("municipalities", figures.municipalities)),
            f" · {population_text(view, figures.population)} ({view.year}, ",
            say("share_of_region", share=say.percent(share)),
            f") · {figure_text(say, view.measure(LAND_AREA), figures.area_km2)}",
        ],
        className="card-figures",
    )


def _facts(view: MapView, network: Network, rows: list[Membership]) -> list[tuple[str, Content]]:
    say = view.say
    return [
        (say("network_founded"), say.date(network.founded)),
        *((say("network_agreement"), shared_text(say, period)) for period in agreements(rows)),
        (say("network_host"), say.of(network.host) or say("unknown")),
        (say("network_other_names"), ", ".join(network.other_names) or say("none_known")),
        (say("network_link"), outside_link(network.url) if network.url else say("unknown")),
        (say("network_completeness"), say.of(network.completeness) or say("unknown")),
    ]


def _members(view: MapView, network: Network, rows: list[Membership]) -> list:
    """Members within the region as links, those outside as names, and every other status as what it is."""
    say, inside = view.say, view.atlas.register.municipalities
    covering = network.kind == COVERING_KIND
    groups = [
        (say("network_members"), [row for row in rows if counts(row) and row.municipality in inside and not covering]),
        (say("network_outside"), [row for row in rows if counts(row) and row.municipality not in inside]),
    ]
    others: dict[str, list[Membership]] = {}
    for row in rows:
        if not counts(row):
            others.setdefault(row.status, []).append(row)
    groups += [(say("network_status", status=say(f"status_{status}")), found) for status, found in others.items()]
    members = [area for area in view.areas if network.id in area.networks]
    if not rows and not members:
        return [html.P(say("network_no_members"), className="note")]
    shown = (
        [html.P([html.Strong(f"{say('network_members')}: "), *_areas(view, members)], className="members")]
        if members
        else []
    )
    return shown + [
        html.P([html.Strong(f"{title}: "), *_names(view, found)], className="members")
        for title, found in groups
        if found
    ]


def _names(view: MapView, rows: list[Membership]) -> list:
    parts: list = []
    for row in rows:
        if parts:
            parts.append(", ")
        inside = row.municipality in view.atlas.register.municipalities
        target = href(view.state.but(view="overview", municipality=row.municipality))
        parts.append(html.A(row.name, href=target) if inside else row.name)
    return parts


def _areas(view: MapView, areas: list[AreaView]) -> list:
    """Members as links to the map; those of a scenario, when there is one."""
    parts: list = []
    for area in areas:
        if parts:
            parts.append(", ")
        parts.append(html.A(area.place.name, href=href(view.state.but(view="overview", municipality=area.number))))
    return parts
