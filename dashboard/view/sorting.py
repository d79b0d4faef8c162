"""The order of the table's rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dashboard.view.described import network_text
from dashboard.view.shown import AreaView
from dashboard.view.view import MapView
from geodata.text import fold

#: Norwegian letters sort after z, in this order (CLDR, nb).
_AFTER_Z = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


#: What a row is sorted by; None is unknown.
Key = Callable[[MapView, AreaView], Any]


def sorted_areas(view: MapView) -> list[AreaView]:
    """The areas that match the filters, in the order that the address asks for; unknown figures last."""
    rows = [area for area in view.areas if area.selected]
    name = view.state.sort.removeprefix("-")
    if not name:
        return rows
    key: Key = SORT_KEYS.get(name) or (lambda view, area: area.figures.of(name))
    descending = view.state.sort.startswith("-")
    known = [area for area in rows if key(view, area) is not None]
    unknown = [area for area in rows if key(view, area) is None]
    return sorted(known, key=lambda area: key(view, area), reverse=descending) + unknown


def alphabetical(text: str) -> str:
    """What names are sorted by: without case, å last."""
    return fold(text).translate(_AFTER_Z)


#: What rows are sorted by beside the measures.
SORT_KEYS: dict[str, Key] = {
    "number": lambda view, area: area.number,
    "name": lambda view, area: alphabetical(area.place.name),
    "county": lambda view, area: alphabetical(view.county_names[area.place.county]),
    "network": lambda view, area: alphabetical(network_text(view, area)),
}
