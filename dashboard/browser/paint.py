"""What the browser needs to paint a state onto the geometry it already has."""

from __future__ import annotations

from dashboard.browser.places import places_of
from dashboard.browser.sent import CalloutPlaces, Captions, NamePlaces, Paint, StepMap, Whereabouts
from dashboard.geometry.scene import UNIT_M
from dashboard.picture.callout import callout_of
from dashboard.story.story import build_story
from dashboard.view.circles import circles
from dashboard.view.described import card_network, population_text, spoken, value_text
from dashboard.view.state import NONE, write_query
from dashboard.view.view import MapView, outlined
from dashboard.view.views import shape_of
from geodata.join import counts


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
        "networks": network_places(view),
        "outside": outside_members(view),
        "layer": outlined(view),
        "title": page_title(view),
        "embed": view.state.embed,
        "story": steps(view) if view.state.view == "present" else None,
    }


def who_is_where(view: MapView) -> Whereabouts:
    """What is painted: networks, those that a scenario moves, those that do not stand out, numbers, pinned notes."""
    return {
        "fills": {area.number: area.membership_fill for area in view.areas},
        "groups": {area.number: list(area.networks) or [NONE] for area in view.areas},
        "today": {area.number: list(area.before) or [NONE] for area in view.changed},
        "standing": _standing(view) if view.is_since else None,
        "dimmed": [area.number for area in view.areas if not area.selected],
        "levels": {area.number: area.level for area in view.areas if area.level},
        "circles": {
            one.area.number: (*view.atlas.centres[one.area.number], round(one.radius_px, 2)) for one in circles(view)
        },
        "pins": [pin.number for pin in view.state.pin],
    }


def _standing(view: MapView) -> dict[str, list[str]]:
    """Where those stand that a scenario moves, where ``today`` tells of another day: what planning starts from."""
    return {number: list(view.standing.assignment[number]) or [NONE] for number in view.state.scenario.changes}


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
        for row in view.standing.register.memberships
        if counts(row)
        and row.network in (view.state.networks or ())
        and row.municipality in view.atlas.register.outside
    }


def network_places(view: MapView) -> dict[str, NamePlaces]:
    """Where the names of networks may stand whose members are others than today's: those that are founded, too."""
    atlas, places = view.atlas, {}
    for id, network in view.networks.items():
        members = view.assignment.members(id)
        if members and (id not in atlas.covering or set(members) != set(atlas.today.members(id))):
            places[id] = places_of(atlas, atlas.network_spots(members, network))
    return places


def page_title(view: MapView) -> str:
    """What the tab says: the chosen municipality or the view, and the page's name."""
    here = view.chosen.place.name if view.chosen else view.say(f"view_{view.state.view}")
    return f"{here} – {view.say('title')}"


def captions(view: MapView) -> Captions:
    """Words for the map: card and spoken label of each area, names of networks, the callout."""
    say = view.say
    return {
        "map": say("map"),
        "areas": {
            area.number: {
                "name": area.place.name,
                "network": card_network(view, area),
                "population": population_text(view, area.population),
                "value": value_text(view, area),
                "label": spoken(view, area),
            }
            for area in view.areas
        },
        "groups": {group.id: group.short_name for group in view.groups},
        "copied": say("copied"),
        "pickBrush": say("plan_pick_brush"),
        "press": say("plan_press", **{name: f"{{{name}}}" for name in ("network", "count", "total", "points")}),
        "noNetwork": say("unorganised"),
        "people": {area.number: area.population for area in view.areas},
        "hints": {
            "fingers": say("hint_fingers"),
            "wheel": say("hint_wheel"),
            "paint": say("hint_paint"),
            "paintFingers": say("hint_paint_fingers"),
        },
        "callout": callout_places(view),
        "waiting": say("waiting"),
        "unanswered": say("unanswered"),
    }


def callout_places(view: MapView) -> CalloutPlaces | None:
    """What is said of the unorganised beside them, and where it may stand, in scene units."""
    callout, frame = callout_of(view), view.atlas.scene.frame
    if callout is None:
        return None
    return {
        "lines": callout.lines,
        "width": round(callout.width_em, 2),
        "height": callout.height_em,
        "spots": [
            (*frame.point(spot.x, spot.y), round(spot.em_m / UNIT_M), spot.side, frame.point(*spot.target))
            for spot in callout.spots
        ],
    }
