"""What the page has to say about the address: what it ignored, and what the filters select."""

from __future__ import annotations

from dash import html

from dashboard.links import button
from dashboard.parts.legend import population_text
from dashboard.selection import FILTERS
from dashboard.state import State
from dashboard.view import MapView


def notice(view: MapView):
    """What in the address was not understood; empty when all was."""
    if not view.ignored:
        return []
    names = view.say.list(f"{item.name}={item.value}" for item in view.ignored[:5])
    return html.P(view.say.count("ignored", len(view.ignored), names=names), className="notice", role="status")


def selection(view: MapView):
    """The figures of what the filters let stand out; empty without a filter."""
    chosen, say = view.selection, view.say
    if chosen is None:
        return []
    if not chosen.municipalities:
        text = say("selection_none")
    else:
        text = say(
            "selection_line",
            municipalities=say.count("municipalities", chosen.municipalities),
            population=population_text(view, chosen.population),
            area=say("km2", number=say.integer(chosen.area_km2)),
        )
    cleared = view.state.but(**{name: getattr(State(), name) for name in FILTERS})
    return html.P(
        [html.Strong(say("selection") + ": "), text, " ", button(say("clear_selection"), cleared, className="quiet")],
        className="selection",
    )
