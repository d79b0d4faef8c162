"""The state of the page, as the address bar carries it: query → State → query.

One file past 250 lines on purpose: what is read and what is written must be seen side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from dashboard.words.wording import DEFAULT_LANGUAGE, LANGUAGES
from geodata.join import Assignment
from geodata.planning.costs import read_kr, write_kr
from geodata.planning.new_network import tidy_name
from geodata.planning.scenario import Scenario, only_used
from geodata.planning.scenario_text import Vocabulary, read_founded, read_scenario, write_founded, write_scenario

VIEWS = ("overview", "table", "networks", "plan", "present", "data", "help")
STATUSES = ("member", "dialogue", "none")
#: What the map is coloured by when it is by no measure.
BY_NETWORK = "network"
#: What the table can be sorted by beside the measures, by the name it has in the address.
SORTS = ("number", "name", "county", "network")
#: The layer that is always there; the others are networks outlined on top.
CLIMATE = "climate"
THEMES = ("light", "dark")
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
NONE = "none"


@dataclass(frozen=True)
class State:
    """One view of the page. The defaults are what the bare address shows.

    ``year`` None is the default year; ``networks`` None is every network, the
    empty tuple none at all; ``population`` is a range of inhabitants, both ends
    included, None open. Municipality numbers are those of 2020.
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
    layer: str = CLIMATE
    scenario: Scenario = NOTHING
    title: str = ""
    compare: tuple[Scenario, ...] = ()
    equal: Decimal | None = None
    each: Decimal | None = None
    step: int = 1
    theme: str | None = None
    embed: bool = False

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
    """What addresses may name: years with statistics, ids, measures, and the numbers of both years."""

    years: frozenset[int]
    default_year: int
    networks: tuple[str, ...]
    vocabulary: Vocabulary
    today: Assignment
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


def read_query(query: str, known: Known) -> tuple[State, tuple[Ignored, ...]]:
    """The state a query asks for, and what in it was ignored. Never raises.

    Numbers of 2024 become numbers of 2020. Of a repeated parameter the last
    understood one counts.
    """
    values: dict[str, Any] = {}
    ignored: list[Ignored] = []
    pairs = parse_qsl(query.lstrip("?")[:LONGEST], keep_blank_values=True, max_num_fields=None)
    scenarios, unread = _read_scenarios(pairs, known)
    ignored += unread
    known = replace(known, networks=(*known.networks, *(one.id for one in scenarios["scenario"].founded)))
    for name, text in pairs:
        if name in ("scenario", "new", "compare"):
            continue
        reader = READERS.get(name)
        try:
            if reader is None:
                raise ValueError(name)
            values[name], unknown = reader(text, known)
        except ValueError:
            unknown = (text,)
        ignored += [Ignored(name[:40], part[:60]) for part in unknown]
    read = {name: value for name, value in values.items() if value is not None or name == "networks"}
    return State(**read, **scenarios), tuple(ignored)


def _read_scenarios(pairs: list[tuple[str, str]], known: Known) -> tuple[dict[str, Any], list[Ignored]]:
    """The scenario with the networks it founds, and those compared with it, which may use the same networks."""
    found = {name: [text for key, text in pairs if key == name] for name in ("scenario", "new", "compare")}
    founded, wrong = read_founded(found["new"], known.vocabulary)
    ignored = [Ignored("new", one.part) for one in wrong]
    networks = (*known.networks, *(one.id for one in founded))

    def read(name: str, text: str) -> Scenario:
        scenario, wrong = read_scenario(text, known.vocabulary, founded)
        ignored.extend(Ignored(name, one.part) for one in wrong)
        order = {network: place for place, network in enumerate(networks)}
        changes = {
            number: tuple(sorted(ids, key=order.__getitem__))
            for number, ids in scenario.changes.items()
            if set(ids) != set(known.today[number])
        }
        return Scenario(changes, founded)

    compared = tuple(read("compare", text) for text in found["compare"][:MOST_COMPARED])
    ignored += [Ignored("compare", text[:60]) for text in found["compare"][MOST_COMPARED:]]
    return {"scenario": read("scenario", ",".join(found["scenario"])), "compare": compared}, ignored


def write_query(state: State) -> str:
    """The canonical query of a state, with its "?"; empty for the bare address."""
    default = State()
    pairs: list[tuple[str, str]] = []
    for field in fields(State):
        value = getattr(state, field.name)
        if field.name == "scenario":
            if value.changes:
                pairs.append(("scenario", write_scenario(value)))
            pairs += [("new", text) for text in write_founded(_with_compared(value, state.compare))]
        elif value == getattr(default, field.name):
            continue
        elif field.name == "compare":
            pairs += [("compare", write_scenario(one)) for one in value]
        else:
            pairs.append((field.name, _write(value)))
    return "?" + urlencode(pairs, quote_via=quote, safe=",:") if pairs else ""


def state_address(state: State, public_url: str | None) -> str:
    """The address of a state; without a host when the server does not know its own."""
    return (public_url or "").rstrip("/") + "/" + write_query(state)


def _with_compared(scenario: Scenario, compared: Iterable[Scenario]) -> Scenario:
    """The scenario with the networks that those compared with it stand in, whoever founded them."""
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


def _one_of(allowed: Iterable[str]) -> Reader:
    def read(text: str, known: Known) -> Read:
        if text not in allowed:
            raise ValueError(text)
        return text, ()

    return read


def _several(allowed: Callable[[Known], Iterable[str]], empty_is_nothing: bool = False) -> Reader:
    """Comma-separated ids in their own order, without repeats; unknown ones are ignored one by one."""

    def read(text: str, known: Known) -> Read:
        parts = [part.strip() for part in text.split(",") if part.strip()]
        order = list(allowed(known))
        chosen = tuple(part for part in order if part in parts)
        unknown = tuple(part for part in parts if part not in order)
        if unknown and not chosen:
            return (None if empty_is_nothing else ()), unknown
        return chosen, unknown

    return read


def _year(text: str, known: Known) -> Read:
    year = int(text)
    if year not in known.years:
        raise ValueError(text)
    return (None if year == known.default_year else year), ()


def _population(text: str, known: Known) -> Read:
    low, dash, high = text.replace("\u2013", "-").partition("-")
    if not dash or not (low.strip() or high.strip()):
        raise ValueError(text)
    least, most = (int(end) if end.strip() else None for end in (low, high))
    if (least or 0) < 0 or (most or 0) < 0 or (least is not None and most is not None and least > most):
        raise ValueError(text)
    return (least, most), ()


def _municipality(text: str, known: Known) -> Read:
    number = known.number(text)
    if number is None:
        raise ValueError(text)
    return number, ()


def _kr(text: str, known: Known) -> Read:
    amount = read_kr(text)
    if amount is None:
        raise ValueError(text)
    return amount, ()


def _layer(text: str, known: Known) -> Read:
    if text not in (CLIMATE, *known.layers):
        raise ValueError(text)
    return text, ()


def _step(text: str, known: Known) -> Read:
    step = int(text)
    if not 1 <= step <= MOST_STEPS:
        raise ValueError(text)
    return step, ()


def _embed(text: str, known: Known) -> Read:
    if text not in ("0", "1"):
        raise ValueError(text)
    return text == "1", ()


def _title(text: str, known: Known) -> Read:
    """What is longer is cut, and that is said."""
    title = tidy_name(text)
    return title[:TITLE_LENGTH].rstrip(), (title,) if len(title) > TITLE_LENGTH else ()


def _colour(text: str, known: Known) -> Read:
    if text not in (BY_NETWORK, *known.measures):
        raise ValueError(text)
    return text, ()


def _sort(text: str, known: Known) -> Read:
    if text.removeprefix("-") not in (*SORTS, *known.measures):
        raise ValueError(text)
    return text, ()


#: Parameter → its reader: (text, known) → (value, ignored parts); ValueError when it is not understood.
READERS: dict[str, Reader] = {
    "lang": _one_of(LANGUAGES),
    "view": _one_of(VIEWS),
    "year": _year,
    "networks": _several(lambda known: (*known.networks, NONE), empty_is_nothing=True),
    "county": _several(lambda known: known.counties),
    "status": _several(lambda known: STATUSES),
    "pop": _population,
    "near": _municipality,
    "q": lambda text, known: (" ".join(text.split())[:80], ()),
    "sort": _sort,
    "municipality": _municipality,
    "colour": _colour,
    "layer": _layer,
    "title": _title,
    "equal": _kr,
    "each": _kr,
    "step": _step,
    "theme": _one_of(THEMES),
    "embed": _embed,
}
