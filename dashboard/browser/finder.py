"""The search field's answers: what was found, in the reader's language, and where it leads."""

from __future__ import annotations

from dashboard.browser.sent import FinderAnswer, FoundHit
from dashboard.view.described import network_text, population_text
from dashboard.view.numbered import short_numbers
from dashboard.view.view import MapView
from geodata.search import Hit, search

#: How many hits a list shows; the message tells how many there are.
MOST_HITS = 8


def find(view: MapView, text: str) -> FinderAnswer:
    """Hits with label, detail, the parameters they set in the address, and the areas they are about."""
    hits, say = search(view.atlas.entries, text[:80]), view.say
    if len(hits) > MOST_HITS:
        message = say("search_many", shown=say.integer(MOST_HITS), count=say.integer(len(hits)))
    else:
        message = say.count("search_found", len(hits)) if hits else say("search_nothing", text=text[:40])
    return {"message": message, "hits": [_hit(view, hit) for hit in hits[:MOST_HITS]]}


def _hit(view: MapView, hit: Hit) -> FoundHit:
    say, entry = view.say, hit.entry
    if entry.kind == "municipality":
        area = view.area(entry.id)
        meant = "" if hit.term.startswith(area.place.name) else f" ({hit.term})"
        detail = f"{network_text(view, area)} · {short_numbers(view, area)}"
        return {
            "label": area.place.name + meant,
            "detail": detail,
            "go": {"municipality": entry.id},
            "areas": [entry.id],
        }
    if entry.kind == "network":
        figures = view.coverage.networks[entry.id]
        count = say.count("municipalities", figures.municipalities)
        meant = "" if hit.term == view.names[entry.id] else f" ({hit.term})"
        return {
            "label": view.names[entry.id] + meant,
            "detail": f"{count} · {population_text(view, figures.population)}",
            "go": {"networks": entry.id, "municipality": None},
            "areas": list(view.assignment.members(entry.id)),
        }
    if entry.kind == "other":
        members = {row.municipality for row in view.standing.register.memberships if row.network == entry.id}
        drawn = entry.id in view.atlas.layers
        return {
            "label": view.names[entry.id],
            "detail": say(f"kind_{view.atlas.register.networks[entry.id].kind}"),
            "go": {"layer": entry.id, "view": None} if drawn else {"view": "networks"},
            "areas": [number for number in view.atlas.register.municipalities if number in members] if drawn else [],
        }
    areas = [area for area in view.areas if area.place.county == entry.id]
    return {
        "label": view.county_names[entry.id],
        "detail": f"{say('search_county')} · {say.count('municipalities', len(areas))}",
        "go": {"county": entry.id, "municipality": None},
        "areas": [area.number for area in areas],
    }
