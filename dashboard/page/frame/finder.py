"""What goes with the search field in the header; assets/modules/page/finder.js makes the field itself."""

from __future__ import annotations

from dash import html

from dashboard.page.attributes import attributes
from dashboard.view.view import MapView


def finder(view: MapView) -> list:
    """The field's label, and the empty list that hits are written into."""
    say = view.say
    return [
        html.Label(say("search_label"), htmlFor="find", className="visually-hidden"),
        html.Div(id="find-list", role="listbox", hidden=True, **attributes(aria_label=say("search_hits"))),
    ]
