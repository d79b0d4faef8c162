"""The state of the page, as the address bar carries it, and how it is written there (view/reading.py reads it)."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import quote, urlencode

from dashboard.view.pins import Pin
from dashboard.view.views import ALL_VIEWS
from dashboard.words.wording import DEFAULT_LANGUAGE
from geodata.days import Span
from geodata.join import Assignment
from geodata.planning.costs import write_kr
from geodata.planning.new_network import NO_NETWORK
from geodata.planning.scenario import Scenario, only_used
from geodata.planning.scenario_text import Vocabulary, write_founded, write_scenario

VIEWS = tuple(one.id for one in ALL_VIEWS)
STATUSES = ("member", "dialogue", "none")
#: What the map is coloured by when it is by no measure.
BY_NETWORK = "network"
#: What the table can be sorted by beside the measures, by the name it has in the address.
SORTS = ("number", "name", "county", "network")
#: The layer that is always there; the others are networks outlined on top.
CLIMATE = "climate"
#: The feed of changes, beside the page, and its media type (RFC 4287, 7).
FEED, FEED_TYPE = "changes.atom", "application/atom+xml"
#: Longest address that is read, and longest name of a scenario, in characters.
LONGEST = 8000
TITLE_LENGTH = 60
#: A scenario that changes nothing.
NOTHING = Scenario()
#: No presentation has more steps; one past its last shows the last.
MOST_STEPS = 99
#: At most so many other scenarios stand beside the one that is planned.
MOST_COMPARED = 2
#: The word for "in no network", in ``networks`` and ``status``.
NONE = NO_NETWORK


@dataclass(frozen=True)
class State:
    """One view of the page. The defaults are what the bare address shows.

    ``year`` None is the default year; ``day`` None the one that the register is shown
    on, ``since`` the day that it is compared with, None for no comparison; ``networks`` None is every network, the
    empty tuple none at all; ``population`` is a range of inhabitants, both ends
    included, None open. Municipality numbers are those of the register's edition. ``revision``: of the
    data that the link speaks of (``Register.revision``), whichever are loaded; it changes no figure.
    """

    lang: str = DEFAULT_LANGUAGE
    view: str = VIEWS[0]
    year: int | None = None
    networks: tuple[str, ...] | None = None
    county: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    pop: tuple[int | None, int | None] | None = None
    near: str | None = None
    q: str = ""
    sort: str = ""
    municipality: str | None = None
    colour: str = BY_NETWORK
    day: date | None = None
    since: date | None = None
    layer: str = CLIMATE
    scenario: Scenario = NOTHING
    title: str = ""
    pin: tuple[Pin, ...] = ()
    compare: tuple[Scenario, ...] = ()
    equal: Decimal | None = None
    each: Decimal | None = None
    most: Decimal | None = None
    step: int = 1
    theme: str | None = None
    embed: bool = False
    revision: str = ""

    def but(self, **changes: Any) -> State:
        """The same state with some values changed."""
        return replace(self, **changes)


#: Every parameter in canonical order, as ``write_query`` writes them; ``new`` belongs to the scenarios.
PARAMETERS = tuple(
    name for field in fields(State) for name in ((field.name, "new") if field.name == "scenario" else (field.name,))
)
#: The parameters that speak of municipalities by number.
NUMBERED = ("near", "municipality", "scenario", "compare")


@dataclass(frozen=True)
class Known:
    """What addresses may name: years with statistics, ids, measures, and the numbers of every edition."""

    years: frozenset[int]
    default_year: int
    networks: tuple[str, ...]
    vocabulary: Vocabulary
    standing: Callable[[date | None], Assignment]
    span: Span
    as_of: date
    layers: tuple[str, ...]
    counties: tuple[str, ...]
    measures: tuple[str, ...]
    number: Callable[[str], str | None]


@dataclass(frozen=True)
class Ignored:
    """A parameter of the address that was not understood."""

    name: str
    value: str


#: What a reader finds in a parameter: the value of its field, and the parts that were not understood.
Read = tuple[Any, tuple[str, ...]]
Reader = Callable[[str, Known], Read]


#: Field → what it is in the bare address.
_DEFAULTS = tuple((field.name, getattr(State(), field.name)) for field in fields(State))


def write_query(state: State) -> str:
    """The canonical query of a state, with its "?"; empty for the bare address."""
    pairs: list[tuple[str, str]] = []
    for name, default in _DEFAULTS:
        value = getattr(state, name)
        if name == "scenario":
            if value.changes:
                pairs.append(("scenario", write_scenario(value)))
            pairs += [("new", text) for text in write_founded(_with_compared(value, state.compare))]
        elif value == default:
            continue
        elif name == "pin":
            pairs += [("pin", str(one)) for one in value]
        elif name == "compare":
            pairs += [("compare", write_scenario(one)) for one in value]
        else:
            pairs.append((name, _write(value)))
    return "?" + urlencode(pairs, quote_via=quote, safe=",:") if pairs else ""


def state_address(state: State, public_url: str | None) -> str:
    """The address of a state; without a host when the server does not know its own."""
    return (public_url or "").rstrip("/") + "/" + write_query(state)


def feed_address(language: str, home: str = ".") -> str:
    """The address of the feed of changes in a language; without ``home``, where the server is, relative to a page."""
    return f"{home.rstrip('/')}/{FEED}{write_query(State(lang=language))}"


def _with_compared(scenario: Scenario, compared: Collection[Scenario]) -> Scenario:
    """The scenario with the networks that those compared with it stand in, whoever founded them."""
    if not compared:
        return scenario
    known = {one.id for one in scenario.founded}
    used = {one.id: one for other in compared for one in only_used(other).founded if one.id not in known}
    return replace(scenario, founded=(*scenario.founded, *used.values()))


def _write(value: object) -> str:
    if value is True:
        return "1"
    if isinstance(value, Decimal):
        return write_kr(value)
    if isinstance(value, tuple):
        if value and all(part is None or isinstance(part, int) for part in value):
            return "-".join("" if part is None else str(part) for part in value)
        return ",".join(str(part) for part in value)
    return str(value)
