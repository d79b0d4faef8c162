"""Which municipalities the filters of the address let stand out. Filters combine by "and"."""

from __future__ import annotations

from dashboard.view.atlas import Atlas
from dashboard.view.state import NONE, State
from geodata.join import Assignment
from geodata.model import Municipality
from geodata.text import fold

#: The fields of the state that filter.
FILTERS = ("networks", "county", "status", "pop", "near", "q")


def is_filtered(state: State) -> bool:
    """Whether any filter is set."""
    default = State()
    return any(getattr(state, name) != getattr(default, name) for name in FILTERS)


def select(atlas: Atlas, assignment: Assignment, state: State, year: int) -> tuple[str, ...]:
    """Numbers of the municipalities that match every filter, in the order of the table."""
    population = atlas.register.inhabitants[year]
    beside = set(atlas.neighbours.of(state.near)) if state.near else set()

    def matches(number: str, place: Municipality) -> bool:
        networks = assignment[number] or (NONE,)
        statuses = {"member"} if assignment[number] else {NONE, *(("dialogue",) if number in atlas.dialogue else ())}
        return (
            (state.networks is None or any(network in state.networks for network in networks))
            and (not state.county or place.county in state.county)
            and (not state.status or bool(statuses & set(state.status)))
            and _within(population[number], state.pop)
            and (state.near is None or number in beside)
            and (not state.q or fold(state.q) in searchable(place))
        )

    return tuple(number for number, place in atlas.register.municipalities.items() if matches(number, place))


def searchable(place: Municipality) -> str:
    """All that the table's search looks in: name, both numbers, former names."""
    return fold(" | ".join((place.name, place.number, place.number_2024, *place.former_names)))


def _within(value: int | None, ends: tuple[int | None, int | None] | None) -> bool:
    """Whether a number of inhabitants lies in a range; an unknown one lies in none."""
    if ends is None:
        return True
    low, high = ends
    return value is not None and (low is None or value >= low) and (high is None or value <= high)
