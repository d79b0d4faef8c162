"""Networks that do not exist yet: ids and names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.planning.new_network import NewNetwork, free_id, is_id, tidy_name
from tests.geodata.planning.plans import NAMES


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Kongsberg klimanettverk", "kongsberg"),
        ("Øvre Eiker klimanettverk", "ovre-eiker"),
        ("Sær på Ål", "saer-pa-al"),
        ("Kongsbergregionen", "kongsbergreg"),
        ("Kárášjohka", "karasjohka"),
        ("Nettverk 2", "nettverk-2"),
        ("None", "none-2"),
        ("氣候", "net"),
        ("", "net"),
    ],
)
def test_free_id(name: str, id: str) -> None:
    """It keeps whole words that fit, writes Norwegian letters without marks, and cuts only a single long word."""
    assert free_id(name, ()) == id


def test_free_id_taken() -> None:
    """It counts on when the id is taken, within the length."""
    assert free_id("Vest", {"vest"}) == "vest-2"
    assert free_id("Vest", {"vest", "vest-2"}) == "vest-3"
    assert free_id("Kongsbergregionen", {"kongsbergreg"}) == "kongsbergr-2"


@given(st.text(), st.lists(st.text(), max_size=3))
def test_free_id_is_an_id(name: str, others: list[str]) -> None:
    """Whatever the name, the id has the form of one and is not taken."""
    taken = [free_id(other, ()) for other in others]
    id = free_id(name, taken)
    assert is_id(id)
    assert id not in taken


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("none", "Ny"),
        ("", "Ny"),
        ("Ny", "Ny"),
        ("ny nett", "Ny"),
        ("a" * 13, "Ny"),
        ("å", "Ny"),
        ("ny\n", "Ny"),
        ("ny", ""),
        ("ny", "a" * 41),
        ("ny", "to\nlinjer"),
        ("ny", " Ny"),
        ("ny", "N\u202ey"),
        ("ny", "N\ud800y"),
        ("ny", "=1+1"),
        ("ny", "a|b"),
    ],
)
def test_refused(id: str, name: str) -> None:
    """It refuses ids and names that the contract does not allow."""
    with pytest.raises(ValueError, match="new network's"):
        NewNetwork(id, name)


@given(st.text())
def test_tidy_is_stable(text: str) -> None:
    """Tidying twice is tidying once, and what is left can be encoded."""
    tidied = tidy_name(text)
    assert tidy_name(tidied) == tidied
    assert tidied.encode().decode() == tidied


@given(NAMES)
def test_forty_letters(name: str) -> None:
    """Every tidy name of up to 40 characters is allowed."""
    assert NewNetwork("ny", name).name == name
