"""What is said of the unorganised beside them on the map, and where it may stand."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.geometry.callout import CalloutSpot, callout_spots
from dashboard.geometry.typeface import width_em
from dashboard.view.described import population_text
from dashboard.view.view import MapView, outlined

#: How large its first line is, how high every line, and how far its letters keep from the line that leads on, in em.
CLAIM_EM, LINE_EM, APART_EM = 1.15, 1.4, 0.65
#: Its first line is bold: so much wider than at the weight of names.
CLAIM_BOLD = 1.05


@dataclass(frozen=True)
class Callout:
    """The lines, their room in em of the map's type, and the spots beside those that they tell of."""

    lines: tuple[str, ...]
    width_em: float
    height_em: float
    spots: tuple[CalloutSpot, ...]


def is_silent(view: MapView) -> bool:
    """Whether the callout has nothing to say where it stands: the chosen one has a panel, and a layer its own key."""
    return bool(view.chosen or outlined(view))


def callout_of(view: MapView) -> Callout | None:
    """How many are in no network, their people, and how many a dialogue concerns; None where nobody is missing."""
    if not view.missing:
        return None
    say = view.say
    regions = dict.fromkeys(view.names[area.dialogue] for area in view.missing if area.dialogue)
    concerned = sum(1 for area in view.missing if area.dialogue)
    lines = (
        say.count("callout", len(view.missing)),
        population_text(view, view.coverage.unorganised.population),
        *([say("callout_dialogue", count=say.integer(concerned), regions=say.list(regions))] if concerned else []),
    )
    widths = (width_em(lines[0]) * CLAIM_EM * CLAIM_BOLD, *(width_em(line) for line in lines[1:]))
    width, height = max(widths) + APART_EM, len(lines) * LINE_EM
    missing = frozenset(area.number for area in view.missing)
    return Callout(lines, width, height, callout_spots(view.atlas.cells, missing, width, height))
