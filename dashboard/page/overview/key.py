"""The key beside the map."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.components.map_key import map_key
from dashboard.page import ids
from dashboard.page.links import href, link
from dashboard.view.view import MapView


def key(view: MapView) -> list:
    """What the colours and outlines mean that are no network's; the networks' view tells more."""
    return [*map_key(view, link(view.say("key_more"), view.state.but(view="networks"))), *_sure(view)]


def _sure(view: MapView) -> list:
    """The way to what has to be known of the figures that the map is coloured by, where something has."""
    if view.classes is None or not view.measure(view.state.colour).words["sure"]:
        return []
    row = f"{href(view.state.but(view='data', embed=False))}#{ids.MEASURES}-{view.state.colour}"
    out: dict[str, Any] = {"target": "_blank", "rel": "noopener"} if view.state.embed else {}
    return [html.P(html.A(view.say("key_sure"), href=row, **out), className="note")]
