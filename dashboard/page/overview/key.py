"""The key beside the map."""

from __future__ import annotations

from dashboard.components.map_key import map_key
from dashboard.page.links import link
from dashboard.view.view import MapView


def key(view: MapView) -> list:
    """What the colours and outlines mean that are no network's; the networks' view tells more."""
    return map_key(view, link(view.say("key_more"), view.state.but(view="networks")))
