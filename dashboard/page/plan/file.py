"""A plan as a file: brought along, and taken along."""

from __future__ import annotations

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.page.frame.take import take
from dashboard.page.links import href
from dashboard.page.settings import Settings
from dashboard.planning.consequences import Plan
from dashboard.view.view import MapView
from geodata.planning.intake.grid import MOST_BYTES


def file_panel(view: MapView, plan: Plan, settings: Settings) -> list:
    """Reading a file, the list of changes as one, and everything else that can be taken along."""
    say = view.say
    taken = html.Section(
        [
            html.H2(say("take")),
            *([_list_of_changes(view)] if plan.differences else []),
            *take(view, settings),
        ],
        className="report taken",
        id="take-plan",
    )
    return [_import(view), taken]


def _list_of_changes(view: MapView) -> html.P:
    say, query = view.say, href(view.state)
    files = [
        html.A(f"{say('plan_list')} {kind.upper()}", href=f"export/scenario.{kind}{query}", download=f"scenario.{kind}")
        for kind in ("csv", "xlsx")
    ]
    return html.P(files, className="plan-files")


def _import(view: MapView) -> html.Section:
    say = view.say
    return html.Section(
        [
            html.H2(say("plan_import")),
            html.P(say("import_intro"), className="note"),
            html.Button(
                say("import_choose"),
                type="button",
                className="act",
                **attributes(data_plan="import", data_most=MOST_BYTES),
            ),
            html.Div(id="import-report", **attributes(aria_live="polite", data_kept=True)),
        ],
        className="report needs-script",
        id="import",
    )
