"""The grammar of a scenario, by the cases that the browser runs too."""

from __future__ import annotations

import pytest

from geodata.join import Assignment
from geodata.planning.scenario import normalised
from geodata.planning.scenario_text import Vocabulary, read_founded, read_scenario, write_scenario
from tests.cases import read_cases

CASES = read_cases("scenario")
KNOWN = Vocabulary(CASES["numbers"], tuple(CASES["networks"]), frozenset({"none", *CASES["networks"]}))
TODAY = Assignment(CASES["today"], CASES["today"], CASES["networks"])


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["about"])
def test_read_and_written(case: dict) -> None:
    """What is understood is written in one way, without what changes nothing."""
    founded, _ = read_founded(case.get("new", ()), KNOWN)
    scenario, _ = read_scenario(case["scenario"], KNOWN, founded)
    assert write_scenario(normalised(scenario, TODAY)) == case["written"]
