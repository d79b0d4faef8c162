"""Links and buttons that change the address: the target state is written out by the server."""

from __future__ import annotations

from dash import html

from dashboard.view.state import State, write_query


def href(state: State) -> str:
    """The address of a state, as a link within the page; assets/modules/page/address.js follows it without a reload."""
    return write_query(state) or "?"


def link(children, state: State, **attributes):
    """A link to another state of the page."""
    return html.A(children, href=href(state), **attributes)


def button(children, state: State, **attributes):
    """A button that goes to another state of the page."""
    return html.Button(children, type="button", **{"data-go": href(state)}, **attributes)
