"""The answers of the search field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dashboard.browser.finder import MOST_HITS, find
from dashboard.view.atlas import Atlas
from dashboard.view.view import MapView, build_view
from geodata.register import Register


def called_alike(register: Register, count: int) -> Register:
    """The register with so many municipalities called "Alike", and nobody else called so."""
    places = register.municipalities
    same = {number: replace(places[number], name="Alike", elsewhere={}, former=()) for number in list(places)[:count]}
    return replace(register, municipalities={**places, **same})


@pytest.mark.parametrize(
    ("found", "message"),
    [
        (0, "No result for “alike”"),
        (1, "1 result"),
        (7, "7 results"),
        (8, "8 results"),
        (9, "Showing 8 of 9 results"),
    ],
)
def test_message(atlas: Atlas, view: Callable[..., MapView], found: int, message: str) -> None:
    """It says how many were found; how many are shown is said only where that is not all."""
    seen = view("?lang=en")
    region = replace(atlas, register=called_alike(atlas.register, found))
    answer = find(build_view(region, seen.state), "alike")
    assert (answer["message"], len(answer["hits"])) == (message, min(found, MOST_HITS))
