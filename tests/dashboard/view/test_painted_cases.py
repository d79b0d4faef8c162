"""What is painted, by the cases that the browser runs too: fills, borders, who stands out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.view.borders import BorderKind, border_kind
from dashboard.view.filters import FILTERING
from dashboard.view.reading import read_query
from dashboard.view.selection import select
from geodata.join import Assignment
from tests.cases import read_cases

FILLS, BORDERS, STANDING_OUT = (read_cases(name) for name in ("fills", "borders", "standing_out"))


@pytest.mark.parametrize("case", FILLS["cases"], ids=lambda case: f"{case['fill']} {case['dialogue']}")
def test_fill(view, case: dict) -> None:
    """An area is filled with its networks, whatever they were before."""
    area = replace(
        view().areas[0],
        networks=tuple(case["after"]),
        before=tuple(case["before"]),
        uncertain=(),
        dialogue="somewhere" if case["dialogue"] else None,
    )
    assert area.membership_fill == case["fill"]


@pytest.mark.parametrize("case", BORDERS["cases"], ids=lambda case: f"{case['left']} {case['right']}")
def test_border(case: dict) -> None:
    """Thin within a network, thick between networks, a hairline at the edge, dark around the unorganised."""
    right = None if case["right"] is None else tuple(case["right"])
    assert border_kind(tuple(case["left"]), right) == BorderKind(case["kind"], case["gap"])


@pytest.mark.parametrize("case", STANDING_OUT["cases"], ids=lambda case: case["query"])
def test_standing_out(small, case: dict) -> None:
    """By networks alone, whoever is in one of them stands out."""
    groups, networks = STANDING_OUT["groups"], ("vest", "aust", "midt")
    numbers = list(small.register.municipalities)
    held = dict.fromkeys(numbers, ()) | {number: tuple(ids) for number, ids in groups.items()}
    assignment = Assignment(held, numbers, networks)
    state, _ = read_query(case["query"], replace(small.known, networks=networks))
    shown = select(small, assignment, state, small.default_year)
    assert [number for number in groups if number not in shown] == case["dimmed"]
    assert "networks" in FILTERING
