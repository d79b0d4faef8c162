"""What the browser knows from the start: where things lie on the map, how they are drawn, names of parameters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from dashboard.browser.sent import Chart, NamePlaces, Outside, Patterns, ScenePoint
from dashboard.colours.palette import FADED
from dashboard.colours.patterns import ANGLE, HATCHES, SEVERAL_PX
from dashboard.geometry.name_spots import NameSpots
from dashboard.geometry.placement import (
    MOST_ALWAYS,
    NEARLY,
    NETWORK_REACH_EM,
    ON_A_LABEL,
    REACH_EM,
    SMALLEST,
    SMALLEST_NETWORK,
)
from dashboard.geometry.scene import UNIT_M
from dashboard.geometry.shapes import surroundings
from dashboard.geometry.typeface import width_em
from dashboard.picture.callout import APART_EM, CLAIM_EM, LINE_EM
from dashboard.picture.names import LAST_APART_EM, LAST_RESORT, NAME_AROUND_EM, spots_around
from dashboard.picture.pins import ABOVE_EM, RADIUS_EM
from dashboard.view.atlas import Atlas
from dashboard.view.filters import FILTERING
from dashboard.view.state import NUMBERED, PARAMETERS
from geodata.join import counts
from geodata.places.labels import LINE_HEIGHT_EM

#: Of so many years a card tells the people.
TREND_YEARS = 4


def chart(atlas: Atlas) -> Chart:
    """Everything in scene units (10 m): it never changes while the server runs (``Chart`` in sent.js)."""
    scene, frame, years = atlas.scene, atlas.scene.frame, trend_years(atlas.register.years)
    return {
        "frame": (frame.width, frame.height),
        "region": frame.box(atlas.register.boundaries.total_bounds),
        "boxes": scene.boxes,
        "names": {number: places_of(atlas, spots) for number, spots in atlas.spots.items()},
        "networks": {
            id: places_of(atlas, atlas.network_spots(members, network))
            for id, network in atlas.covering.items()
            if (members := atlas.today.members(id))
        },
        "counties": {name: places_of(atlas, spots) for name, spots in atlas.county_names.items()},
        "order": list(atlas.by_population),
        "covering": list(atlas.covering),
        "dialogue": list(atlas.as_of.dialogue),
        "years": years,
        "people": {number: [atlas.register.inhabitants[year][number] for year in years] for number in atlas.spots},
        "walk": atlas.walk,
        "renumbered": _other_numbers(atlas),
        "outside": outside(atlas),
        "patterns": pattern_data(),
        "faded": FADED,
        "lettering": {
            "line": LINE_HEIGHT_EM,
            "around": NAME_AROUND_EM,
            "smallest": SMALLEST,
            "smallestNetwork": SMALLEST_NETWORK,
            "nearly": NEARLY,
            "always": MOST_ALWAYS,
            "label": ON_A_LABEL,
            "reach": REACH_EM,
            "networkReach": NETWORK_REACH_EM,
            "claim": CLAIM_EM,
            "calloutLine": LINE_EM,
            "apart": APART_EM,
            "lastResort": LAST_RESORT,
            "lastApart": LAST_APART_EM,
            "pinRadius": RADIUS_EM,
            "pinAbove": ABOVE_EM,
        },
        "parameters": PARAMETERS,
        "filters": FILTERING,
        "numbered": NUMBERED,
    }


def trend_years(years: Sequence[int]) -> list[int]:
    """The first, the last and some between: a line as small as a card's shows no more, and every page carries them."""
    last = len(years) - 1
    return [years[at] for at in sorted({round(last * part / (TREND_YEARS - 1)) for part in range(TREND_YEARS)})]


def pattern_data() -> Patterns:
    """How areas are filled that are more than one colour."""
    return {
        "hatches": {fill: asdict(tile) for fill, tile in HATCHES.items()},
        "stripes": {"angle": ANGLE, "several": SEVERAL_PX},
    }


def _rounded(point: ScenePoint) -> ScenePoint:
    """To 100 metres, which is less than two pixels at the closest: shorter to send."""
    return round(point[0], -1), round(point[1], -1)


def places_of(atlas: Atlas, spots: NameSpots) -> NamePlaces:
    """The spots of a name for the browser, in scene units."""
    layouts, frame = spots.layouts, atlas.scene.frame
    return {
        "layouts": [{"lines": lines, "width": round(max(map(width_em, lines)), 2)} for lines in layouts],
        "target": frame.point(*spots.target),
        "spots": [
            (*_rounded(frame.point(spot.x, spot.y)), round(spot.em_m / UNIT_M), spot.side, layouts.index(spot.lines))
            for spot in spots.spots
        ],
    }


def outside(atlas: Atlas) -> list[Outside]:
    """Municipalities outside that may be named: always (``landmark``, for orientation), or with their network."""
    known = atlas.register.outside
    members = {row.municipality for row in atlas.register.history if counts(row)}
    return [
        {
            "number": one.number,
            "landmark": known[one.number].named,
            "places": places_of(atlas, spots_around(one)),
        }
        for one in surroundings(atlas.register)
        if one.kind == "municipality" and one.number in known and (known[one.number].named or one.number in members)
    ]


def _other_numbers(atlas: Atlas) -> dict[str, str]:
    """The numbers in other editions that mean each municipality alone, with spaces between them: short to send."""
    others: dict[str, list[str]] = {}
    for number, own in sorted(atlas.register.number_index.items()):
        if number != own:
            others.setdefault(own, []).append(number)
    return {own: " ".join(numbers) for own, numbers in others.items()}
