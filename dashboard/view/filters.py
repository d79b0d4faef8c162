"""The filters: what each is called in the address, whom it lets stand out, its words, and what a control offers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.view.atlas import Atlas
from dashboard.view.readers import read_municipality, read_range, read_text, several
from dashboard.view.state import NONE, STATUSES, Reader, State
from dashboard.words.wording import Wording
from geodata.join import Assignment
from geodata.model import Municipality
from geodata.text import fold

#: Ranges of inhabitants that are offered; the address takes any.
RANGES = ((None, 5_000), (5_000, 20_000), (20_000, 50_000), (50_000, None))


@dataclass(frozen=True)
class Given:
    """What a filter may look at: the register, who stands where, whom a dialogue concerns, and the year."""

    atlas: Atlas
    assignment: Assignment
    dialogue: Mapping[str, str]
    year: int


@dataclass(frozen=True)
class Naming:
    """What a filter is put into words with; ``networks`` are the short names of those that are shown."""

    say: Wording
    atlas: Atlas
    networks: Mapping[str, str]


@dataclass(frozen=True)
class Filter:
    """One filter.

    ``parameter``: its name in the address and in ``State``. ``matching``: its value and what is
    given → whether a municipality matches. ``words``: its value in words, for a chip. ``title`` and
    ``offers``: the key of the control's heading, and what it offers, as text and value; without them
    the filter is set elsewhere on the page. A filter whose value is a tuple of ids takes several at once.
    """

    parameter: str
    read: Reader
    matching: Callable[[Any, Given], Callable[[Municipality], bool]]
    words: Callable[[Any, Naming], str]
    title: str = ""
    offers: Callable[[Naming], Sequence[tuple[str, Any]]] = lambda naming: ()
    takes_several: bool = False

    def value(self, state: State) -> Any:
        """Its value in a state."""
        return getattr(state, self.parameter)

    def is_set(self, state: State) -> bool:
        """Whether it holds anybody back."""
        return bool(self.value(state) != self.value(State()))

    def toggled(self, state: State, option: Any) -> State:
        """The state after a press on one of its options."""
        now = self.value(state)
        if self.takes_several:
            after = tuple(one for one in now if one != option) if option in now else (*now, option)
            return state.but(**{self.parameter: after})
        return state.but(**{self.parameter: None if now == option else option})

    def is_pressed(self, state: State, option: Any) -> bool:
        """Whether one of its options is chosen."""
        now = self.value(state)
        return bool(option in now if self.takes_several else option == now)


def range_text(say: Wording, ends: tuple[int | None, int | None]) -> str:
    """A range of inhabitants in words, open ends included."""
    low, high = ends
    if low is None:
        return say("filter_pop_to", high=say.integer(high))
    if high is None:
        return say("filter_pop_from", low=say.integer(low))
    return say("filter_pop", low=say.integer(low), high=say.integer(high))


def searchable(place: Municipality) -> str:
    """All that the table's search looks in: names and numbers of every edition."""
    return fold(" | ".join((place.name, place.number, *place.other_numbers, *place.other_names)))


def _in_networks(networks: Sequence[str], given: Given) -> Callable[[Municipality], bool]:
    return lambda place: any(id in networks for id in given.assignment[place.number] or (NONE,))


def _in_counties(counties: Sequence[str], given: Given) -> Callable[[Municipality], bool]:
    return lambda place: place.county in counties


def _has_status(statuses: Sequence[str], given: Given) -> Callable[[Municipality], bool]:
    def matches(place: Municipality) -> bool:
        if given.assignment[place.number]:
            return "member" in statuses
        return NONE in statuses or ("dialogue" in statuses and place.number in given.dialogue)

    return matches


def _has_population(ends: tuple[int | None, int | None], given: Given) -> Callable[[Municipality], bool]:
    """An unknown number of inhabitants lies in no range."""
    people, (low, high) = given.atlas.register.inhabitants[given.year], ends

    def matches(place: Municipality) -> bool:
        value = people[place.number]
        return value is not None and (low is None or value >= low) and (high is None or value <= high)

    return matches


def _is_beside(number: str, given: Given) -> Callable[[Municipality], bool]:
    beside = set(given.atlas.neighbours.of(number))
    return lambda place: place.number in beside


def _is_called(text: str, given: Given) -> Callable[[Municipality], bool]:
    folded = fold(text)
    return lambda place: folded in searchable(place)


def _network_words(networks: Sequence[str], naming: Naming) -> str:
    names = [naming.networks[id] for id in networks if id in naming.networks]
    return naming.say.list(names) or naming.say("plan_none_word")


FILTERS = (
    Filter(
        "networks",
        several(lambda known: (*known.networks, NONE), empty_is_nothing=True),
        _in_networks,
        _network_words,
        takes_several=True,
    ),
    Filter(
        "county",
        several(lambda known: known.counties),
        _in_counties,
        lambda ids, naming: naming.say.list(naming.atlas.register.counties[id].name for id in ids),
        "option_county",
        lambda naming: [(county.name, id) for id, county in naming.atlas.register.counties.items()],
        takes_several=True,
    ),
    Filter(
        "status",
        several(lambda known: STATUSES),
        _has_status,
        lambda statuses, naming: naming.say.list(naming.say(f"filter_status_{one}") for one in statuses),
        "option_status",
        lambda naming: [(naming.say(f"filter_status_{one}"), one) for one in STATUSES],
        takes_several=True,
    ),
    Filter(
        "pop",
        read_range,
        _has_population,
        lambda ends, naming: range_text(naming.say, ends),
        "option_size",
        lambda naming: [(range_text(naming.say, ends), ends) for ends in RANGES],
    ),
    Filter(
        "near",
        read_municipality,
        _is_beside,
        lambda number, naming: naming.say("filter_near", name=naming.atlas.register.municipalities[number].name),
    ),
    Filter("q", read_text, _is_called, lambda text, naming: f"«{text}»"),
)
#: The parameters that filter, in canonical order.
FILTERING = tuple(one.parameter for one in FILTERS)
