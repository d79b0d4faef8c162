"""CSV for Norwegian Excel."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dashboard.exports.catalogue import export
from dashboard.exports.tables.comma import quoted
from dashboard.view.atlas import Atlas
from tests.dashboard.exports.opened import csv_rows


@pytest.mark.parametrize("name", ["municipalities.csv", "networks.csv"])
@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_form(content: Callable[..., bytes], name: str, lang: str) -> None:
    """It has a BOM, semicolons, CRLF and as many cells in every row, in every language."""
    text = content(name, f"?lang={lang}")
    assert text.startswith(b'\xef\xbb\xbf"')
    assert text.count(b"\n") == text.count(b"\r\n")
    assert len({len(row) for row in csv_rows(text)}) == 1


@pytest.mark.parametrize(
    ("lang", "headings", "outside"),
    [
        ("nb", ["Nummer 2020", "Innbyggere 2026"], ["none", "uten klimanettverk", "i dialog"]),
        ("nn", ["Nummer 2020", "Innbyggjarar 2026"], ["none", "utan klimanettverk", "i dialog"]),
        ("en", ["Number 2020", "Inhabitants 2026"], ["none", "without a climate network", "in dialogue"]),
    ],
)
def test_language(content: Callable[..., bytes], lang: str, headings: list[str], outside: list[str]) -> None:
    """Headings and words are in the language of the view; decimals have a comma in every language."""
    rows = csv_rows(content("municipalities.csv", f"?lang={lang}"))
    assert [rows[0][0], rows[0][8]] == headings
    kongsberg = next(row for row in rows if row[0] == "3006")
    assert kongsberg[4:7] == outside
    assert kongsberg[1:3] == ["3303", "Kongsberg"]
    assert kongsberg[8] == "29169"
    assert kongsberg[11] == "38,7"


def test_texts_and_numbers(content: Callable[..., bytes]) -> None:
    """Municipality numbers are quoted as text, figures are not; unknown is empty."""
    line = content("municipalities.csv", "?q=hvaler").decode("utf-8-sig").splitlines()[1]
    assert line.startswith('"3011";"3110";"Hvaler";"Østfold";"ostfold";')
    assert ";2026;" in line
    assert ";;" in line


def test_shares(content: Callable[..., bytes]) -> None:
    """Shares of the networks are in per cent, rounded as on the page, and the whole is 100."""
    rows = {row[0]: row for row in csv_rows(content("networks.csv"))}
    assert rows["none"][8:11] == ["11,8", "4,5", "22,9"]
    assert rows["total"][8:11] == ["100,0", "100,0", "100,0"]


def test_largest_and_smallest(content: Callable[..., bytes]) -> None:
    """Each network has its most and least populous member."""
    rows = {row[0]: row for row in csv_rows(content("networks.csv"))}
    assert rows["follo"][11:15] == ["Nordre Follo", "65381", "Enebakk", "11697"]


@pytest.mark.parametrize("text", ["=1+1", "+47", "-1", "@x", "\t=1"])
def test_formula(text: str) -> None:
    """A text that looks like a formula stays text."""
    assert quoted(text) == f'"\'{text}"'


def test_odd_data(odd: Atlas) -> None:
    """A name like a formula is guarded, an unknown population empty, and two networks stand in one cell."""
    rows = csv_rows(export(odd, "municipalities.csv", "?year=2023").content)
    cells = {row[0]: row for row in rows}
    assert cells["9101"][4] == "vest aust"
    assert cells["9101"][5] == 'name vest + =HYPERLINK("x";"y")'
    assert cells["9103"][5] == '\'=HYPERLINK("x";"y")'
    assert (cells["9102"][8], cells["9102"][11]) == ("", "")
    total = csv_rows(export(odd, "networks.csv", "?year=2023").content)[-1]
    assert total[3:5] == ["6", ""]
