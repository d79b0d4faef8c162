"""The state of the page, as the address bar carries it: query → State → query."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from urllib.parse import parse_qsl, quote, urlencode

from dashboard.wording import DEFAULT_LANGUAGE, LANGUAGES

VIEWS = ("overview", "table", "networks", "data", "help")
STATUSES = ("member", "dialogue", "none")
COLOURS = ("network", "population", "density", "area")
#: The layer that is always there; the others are networks outlined on top.
CLIMATE = "climate"
THEMES = ("light", "dark")
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
    colour: str = COLOURS[0]
    layer: str = CLIMATE
    theme: str | None = None

    def but(self, **changes: object) -> State:
        """The same state with some values changed."""
        return replace(self, **changes)


@dataclass(frozen=True)
class Known:
    """What addresses may name: years with statistics, ids, sortable columns, and the numbers of both years."""

    years: frozenset[int]
    default_year: int
    networks: tuple[str, ...]
    layers: tuple[str, ...]
    counties: tuple[str, ...]
    sorts: tuple[str, ...]
    number: Callable[[str], str | None]


@dataclass(frozen=True)
class Ignored:
    """A parameter of the address that was not understood."""

    name: str
    value: str


def read_query(query: str, known: Known) -> tuple[State, tuple[Ignored, ...]]:
    """The state a query asks for, and what in it was ignored. Never raises.

    Numbers of 2024 become numbers of 2020. Of a repeated parameter the last
    understood one counts.
    """
    values: dict[str, object] = {}
    ignored: list[Ignored] = []
    for name, text in parse_qsl(query.lstrip("?")[:8000], keep_blank_values=True, max_num_fields=None):
        reader = READERS.get(name)
        try:
            if reader is None:
                raise ValueError(name)
            values[name], unknown = reader(text, known)
        except ValueError:
            unknown = (text,)
        ignored += [Ignored(name[:40], part[:60]) for part in unknown]
    return State(**{name: value for name, value in values.items() if value is not None or name == "networks"}), tuple(ignored)


def write_query(state: State) -> str:
    """The canonical query of a state, with its "?"; empty for the bare address."""
    default = State()
    pairs = [
        (field.name, _write(getattr(state, field.name)))
        for field in fields(State)
        if getattr(state, field.name) != getattr(default, field.name)
    ]
    return "?" + urlencode(pairs, quote_via=quote, safe=",:") if pairs else ""


def _write(value: object) -> str:
    if isinstance(value, tuple):
        if value and all(part is None or isinstance(part, int) for part in value):
            return "-".join("" if part is None else str(part) for part in value)
        return ",".join(str(part) for part in value)
    return str(value)


def _one_of(allowed: Iterable[str]):
    def read(text: str, known: Known):
        if text not in allowed:
            raise ValueError(text)
        return text, ()

    return read


def _several(allowed: Callable[[Known], Iterable[str]], empty_is_nothing: bool = False):
    """Comma-separated ids in their own order, without repeats; unknown ones are ignored one by one."""

    def read(text: str, known: Known):
        parts = [part.strip() for part in text.split(",") if part.strip()]
        order = list(allowed(known))
        chosen = tuple(part for part in order if part in parts)
        unknown = tuple(part for part in parts if part not in order)
        if unknown and not chosen:
            return (None if empty_is_nothing else ()), unknown
        return chosen, unknown

    return read


def _year(text: str, known: Known):
    year = int(text)
    if year not in known.years:
        raise ValueError(text)
    return (None if year == known.default_year else year), ()


def _population(text: str, known: Known):
    low, dash, high = text.replace("\u2013", "-").partition("-")
    if not dash or not (low.strip() or high.strip()):
        raise ValueError(text)
    ends = tuple(int(end) if end.strip() else None for end in (low, high))
    if any(end is not None and end < 0 for end in ends) or (None not in ends and ends[0] > ends[1]):
        raise ValueError(text)
    return ends, ()


def _municipality(text: str, known: Known):
    number = known.number(text)
    if number is None:
        raise ValueError(text)
    return number, ()


def _layer(text: str, known: Known):
    if text not in (CLIMATE, *known.layers):
        raise ValueError(text)
    return text, ()


def _sort(text: str, known: Known):
    if text.removeprefix("-") not in known.sorts:
        raise ValueError(text)
    return text, ()


#: Parameter → its reader: (text, known) → (value, ignored parts); ValueError when it is not understood.
READERS: dict[str, Callable] = {
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
    "colour": _one_of(COLOURS),
    "layer": _layer,
    "theme": _one_of(THEMES),
}
