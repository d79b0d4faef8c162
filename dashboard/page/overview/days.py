"""The day that the register is shown on, and the one that it is compared with, where it has more than one."""

from __future__ import annotations

from datetime import date, timedelta

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.markup.content import Item
from dashboard.markup.elements import InputField
from dashboard.page.forms import state_form
from dashboard.page.links import link
from dashboard.view.view import MapView

_A_DAY = timedelta(days=1)


def days(view: MapView) -> list:
    """Fields for both days, and the way to the days before and after on which something changed; else nothing."""
    say = view.say
    if len(view.atlas.turning_days) < 2:
        return []
    since = view.state.since
    form = state_form(
        [
            _field(view, "day", view.day),
            _field(view, "since", since),
            html.Button(say("days_show"), type="submit", className="quiet without-script"),
        ],
        view.state,
        "day",
        "since",
        id="days-form",
    )
    return [
        html.Nav(
            [_step(view, "days_earlier", _before(view)), form, _step(view, "days_later", _after(view))],
            className="days",
            **attributes(aria_label=say("days_title")),
        )
    ]


def _field(view: MapView, name: str, value: date | None) -> html.Label:
    span = view.atlas.register.span
    field = InputField(
        id=f"days-{name}",
        name=name,
        type="date",
        min=span.first.isoformat(),
        max=span.last.isoformat(),
        value=value.isoformat() if value else "",
    )
    return html.Label([html.Span(view.say(f"days_{name}")), field])


def _before(view: MapView) -> date | None:
    """The last day on which the register was another than on the shown one."""
    turned = max(day for day in view.atlas.turning_days if day <= view.day)
    return turned - _A_DAY if turned > view.atlas.register.span.first else None


def _after(view: MapView) -> date | None:
    """The next day on which the register is another."""
    return min((day for day in view.atlas.turning_days if day > view.day), default=None)


def _step(view: MapView, key: str, day: date | None) -> Item:
    sign = {"days_earlier": "\u2039", "days_later": "\u203a"}[key]
    if day is None:
        gone = attributes(aria_disabled=True, aria_label=view.say(f"{key}_none"))
        return html.A(sign, id=key.replace("_", "-"), className="days-step", role="link", tabIndex=0, **gone)
    shown = None if day == view.atlas.register.as_of else day
    text = view.say(key, day=view.say.date(day.isoformat()))
    there = {"id": key.replace("_", "-"), "className": "days-step", "title": text}
    return link(sign, view.state.but(day=shown), **there, **attributes(aria_label=text))
