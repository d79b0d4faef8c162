"""Who stands in other networks than before: in words, one line for each."""

from __future__ import annotations

from dash import html

from dashboard.markup.content import Item
from dashboard.view.shown import AreaView
from dashboard.view.view import MapView


def difference_list(view: MapView) -> html.Ul:
    """Everybody who stands in other networks than before, a line each."""
    rows = [html.Li(html.Span(difference(view, area)), id=f"changed-{area.number}") for area in view.changed]
    return html.Ul(rows, className="differences")


def difference(view: MapView, area: AreaView) -> list[Item]:
    """ "Rollag: uten klimanettverk → Hallingdal klimanettverk "."""
    before, after = (networks_in_words(view, ids) for ids in (area.before, area.networks))
    return [html.Strong(area.place.name), f": {before} \u2192 {after} "]


def networks_in_words(view: MapView, ids: tuple[str, ...]) -> str:
    """The names of some networks, or that there is none."""
    return view.say.list(view.names[id] for id in ids) or view.say("unorganised_short")
