"""The buttons on the map."""

from __future__ import annotations

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.view.view import MapView


def map_tools(view: MapView) -> list:
    """Zoom buttons, for who has a script; assets/modules/map/zoom.js answers ``data-map`` without asking the server."""
    say = view.say
    names = (
        ("zoom-in", "zoom_in", "+"),
        ("zoom-out", "zoom_out", "\u2212"),
        ("home", "zoom_home", None),
        ("none", "zoom_missing", None),
        ("keys", "zoom_keys", "?"),
    )
    return [
        html.Button(
            html.Span(sign or "", className="" if sign else f"icon {action}", **attributes(aria_hidden=True)),
            type="button",
            className="needs-script",
            title=say(key),
            **attributes(data_map=action, aria_label=say(key)),
        )
        for action, key, sign in names
    ]
