"""What the browser needs to paint a state onto the geometry it already has."""

from __future__ import annotations

from dashboard.browser.places import placed
from dashboard.browser.sent import Captions, Founded, Paint, PlacedLabel, StepMap, Whereabouts
from dashboard.geometry.shapes import union
from dashboard.geometry.typeface import width_em
from dashboard.story.story import build_story
from dashboard.view.described import card_network, population_text, spoken
from dashboard.view.state import NONE, write_query
from dashboard.view.view import MapView, outlined
from dashboard.view.views import shape_of
from geodata.join import counts
from geodata.places.labels import place


def paint(view: MapView) -> Paint:
    """Fill of each area and what stands out; ``state`` is the canonical query that is painted."""
    return {
        "state": write_query(view.state),
        "lang": view.state.lang,
        "view": view.state.view,
        "shape": shape_of(view.state.view),
        "theme": view.state.theme,
        "chosen": view.state.municipality,
        **who_is_where(view),
        "founded": [founded(view, id) for id in view.networks if id not in view.atlas.covering],
        "levels": {area.number: area.level for area in view.areas if area.level},
        "outside": outside_members(view),
        "layer": outlined(view),
        "title": page_title(view),
        "embed": view.state.embed,
        "story": steps(view) if view.state.view == "present" else None,
    }


def who_is_where(view: MapView) -> Whereabouts:
    """What the areas are painted by: fills, networks, those that a scenario moves, those that do not stand out."""
    return {
        "fills": {area.number: area.membership_fill for area in view.areas},
        "groups": {area.number: list(area.networks) or [NONE] for area in view.areas},
        "today": {area.number: list(area.before) or [NONE] for area in view.changed},
        "dimmed": [area.number for area in view.areas if not area.selected],
    }


def steps(view: MapView) -> list[StepMap]:
    """What the map shows at each step of the presentation, and whom it looks closely at: nothing is asked later."""
    return [
        {
            "layout": step.layout,
            "focus": step.focus,
            "map": who_is_where(step.views[0]) if step.layout == "map" else None,
        }
        for step in build_story(view)
    ]


def outside_members(view: MapView) -> dict[str, str]:
    """Members outside the region of the networks that the legend lets stand out: number → network."""
    return {
        row.municipality: row.network
        for row in view.atlas.register.memberships
        if counts(row)
        and row.network in (view.state.networks or ())
        and row.municipality in view.atlas.register.outside
    }


def founded(view: MapView, id: str) -> Founded:
    """A network of the scenario, and where its name stands once it has members."""
    network, members = view.networks[id], view.assignment.members(id)
    label: PlacedLabel | None = None
    if members:
        named = place(network.short_name, union(view.atlas.register, members), width_em)
        label = {**placed(view.atlas, named), "initial": network.initial}
    return {"id": id, "label": label}


def page_title(view: MapView) -> str:
    """What the tab says: the chosen municipality or the view, and the page's name."""
    here = view.chosen.place.name if view.chosen else view.say(f"view_{view.state.view}")
    return f"{here} – {view.say('title')}"


def captions(view: MapView) -> Captions:
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
                "label": spoken(view, area),
            }
            for area in view.areas
        },
        "groups": {group.id: group.short_name for group in view.groups},
        "copied": say("copied"),
        "pickBrush": say("plan_pick_brush"),
        "hints": {"fingers": say("hint_fingers"), "wheel": say("hint_wheel")},
        "callout": [
            say.count("callout", len(view.missing)),
            population_text(view, view.coverage.unorganised.population),
            *([say("callout_dialogue", count=say.integer(concerned), regions=say.list(regions))] if concerned else []),
        ]
        if view.missing
        else [],
        "waiting": say("waiting"),
        "unanswered": say("unanswered"),
    }
