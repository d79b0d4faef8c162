"""The timeline of the networks: the picture, what is said beside it, and the table that says all of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from dash.development.base_component import Component

from dashboard.markup.writer import as_html
from dashboard.page.networks.timeline import timeline
from dashboard.view.atlas import Atlas, build_atlas
from dashboard.view.view import MapView
from geodata.folder.load import load
from tests.dashboard.reading import rows_of, text_of, within
from tests.geodata.county import County

#: The axis of the project's own data: 2005 to 2027, in days.
YEARS, FIRST = 8400, "2005-01-01"


def row(seen: MapView, id: str) -> Component:
    """The row of one network."""
    return next(one for one in within(timeline(seen)) if getattr(one, "id", None) == f"timeline-{id}")


def drawn(part: object, kind: str) -> list[Component]:
    """The shapes of a kind."""
    return [one for one in within(part) if getattr(one, "className", None) == kind]


def picture(part: object) -> Component:
    """The picture of a row."""
    return next(one for one in within(part) if getattr(one, "role", None) == "img")


def letterings(part: object) -> list[str]:
    """What is written in the pictures of a part."""
    return [one.children for one in within(part) if getattr(one, "tag", None) == "text"]


def share(text: str) -> float:
    """ "47.83%" → 0.4783."""
    return float(text.removesuffix("%")) / 100


@pytest.fixture
def voted(county: County) -> Atlas:
    """The invented county with foundings, entries, an exit, and an agreement; rows 2–5 are Aa, Bø, Co and Dal."""
    county.cell("networks", 2, "founded", "2020-02")
    county.cell("memberships", 2, "valid_from", "2023-05-01")
    county.cell("memberships", 5, "valid_from", "2023")
    county.cell("memberships", 3, "valid_to", "2022-06-30")
    county.cell("memberships", 4, "agreement_from", "2021")
    county.cell("memberships", 4, "agreement_to", "2022-12-31")
    return build_atlas(load(county.folder))


def test_project_data(view: Callable[..., MapView]) -> None:
    """Climate networks come first, then the region in dialogue; what is not known is said so, and has no mark."""
    seen = view("?view=networks")
    rows = rows_of(timeline(seen))["body"]
    assert [one[:2] for one in rows] == [
        ["Nettverk for aktive og innovative klimakommuner", "2016"],
        ["Klima Østfold", "2012"],
        ["Follo klimanettverk", "2008"],
        ["Hallingdal klimanettverk", "ikke kjent"],
        ["Kongsbergregionen", "8. februar 2005"],
    ]
    assert rows[1][4] == "6. april 2022 – 31. desember 2027 (12 medlemmer)"
    assert rows[0][2] == (
        "21 medlemmer uten kjent dato for inntreden3 medlemmer utenfor Viken uten kjent dato for inntreden"
    )
    assert {one[3] for one in rows[1:]} == {"ingen kjente"}
    assert drawn(row(seen, "hallingdal"), "founded") == []
    assert "stiftet: ikke kjent" in letterings(row(seen, "hallingdal"))
    assert [len(drawn(row(seen, id), "founded")) for id in ("naik", "kongsbergregionen")] == [1, 1]
    assert "kjent for 0 av 48 medlemskap" in text_of(timeline(seen))


def test_founding_is_as_long_as_it_is_known(view: Callable[..., MapView]) -> None:
    """A year is drawn as that year, a day as a circle; the agreement as its period, under a line of its own."""
    seen = view("?view=networks")
    (year,) = drawn(row(seen, "naik"), "founded")
    assert (year.tag, share(year.x), share(year.width)) == (
        "rect",
        pytest.approx(4017 / YEARS, abs=1e-4),
        pytest.approx(366 / YEARS, abs=1e-4),
    )
    (day,) = drawn(row(seen, "kongsbergregionen"), "founded")
    assert (day.tag, share(day.cx)) == ("circle", pytest.approx(38.5 / YEARS, abs=1e-4))
    (period,) = drawn(row(seen, "ostfold"), "agreement")
    assert share(period.x) == pytest.approx(6304 / YEARS, abs=1e-4)
    assert share(period.x) + share(period.width) == pytest.approx(1, abs=1e-3)
    assert "avtale 6. april 2022 – 31. desember 2027" in letterings(row(seen, "ostfold"))


def test_entries_and_exits(view: Callable[..., MapView], voted: Atlas) -> None:
    """Each date has a triangle; those near to each other have their number together, exits their own with a minus."""
    vest = row(view("?view=networks", of=voted), "vest")
    assert len([one for one in drawn(vest, "turn") if one.tag == "path"]) == 3
    assert len([one for one in drawn(vest, "turn") if one.tag == "rect"]) == 1, "2023, a whole year"
    assert [text for text in letterings(vest) if text[0] in "+−"] == ["+2", "−1"]
    assert rows_of(timeline(view("?view=networks", of=voted)))["body"][0][1:] == [
        "februar 2020",
        "2023: Dal1. mai 2023: Aa1 medlem uten kjent dato for inntreden",
        "30. juni 2022: Bø",
        "ingen kjente",
    ]


def test_spoken(view: Callable[..., MapView], voted: Atlas) -> None:
    """Every picture has a role and says in short what it shows; the axis is left to the table."""
    seen = view("?view=networks&lang=en", of=voted)
    label = getattr(picture(row(seen, "vest")), "aria-label")
    assert label == "name vest: founded February 2020, 1 joined 2023, 1 joined 1 May 2023, 1 left 30 June 2022"
    label = getattr(picture(row(seen, "aust")), "aria-label")
    assert label == "name aust: founded: not known, agreement 2021 – 31 December 2022 (1 member)"
    for one in within(timeline(seen)):
        if getattr(one, "tag", None) == "svg" and getattr(one, "role", None) is None and "x" not in vars(one):
            assert getattr(one, "aria-hidden") == "true"


def test_days(view: Callable[..., MapView], voted: Atlas) -> None:
    """The day that is shown and the one that it is compared with are lines through every row, named once."""
    seen = view("?view=networks&day=2023-12-31&since=2021-06-30", of=voted)
    whole = timeline(seen)
    lines = [one for kind in ("since", "day") for one in drawn(row(seen, "vest"), kind)]
    assert [share(one.x1) for one in lines] == [
        pytest.approx(546.5 / 1827, abs=1e-4),
        pytest.approx(1460.5 / 1827, abs=1e-4),
    ]
    assert [text for text in letterings(whole) if text in ("30. juni 2021", "31. desember 2023")] == [
        "30. juni 2021",
        "31. desember 2023",
    ]
    caption = next(text_of(one) for one in within(whole) if getattr(one, "_type", "") == "Caption")
    assert "dagen som vises: 31. desember 2023" in caption
    assert "dagen det sammenlignes med: 30. juni 2021" in caption
    plain = timeline(view("?view=networks", of=voted))
    assert drawn(plain, "day") + drawn(plain, "since") == []


def test_outside_the_axis_is_nothing(view: Callable[..., MapView], voted: Atlas) -> None:
    """Every place lies on the axis, and every name of a year as well."""

    def places(part: object) -> Iterator[float]:
        for one in within(part):
            for name in ("x", "cx", "x1"):
                if str(getattr(one, name, "")).endswith("%") and getattr(one, "tag", "") != "svg":
                    yield share(getattr(one, name))

    for seen in (view("?view=networks"), view("?view=networks&day=2020-01-01", of=voted)):
        found = list(places(timeline(seen)))
        assert len(found) > 20
        assert min(found) >= 0
        assert max(found) <= 1


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_written(view: Callable[..., MapView], voted: Atlas, lang: str) -> None:
    """It can be written in every language, without a style attribute and without a script."""
    text = as_html(timeline(view(f"?view=networks&lang={lang}&day=2021-01-01", of=voted)))
    assert not re.search(r"\sstyle=|<script", text)
    assert text.count('role="img"') == 2


def test_whatever_the_scenario(view: Callable[..., MapView]) -> None:
    """A scenario founds nothing: the timeline is the register's."""
    planned = view("?view=networks&scenario=3006:ny&new=ny:Nytt")
    assert as_html(timeline(planned)) == as_html(timeline(view("?view=networks")))
