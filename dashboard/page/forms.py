"""Forms that work without a script: what is typed goes to the address, and the rest of the state along with it."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from dash import dcc, html

from dashboard.markup.content import Item
from dashboard.view.state import State, write_query


def state_form(children: list[Item], state: State, *without: str, **properties: Any) -> html.Form:
    """A form that asks for the page of a state in which some parameters are the form's own."""
    return html.Form([*children, *hidden_rest(state, *without)], method="get", action="./", **properties)


def hidden_rest(state: State, *without: str) -> list[Item]:
    """The canonical query of a state as hidden fields, without the parameters that the form itself has fields for."""
    pairs = parse_qsl(write_query(state).removeprefix("?"), keep_blank_values=True)
    return [dcc.Input(type="hidden", name=name, value=value) for name, value in pairs if name not in without]
