"""The address, by the cases that the browser runs too: order and letters, scenarios, numbers, what is founded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.view.reading import read_query
from dashboard.view.state import NOTHING, NUMBERED, PARAMETERS, write_query
from geodata.join import Assignment
from geodata.planning.scenario_text import Vocabulary
from tests.cases import read_cases
from tests.dashboard.view.test_state import KNOWN

QUERIES, NUMBERS, SCENARIOS, FOUNDED = (read_cases(name) for name in ("query", "numbers", "scenario", "founded"))
EDITIONS = {**KNOWN.vocabulary.numbers, **NUMBERS["renumbered"]}
IN_EDITIONS = replace(KNOWN, vocabulary=replace(KNOWN.vocabulary, numbers=EDITIONS), number=EDITIONS.get)
INVENTED = replace(
    KNOWN,
    networks=tuple(SCENARIOS["networks"]),
    vocabulary=Vocabulary(
        SCENARIOS["numbers"], tuple(SCENARIOS["networks"]), frozenset({"none", *SCENARIOS["networks"]})
    ),
    standing=lambda day: Assignment(SCENARIOS["today"], SCENARIOS["today"], SCENARIOS["networks"]),
)


def about(case: dict) -> str:
    """The name of a case."""
    return case["about"]


def test_parameters() -> None:
    """The cases know every parameter, in the order in which it is written."""
    assert tuple(QUERIES["parameters"]) == PARAMETERS


@pytest.mark.parametrize("case", QUERIES["cases"], ids=about)
def test_query(case: dict) -> None:
    """Every query is understood whole, and written in one way."""
    state, ignored = read_query(case["query"], KNOWN)
    assert ignored == ()
    assert write_query(state) == case["written"]


@pytest.mark.parametrize("case", SCENARIOS["cases"], ids=about)
def test_scenario(case: dict) -> None:
    """The scenario of an address, without what changes nothing, in the order of numbers and networks."""
    query = "&".join(
        [f"scenario={case['scenario'].replace('+', '%2B')}", *(f"new={one}" for one in case.get("new", ()))]
    )
    state, _ = read_query(query, INVENTED)
    assert write_query(state.but(scenario=replace(state.scenario, founded=()))).removeprefix("?scenario=") == case[
        "written"
    ].replace("+", "%2B")


@pytest.mark.parametrize("case", NUMBERS["cases"], ids=about)
def test_numbers(case: dict) -> None:
    """Numbers of a later edition become those of the base edition, in the parameters that hold numbers."""
    state, _ = read_query(case["query"], IN_EDITIONS)
    assert write_query(state) == case["written"]
    assert set(NUMBERED) <= set(PARAMETERS)


@pytest.mark.parametrize("case", FOUNDED["cases"], ids=about)
def test_founded(case: dict) -> None:
    """Of a plan that is reset, what is compared stays, and the networks that it stands in."""
    state, ignored = read_query(case["query"], INVENTED)
    assert ignored == ()
    assert write_query(state.but(scenario=NOTHING)) == case["reset"]
