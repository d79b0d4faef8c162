"""Filters: which municipalities stand out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.view.atlas import Atlas, build_atlas
from dashboard.view.filters import FILTERING
from dashboard.view.sorting import sorted_areas
from dashboard.view.view import MapView
from geodata.folder.load import load
from tests.dashboard.view.test_view import SIX
from tests.geodata.county import County

FILTERS = {
    "networks=naik": 21,
    "networks=naik,follo": 27,
    "networks=none": 6,
    "networks=": 0,
    "county=buskerud": 18,
    "county=akershus,ostfold": 33,
    "status=member": 45,
    "status=none": 6,
    "pop=0-": 51,
    "q=Våler": 1,
    "q=3006": 1,
    "q=3303": 1,
    "q=rygge": 1,
    "near=3051": 3,
}


def chosen(view: MapView) -> set[str]:
    """Numbers of what stands out."""
    return {area.number for area in view.areas if area.selected}


@pytest.mark.parametrize(("query", "count"), FILTERS.items())
def test_each(view: Callable[..., MapView], query: str, count: int) -> None:
    """It lets exactly the municipalities stand out that a filter names."""
    assert len(chosen(view(f"?{query}"))) == count
    assert view(f"?{query}").selection.municipalities == count


@given(st.sets(st.sampled_from(list(FILTERS)), min_size=2, max_size=4))
def test_and(view: Callable[..., MapView], queries: set[str]) -> None:
    """Filters of different names combine by "and"."""
    by_name = {query.partition("=")[0]: query for query in sorted(queries)}
    both = chosen(view("?" + "&".join(by_name.values())))
    assert both == set.intersection(*(chosen(view(f"?{query}")) for query in by_name.values()))


@given(st.sampled_from(list(FILTERS)))
def test_headline_stays(view: Callable[..., MapView], query: str) -> None:
    """The headline figures and the legend's counts never follow a filter."""
    bare, filtered = view(), view(f"?{query}")
    assert filtered.coverage == bare.coverage
    assert [group.figures for group in filtered.groups] == [group.figures for group in bare.groups]


def test_every_filter_is_tried() -> None:
    """No filter is left out of the queries above."""
    assert {query.partition("=")[0] for query in FILTERS} == set(FILTERING)


def test_no_filter(view: Callable[..., MapView]) -> None:
    """Without a filter everything stands out and there is no selection to speak of."""
    assert len(chosen(view())) == 51
    assert view().selection is None


def test_dialogue(view: Callable[..., MapView]) -> None:
    """The dialogue concerns five of the six, and Øvre Eiker is not one of them."""
    concerned = chosen(view("?status=dialogue")) & set(SIX)
    assert concerned == set(SIX) - {"3048"}


def test_near(view: Callable[..., MapView]) -> None:
    """Neighbours of Rollag are those that share a border with it, itself not among them."""
    near = chosen(view("?near=3051"))
    assert {"3050", "3052", "3045"} <= near
    assert "3051" not in near


def test_near_by_bridge(view: Callable[..., MapView]) -> None:
    """Hvaler's only neighbour is the one that its road leads to."""
    names = {area.place.name for area in view("?near=3011").areas if area.selected}
    assert names == {"Fredrikstad"}


def test_range_of_inhabitants(view: Callable[..., MapView]) -> None:
    """Both ends of a range are included, and it follows the year."""
    everyone = {area.number: area.population for area in view("?year=2020").areas}
    low, high = sorted(everyone.values())[10], sorted(everyone.values())[20]
    expected = {number for number, people in everyone.items() if low <= people <= high}
    assert chosen(view(f"?year=2020&pop={low}-{high}")) == expected


@pytest.mark.parametrize("column", ["population", "area", "density", "name", "number", "county", "network"])
def test_sort(view: Callable[..., MapView], column: str) -> None:
    """A column sorts both ways and loses nobody."""
    up, down = sorted_areas(view(f"?sort={column}")), sorted_areas(view(f"?sort=-{column}"))
    assert {area.number for area in up} == {area.number for area in down}
    assert len(up) == 51
    if column in ("population", "density"):
        values = [area.figures.of(column) for area in up]
        assert values == sorted(values)
        assert [area.figures.of(column) for area in down] == values[::-1]


def test_norwegian_order(view: Callable[..., MapView]) -> None:
    """Æ, Ø and Å come after Z, in that order."""
    names = [area.place.name for area in sorted_areas(view("?sort=name"))]
    assert names[-3:] == ["Øvre Eiker", "Ål", "Ås"]
    assert names.index("Våler") < names.index("Øvre Eiker")


def test_unknown_population(county: County, view: Callable[..., MapView]) -> None:
    """An unknown figure lies in no range, sorts last both ways, and makes sums unknown, never zero."""
    rows = county.rows("statistics")
    latest = [row for row in rows[1:] if row[0] == "9101" and row[2] == "2023" and "population" in row[3]]
    county.write("statistics", [row for row in rows if row not in latest])
    atlas = load_atlas(county)
    assert atlas.default_year == 2022
    seen = view("?year=2023", of=atlas)
    assert seen.coverage.organised.whole.population is None
    assert seen.coverage.organised.ratio("population") is None
    assert "9101" not in chosen(view("?year=2023&pop=0-", of=atlas))
    for sort in ("population", "-population", "density", "-density"):
        assert sorted_areas(view(f"?year=2023&sort={sort}", of=atlas))[-1].number == "9101"


def load_atlas(county: County) -> Atlas:
    """The atlas of a data folder."""
    return build_atlas(load(county.folder))
