"""Which municipalities the filters of the address let stand out. Filters combine by "and"."""

from __future__ import annotations

from dashboard.view.atlas import Atlas
from dashboard.view.filters import FILTERS, Given
from dashboard.view.state import State
from geodata.join import Assignment


def is_filtered(state: State) -> bool:
    """Whether any filter is set."""
    return any(one.is_set(state) for one in FILTERS)


def select(atlas: Atlas, assignment: Assignment, state: State, year: int) -> tuple[str, ...]:
    """Numbers of the municipalities that match every filter, in the order of the table."""
    given = Given(atlas, assignment, atlas.on(state.day).dialogue, year)
    asked = [one.matching(one.value(state), given) for one in FILTERS if one.is_set(state)]
    places = atlas.register.municipalities.items()
    return tuple(number for number, place in places if all(matches(place) for matches in asked))


def unfiltered(state: State) -> State:
    """The same state with every filter taken away."""
    default = State()
    return state.but(**{one.parameter: one.value(default) for one in FILTERS})
