"""Tables saved from Statbanken as CSV and Excel: titles, footnotes, years as columns or as a column, encodings."""

from __future__ import annotations

import pytest

from geodata.folder.load import load
from geodata.imports.statistics import read_statistics
from geodata.register import Register
from tests.geodata.county import County
from tests.geodata.imports.figure_files import TITLE, book
from tests.geodata.imports.test_json_stat import figures, left_out, outcome

FOOT = ("", "Endelig folketall, 2024.", "Kilde: Statistisk sentralbyrå", '"Sist endret: 24.02.2026; kl. 08.00"')
WIDE = (
    f'"{TITLE}"',
    "",
    '"region";"Personer 2023";"Personer 2024"',
    '"0 Hele landet";5488984;5550203',
    '"K-9101 Aa";1102;1 150',
    '"9102 Bø";..;1250',
    '"9103 Co (2020-2023)";:;.',
    '"K-9201 Aa (2024-)";0;1150',
    '"30 Innland";9;9',
    *FOOT,
)
POPULATION = {
    ("9101", 2023, "population"): 1102,
    ("9101", 2024, "population"): 1150,
    ("9102", 2023, "population"): None,
    ("9102", 2024, "population"): 1250,
    ("9103", 2023, "population"): None,
    ("9201", 2024, "population"): 1150,
}


def lines(*rows: str, encoding: str = "utf-8", delimiter: str = ";") -> bytes:
    """A text file; a semicolon in a row is the delimiter, but in a quoted cell."""
    text = "\r\n".join(row if row.startswith('"Sist') else row.replace(";", delimiter) for row in rows)
    return text.encode(encoding)


@pytest.mark.parametrize("delimiter", [";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_years_as_columns(county: County, encoding: str, delimiter: str) -> None:
    """Title above, footnotes below, signs for unknown, regions in every spelling."""
    read = outcome(lines(*WIDE, encoding=encoding, delimiter=delimiter), load(county.folder))
    assert figures(read) == POPULATION
    assert left_out(read) == {
        "0 Hele landet": "total",
        "30 Innland": "not_municipality",
        "9103 Co (2020-2023)": "not_then",
        "K-9201 Aa (2024-)": "not_then",
    }
    assert [(one.line, one.name) for one in read.figures if one.number == "9102"] == [(6, "Bø"), (6, "Bø")]


def test_years_in_a_column(county: County) -> None:
    """One row for each year and contents, the title above the values; decimal comma."""
    rows = (
        '"region";"statistikkvariabel";"år";"09280: Areal (km²), etter region, statistikkvariabel og år"',
        '"K-9101 Aa";"Landareal";"2023";51,25',
        '"K-9101 Aa";"Ferskvannsareal";"2023";9,5',
        '"K-9101 Aa";"Landareal";"2024";51,5',
    )
    read = outcome(lines(*rows), load(county.folder))
    assert figures(read) == {("9101", 2023, "area"): 51.25, ("9101", 2024, "area"): 51.5}
    assert left_out(read) == {"Ferskvannsareal": "unknown_contents"}
    assert [(one.year, one.before, one.after) for one in read.new] == [(2023, None, 51.25), (2024, None, 51.5)]


def test_number_and_name_apart(county: County) -> None:
    """A column of numbers and one of names; numbers that a spreadsheet made shorter or longer."""
    rows = ("Kommunenummer;Kommune;År;Folkemengde", "9101.0;Aa;2024;1150", "9102;Bø;2024;1250")
    read = outcome(lines(*rows), load(county.folder))
    assert figures(read) == {("9101", 2024, "population"): 1150, ("9102", 2024, "population"): 1250}


@pytest.mark.parametrize("years_first", [True, False])
def test_excel(county: County, years_first: bool) -> None:
    """Two rows of headers whose cells are merged over several columns, in either order."""
    years, contents = (None, 2022, None, 2023, None), (None, "Personer", "Landareal", "Personer", "Landareal")
    if not years_first:
        years, contents = (None, "2022", "2023", "2022", "2023"), (None, "Personer", None, "Landareal", None)
    order = (1, 2, 3, 4) if years_first else (1, 3, 2, 4)
    row = {1: 1102, 2: 51.5, 3: 1150, 4: 52}
    sheet = [
        (TITLE,),
        (),
        *([years, contents] if years_first else [contents, years]),
        ("0 Hele landet", 5_488_984, 300_000, 5_550_203, 300_000),
        ("K-9101 Aa", *(row[at] for at in order)),
        ("K-9102 Bø", "..", ":", ".", 53.5)[:5],
        (),
        ("Personer:",),
        ("Kilde: Statistisk sentralbyrå",),
    ]
    read = outcome(book({"07459": sheet}), load(county.folder))
    assert {key: value for key, value in figures(read).items() if key[0] == "9101"} == {
        ("9101", 2022, "population"): 1102,
        ("9101", 2023, "population"): 1150,
        ("9101", 2022, "area"): 51.5,
        ("9101", 2023, "area"): 52,
    }
    assert sorted(str(one.value) for one in read.figures if one.number == "9102") == ["53.5", "None", "None", "None"]
    assert left_out(read) == {"0 Hele landet": "total"}


def test_blank_below_a_region(county: County) -> None:
    """A region whose rows follow each other stands in the first of them."""
    sheet = [
        (TITLE,),
        (),
        (None, None, "Personer"),
        (None, None, 2024),
        ("9101 Aa", "Begge kjønn", 1150),
        (None, "Menn", 570),
        ("9102 Bø", "Begge kjønn", 1250),
        (None, "Menn", 600),
    ]
    read = outcome(book({"a": sheet}), load(county.folder))
    assert figures(read) == {("9101", 2024, "population"): 1150, ("9102", 2024, "population"): 1250}
    assert [(one.code, one.what, one.count) for one in read.left_out] == [("unknown_contents", "Menn, Personer", 2)]


def test_only_years_above(county: County) -> None:
    """Where the title alone says what the figures are, it is believed."""
    rows = ("07459: Befolkning, etter region og år", "", "region;2023;2024", "9101 Aa;1102;1150")
    assert len(outcome(lines(*rows), load(county.folder)).figures) == 2
    other = lines("09280: Areal (km²), etter region og år", "", "region;2023;2024", "9101 Aa;50;51")
    problem = read_statistics(other, "a.csv", load(county.folder)).problem
    assert problem is not None
    assert problem.code == "no_contents"


def test_contradictions(county: County) -> None:
    """Two figures of the same that differ are both left out; one that is repeated counts once."""
    rows = ("region;Personer 2024", "9101 Aa;1150", "K-9101 Aa;1151", "9102 Bø;1250", "9102 Bø;1250")
    read = outcome(lines(*rows), load(county.folder))
    assert figures(read) == {("9102", 2024, "population"): 1250}
    assert [(one.code, one.what, one.count) for one in read.left_out] == [("contradiction", "9101 Aa", 2)]


def test_not_a_number(county: County) -> None:
    """A cell that is neither figure nor sign is left out and named."""
    rows = ("region;Personer 2023;Personer 2024", "9101 Aa;1102;ca. 1150", "9102 Bø;-;1250")
    read = outcome(lines(*rows), load(county.folder))
    assert left_out(read) == {"ca. 1150": "not_a_number"}
    assert figures(read)["9102", 2023, "population"] == 0


def test_the_own_folder(viken: Register) -> None:
    """The project's own population of all years, saved as Statbanken does, is the same as what is there."""
    years = viken.years
    header = "region;" + ";".join(f"Personer {year}" for year in years)
    rows = [
        ";".join([f"K-{number} {one.name}", *(str(viken.inhabitants[year][number]) for year in years)])
        for number, one in viken.municipalities.items()
    ]
    read = outcome(lines(TITLE, "", header, *rows, "Kilde: SSB"), viken)
    assert (len(read.same), read.changed, read.new, read.left_out) == (51 * 22, (), (), ())
