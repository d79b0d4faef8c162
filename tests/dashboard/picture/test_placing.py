"""Names that stand, by the cases that the browser runs too."""

from __future__ import annotations

import pytest
import shapely
from hypothesis import assume, given
from hypothesis import strategies as st

from dashboard.picture.placing import Candidate, Room, Wanted, crosses, meet
from tests.cases import read_cases

CASES = read_cases("placing")["cases"]


def wanted(name: dict) -> Wanted:
    """A name of a case."""
    return Wanted(
        name["size"],
        tuple(Candidate(*one[:6], target=tuple(one[6]), layout=place) for place, one in enumerate(name["candidates"])),
        tuple(tuple(one) for one in name.get("passes", [[1, 0]])),
        name.get("must", False),
        name.get("reach", 0),
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_cases(case: dict) -> None:
    """Each name takes the spot that the case says, those that must stand together first."""
    room, asked = Room(tuple(case["frame"])), [wanted(name) for name in case["names"]]
    must = [name for name in asked if name.must]
    together = room.place_most(must)
    found = [together[must.index(name)] if name.must else room.place(name) for name in asked]
    assert [stand and [stand.candidate.layout, stand.part] for stand in found] == case["stands"]
    assert len(room.boxes) == sum(1 for stand in found if stand)
    assert len(room.leaders) == sum(1 for stand in found if stand and stand.leader)


EDGE = st.integers(0, 12)


@given(EDGE, EDGE, EDGE, EDGE)
def test_line_through_box(x0: int, y0: int, x1: int, y1: int) -> None:
    """A line crosses a box where a stretch of it lies in its inside, as GEOS says."""
    assume((x0, y0) != (x1, y1))
    box, line = shapely.box(3, 3, 9, 9), shapely.LineString([(x0, y0), (x1, y1)])
    stretch = line.intersection(box)
    inside = stretch.length > 0 and not box.exterior.contains(stretch)
    assert crosses((x0, y0, x1, y1), (3, 3, 9, 9)) == inside


@given(st.tuples(*[EDGE] * 8))
def test_lines_that_meet(ends: tuple[int, ...]) -> None:
    """Two lines meet where they share a point that is an end of neither, and lie not on each other."""
    assume(ends[:2] != ends[2:4] and ends[4:6] != ends[6:])
    one, other = (shapely.LineString([line[:2], line[2:]]) for line in (ends[:4], ends[4:]))
    touched = any(
        line.distance(shapely.Point(end)) < 1e-9
        for line, around in ((one, ends[4:]), (other, ends[:4]))
        for end in (around[:2], around[2:])
    )
    assert meet(ends[:4], ends[4:]) == (one.intersects(other) and not touched)
