"""Excel files, opened by openpyxl and by LibreOffice."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.exports.catalogue import export
from dashboard.exports.tables.excel import LINE
from dashboard.view.atlas import Atlas
from tests.dashboard.exports.opened import converted, workbook


def test_types(content: Callable[..., bytes]) -> None:
    """Codes are text, figures are numbers with formats, unknown is an empty cell."""
    sheet = workbook(content("municipalities.xlsx")).worksheets[0]
    kinds = {
        cell.value: [one.data_type for one in column[1:]] for cell, column in zip(sheet[1], sheet.columns, strict=True)
    }
    texts = ["Nummer 2020", "Nummer 2024", "Kommune", "Fylke 2024", "Nettverk (id)", "Klimanettverk", "Status"]
    assert all(set(kinds[heading]) == {"s"} for heading in texts)
    assert all(set(kinds[heading]) == {"n"} for heading in ("Innbyggere 2026", "År", "Landareal (km²)"))
    row = next(row for row in sheet.iter_rows() if row[0].value == "3001")
    assert (row[0].number_format, row[8].number_format, row[8].value) == ("@", "#,##0", 32082)
    assert row[7].value is None


def test_shares(content: Callable[..., bytes]) -> None:
    """Shares are numbers from 0 to 1 shown in per cent; the whole stands last, outside what the filter arrows reach."""
    sheet = workbook(content("networks.xlsx")).worksheets[0]
    *_, none, total = sheet.iter_rows()
    assert none[9].value == 60349 / 1338636
    assert none[9].number_format == "0.0%"
    assert total[0].value == "total"
    assert sheet.auto_filter.ref == "A1:Y6"


@pytest.mark.parametrize("name", ["municipalities.xlsx", "networks.xlsx"])
def test_comfort(content: Callable[..., bytes], name: str) -> None:
    """The header stays in sight, filters, and columns are as wide as they need."""
    sheet = workbook(content(name)).worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert all(sheet.column_dimensions[letter].width > 6 for letter in "ABCDEFG")


@pytest.mark.parametrize("name", ["municipalities.xlsx", "networks.xlsx"])
def test_rows_show_all_of_their_text(content: Callable[..., bytes], name: str) -> None:
    """A row is as high as its longest wrapped text needs in its column, for programs that do not fit it themselves."""
    for sheet in workbook(content(name)):
        widths = {at: one.width for one in sheet.column_dimensions.values() for at in range(one.min, one.max + 1)}
        for row in sheet.rows:
            wrapped = [cell for cell in row if cell.value and cell.alignment.wrap_text]
            needed = [math.ceil(len(str(cell.value)) / widths[cell.column]) for cell in wrapped]
            height = sheet.row_dimensions[row[0].row].height or LINE
            assert height >= LINE * max(needed, default=1), f"{sheet.title}, row {row[0].row}"


@pytest.mark.parametrize(
    ("lang", "sheets"),
    [("nb", ["Kommuner", "Kilder"]), ("nn", ["Kommunar", "Kjelder"]), ("en", ["Municipalities", "Sources"])],
)
def test_sources(content: Callable[..., bytes], lang: str, sheets: list[str]) -> None:
    """A second sheet has the sentence, the date, the address, sources and licences, and says what the filters left."""
    book = workbook(
        content("municipalities.xlsx", f"?lang={lang}&county=buskerud&bogus=1", "https://kart.example.org/")
    )
    assert book.sheetnames == sheets
    told = [cell for row in book.worksheets[1].values for cell in row if cell]
    text = "\n".join(told)
    query = ("" if lang == "nb" else f"lang={lang}&") + "county=buskerud"
    assert f"https://kart.example.org/?{query}" in told
    assert "45 " in text
    assert "18 " in text
    assert "bogus=1" in text
    assert "Creative Commons Attribution 4.0" in text
    assert "2026" in text
    assert any("ssb.no" in one for one in told)


def test_opens_in_libreoffice(content: Callable[..., bytes], odd: Atlas, tmp_path: Path, profile: Path) -> None:
    """LibreOffice reads every sheet: numbers as numbers, codes as text, a text like a formula as text."""
    files = {name: content(name) for name in ("municipalities.xlsx", "networks.xlsx")}
    files["odd.xlsx"] = export(odd, "municipalities.xlsx", "?year=2023").content
    (tmp_path / "office").mkdir()  # beside the invented county's own files
    sheets = converted(files, tmp_path / "office", profile)
    assert sorted(sheets) == [
        *("municipalities-Kilder", "municipalities-Kommuner", "networks-Kilder", "networks-Nettverk"),
        *("odd-Kilder", "odd-Kommuner"),
    ]
    rows = {row[0]: row for row in sheets["municipalities-Kommuner"]}
    assert len(rows) == 52
    assert (rows["3024"][2], rows["3024"][8]) == ("Bærum", "133228")
    assert float(rows["3024"][11].replace(",", ".")) > 100
    assert [row[4] for row in sheets["networks-Nettverk"]][-1] == "1338636"
    assert next(row for row in sheets["odd-Kommuner"] if row[0] == "9103")[5] == '=HYPERLINK("x";"y")'


def test_no_formulas(odd: Atlas) -> None:
    """Nothing in a workbook is a formula."""
    for name in ("municipalities.xlsx", "networks.xlsx"):
        book = workbook(export(odd, name, "?a=%3D1%00%01").content)
        assert [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []
