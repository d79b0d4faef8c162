"""The planner's tools: the brush, founding, who to move, steps back and forward."""

from __future__ import annotations

from dash import dcc, html

from dashboard.markup.attributes import attributes
from dashboard.markup.swatch import swatch
from dashboard.page.links import button
from dashboard.view.state import NONE, TITLE_LENGTH
from dashboard.view.view import MapView
from geodata.planning.new_network import NAME_LENGTH, NewNetwork
from geodata.planning.scenario import dissolve


def plan_tools(view: MapView) -> list:
    """The brush, who to move, and the list of differences."""
    say = view.say
    return [
        html.H2(say("plan_title")),
        html.P(say("plan_intro"), className="note needs-script"),
        html.P(
            [say("plan_without_script"), " ", html.A(say("plan_to_examples"), href="#examples")],
            className="without-script",
        ),
        html.Div(
            [
                html.Button(say(f"plan_{step}"), type="button", className="quiet", **attributes(data_plan=step))
                for step in ("undo", "redo", "reset")
            ]
            + [html.Button(say("plan_share"), type="button", className="quiet", **attributes(data_copy="shared"))],
            className="plan-steps needs-script",
        ),
        html.Label(
            [
                html.Span(say("plan_name")),
                dcc.Input(
                    id="plan-name", type="text", value=view.state.title, maxLength=TITLE_LENGTH, autoComplete="off"
                ),
            ],
            htmlFor="plan-name",
            className="table-search needs-script",
        ),
        html.Fieldset(
            [
                html.Legend(say("plan_brush")),
                html.Div([_brush(view, id, name, fill) for id, name, fill in brushes(view)], className="brushes"),
                html.Button(
                    say("plan_also"),
                    type="button",
                    className="quiet",
                    **attributes(data_plan="also", aria_pressed=False),
                ),
            ],
            className="brush needs-script",
        ),
        html.Div(
            [
                html.Label(say("plan_found"), htmlFor="found-name"),
                html.Div(
                    [
                        dcc.Input(id="found-name", type="text", maxLength=NAME_LENGTH, autoComplete="off"),
                        html.Button(
                            say("plan_found_do"), type="button", className="quiet", **attributes(data_plan="found")
                        ),
                    ],
                    className="found",
                ),
                *[_founded(view, one) for one in view.state.scenario.founded],
            ],
            className="needs-script",
        ),
        html.Div([html.P(say("plan_whom"), className="option-title"), _bulk(view)], className="plan-whom needs-script"),
    ]


def _founded(view: MapView, one: NewNetwork) -> html.Div:
    """A network that the scenario founds: its name to change, and unless others stand in it the way to be rid of it."""
    say = view.say
    compared = any(one.id in ids for other in view.state.compare for ids in other.changes.values())
    return html.Div(
        [
            swatch(one.id, small=True),
            html.Label(say("plan_rename", name=one.name), htmlFor=f"rename-{one.id}", className="visually-hidden"),
            dcc.Input(id=f"rename-{one.id}", type="text", value=one.name, maxLength=NAME_LENGTH, autoComplete="off"),
            None
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


def brushes(view: MapView) -> list[tuple[str, str, str]]:
    """What can be assigned: id, name, fill; no network and "as today" last."""
    say = view.say
    found = [(id, view.names[id], id) for id in view.networks]
    return [*found, (NONE, say("unorganised"), NONE), ("today", say("plan_as_today"), "")]


def _brush(view: MapView, id: str, name: str, fill: str) -> html.Button:
    content = [swatch(fill, small=True) if fill else None, html.Span(name)]
    return html.Button(
        content,
        type="button",
        className="brush-choice",
        id=f"brush-{id}",
        **attributes(data_brush=id, aria_pressed=False),
    )


def _bulk(view: MapView) -> html.Div:
    say = view.say
    dialogue = [area.number for area in view.areas if area.dialogue and not area.before]
    outside = [area.number for area in view.areas if not area.before]
    chosen = [area.number for area in view.areas if area.selected] if view.selection else []
    groups = [("plan_all_outside", outside), ("plan_in_dialogue", dialogue), ("plan_selected", chosen)]
    return html.Div(
        [
            html.Button(
                say(key, count=say.integer(len(numbers))),
                type="button",
                className="quiet",
                **attributes(data_assign=",".join(numbers)),
            )
            for key, numbers in groups
            if numbers
        ],
        className="take-buttons",
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
