"""Finding what a reader means, however it is written."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geodata.folder.load import load
from geodata.register import Register
from geodata.search import Entry, entries, plain, search
from tests.geodata.county import County

WORDS = ("ski", "hurum", "nes", "øvre", "eiker", "naik", "ken", "30", "3336", "ås", "våler", " ", "-", "i", "buskerud")


@pytest.fixture(scope="module")
def find(viken: Register) -> partial:
    """The search over the project's own data."""
    return partial(search, entries(viken))


@pytest.mark.parametrize(
    ("text", "kind", "id"),
    [
        ("Ski", "municipality", "3020"),
        ("Hurum", "municipality", "3025"),
        ("Røyken", "municipality", "3025"),
        ("Nes i Buskerud", "municipality", "3040"),
        ("Nes", "municipality", "3034"),
        ("Hol", "municipality", "3044"),
        ("Hole", "municipality", "3038"),
        ("Våler", "municipality", "3018"),
        ("Baerum", "municipality", "3024"),
        ("raelingen", "municipality", "3027"),
        ("LORENSKOG", "municipality", "3029"),
        ("aas", "municipality", "3021"),
        ("Fla\u030a", "municipality", "3039"),
        ("ovre eiker", "municipality", "3048"),
        ("Aurskog Høland", "municipality", "3026"),
        ("Norge og Uvdal", "municipality", "3052"),
        ("kongsberk", "municipality", "3006"),
        ("rolag", "municipality", "3051"),
        ("3336", "municipality", "3051"),
        ("\u00a03336.0", "municipality", "3051"),
        ("KEN", "network", "follo"),
        ("Klima- og energinettverket", "network", "follo"),
        ("NAIK", "network", "naik"),
        ("Kommunenettverk for klimaomstilling", "network", "naik"),
        ("Hallingdal", "network", "hallingdal"),
        ("Klima Østfold", "network", "ostfold"),
        ("Akershus", "county", "akershus"),
        ("buskerud", "county", "buskerud"),
        ("ostfold", "county", "ostfold"),
    ],
)
def test_meant(find: partial, text: str, kind: str, id: str) -> None:
    """Former names, other names, numbers, plain letters and slips of the pen lead to what was meant, first of all."""
    best = find(text)[0].entry
    assert (best.kind, best.id) == (kind, id)


@pytest.mark.parametrize("text", ["", "  ", "\u200b\t", "xyzzyq", "9999", "47", "00", "?"])
def test_nothing(find: partial, text: str) -> None:
    """Nothing is found for nothing, for nonsense, for what lies elsewhere, and where only a few letters agree."""
    assert find(text) == []


def test_every_municipality(find: partial, viken: Register) -> None:
    """Each is found first by its own name in any case, without its letters, and by the numbers of both years."""
    lost = [
        (text, number)
        for number, place in viken.municipalities.items()
        for text in (
            place.name,
            place.name.lower(),
            place.name.upper(),
            plain(place.name),
            number,
            *place.numbers_in("2024"),
        )
        if find(text)[0].entry != next(hit.entry for hit in find(number))
    ]
    assert lost == []


def test_every_former_name(find: partial, viken: Register) -> None:
    """Each former name leads to what it became part of, and the hit tells which name was meant."""
    for number, place in viken.municipalities.items():
        for name in place.former_names:
            hit = next(one for one in find(name) if one.entry.id == number)
            assert hit.score == 100
            assert plain(hit.term) == plain(name)


def test_beginning(find: partial) -> None:
    """Beginnings come before parts, and a number matches from its first digit only."""
    assert [hit.entry.id for hit in find("nes")] == ["3034", "3040", "3023", "3036"]
    assert {hit.entry.id for hit in find("330")} >= {"3006"}
    assert all(any(term.startswith("330") for term in hit.entry.terms) for hit in find("330"))
    assert len(find("30")) == 51


def test_true_matches_only(find: partial) -> None:
    """Where something truly matches, what is only alike is left out."""
    assert [hit.entry.id for hit in find("Hole")] == ["3038"]
    assert [hit.entry.id for hit in find("Sigdal")] == ["3045"]


@given(st.text() | st.lists(st.sampled_from(WORDS), max_size=6).map("".join))
@example("\u0130\u030a\u0000")
@example("%" * 400)
def test_never_raises(find: partial, text: str) -> None:
    """Whatever is typed, it answers with hits in order, each entry at most once."""
    hits = find(text)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len({(hit.entry.kind, hit.entry.id) for hit in hits}) == len(hits)
    assert all(0 < hit.score <= 100 and hit.term in hit.entry.terms for hit in hits)


def test_another_county(county: County) -> None:
    """It finds what the data hold: an invented county has names, networks and numbers of its own."""
    known = entries(load(county.folder))
    assert {(hit.entry.kind, hit.entry.id) for hit in search(known, "vest")} == {("network", "vest")}
    assert search(known, "bo")[0].entry.id == "9102"
    assert search(known, "9205")[0].entry.id == "9105"
    assert search(known, "Innland")[0].entry == Entry("county", "innland", ("Innland",))


def test_other_networks(viken: Register) -> None:
    """Networks that do not cover are found too, as what they are; a name is told from its like by its county."""
    found = entries(viken)
    assert search(found, "Osloregionen")[0].entry == next(one for one in found if one.id == "osloregionen")
    assert search(found, "Kongsbergregionen")[0].entry.kind == "other"
    assert search(found, "Nes i Akershus")[0].entry.id == "3034"
    assert search(found, "Nannestad kommune")[0].entry.id == "3036"
