"""Links and buttons that change the address: the target state is written out by the server."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.markup.content import Content
from dashboard.page import ids
from dashboard.view.forms import GO
from dashboard.view.state import State, write_query


def href(state: State) -> str:
    """The address of a state, as a link within the page; assets/modules/page/address.js follows it without a reload."""
    return write_query(state) or "?"


def link(children: Content, state: State, **properties: Any) -> html.A:
    """A link to another state of the page."""
    return html.A(children, href=href(state), **properties)


def button(children: Content, state: State, **properties: Any) -> html.Button:
    """A button that goes to another state of the page: without a script by the layout's empty form (ids.GO_FORM)."""
    return html.Button(children, type="submit", form=ids.GO_FORM, name=GO, value=href(state), **properties)
