"""What marks a scenario or other days than the one that is shown: the name, and how much changes."""

from __future__ import annotations

from dash import html

from dashboard.markup.content import Item
from dashboard.view.sentence import days_name
from dashboard.view.view import MapView


def mark(view: MapView) -> list[Item]:
    """What it is, and how many municipalities are moved where there is a before and an after."""
    changes: list[Item] = [" ", html.Span(changes_text(view))] if view.is_compared else []
    return [html.Strong(mark_title(view)), *changes]


def changes_text(view: MapView) -> str:
    """How many municipalities are moved by a scenario, and how many stand otherwise than on the day compared with."""
    say, count = view.say, len(view.changed)
    told = [say.count("plan_changes", len(view.moved))] if view.is_scenario else []
    if view.is_since:
        told.append(say.count("days_changes", count) if count else say("days_no_changes"))
    return " ".join(told)


def mark_title(view: MapView) -> list[Item]:
    """What it is called, as in its sentence (``mark_name``)."""
    days = days_name(view)
    if not view.is_scenario:
        return [days]
    return [*_scenario_title(view), *([f" · {days}"] if days else [])]


def _scenario_title(view: MapView) -> list[Item]:
    """A title may be written from right to left; what is around it is not."""
    if not view.state.title:
        return [view.say("scenario")]
    before, _, after = view.say("scenario_titled", title="\n").partition("\n")
    return [before, html.Bdi(view.state.title), after]
