"""An area in words: its networks, its people, its neighbours."""

from __future__ import annotations

from collections import Counter

from dashboard.view.atlas import Atlas
from dashboard.view.view import AreaView, MapView


def population_text(view: MapView, population: int | None) -> str:
    """ "60 349 innbyggere", or that it is not known."""
    return view.say("inhabitants_unknown") if population is None else view.say.count("inhabitants", population)


def network_text(view: MapView, area: AreaView) -> str:
    """The names of its networks, or "uten klimanettverk"."""
    return view.say.list(view.names[id] for id in area.networks) or view.say("unorganised_short")


def card_network(view: MapView, area: AreaView) -> str:
    """The networks of an area in few words, and whether a dialogue concerns it."""
    if area.networks or not area.dialogue:
        return network_text(view, area)
    return view.say("area_label_dialogue")


def spoken(atlas: Atlas, view: MapView, area: AreaView) -> str:
    """ "Rollag, uten klimanettverk, 1 452 innbyggere, grenser til …"."""
    register, neighbours = atlas.register, atlas.neighbours
    names = [
        register.municipalities[other].name if other in register.municipalities else neighbours.outside[other]
        for other in neighbours.of(area.number)
    ]
    values = {
        "name": area.place.name,
        "network": card_network(view, area),
        "population": population_text(view, area.population),
    }
    if not names:
        return view.say("area_label", **values)
    return view.say("area_label_borders", neighbours=view.say.list(names), **values)


def class_rows(view: MapView) -> list[tuple[str, str, int]]:
    """Where the map is coloured by a number: fill, limits in words and number of municipalities of each class."""
    if view.classes is None:
        return []
    say = view.say

    def written(value: float) -> str:
        return say.decimal(value) if view.state.colour == "density" else say.integer(int(value))

    counted = Counter(view.classes.of.values())
    rows = [
        (f"class-{place}", f"{written(low)}–{written(high)}" if low != high else written(low), counted[place])
        for place, (low, high) in enumerate(view.classes.ranges)
    ]
    return [*rows, ("class-unknown", say("unknown"), counted[None])] if counted[None] else rows


def class_title(view: MapView) -> str:
    """What the classes are of."""
    return view.say(f"key_{view.state.colour}", year=view.year)
