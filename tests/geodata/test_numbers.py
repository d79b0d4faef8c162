"""Municipality numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.folder.load import load
from geodata.numbers import municipality_number
from tests.geodata.county import County

INVISIBLE = st.text(alphabet="\t \u00a0\u200b\ufeff", max_size=3)


@pytest.mark.parametrize(
    "typed", ["301", "0301", "301.0", "301,0", "0301.00", " 301\t", "\ufeff0301\u200b", "301\u00a0"]
)
def test_mangled(typed: str) -> None:
    """It reads what spreadsheets make of 0301."""
    assert municipality_number(typed) == "0301"


@pytest.mark.parametrize("typed", ["", "30", "30011", "3001.5", "3001a", "-3001", "٣٠٠١", "3 001", "3001\n3002", "1e3"])
def test_no_number(typed: str) -> None:
    """It refuses to guess a number from anything else."""
    assert municipality_number(typed) is None


@given(st.integers(100, 9999), st.sampled_from(["", ".0", ",0", ".00"]), INVISIBLE, INVISIBLE)
def test_every_number(number: int, ending: str, before: str, after: str) -> None:
    """Every number survives every way of mangling, and a number read is read as itself again."""
    read = municipality_number(f"{before}{number}{ending}{after}")
    assert read == f"{number:04}"
    assert municipality_number(read) == read


@given(st.text())
def test_any_text(text: str) -> None:
    """Any text gives four digits or None."""
    read = municipality_number(text)
    assert read is None or (len(read) == 4 and read.isascii() and read.isdecimal())


def test_index(county: County) -> None:
    """Numbers of every edition lead to the number of the base edition."""
    index = load(county.folder).number_index
    assert index["9103"] == index["9203"] == index["8103"] == "9103"
    assert len(index) == 18
