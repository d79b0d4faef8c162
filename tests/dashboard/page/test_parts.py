"""The parts of the page: each is filled in its own view, and none asks which view it is in."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from dashboard.page import ids
from dashboard.page.layout import layout
from dashboard.page.parts import EVERYTHING, PARTS, Part
from dashboard.page.settings import Settings
from dashboard.view.state import VIEWS, State
from dashboard.view.view import MapView
from tests.dashboard.reading import text_of, within
from tests.serving import PROJECT

#: What belongs to one view only; everything else is filled in each.
OWN = {name: {part.id for part in PARTS if part.view == name} for name in VIEWS}
BY_ID = {part.id: part for part in PARTS}


def test_every_view_has_parts() -> None:
    """A part belongs to a view that there is, or to all; every view but the first has one of its own."""
    assert {part.view for part in PARTS if part.view} <= set(VIEWS)
    assert [name for name in VIEWS[1:] if not OWN[name]] == []
    assert (OWN["plan"], OWN["networks"]) == ({ids.PLAN_TOOLS, ids.PLAN}, {ids.NETWORKS})


@pytest.mark.parametrize("name", VIEWS)
def test_only_in_its_view(view: Callable[..., MapView], name: str) -> None:
    """The long parts are made only where they are looked at: in each view exactly its own are filled."""
    seen = view(f"?view={name}")
    filled = {part.id for part in PARTS if part.view and part.content(seen, Settings())}
    assert filled == OWN[name] | {ids.TABLE}


@pytest.mark.parametrize("name", VIEWS)
def test_hidden_table(view: Callable[..., MapView], name: str) -> None:
    """Who is where stands in every view, as rows of a table; figures only where the table is seen."""
    found = list(within(BY_ID[ids.TABLE].content(view(f"?view={name}"), Settings())))
    table = next(one for one in found if getattr(one, "id", None) == "municipalities")
    rows = [one for one in found if getattr(one, "data-municipality", None)]
    assert len(rows) == 51
    assert ("Sum" in text_of(table)) == (name == "table")


def test_places() -> None:
    """Every part has a place in the layout, and no place is filled twice."""
    places = {getattr(one, "id", None) for one in within(layout({}))}
    assert {part.id for part in PARTS} <= places
    assert len(BY_ID) == len(PARTS)


def test_due_in_its_view() -> None:
    """In its view a part follows its fields; elsewhere only the view, so that nothing is filled in vain."""
    part = BY_ID[ids.PLAN]
    assert part.is_due(State(view="plan"), frozenset({"scenario"}))
    assert part.is_due(State(view="plan"), frozenset({"theme"})), "the files that it offers are of the whole state"
    assert not BY_ID[ids.HELP].is_due(State(view="help"), frozenset({"theme"}))
    assert not part.is_due(State(), frozenset({"scenario"}))
    assert part.is_due(State(), frozenset({"view"}))
    assert part.is_due(State(view="plan"), frozenset({"view"}))
    assert all(one.is_due(State(), EVERYTHING) for one in PARTS)


def test_due_in_every_view() -> None:
    """A part of every view follows its fields wherever one is; the hidden table follows less than the table."""
    assert BY_ID[ids.SUMMARY].is_due(State(view="help"), frozenset({"year"}))
    assert not BY_ID[ids.SUMMARY].is_due(State(view="help"), frozenset({"view"}))
    assert BY_ID[ids.TABLE].is_due(State(view="table"), frozenset({"sort"}))
    assert not BY_ID[ids.TABLE].is_due(State(), frozenset({"sort"}))
    assert BY_ID[ids.TABLE].is_due(State(), frozenset({"networks"}))


def test_part_without_a_view() -> None:
    """A part that names no view is filled in each."""
    part = Part("place", lambda view, settings: "filled")
    assert all(part.is_in(State(view=name)) for name in VIEWS)


def test_no_part_guards_itself() -> None:
    """No file of the page gives up outside a view: the registry decides."""
    guard = re.compile(r"if view\.state\.view [!=]= \S+:\s+return")
    files = sorted((PROJECT / "dashboard" / "page").rglob("*.py"))
    assert len(files) > 20
    assert [file.name for file in files if guard.search(file.read_text(encoding="utf-8"))] == []


def test_shown_otherwise() -> None:
    """What a view shows in its own way is empty there, and comes back when the view is left."""
    part = BY_ID[ids.LEGEND]
    assert not part.is_in(State(view="plan"))
    assert part.is_in(State(view="table"))
    assert part.is_due(State(view="plan"), frozenset({"view"}))
    assert part.is_due(State(), frozenset({"view"}))
    assert not part.is_due(State(view="plan"), frozenset({"scenario"}))
