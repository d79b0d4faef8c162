"""A planner names a new network: the value that the address carries for it, or why not."""

from __future__ import annotations

from typing import TypedDict

from dashboard.view.view import MapView
from geodata.planning.new_network import NAME_LENGTH, free_id, tidy_name
from geodata.planning.scenario_text import MOST_FOUNDED


class Named(TypedDict):
    """A network has its name: its id, the value of ``new`` in the address, and what is said."""

    id: str
    value: str
    said: str


class Refused(TypedDict):
    """Why a name will not do."""

    problem: str


def found_answer(view: MapView, typed: str, id: str | None = None) -> Named | Refused:
    """``id`` and ``value`` for the parameter ``new``, and what is ``said``; or ``problem``.

    With the ``id`` of a network that the scenario founds it gets another name, without one a network is founded.
    """
    say, founded = view.say, view.state.scenario.founded
    name = tidy_name(typed)
    if not name:
        return {"problem": say("found_no_name")}
    if len(name) > NAME_LENGTH:
        return {"problem": say("found_too_long", most=say.integer(NAME_LENGTH))}
    if _said(name) in _taken(view, id):
        return {"problem": say("found_taken", name=name)}
    if id is None and len(founded) >= MOST_FOUNDED:
        return {"problem": say("found_too_many", most=say.integer(MOST_FOUNDED))}
    id = id or free_id(name, {*view.atlas.register.networks, *(one.id for one in founded)})
    return {"id": id, "value": f"{id}:{name}", "said": say("found_said", name=name)}


def _taken(view: MapView, id: str | None) -> set[str]:
    """Every name that a network has already, its short and other names too; not those of the one to be renamed."""
    networks = view.atlas.register.networks.values()
    names = [name for one in networks for name in (*one.names.values(), one.short_name, *one.other_names)]
    return {_said(name) for name in (*names, *(one.name for one in view.state.scenario.founded if one.id != id))}


def _said(name: str) -> str:
    return " ".join(name.casefold().split())
