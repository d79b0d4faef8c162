"""The outlines of a layer in a picture, as on the page: told by dashes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from dashboard.picture.outlines import OTHER_DASHES_PX, OUTLINE_DASHES_PX
from dashboard.picture.shared_map import shared_map
from dashboard.picture.static_map import static_map
from dashboard.view.view import MapView, outlined
from tests.serving import PROJECT

SVG = "{http://www.w3.org/2000/svg}"
SHEETS = {
    "assets/map.css": "outline",
    "dashboard/exports/one_file/one_file.css": "layer",
}


def outline_paths(picture: str) -> list[ElementTree.Element]:
    """The outlines of a picture."""
    return [path for path in ElementTree.fromstring(picture).iter(f"{SVG}path") if path.get("class") == "outline"]


def test_three_statuses(view: Callable[..., MapView]) -> None:
    """Who is on a list, on it alone, and not named differ by their dashes, and the key has a row for each."""
    seen = view("?layer=naik_newer_list&lang=en")
    picture = static_map(seen)
    found = outline_paths(picture)
    assert Counter(path.get("data-status") for path in found) == Counter(outlined(seen).values())
    assert Counter(outlined(seen).values()) == {"named": 18, "named_only": 6, "not_named": 6}
    dashes = {path.get("data-status"): path.get("stroke-dasharray") for path in found}
    assert dashes["named"] is None
    assert len(set(dashes.values())) == 3
    text = " ".join(re.sub(r"<[^>]+>", " ", picture).split())
    for words in ("on the list and in the register", "on the list only", "in the register, not named by the list"):
        assert f"Newer list of NAIK: {words}" in text


def test_fills_are_as_ever(view: Callable[..., MapView]) -> None:
    """A layer colours nothing."""
    fills = [
        [
            path.get("fill")
            for path in ElementTree.fromstring(static_map(view(query))).iter()
            if path.get("class") == "area"
        ]
        for query in ("", "?layer=naik_newer_list")
    ]
    assert fills[0] == fills[1]


def test_only_with_a_key(view: Callable[..., MapView]) -> None:
    """A bare map has no outlines, since nothing would say what they mean; nor has any map without a layer."""
    seen = view("?layer=naik_newer_list")
    assert outline_paths(static_map(seen, key=False)) == []
    assert outline_paths(static_map(view(""))) == []
    assert len(outline_paths(shared_map(seen))) == 30


@pytest.mark.parametrize("sheet", SHEETS)
def test_dashes_of_the_page(sheet: str) -> None:
    """The page and the one file have the same dashes for every status."""
    text = (PROJECT / sheet).read_text(encoding="utf-8").replace('"', "")
    rules = re.findall(rf"\.{SHEETS[sheet]}([:\[][^{{]*)\{{ ?stroke-dasharray: ?([\d ]+?);? ?\}}", text)
    told = {}
    for selector, dashes in rules:
        statuses = re.findall(r"data-status=(\w+)", selector)
        lengths = tuple(map(int, dashes.split()))
        if selector.startswith(":not"):
            assert lengths == OTHER_DASHES_PX
            told |= dict.fromkeys(statuses, ())
        else:
            told |= dict.fromkeys(statuses, lengths)
    assert told == dict(OUTLINE_DASHES_PX)
