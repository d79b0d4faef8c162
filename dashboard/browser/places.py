"""What the browser knows from the start: where things lie on the map, how they are drawn, names of parameters."""

from __future__ import annotations

from dataclasses import asdict

import shapely

from dashboard.browser.sent import Callout, Chart, Outside, Patterns, PlacedLabel
from dashboard.colours.palette import FADED
from dashboard.colours.paper_patterns import GROUND, LINE_PX, STEP, printed_lines
from dashboard.colours.patterns import ANGLE, CHANGE_PX, EDGE_PX, HATCHES, SEVERAL_PX
from dashboard.geometry.placement import MOST_ALWAYS, SMALLEST
from dashboard.geometry.scene import UNIT_M
from dashboard.geometry.shapes import surroundings, union
from dashboard.view.atlas import Atlas
from dashboard.view.filters import FILTERING
from dashboard.view.state import NUMBERED, PARAMETERS
from geodata.join import counts
from geodata.places.labels import LINE_HEIGHT_EM, Label

#: Height of the callout beside the unorganised, in metres at the scale where the region fills a desktop window.
CALLOUT_M = 26_000
CALLOUT_GAP_M = 9_000


def chart(atlas: Atlas) -> Chart:
    """Everything in scene units (10 m): it never changes while the server runs (``Chart`` in sent.js)."""
    scene, frame = atlas.scene, atlas.scene.frame
    return {
        "frame": (frame.width, frame.height),
        "region": frame.box(atlas.register.boundaries.total_bounds),
        "boxes": scene.boxes,
        "labels": {number: placed(atlas, label) for number, label in atlas.labels.items()},
        "networks": {
            id: {**placed(atlas, label), "initial": atlas.covering[id].initial}
            for id, label in atlas.network_labels.items()
        },
        "covering": list(atlas.covering),
        "walk": atlas.walk,
        "renumbered": {place.number_2024: number for number, place in atlas.register.municipalities.items()},
        "callout": callout(atlas),
        "outside": outside(atlas),
        "patterns": pattern_data(atlas),
        "faded": FADED,
        "names": {"line": LINE_HEIGHT_EM, "smallest": SMALLEST, "always": MOST_ALWAYS},
        "parameters": PARAMETERS,
        "filters": FILTERING,
        "numbered": NUMBERED,
    }


def pattern_data(atlas: Atlas) -> Patterns:
    """How areas are filled that are more than one colour, on the screen and on paper."""
    return {
        "hatches": {fill: asdict(tile) for fill, tile in HATCHES.items()},
        "stripes": {"angle": ANGLE, "several": SEVERAL_PX, "change": CHANGE_PX, "edge": EDGE_PX},
        "paper": {"step": STEP, "width": LINE_PX, "ground": GROUND, "lines": printed_lines(atlas.covering)},
    }


def placed(atlas: Atlas, label: Label) -> PlacedLabel:
    """A label for the browser: lines, centre and largest size in scene units."""
    x, y = atlas.scene.frame.point(label.x, label.y)
    return {"lines": label.lines, "x": x, "y": y, "em": round(label.em_m / UNIT_M, 2)}


def callout(atlas: Atlas) -> Callout | None:
    """Where a text about the unorganised has room beside them: the point it leads to, and its side.

    At each height along the unorganised the region's edge to the west and to the
    east is found; the callout goes where it comes closest to their middle.
    """
    missing = list(atlas.today.unorganised())
    if not missing:
        return None
    theirs, region = union(atlas.register, missing), union(atlas.register, atlas.register.municipalities)
    centre, (west, _, east, _) = theirs.centroid, region.bounds
    height = CALLOUT_M
    candidates = []
    y = theirs.bounds[1]
    while y <= theirs.bounds[3]:
        band = shapely.box(west - 1, y - height / 2, east + 1, y + height / 2)
        edge_west, _, edge_east, _ = shapely.intersection(region, band).bounds
        line = shapely.intersection(theirs, shapely.LineString([(west - 1, y), (east + 1, y)]))
        if not line.is_empty:
            for side, edge, target in (
                ("left", edge_west - CALLOUT_GAP_M, line.bounds[0]),
                ("right", edge_east + CALLOUT_GAP_M, line.bounds[2]),
            ):
                candidates.append((abs(edge - target) + abs(y - centre.y) / 2, side, edge, target, y))
        y += 2_000
    if not candidates:
        return None
    _, side, edge, target, y = min(candidates)
    frame = atlas.scene.frame
    return {"side": side, "at": frame.point(edge, y), "to": frame.point(target, y)}


def outside(atlas: Atlas) -> list[Outside]:
    """Municipalities outside that may be named: always (``landmark``, for orientation), or with their network."""
    known = atlas.register.outside
    members = {row.municipality for row in atlas.register.memberships if counts(row)}
    return [
        {
            "number": one.number,
            "name": one.name,
            "at": atlas.scene.frame.point(*one.point),
            "landmark": known[one.number].named,
        }
        for one in surroundings(atlas.register)
        if one.kind == "municipality" and one.number in known and (known[one.number].named or one.number in members)
    ]
