"""Text made comparable."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.text import clean, fold, likely


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Flå", "Flå"),
        ("Fla\u030a", "Flå"),
        ("oppnå\u030a", "oppnå"),
        ("oppna\u030a\u030a", "oppnå"),
        ("\ufeffHole\u200b\t", "Hole"),
        ("\u00a0Hol\u00a0", "Hol"),
        ("Nore\u00ad og Uvdal", "Nore og Uvdal"),
        ("one\r\ntwo", "one\ntwo"),
        ("1\u00a0292\u00a0241", "1\u00a0292\u00a0241"),
    ],
)
def test_clean(typed: str, meant: str) -> None:
    """It composes letters, keeps a doubled ring once, and drops what cannot be seen, but not what is meant."""
    assert clean(typed) == meant


@given(st.text())
def test_clean_is_stable(text: str) -> None:
    """Cleaning twice is cleaning once, and composed and decomposed letters come out alike."""
    assert clean(clean(text)) == clean(text)
    assert clean(unicodedata.normalize("NFD", text)) == clean(unicodedata.normalize("NFC", text))


def test_fold() -> None:
    """It compares without case, kind of dash and number of spaces."""
    assert fold("AURSKOG–HØLAND") == fold("Aurskog-Høland")
    assert fold("Nore  og\nUvdal") == fold("nore og uvdal")
    assert fold("Hol") != fold("Hole")


def test_likely() -> None:
    """It suggests the near name, and nothing when no name is near."""
    names = ["Nes", "Nesbyen", "Nore og Uvdal", "Hol", "Hole"]
    assert likely("Norge og Uvdal", names) == "Nore og Uvdal"
    assert likely("nesbyn", names) == "Nesbyen"
    assert likely("Kautokeino", names) is None
    assert likely("Nes", []) is None
