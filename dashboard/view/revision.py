"""Which data a view shows: their revision and date, and whether its link speaks of others."""

from __future__ import annotations

from dashboard.view.view import MapView


def revision_text(view: MapView) -> str:
    """The revision of the data that are loaded, with its date as far as it is known."""
    return _told(view, "revision")


def other_revision_text(view: MapView) -> str:
    """That the link speaks of other data than those that are loaded, and of which both are; blank when it does not."""
    asked = view.state.revision
    return _told(view, "revision_other") if asked not in ("", view.atlas.register.revision) else ""


def _told(view: MapView, key: str) -> str:
    register, say = view.atlas.register, view.say
    values = {"revision": register.revision, "asked": view.state.revision}
    if register.created is None:
        return say(f"{key}_undated", **values)
    return say(f"{key}_dated", date=say.date(register.created), **values)
