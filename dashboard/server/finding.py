"""Where a search leads that a form sends: what the page's search field finds, as a change of the address."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.browser.finder import find
from dashboard.view.atlas import Atlas
from dashboard.view.forms import Leads
from dashboard.view.selection import select
from dashboard.view.state import State
from dashboard.view.view import build_view

#: Views in which a hit is shown; from any other it is shown on the map.
STAYS_IN = ("table", "plan")


def leads_in(atlas: Atlas) -> Leads:
    """What a search leads to in this register.

    To the hit when there is one, or one of several is called just so; else to the table of those that are called
    something like it, which is empty where nothing was found; and to the first hit where no municipality is called so.
    """

    def lead(state: State, text: str) -> Mapping[str, str | None]:
        hits = find(build_view(atlas, state), text)["hits"]
        listed = select(atlas, atlas.today, State(q=text), atlas.default_year)
        if hits and (len(hits) == 1 or hits[0]["label"].casefold() == text.casefold() or not listed):
            return {"view": state.view if state.view in STAYS_IN else None, **hits[0]["go"]}
        return {"view": "table", "q": text}

    return lead
