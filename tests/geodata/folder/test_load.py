"""The folder as Norwegian offices leave it, and the register that comes out."""

import itertools
import unicodedata

import pytest

from geodata.folder.check import check
from geodata.folder.descriptor import TABLES
from geodata.folder.load import load
from geodata.register import Register
from tests.geodata.county import County, as_csv

ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16")


def values(register: Register) -> tuple:
    """Everything in a register, comparable."""
    plain = (register.counties, register.municipalities, register.outside, register.networks, register.memberships)
    frames = (register.population, register.land_area_km2, register.total_area_km2)
    areas = (register.boundaries.to_wkt(), register.surroundings.to_wkt())
    return (*plain, register.fixed_links, register.texts, *(one.to_json() for one in (*frames, *areas)))


@pytest.mark.parametrize(
    ("encoding", "delimiter", "ending"), list(itertools.product(ENCODINGS, ",;\t", ("\n", "\r\n")))
)
def test_encodings(county: County, encoding: str, delimiter: str, ending: str) -> None:
    """Every encoding, delimiter and line ending gives the same register."""
    county.cell("memberships", 2, "note_nb", 'Først «ein»,\nså; "to"')
    expected = values(load(county.folder))
    for table in TABLES:
        text = as_csv(county.rows(table), delimiter, ending)
        county.write_bytes(f"{table}.csv", text.encode(encoding))
    assert values(load(county.folder)) == expected


def test_spreadsheet_additions(county: County) -> None:
    """It reads past a sep= line, blank columns and rows at the end, and columns in another order."""
    expected = values(load(county.folder))
    rows = [[*row[::-1], "", ""] for row in county.rows("texts")]
    county.write_bytes("texts.csv", ("sep=;\r\n" + as_csv([*rows, [""] * 7], ";", "\r\n")).encode("utf-8-sig"))
    assert values(load(county.folder)) == expected


@pytest.mark.parametrize("typed", ["9203", "9103.0", "9203,0", " 9103\t", "\u200b9203\u00a0"])
def test_numbers(county: County, typed: str) -> None:
    """Numbers of 2020 and 2024, mangled or not, are one municipality in memberships, statistics and links."""
    expected = values(load(county.folder))
    county.cell("memberships", 4, "municipality", typed)
    county.cell("statistics", 12, "municipality", typed)
    county.json("boundaries.geojson", lambda content: content["features"][2]["properties"].update(number=typed))
    assert values(load(county.folder)) == expected


def test_numbers_as_numbers(county: County) -> None:
    """A number that GeoJSON holds as a number is the same number."""
    expected = values(load(county.folder))
    county.json("boundaries.geojson", lambda content: content["features"][2]["properties"].update(number=9203.0))
    assert values(load(county.folder)) == expected


def test_decomposed(county: County) -> None:
    """Decomposed letters, as some systems write them, give the same register."""
    expected = values(load(county.folder))
    for file in ("municipalities.csv", "memberships.csv", "boundaries.geojson"):
        county.write_bytes(file, unicodedata.normalize("NFD", county.text(file)).encode())
    assert values(load(county.folder)) == expected


@pytest.mark.parametrize(("typed", "read"), [("1\u00a0101", 1101), ("1 101,0", 1101), ("1101.0", 1101)])
def test_amounts(county: County, typed: str, read: int) -> None:
    """Figures with spaces between thousands and a decimal comma are the same figures."""
    county.cell("statistics", 3, "value", typed)
    assert load(county.folder).population.loc["9101", 2022] == read


def test_decimal_comma(county: County) -> None:
    """Where the descriptor allows parts, 50,5 is fifty and a half."""

    def allow_parts(content: dict) -> None:
        statistics = next(one for one in content["resources"] if one["name"] == "statistics")
        next(one for one in statistics["schema"]["fields"] if one["name"] == "value")["type"] = "number"

    county.json("datapackage.json", allow_parts)
    county.cell("statistics", 5, "value", "50,5")
    register = load(county.folder)
    assert register.land_area_km2["9101"] == 50.5
    assert str(register.population[2022].dtype) == "Int64"


@pytest.mark.parametrize(
    ("typed", "read"), [("06.04.2022", "2022-04-06"), ("2014-01", "2014-01"), ("2005", "2005"), ("", None)]
)
def test_dates(county: County, typed: str, read: str | None) -> None:
    """A date that a spreadsheet turned round is turned back; a blank one is unknown."""
    county.cell("memberships", 2, "valid_from", typed)
    assert load(county.folder).memberships[0].valid_from == read


def test_physical_lines(county: County) -> None:
    """It names the line that an editor shows, also below cells of several lines and blank rows."""
    county.cell("memberships", 2, "note_nb", "one\ntwo\nthree")
    county.cell("memberships", 4, "name", "Dal")
    text = county.text("memberships.csv").replace("vest,9102", "\nvest,9102")
    county.write_bytes("memberships.csv", text.encode())
    assert [(one.code, one.row) for one in check(county.folder)] == [("wrong_name", 7)]


def test_succession(county: County) -> None:
    """Former and later rows of one membership may stand side by side when their dates keep them apart."""
    about = {"network": "vest", "municipality": "9101", "name": "Aa"}
    county.cell("memberships", 2, "valid_from", "2020-02")
    county.append("memberships", **about, status="former", valid_from="2015", valid_to="2018")
    assert check(county.folder) == ()


def test_missing_figures(county: County) -> None:
    """A figure that is not there is NA, never zero."""
    county.without("statistics", 2)
    register = load(county.folder)
    assert register.population.loc["9101"].isna().tolist() == [True, False, False]
    assert [one.code for one in register.warnings] == ["missing_year"]
