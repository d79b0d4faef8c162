"""The planner's tools: the brushes, founding, what moves many at once, and a municipality's own buttons."""

from __future__ import annotations

from dash import dcc, html

from dashboard.markup.attributes import attributes
from dashboard.markup.swatch import swatch
from dashboard.page.links import button
from dashboard.page.plan.palette import palette
from dashboard.view.state import NONE, TITLE_LENGTH
from dashboard.view.view import MapView
from geodata.planning.new_network import NAME_LENGTH, NewNetwork
from geodata.planning.scenario import dissolve


def plan_tools(view: MapView) -> list:
    """What one paints with; founding stands before it, so that after the brushes comes the map."""
    say, state = view.say, view.state
    return [
        html.Div(
            [
                html.H2(say("plan_brush"), id="palette-title"),
                button(say("legend_clear"), state.but(networks=None), className="quiet")
                if state.networks is not None
                else html.Span(say("plan_intro"), className="note needs-script"),
            ],
            className="legend-head",
        ),
        html.P(
            [say("plan_without_script"), " ", html.A(say("plan_to_examples"), href="#examples")],
            className="without-script",
        ),
        html.Div(
            [
                html.Label(say("plan_found"), htmlFor="found-name"),
                dcc.Input(id="found-name", type="text", maxLength=NAME_LENGTH, autoComplete="off"),
                html.Button(say("plan_found_do"), type="button", className="quiet", **attributes(data_plan="found")),
            ],
            className="found needs-script",
        ),
        palette(view),
    ]


def name_and_link(view: MapView) -> html.Div:
    """What the scenario is called, the way back to today, and the link for others."""
    say = view.say
    field = dcc.Input(id="plan-name", type="text", value=view.state.title, maxLength=TITLE_LENGTH, autoComplete="off")
    acts = [
        html.Button(say("plan_reset"), type="button", className="quiet", **attributes(data_plan="reset")),
        html.Button(say("plan_share"), type="button", className="quiet", **attributes(data_copy="shared")),
    ]
    return html.Div(
        [
            html.Label([html.Span(say("plan_name")), field], htmlFor="plan-name", className="table-search"),
            html.Div(acts, className="plan-steps"),
        ],
        className="named needs-script",
    )


def founded_networks(view: MapView) -> html.Div:
    """The networks that the scenario founds, each with its name to change; empty without any."""
    return html.Div(
        [_founded(view, one) for one in view.state.scenario.founded], className="needs-script", id="founded"
    )


def _founded(view: MapView, one: NewNetwork) -> html.Div:
    """A network that the scenario founds: its name to change, and unless others stand in it the way to be rid of it."""
    say = view.say
    compared = any(one.id in ids for other in view.state.compare for ids in other.changes.values())
    return html.Div(
        [
            swatch(one.id, small=True),
            html.Label(say("plan_rename", name=one.name), htmlFor=f"rename-{one.id}", className="visually-hidden"),
            dcc.Input(id=f"rename-{one.id}", type="text", value=one.name, maxLength=NAME_LENGTH, autoComplete="off"),
            html.Span(say("plan_dissolve_kept"), className="note")
            if compared
            else button(
                say("plan_dissolve"),
                view.state.but(scenario=dissolve(view.state.scenario, one.id)),
                className="quiet",
                **attributes(aria_label=say("plan_dissolve_named", name=one.name), data_dissolve=one.id),
            ),
        ],
        className="found",
        id=f"founded-{one.id}",
    )


def many_at_once(view: MapView) -> html.Div:
    """Buttons that put everyone outside, those in dialogue or the selection where the brush says."""
    say = view.say
    dialogue = [area.number for area in view.areas if area.dialogue and not area.before]
    outside = [area.number for area in view.areas if not area.before]
    chosen = [area.number for area in view.areas if area.selected] if view.selection else []
    groups = [("plan_all_outside", outside), ("plan_in_dialogue", dialogue), ("plan_selected", chosen)]
    buttons = [
        html.Button(
            say(key, count=say.integer(len(numbers))),
            type="button",
            className="quiet",
            **attributes(data_assign=",".join(numbers)),
        )
        for key, numbers in groups
        if numbers
    ]
    return html.Div(
        [html.P(say("plan_whom"), className="option-title"), html.Div(buttons, className="take-buttons")],
        className="plan-whom needs-script",
    )


def assign_buttons(view: MapView, number: str) -> html.Div:
    """For one municipality: a button for each network, pressed where it is a member; in the panel."""
    say, area = view.say, view.area(number)
    buttons = [
        html.Button(
            [swatch(id, small=True), html.Span(view.networks[id].short_name)],
            type="button",
            className="brush-choice",
            **attributes(
                data_toggle_member=id,
                data_number=number,
                aria_pressed=id in area.networks,
            ),
        )
        for id in view.networks
    ]
    rest = [
        html.Button(say(key), type="button", className="quiet", **attributes(data_assign=number, data_to=to))
        for key, to in (("plan_none", NONE), ("plan_as_today", "today"))
    ]
    choices = html.Div([*buttons, *rest], className="brushes")
    return html.Div([html.H3(say("plan_assign")), choices], className="needs-script")
