"""A planner names a new network: the value that the address carries for it, or why not."""

from __future__ import annotations

from dashboard.atlas import Atlas
from dashboard.view import MapView
from geodata.new_network import NAME_LENGTH, free_id, tidy_name
from geodata.scenario_text import MOST_FOUNDED


def found_answer(atlas: Atlas, view: MapView) -> dict[str, str]:
    """``id`` and ``value`` for the parameter ``new``, and what is ``said``; or ``problem``. The name comes in ``q``."""
    say, founded = view.say, view.state.scenario.founded
    name = tidy_name(view.state.q)
    if not name:
        return {"problem": say("found_no_name")}
    if len(name) > NAME_LENGTH:
        return {"problem": say("found_too_long", most=say.integer(NAME_LENGTH))}
    if len(founded) >= MOST_FOUNDED:
        return {"problem": say("found_too_many", most=say.integer(MOST_FOUNDED))}
    id = free_id(name, {*atlas.register.networks, *(one.id for one in founded)})
    return {"id": id, "value": f"{id}:{name}", "said": say("found_said", name=name)}
