"""The style sheet of one state: what the sheet of the page cannot know, since the address founds and joins it."""

from __future__ import annotations

from dashboard.colours.palette import network_colours
from dashboard.colours.swatches import fill_rules
from dashboard.view.view import MapView


def state_sheet(view: MapView) -> str:
    """CSS: the colours of networks that the scenario founds, and the stripes of areas in several networks.

    Those of today stand in it too, since the presentation shows both. Empty where there is neither.
    """
    founded = {id: network for id, network in view.networks.items() if id not in view.atlas.covering}
    several = dict.fromkeys(ids for area in view.areas for ids in (area.before, area.networks) if len(ids) > 1)
    rules = fill_rules([*((id,) for id in founded), *several])
    return (network_colours(founded) if founded else "") + rules
