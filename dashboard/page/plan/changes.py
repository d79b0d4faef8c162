"""The changes of a plan: what to start from, the list to read and to take back, and what moves many at once."""

from __future__ import annotations

from dash import html

from dashboard.components.difference_list import difference
from dashboard.components.scenario import changes_text
from dashboard.markup.attributes import attributes
from dashboard.markup.swatch import filled
from dashboard.page.links import button
from dashboard.page.plan.notes import pinned_notes
from dashboard.page.plan.tools import founded_networks, many_at_once, name_and_link
from dashboard.planning.consequences import Plan
from dashboard.view.sentence import before_name
from dashboard.view.view import MapView


def changes_panel(view: MapView, plan: Plan) -> list:
    """What to start from, first; then what is changed, and what else changes it."""
    return [
        start(view, plan),
        name_and_link(view),
        changes(view, plan),
        pinned_notes(view),
        founded_networks(view),
        many_at_once(view),
        everyone(view),
    ]


def start(view: MapView, plan: Plan) -> html.Details:
    """Examples, and the way to a file: open while nothing is changed, folded away by the first change."""
    say = view.say
    fold = "folded" if plan.differences else "open"
    return html.Details(
        [
            html.Summary(say("plan_start")),
            example_buttons(view, plan),
            html.P(html.A(say("plan_import"), href="#import"), className="needs-script"),
        ],
        id="start",
        open=fold == "open",
        **attributes(data_fold=fold),
    )


def changes(view: MapView, plan: Plan) -> html.Section:
    """The list of differences, each with the way back."""
    say = view.say
    rows = [
        html.Li(
            [
                html.Span(
                    [
                        *difference(view, view.area(one.number)),
                    ]
                ),
                None
                if one.number not in view.state.scenario.changes
                else html.Button(
                    say("plan_as_today"),
                    type="button",
                    className="quiet needs-script",
                    **attributes(
                        data_assign=one.number,
                        data_to="today",
                        aria_label=f"{view.area(one.number).place.name}: {say('plan_as_today')}",
                    ),
                ),
            ],
            id=f"difference-{one.number}",
            **attributes(data_difference=one.number),
        )
        for one in plan.differences
    ]
    body = [html.Ul(rows, className="differences")] if rows else []
    text = changes_text(view) if rows else say("plan_no_changes")
    return html.Section([html.H2(_differences_title(view)), html.P(text), *body], id="differences", className="report")


def _differences_title(view: MapView) -> str:
    """What the list is of: changes from today's register, or from a day."""
    is_dated = view.is_since or view.state.day is not None
    return view.say("plan_differences_day", day=before_name(view)) if is_dated else view.say("plan_differences")


def everyone(view: MapView) -> html.Details:
    """Every municipality as a row to press with the chosen network: what the map does, without the map."""
    say = view.say
    rows = [
        html.Li(
            html.Button(
                area.place.name,
                type="button",
                className="brush-choice",
                title=view.short_names(area),
                **filled(area.membership_fill)
                | attributes(data_assign=area.number, aria_label=f"{area.place.name}, {view.short_names(area)}"),
            ),
            id=f"assign-{area.number}",
        )
        for area in view.areas
    ]
    listed = [html.Summary(say("plan_everyone")), html.Ul(rows, className="all-rows")]
    return html.Details(listed, id="everyone", className="needs-script")


def example_buttons(view: MapView, plan: Plan) -> html.Section:
    """Plans made from the data, to start from."""
    say = view.say
    made = [
        html.Li(
            button(
                say(
                    f"example_{one.code}",
                    count=say.integer(len(one.numbers)),
                    network=next((new.name for new in one.scenario.founded), None)
                    or view.names.get(one.network or "", ""),
                ),
                view.state.but(scenario=one.scenario),
                className="quiet",
                **attributes(data_example=one.code),
            ),
            id=f"example-{one.code}",
        )
        for one in plan.examples
    ]
    return html.Section(
        [html.H3(say("plan_examples")), html.Ul(made, className="examples")] if made else [],
        id="examples",
    )


def _names(view: MapView, ids: tuple[str, ...]) -> str:
    return view.say.list(view.names[id] for id in ids) or view.say("plan_none_word")
