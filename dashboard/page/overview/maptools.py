"""The buttons on the map."""

from __future__ import annotations

from dash import html

from dashboard.view.view import MapView


def tools(view: MapView) -> list:
    """Zoom buttons; assets/modules/map/zoom.js answers ``data-map`` without asking the server."""
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
            html.Span(sign or "", className="" if sign else f"icon {action}", **{"aria-hidden": "true"}),
            type="button",
            title=say(key),
            **{"data-map": action, "aria-label": say(key)},
        )
        for action, key, sign in names
    ]
