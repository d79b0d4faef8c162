"""Long tables: parts of a step, none fuller than a projector shows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dashboard.story.paging import in_parts
from dashboard.story.step import Step, StepRow, StepTable
from dashboard.view.view import MapView

#: Rows that need one line, two, and more than any step has room for.
SHORT, LONG, ENDLESS = ("Rollag", "NAIK"), ("Rollag", "x" * 100), ("Rollag", "x" * 3000)


@pytest.fixture
def parts(view: Callable[..., MapView]) -> Callable[..., list[Step]]:
    """The parts of a step with these rows."""

    def parts_of(rows: list[StepRow]) -> list[Step]:
        table = StepTable(("Kommune", "Nettverk"), tuple(rows))
        whole = Step("remaining", "remaining", "Hvem som gjenstår", "6", "kommuner", "Se tabellen.", table=table)
        return list(in_parts(whole, view().say))

    return parts_of


@pytest.mark.parametrize(
    ("rows", "counts"),
    [
        ([SHORT] * 9, [9]),
        ([SHORT] * 10, [9, 1]),
        ([SHORT] * 22, [9, 13]),
        ([SHORT] * 23, [9, 13, 1]),
        ([LONG] * 15, [6, 8, 1]),
        ([SHORT] * 6 + [LONG] * 3, [8, 1]),
        ([SHORT, ENDLESS, SHORT], [1, 1, 1]),
    ],
)
def test_rows_of_a_part(parts: Callable[..., list[Step]], rows: list[StepRow], counts: list[int]) -> None:
    """As many rows stand together as have room: nine of a line under number and text, thirteen under a headline."""
    tables = [part.table for part in parts(rows) if part.table]
    assert [len(table.rows) for table in tables] == counts
    assert [row for table in tables for row in table.rows] == rows
