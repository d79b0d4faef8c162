"""Dash's HTML components, made in a fifteenth of the time.

Each of them checks its properties one by one when it is made, and formats a message for each that it will not need:
30 µs, three times what the writer takes, which checks them once more and for all of them (``as_html``). A page has
some 3 000. So what they are told is kept as it comes.
"""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.markup.html_names import COMPONENTS


def make_quick() -> None:
    """From now on a component of ``dash.html`` keeps what it is given; what it knows of itself is its class's."""
    for name in COMPONENTS.split():
        kind = getattr(html, name)
        for about, value in vars(kind()).items():
            setattr(kind, about, value)
        kind.__init__ = _keep


def _keep(self: Component, children: Any = None, **properties: Any) -> None:
    self.__dict__.update(properties)
    if children is not None:
        self.children = children
