"""What the plan's page says of checks and suggestions."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.page.plan.advice import suggestions
from dashboard.planning.consequences import build_plan
from dashboard.view.atlas import Atlas
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
