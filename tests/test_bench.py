"""The benchmark asks what the page asks: where it no longer does, that is found before somebody wants to measure."""

from __future__ import annotations

from geodata.register import Register
from tests.bench.in_python import answered, places_of


def test_answers_are_measured(viken: Register) -> None:
    """Page, first visit, choice, filter and assignment are answered and weighed."""
    figures = answered(viken, places_of(viken), times=1)
    assert len(figures) == 9
    assert all(one.value > 0 for one in figures)
