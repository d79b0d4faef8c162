"""The address is the state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.colours.palette import THEMES
from dashboard.view.atlas import Atlas
from dashboard.view.reading import read_query
from dashboard.view.state import BY_NETWORK, NONE, SORTS, STATUSES, VIEWS, Ignored, Known, State, write_query
from dashboard.words.wording import LANGUAGES
from geodata.days import Span
from geodata.join import Assignment
from geodata.planning.new_network import NewNetwork, tidy_name
from geodata.planning.scenario import Scenario
from geodata.planning.scenario_text import Vocabulary

MEASURES = ("population", "area", "density")
NUMBERS = {f"30{place:02}": f"30{place:02}" for place in range(1, 53)} | {"3303": "3006", "0301": None}
NOBODY = Assignment({f"30{place:02}": () for place in range(1, 53)}, [f"30{place:02}" for place in range(1, 53)], ())
KNOWN = Known(
    years=frozenset(range(2020, 2027)),
    default_year=2026,
    networks=("naik", "ostfold", "follo", "hallingdal"),
    vocabulary=Vocabulary(
        {number: known for number, known in NUMBERS.items() if known},
        ("naik", "ostfold", "follo", "hallingdal"),
        frozenset({"none", "naik", "ostfold", "follo", "hallingdal", "kongsbergregionen"}),
    ),
    standing=lambda day: NOBODY,
    span=Span(date(2020, 1, 1), date(2024, 12, 31)),
    as_of=date(2024, 12, 31),
    layers=("kongsbergregionen", "osloregionen"),
    counties=("akershus", "buskerud", "ostfold"),
    measures=MEASURES,
    number=lambda text: NUMBERS.get(text.strip()),
)


def some_of(*values: str) -> st.SearchStrategy[tuple[str, ...]]:
    """Any of the values, in their own order."""
    return st.sets(st.sampled_from(values)).map(lambda chosen: tuple(one for one in values if one in chosen))


ranges = st.one_of(
    st.none(),
    st.tuples(st.integers(0, 900_000), st.integers(0, 900_000)).map(lambda ends: tuple(sorted(ends))),
    st.tuples(st.integers(0, 900_000), st.none()),
    st.tuples(st.none(), st.integers(0, 900_000)),
)
texts = st.text(max_size=100).map(lambda text: " ".join(text.split())[:80].strip())
places = st.none() | st.sampled_from([f"30{place:02}" for place in range(1, 53)])
states = st.builds(
    State,
    lang=st.sampled_from(LANGUAGES),
    view=st.sampled_from(VIEWS),
    year=st.none() | st.integers(2020, 2025),
    networks=st.none() | some_of(*KNOWN.networks, NONE),
    county=some_of(*KNOWN.counties),
    status=some_of(*STATUSES),
    pop=ranges,
    near=places,
    q=texts,
    sort=st.just("") | st.sampled_from([sign + name for name in (*SORTS, *MEASURES) for sign in ("", "-")]),
    municipality=places,
    colour=st.sampled_from((BY_NETWORK, *MEASURES)),
    theme=st.none() | st.sampled_from(THEMES),
    revision=st.just("") | st.from_regex("[0-9a-f]{12}", fullmatch=True),
)
names = st.sampled_from([field.name for field in fields(State)]) | st.text(max_size=12)
pairs = st.lists(st.tuples(names, st.text(max_size=40)), max_size=8)
queries = st.text(max_size=200) | pairs.map(lambda found: "?" + "&".join(f"{name}={value}" for name, value in found))


@given(states)
def test_round_trip(state: State) -> None:
    """It reads back every state that it writes, and ignores nothing of it."""
    assert read_query(write_query(state), KNOWN) == (state, ())


@given(queries)
def test_any_text(query: str) -> None:
    """It takes any text for a query, and what it understood is written in one way only."""
    state, _ = read_query(query, KNOWN)
    canonical = write_query(state)
    assert read_query(canonical, KNOWN) == (state, ())
    assert write_query(read_query(canonical, KNOWN)[0]) == canonical


def test_bare_address() -> None:
    """It writes the default state as nothing at all."""
    assert write_query(State()) == ""
    assert read_query("", KNOWN) == (State(), ())


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("?municipality=3303", "?municipality=3006"),
        ("?networks=none,follo,naik,follo", "?networks=naik,follo,none"),
        ("?networks=", "?networks="),
        ("?year=2026", ""),
        ("?lang=nb&view=overview&colour=network", ""),
        ("?pop=1000\u201320000", "?pop=1000-20000"),
        ("?pop=-5000", "?pop=-5000"),
        ("?q=%20nes%20%20", "?q=nes"),
        ("?theme=dark&lang=nn", "?lang=nn&theme=dark"),
    ],
)
def test_canonical(query: str, canonical: str) -> None:
    """It writes 2020 numbers, ids in the table's order once each, and no defaults."""
    state, ignored = read_query(query, KNOWN)
    assert (write_query(state), ignored) == (canonical, ())


@pytest.mark.parametrize(
    "query",
    [
        "lang=de",
        "view=map",
        "year=1999",
        "year=now",
        "networks=kongsberg",
        "county=oslo",
        "status=x",
        "pop=9-1",
        "near=0301",
        "municipality=9999",
        "sort=colour",
        "colour=red",
        "theme=blue",
        "revision=0123456789a",
        "revision=0123456789AB",
        "revision=0123456789abc",
        "revision=latest",
        "unknown=1",
    ],
)
def test_unknown_values(query: str) -> None:
    """It ignores a value that it does not know, and says which."""
    name, _, value = query.partition("=")
    state, ignored = read_query(f"?{query}", KNOWN)
    assert state == State()
    assert ignored == (Ignored(name, value),)


def test_unknown_among_known() -> None:
    """It keeps the networks that it knows beside one that it does not."""
    state, ignored = read_query("?networks=follo,kongsberg", KNOWN)
    assert state.networks == ("follo",)
    assert ignored == (Ignored("networks", "kongsberg"),)


def test_numbers_of_both_years(atlas: Atlas) -> None:
    """It reads the 2020 and the 2024 number of every municipality and writes that of 2020."""
    for number, place in atlas.register.municipalities.items():
        for name in ("municipality", "near"):
            for written in (number, *place.other_numbers):
                state, ignored = read_query(f"?{name}={written}", atlas.known)
                assert (getattr(state, name), ignored) == (number, ())


def test_view_of_any_state(view: Callable) -> None:
    """It has a view for any query: nothing that is typed breaks the page."""

    @given(queries)
    def look(query: str) -> None:
        assert len(view(query).areas) == 51

    look()


NUMBERS_2020 = tuple(number for number, known in NUMBERS.items() if known == number)
FOUNDED = (NewNetwork("ny", "Nytt nettverk"), NewNetwork("a-b", "Æ: ø & å, +1%"))
ANY_NETWORK = (*KNOWN.networks, *(one.id for one in FOUNDED))


@given(
    changes=st.dictionaries(
        st.sampled_from(NUMBERS_2020), st.sets(st.sampled_from(ANY_NETWORK), min_size=1), max_size=20
    ),
    compared=st.lists(
        st.dictionaries(st.sampled_from(NUMBERS_2020), st.sets(st.sampled_from(ANY_NETWORK), min_size=1), min_size=1),
        max_size=2,
    ),
    title=st.text(alphabet="abcæøå ,:&+%?#", max_size=20).map(tidy_name),
    equal=st.none() | st.decimals(min_value=0, max_value=10**6, places=2),
)
@settings(max_examples=60, deadline=None)
def test_scenario_there_and_back(changes, compared, title, equal) -> None:
    """A scenario with founded networks, others beside it, a title and a sum survives the address."""

    def scenario(sets: dict) -> Scenario:
        return Scenario({number: tuple(sorted(ids, key=ANY_NETWORK.index)) for number, ids in sets.items()}, FOUNDED)

    state = State(
        scenario=scenario(changes), compare=tuple(scenario(one) for one in compared), title=title, equal=equal
    )
    again, ignored = read_query(write_query(state), KNOWN)
    assert ignored == ()
    assert again == state
    assert write_query(again) == write_query(state)
