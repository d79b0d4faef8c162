"""What the browser needs to paint a state onto the geometry it already has."""

from __future__ import annotations

from dashboard.atlas import Atlas
from dashboard.parts.legend import population_text
from dashboard.parts.table import network_text
from dashboard.state import write_query
from dashboard.view import AreaView, MapView


def paint(view: MapView) -> dict[str, object]:
    """Fill of each area and what stands out; ``state`` is the canonical query that is painted."""
    return {
        "state": write_query(view.state),
        "lang": view.state.lang,
        "view": view.state.view,
        "theme": view.state.theme,
        "chosen": view.state.municipality,
        "fills": {area.number: area.fill for area in view.areas},
        "dimmed": [area.number for area in view.areas if not area.selected],
        "title": page_title(view),
    }


def page_title(view: MapView) -> str:
    """What the tab says: the chosen municipality or the view, and the page's name."""
    here = view.chosen.place.name if view.chosen else view.say(f"view_{view.state.view}")
    return f"{here} – {view.say('title')}"


def captions(atlas: Atlas, view: MapView) -> dict[str, object]:
    """Words for the map: card and spoken label of each area, names of networks, the callout."""
    say = view.say
    regions = dict.fromkeys(view.names[area.dialogue] for area in view.missing if area.dialogue)
    concerned = sum(1 for area in view.missing if area.dialogue)
    return {
        "map": say("map"),
        "areas": {
            area.number: {
                "name": area.place.name,
                "network": card_network(view, area),
                "population": population_text(view, area.population),
                "label": spoken(atlas, view, area),
            }
            for area in view.areas
        },
        "groups": {group.id: group.short_name for group in view.groups},
        "callout": [
            say.count("callout", len(view.missing)),
            population_text(view, view.coverage.unorganised.population),
            *([say("callout_dialogue", count=say.integer(concerned), regions=say.list(regions))] if concerned else []),
        ]
        if view.missing
        else [],
    }


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


