"""The search in the header: a form, which assets/modules/page/finder.js makes a list of hits for."""

from __future__ import annotations

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.markup.elements import InputField
from dashboard.page.forms import state_form
from dashboard.view.forms import FIND
from dashboard.view.view import MapView


def finder(view: MapView) -> list:
    """The field with its label, and the empty list that hits are written into."""
    say = view.say
    field = InputField(
        id=FIND,
        name=FIND,
        type="text",
        placeholder=say("search_placeholder"),
        role="combobox",
        autoComplete="off",
        spellCheck=False,
        **attributes(aria_autocomplete="list", aria_controls="find-list", aria_expanded=False),
    )
    return [
        state_form(
            [
                html.Label(say("search_label"), htmlFor=FIND, className="visually-hidden"),
                field,
                html.Button(say("search"), type="submit", className="quiet without-script"),
            ],
            view.state,
            role="search",
            className="find-form",
        ),
        html.Div(
            id="find-list", role="listbox", hidden=True, **attributes(aria_label=say("search_hits"), data_kept=True)
        ),
    ]
