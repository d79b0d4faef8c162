"""Notes pinned to municipalities: read, cut, written, replaced, in page, picture and files."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.browser.first_map import first_map
from dashboard.browser.paint import captions, paint
from dashboard.components.map_key import map_key
from dashboard.exports.one_file.document import one_file
from dashboard.exports.tables.scenario import scenario_rows
from dashboard.markup.writer import as_html
from dashboard.picture.static_map import static_map
from dashboard.view.atlas import Atlas
from dashboard.view.forms import canonical
from dashboard.view.pins import MOST_PINS, PIN_LENGTH, Pin
from dashboard.view.reading import read_query
from dashboard.view.state import State, write_query
from dashboard.view.view import MapView

NOTE = "?pin=3051:Vedtak%20i%20mars&pin=3048:Se%20p%C3%A5%20kart:%20nytt"


def test_read_and_written(atlas: Atlas) -> None:
    """A note is split at the first colon; a number of 2024 is understood, and that of 2020 is written."""
    state, ignored = read_query("?pin=3336:Rollag%20venter&pin=3048:a:b", atlas.known)
    assert state.pin == (Pin("3051", "Rollag venter"), Pin("3048", "a:b"))
    assert ignored == ()
    assert write_query(state) == "?pin=3051:Rollag%20venter&pin=3048:a:b"


@pytest.mark.parametrize("text", ["9999:x", "3051", "3051:", "3051:%20%0A", ":x", "x:y"])
def test_not_understood(atlas: Atlas, text: str) -> None:
    """An unknown number, or no note, is ignored and said."""
    state, ignored = read_query(f"?pin={text}", atlas.known)
    assert state.pin == ()
    assert [one.name for one in ignored] == ["pin"]


def test_too_much(atlas: Atlas) -> None:
    """What is too long is cut, the eleventh left out, both are said; of two notes on a municipality the last counts."""
    state, ignored = read_query(f"?pin=3051:{'x' * 200}", atlas.known)
    assert len(state.pin[0].text) == PIN_LENGTH
    assert len(ignored) == 1
    numbers = list(atlas.register.municipalities)[: MOST_PINS + 1]
    state, ignored = read_query("?" + "&".join(f"pin={number}:x" for number in numbers), atlas.known)
    assert len(state.pin) == MOST_PINS
    assert len(ignored) == 1
    state, ignored = read_query("?pin=3051:a&pin=3051:b", atlas.known)
    assert (state.pin, ignored) == ((Pin("3051", "b"),), ())


@given(st.text(max_size=200))
def test_any_text(atlas: Atlas, text: str) -> None:
    """Whatever is typed: what is written is read back as it is, and holds nothing that nobody can see."""
    state, _ = read_query(f"?pin=3051:{quote(text, safe='', errors='replace')}", atlas.known)
    assert read_query(write_query(state), atlas.known) == (state, ())
    for pin in state.pin:
        assert 0 < len(pin.text) <= PIN_LENGTH
        assert pin.text.isprintable()
        assert pin.text[0] not in "=+-@"


def test_form(atlas: Atlas) -> None:
    """The form pins, replaces, and with an empty note takes away; the rest of the address stays."""

    def sent(query: str) -> str | None:
        return canonical(query, atlas.known, lambda state, text: {})

    assert sent("?view=plan&pin_at=3051&pin_note=Nytt") == "?view=plan&pin=3051:Nytt"
    assert sent("?pin=3051:a&pin=3048:b&pin_at=3051&pin_note=c") == "?pin=3048:b&pin=3051:c"
    assert sent("?pin=3051:a&pin=3048:b&pin_at=3051&pin_note=") == "?pin=3048:b"


def test_on_the_map(view: Callable[..., MapView]) -> None:
    """Each note has its number on the first map, in what paints it, and in the picture with its words."""
    shown = view(NOTE)
    assert paint(shown)["pins"] == ["3051", "3048"]
    drawn = first_map(shown, captions(shown))
    assert drawn.count('class="pin" data-pin="3051"') == drawn.count('class="first-names')
    picture = static_map(shown)
    assert picture.count('<g class="pin">') == 2
    assert "1. Rollag: Vedtak i mars" in picture
    assert "Se på kart: nytt" in picture


def test_in_files(view: Callable[..., MapView]) -> None:
    """The scenario's list has a column for notes, and a row for each municipality with one, moved or not."""
    rows = scenario_rows(view(NOTE + "&scenario=3051:naik"))
    assert [column.name for column in rows.columns][-1] == "note"
    assert [(row["number"], row["before_id"], row["after_id"], row["note"]) for row in rows.rows] == [
        ("3051", "none", "naik", "Vedtak i mars"),
        ("3048", "none", "none", "Se på kart: nytt"),
    ]
    assert "note" not in [column.name for column in scenario_rows(view("?scenario=3051:naik")).columns]


def test_state_keeps_nothing(atlas: Atlas) -> None:
    """The bare address has no pins."""
    assert State().pin == ()
    assert "pin" not in write_query(State())


def test_in_the_file_and_its_key(view: Callable[..., MapView]) -> None:
    """The one file has the numbers on both of its maps, and the notes in the key; as the page has."""
    text = one_file(view(NOTE), None).decode()
    assert len(re.findall(r'<g class="?pin"?>', text)) == 4
    for content in (text, as_html(map_key(view(NOTE), ""))):
        assert "Rollag: Vedtak i mars" in content
        assert "Øvre Eiker: Se på kart: nytt" in content
    assert map_key(view(""), "") == []
