"""Colouring by a number: honest classes, their limits in the key, and a pattern for what is not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.browser.paint import paint
from dashboard.page.overview.key import key
from dashboard.view.atlas import Atlas, build_atlas
from dashboard.view.classes import CLASSES, quantiles
from dashboard.view.view import MapView
from geodata.folder.load import load
from tests.dashboard.reading import forget, text_of
from tests.geodata.county import County

NUMBERS = st.integers(0, 40) | st.floats(0, 1e6, allow_nan=False)


@given(st.dictionaries(st.text(max_size=4), NUMBERS | st.none()))
def test_every_value_has_its_class(values: dict[str, float | None]) -> None:
    """Each known value lies within its class's limits, no class is empty, none overlaps the next; unknown has none."""
    made = quantiles(values)
    assert set(made.of) == set(values)
    assert {one for one in values if made.of[one] is None} == {one for one in values if values[one] is None}
    assert set(made.of.values()) - {None} == set(range(len(made.ranges)))
    for one, place in made.of.items():
        if place is not None:
            low, high = made.ranges[place]
            assert low <= values[one] <= high
    assert all(before[1] < after[0] for before, after in zip(made.ranges, made.ranges[1:], strict=False))
    assert len(made.ranges) <= CLASSES


@given(st.lists(st.integers(), min_size=CLASSES, max_size=60, unique=True))
def test_equal_counts(values: list[int]) -> None:
    """Without ties there are five classes, and their counts differ by one at most."""
    counts = Counter(quantiles({str(place): value for place, value in enumerate(values)}).of.values())
    assert len(counts) == CLASSES
    assert max(counts.values()) - min(counts.values()) <= 1


def test_few() -> None:
    """Ties and few values make fewer classes; nothing known makes none."""
    assert quantiles({}).ranges == quantiles({"a": None}).ranges == ()
    assert quantiles({"a": 3, "b": 3, "c": None}).ranges == ((3, 3),)
    assert quantiles({"a": 1, "b": 2}).ranges == ((1, 1), (2, 2))


#: What stands over the key, by measure and language.
TITLES = {
    ("density", "nb"): "Innbyggere per km² 2026",
    ("density", "nn"): "Innbyggjarar per km² 2026",
    ("density", "en"): "Inhabitants per km² 2026",
}


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_key(atlas: Atlas, view: Callable[..., MapView], lang: str) -> None:
    """The key of a ratio states five classes with their limits, no unknown where all is known, and the method."""
    colour = "density"
    seen = view(f"?colour={colour}&lang={lang}")
    counts = Counter(area.fill for area in seen.areas)
    assert set(counts) == {f"class-{place}" for place in range(CLASSES)}
    assert set(counts.values()) == {10, 11}
    assert set(paint(seen)["levels"]) == {area.number for area in seen.areas}
    title, rows, note = key(seen)
    limits = [text_of(row) for row in rows.children]
    assert len(limits) == CLASSES
    assert all(text.count("–") == 1 for text in limits)
    assert text_of(title) == TITLES[colour, lang]
    assert text_of(note)
    values = sorted(area.figures.of(colour) for area in seen.areas)
    write = seen.say.decimal
    assert limits[0].startswith(write(values[0]) + "–")
    assert limits[-1].endswith("–" + write(values[-1]))


def test_unknown(county: County, view: Callable[..., MapView]) -> None:
    """A municipality without a figure has a class of its own, and the key says that it is not known."""
    forget(county, "9105", 2023)
    atlas = build_atlas(load(county.folder))
    seen = view("?colour=density&year=2023", of=atlas)
    assert seen.area("9105").fill == "class-unknown"
    assert seen.area("9105").membership_fill == "none"
    _, shown, _ = key(seen)
    assert text_of(shown.children[-1]) == "ikke kjent for 1 kommune"
    assert len(shown.children) == len(seen.classes.ranges) + 1
    assert seen.selection is None


def test_layer(atlas: Atlas, view: Callable[..., MapView]) -> None:
    """A layer's key names its statuses as what they are, that its list may be incomplete, and where to read more."""
    seen = view("?layer=kongsbergregionen")
    title, rows, note = key(seen)
    assert text_of(title) == "Kongsbergregionen"
    assert [text_of(row) for row in rows.children] == ["medlem", "vedtatt, ikke bekreftet", "ikke bekreftet"]
    assert "fullstendig" in text_of(note)
    assert paint(seen)["layer"] == {
        **dict.fromkeys(("3006", "3050", "3051", "3052", "3808", "3818", "3819"), "member"),
        "3045": "decided",
        "3048": "unconfirmed",
    }
    assert {area.fill for area in seen.areas} == {area.fill for area in view().areas}
    assert key(view()) == []


def test_layers_that_are_drawn(atlas: Atlas) -> None:
    """Only what has municipal members is laid over the map; projects and a research centre are never drawn."""
    assert set(atlas.layers) == {"naik_newer_list", "kongsbergregionen", "klimapartnere", "osloregionen"}
