"""The accessibility statement: what the Norwegian regulation requires, what is met, and how it was tried."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TypedDict

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.page import ids
from dashboard.view.view import MapView

#: ``state``: met, partly met, or about what the page does not have.
STATES = ("yes", "partly", "absent")
REQUIREMENTS = Path(__file__).parents[2] / "words" / "requirements.json"


class Requirement(TypedDict):
    """A success criterion of WCAG 2.1: its name by language, whether it is met, and how that was tried."""

    names: dict[str, str]
    state: str
    checked: list[str]


@lru_cache(maxsize=1)
def requirements() -> Mapping[str, Requirement]:
    """The 47 criteria that the regulation on universal design of ICT (FOR-2013-06-21-732, § 4) names, by number."""
    found: dict[str, Requirement] = json.loads(REQUIREMENTS.read_text(encoding="utf-8"))
    return found


def accessibility(view: MapView) -> html.Section:
    """The statement: the result, each requirement that is met in part, how it was tried, and all of them as a table."""
    say, every = view.say, requirements()
    counts = {state: say.integer(sum(one["state"] == state for one in every.values())) for state in STATES}
    partly = [number for number, one in every.items() if one["state"] == "partly"]
    return html.Section(
        [
            html.H2(say("access_title")),
            html.P(say("access_intro", number=say.integer(len(every)))),
            html.P(say("access_result", **counts)),
            html.Ul([html.Li(say(f"access_partly_{number.replace('.', '_')}")) for number in partly]),
            html.P(say("access_how")),
            html.Details([html.Summary(say("access_all")), _table(view, every)]),
        ],
        id=ids.ACCESSIBILITY,
    )


def _table(view: MapView, every: Mapping[str, Requirement]) -> html.Div:
    say = view.say
    named = attributes(aria_label=say("access_all"))
    head = [html.Th(say(f"access_{column}"), scope="col") for column in ("requirement", "state", "checked")]
    rows = [
        html.Tr(
            [
                html.Th(f"{number} {one['names'][say.language]}", scope="row"),
                html.Td(say(f"access_state_{one['state']}")),
                html.Td(say.list(say(f"access_checked_{way}") for way in one["checked"])),
            ]
        )
        for number, one in every.items()
    ]
    table = html.Table([html.Thead(html.Tr(head)), html.Tbody(rows)], **named)
    return html.Div(table, className="table-scroll", tabIndex=0, role="region", **named)
