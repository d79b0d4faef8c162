"""What the plan's page says of checks and suggestions."""

from __future__ import annotations

import re
from collections.abc import Callable

from dashboard.page.plan.advice import suggestions
from dashboard.planning.consequences import build_plan
from dashboard.view.atlas import Atlas
from dashboard.view.reading import read_query
from dashboard.view.view import MapView
from tests.dashboard.reading import text_of, within


def test_reasons(small: Atlas, view: Callable[..., MapView]) -> None:
    """A suggestion's reasons in words: borders to a tenth of a kilometre, the way to the nearest in whole kilometres.

    Elvær borders Dal along 0.1° of latitude and Bø along 0.1° of longitude at 60° north: 11.1 and 5.6 km.
    """
    seen = view("?lang=en", of=small)
    section = suggestions(seen, build_plan(seen))
    (said,) = (text_of(one) for one in within(section) if getattr(one, "id", "") == "suggest-9105-vest")
    assert said == (
        "name vest Neighbours: Dal and Bø. Shared border 16.7 km. Nearest Dal, 6 km. 3 of 3 in the same county."
        " Afterwards 4 municipalities, 5,208 inhabitants. Try"
    )


def test_founding_can_be_tried(view: Callable[..., MapView]) -> None:
    """The suggestion to found a network is tried as others are: its button leads to the scenario that founds it."""
    seen = view()
    section = suggestions(seen, build_plan(seen))
    rows = [one for one in within(section) if str(getattr(one, "id", "")).startswith("suggest-3051-found-")]
    (button,) = (one for row in rows for one in within(row) if type(one).__name__ == "Button")
    state, ignored = read_query(button.value, seen.atlas.known)
    tried = view(button.value)
    assert ignored == ()
    assert len(state.scenario.founded) == 1
    assert {area.number for area in tried.changed} == {"3006", "3045", "3050", "3051", "3052"}


def test_far_ones_are_counted(view: Callable[..., MapView]) -> None:
    """A network without a border that lies far away is not suggested but counted; none is lost."""
    seen = view()
    plan = build_plan(seen)
    section = suggestions(seen, plan)
    for number, ranked in plan.suggestions.items():
        (part,) = (one for one in within(section) if getattr(one, "id", "") == f"suggest-{number}")
        listed = [one for one in within(part) if str(getattr(one, "id", "")).startswith(f"suggest-{number}-")]
        counted = [int(found) for found in re.findall(r"(\d+) nettverk til ligger", text_of(part))]
        counted += [1] * text_of(part).count("Ett nettverk til ligger")
        assert len(listed) + sum(counted) == len(ranked), number
        assert all(one.land or one.links or one.nearest_km <= seen.atlas.near_km for one in ranked[: len(listed)]), (
            number
        )
