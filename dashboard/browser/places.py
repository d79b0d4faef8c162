"""What the browser knows from the start: where things lie on the map, how they are drawn, names of parameters."""

from __future__ import annotations

from dataclasses import asdict

from dashboard.browser.sent import Callout, Chart, Outside, Patterns, PlacedLabel
from dashboard.colours.palette import FADED
from dashboard.colours.patterns import ANGLE, HATCHES, SEVERAL_PX
from dashboard.geometry.placement import MOST_ALWAYS, SMALLEST
from dashboard.geometry.scene import UNIT_M
from dashboard.geometry.shapes import surroundings
from dashboard.view.atlas import Atlas
from dashboard.view.filters import FILTERING
from dashboard.view.state import NUMBERED, PARAMETERS
from geodata.join import counts
from geodata.places.labels import LINE_HEIGHT_EM, Label


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
        "dialogue": list(atlas.dialogue),
        "walk": atlas.walk,
        "renumbered": {place.number_2024: number for number, place in atlas.register.municipalities.items()},
        "callout": _callout(atlas),
        "outside": outside(atlas),
        "patterns": pattern_data(),
        "faded": FADED,
        "names": {"line": LINE_HEIGHT_EM, "smallest": SMALLEST, "always": MOST_ALWAYS},
        "parameters": PARAMETERS,
        "filters": FILTERING,
        "numbered": NUMBERED,
    }


def pattern_data() -> Patterns:
    """How areas are filled that are more than one colour."""
    return {
        "hatches": {fill: asdict(tile) for fill, tile in HATCHES.items()},
        "stripes": {"angle": ANGLE, "several": SEVERAL_PX},
    }


def placed(atlas: Atlas, label: Label) -> PlacedLabel:
    """A label for the browser: lines, centre and largest size in scene units."""
    x, y = atlas.scene.frame.point(label.x, label.y)
    return {"lines": label.lines, "x": x, "y": y, "em": round(label.em_m / UNIT_M, 2)}


def _callout(atlas: Atlas) -> Callout | None:
    spot = atlas.callout
    return {"side": spot.side, "at": spot.at, "to": spot.to} if spot else None


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
