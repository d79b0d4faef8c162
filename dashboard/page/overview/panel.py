"""The panel: what is known about the chosen municipality, and what is not."""

from __future__ import annotations

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.markup.content import Content
from dashboard.markup.sources import source_text
from dashboard.markup.swatch import swatch
from dashboard.page.links import button, link
from dashboard.page.plan.notes import note_field
from dashboard.page.plan.tools import assign_buttons
from dashboard.view.dated import agreement_text, dates_text
from dashboard.view.described import network_text
from dashboard.view.measured import dated_name, figure_text
from dashboard.view.numbered import numbers_text
from dashboard.view.shown import AreaView
from dashboard.view.view import MapView
from dashboard.words.wording import Wording
from geodata.days import status_on
from geodata.join import memberships_of
from geodata.lists import LIST_KIND
from geodata.measures import Measure, ratio
from geodata.model import Membership


def panel(view: MapView) -> Content:
    """Name, status, numbers of both years, county, figures and every row of the register; empty when none is chosen."""
    area = view.chosen
    if area is None:
        return []
    say = view.say
    return html.Section(
        [
            html.Div(
                [
                    html.H2(area.place.name, id="panel-title"),
                    button(html.Span(say("panel_close")), view.state.but(municipality=None), className="close"),
                ],
                className="panel-head",
            ),
            html.P(_status(view, area), className="status" + ("" if area.networks else " gap")),
            *(
                [assign_buttons(view, area.number), note_field(view, area.number)]
                if view.state.view == "plan"
                else [*_note(view, area), html.P(link(say("panel_plan"), view.state.but(view="plan")))]
            ),
            html.Dl([item for name, value in _facts(view, area) for item in (html.Dt(name), html.Dd(value))]),
            html.H3(say("panel_neighbours")),
            button(
                say("panel_show_neighbours"),
                view.state.but(near=None if view.state.near == area.number else area.number),
                className="quiet",
                **attributes(data_near=area.number, aria_pressed=view.state.near == area.number),
            ),
            _neighbours(view, area),
            html.H3(say("panel_memberships")),
            _register(view, area),
            html.P([say("panel_source_numbers") + ": ", *source_text(area.place.source)], className="note source"),
        ],
        className="panel-body",
        id=f"panel-{area.number}",
        tabIndex=-1,
        **attributes(aria_labelledby="panel-title", data_panel=area.number),
    )


def _note(view: MapView, area: AreaView) -> list:
    """The note that is pinned to it, with its number on the map."""
    return [
        html.P(view.say("pin_said", number=view.say.integer(place), text=pin.text), className="pin-said")
        for place, pin in enumerate(view.state.pin, 1)
        if pin.number == area.number
    ]


def _status(view: MapView, area: AreaView) -> list:
    text = network_text(view, area)
    text = text[0].upper() + text[1:]
    if not area.networks and area.dialogue:
        text += " · " + view.say("status_dialogue", region_name=view.names[area.dialogue])
    return [swatch(area.membership_fill, small=True), html.Span(text)]


def _facts(view: MapView, area: AreaView) -> list[tuple[str, Content]]:
    say = view.say
    return [
        (say("panel_number"), numbers_text(view, area)),
        (say("panel_county"), view.county_names[area.place.county]),
        (say("panel_former"), _former(say, area)),
        *(fact for one in view.measures.values() for fact in _measured(view, area, one)),
        *(
            []
            if area.networks
            else [(say("panel_dialogue"), view.names[area.dialogue] if area.dialogue else say("unknown"))]
        ),
    ]


def _former(say: Wording, area: AreaView) -> str:
    """The municipalities it was made of, or that it is the same as before."""
    names = area.place.former_names
    if not names:
        return say("unknown")
    if names == (area.place.name,):
        return say("panel_same")
    return say.list(names)


def _measured(view: MapView, area: AreaView, measure: Measure) -> list[tuple[str, str]]:
    """A measure's figure, and under it how it has changed."""
    figure = figure_text(view.say, measure, area.figures.of(measure.id))
    return [(dated_name(view, measure), figure), *_change(view, area, measure)]


def _change(view: MapView, area: AreaView, measure: Measure) -> list[tuple[str, str]]:
    """Change since the first year with a figure where years may be compared; left out in that year itself."""
    if measure.is_ratio or not measure.is_charted:
        return []
    known, now = view.atlas.register.values[measure.id].loc[area.number].dropna(), area.figures.of(measure.id)
    first = int(known.index[0]) if len(known) else view.year
    if now is None or first >= view.year_of(measure):
        return []
    say, before = view.say, known.iloc[0].item()
    change = say.signed(now - before, measure.decimals)
    return [(say("panel_change", year=first), f"{change} ({say.signed_percent(ratio(now - before, before))})")]


def _neighbours(view: MapView, area: AreaView) -> html.Ul | html.P:
    """Everyone beside it, with their networks: over land, longest border first, then by bridge or tunnel."""
    found, say = view.atlas.neighbours, view.say
    rows = []
    for other in found.of(area.number):
        link = None if other in found.border_km[area.number] else found.links[area.number][other]
        how = (
            say("over_border", km=say.decimal(found.border_km[area.number][other]))
            if link is None
            else say(f"over_{link.kind}", name=link.name)
        )
        if other in view.atlas.register.municipalities:
            beside = view.area(other)
            rows.append(
                html.Li(
                    button(
                        [
                            swatch(beside.membership_fill, small=True),
                            html.Span(beside.place.name, className="name"),
                            html.Span(f"{view.short_names(beside)} · {how}", className="note"),
                        ],
                        view.state.but(municipality=other),
                        className="neighbour",
                    ),
                    id=f"neighbour-{other}",
                )
            )
        else:
            rows.append(
                html.Li(
                    html.Span(
                        [found.outside[other], html.Span(f" {say('outside_region')} · {how}", className="note")],
                        className="neighbour outside",
                    )
                )
            )
    if not rows:
        return html.P(say("panel_no_neighbours"), className="note")
    return html.Ul(rows, className="neighbours")


def _register(view: MapView, area: AreaView) -> html.Ul | html.P:
    rows = memberships_of(view.atlas.register, area.number)
    if not rows:
        return html.P(view.say("panel_no_rows"), className="note")
    networks = view.atlas.register.networks
    lists_last = sorted(rows, key=lambda row: networks[row.network].kind == LIST_KIND)
    return html.Ul([_membership(view, row) for row in lists_last], className="memberships")


def _membership(view: MapView, row: Membership) -> html.Li:
    say = view.say
    status = status_on(row, view.day) or "not_then"
    told = (dates_text(say, row), agreement_text(say, row.agreement_from, row.agreement_to), say.of(row.note))
    return html.Li(
        [
            html.Div([html.Strong(view.names[row.network]), " · ", say(f"status_{status}")]),
            *(html.Div(text, className="note") for text in told if text),
            html.Div([say("panel_source") + ": ", *source_text(row.source)], className="note source"),
        ]
    )
