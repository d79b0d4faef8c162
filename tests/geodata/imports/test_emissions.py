"""Miljødirektoratet's workbook: gases summed, sectors as measures, unknown and missing, numbers of 2024."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import openpyxl
import pytest

from geodata.folder.load import load
from geodata.imports.emission_sheet import emission_sums, is_read
from geodata.imports.emissions import read_emissions
from geodata.imports.files import UPLOADED_FIGURES, sheets_of
from geodata.imports.outcome import ReadFigures
from geodata.register import Register
from tests.geodata.county import PROJECT, County
from tests.geodata.imports.figure_files import AMOUNT, DETAILED_COLUMNS, book, with_emissions

SAMPLE = PROJECT.parent / "shared" / "samples" / "miljodirektoratet_area_export_2021.xlsx"
ROAD, FARMS = "Veitrafikk", "Jordbruk"
#: What the sheet of all municipalities says of two of them, in numbers of 2024 for all years; 2010 is missing.
NATIONAL: list[tuple[object, ...]] = [
    ("Innland", "9201", "Aa", 2009, ROAD, "Busser\n", "CO2", 100.1),
    ("Innland", "9201", "Aa", 2009, ROAD, "Busser\n", "CH4", 0.2),
    ("Innland", "9201", "Aa", 2009, ROAD, "Personbiler", "CO2", 200.2),
    ("Innland", "9201", "Aa", 2009, FARMS, "Husdyr", "CH4", 50),
    ("Innland", "9201", "Aa", 2011, ROAD, "Busser\n", "CO2", 90),
    ("Innland", "9202", "Bø", 2009, FARMS, "Husdyr", "CH4", 7.5),
    ("Innland", "9202", "Bø", 2009, "produkter med fluorgasser", "Kjøling", "HFK", 1),
    ("Fjern", "9901", "Ute", 2009, ROAD, "Busser", "CO2", 1),
    ("Fjern", "9901", "Ute", 2011, ROAD, "Busser", "CO2", 1),
]
KNOWN = {
    ("9201", 2009, "emissions"): 350.5, ("9201", 2011, "emissions"): 90, ("9202", 2009, "emissions"): 8.5,
    ("9201", 2009, "veitrafikk"): 300.5, ("9201", 2009, "jordbruk"): 50, ("9201", 2011, "veitrafikk"): 90,
    ("9202", 2009, "jordbruk"): 7.5, ("9202", 2009, "produkter_fluorgasser"): 1,
}  # fmt: skip


def detailed(rows: Sequence[Sequence[object]], header: Sequence[str] = DETAILED_COLUMNS) -> bytes:
    """A workbook with a sheet that is not read, and the detailed one."""
    return book({"Oversikt": [("År", "Sektor", AMOUNT), (2009, ROAD, 1)], "Oversikt - detaljert": [header, *rows]})


def outcome(content: bytes, register: Register) -> ReadFigures:
    """What the workbook says, without a problem."""
    read = read_emissions(content, "utslipp.xlsx", register)
    assert read.problem is None
    return read


def figures(read: ReadFigures) -> dict[tuple[str, int, str], float | None]:
    """(number, year, measure) → tonnes."""
    return {(one.number, one.year, one.measure): one.value for one in read.figures}


@pytest.fixture
def register(county: County) -> Register:
    """The invented county with emissions declared and not loaded."""
    return load(with_emissions(county).folder)


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("amount", [AMOUNT, "Utslipp (tonn CO₂-ekvivalenter)"])
def test_all_municipalities(register: Register, turned: bool, amount: str) -> None:
    """Gases and sources are summed, columns in any order; each number and year stands by itself."""
    header = (*DETAILED_COLUMNS[:-1], amount)
    step = -1 if turned else 1
    read = outcome(detailed([row[::step] for row in NATIONAL], header[::step]), register)
    assert figures(read) == KNOWN
    assert {(one.number, one.year, one.measure, one.before, one.after) for one in read.new} == {
        (number.replace("92", "91", 1), year, measure, None, value) for (number, year, measure), value in KNOWN.items()
    }
    assert {(one.edition, one.unit) for one in read.figures} == {("2024", "tonnes_co2e")}
    assert [(one.code, one.what, one.count) for one in read.left_out] == [("not_municipality", "9901 Ute", 2)]


def test_sectors(register: Register) -> None:
    """A sector is a measure after the total's, with words in each language; the total is declared already."""
    read = outcome(detailed(NATIONAL), register)
    assert read.undeclared == ("veitrafikk", "jordbruk", "produkter_fluorgasser")
    road = read.measures["greenhouse_gas_emissions_veitrafikk"]
    assert (road.unit, road.is_additive, road.is_charted, road.is_headline, road.column) == (
        "tonnes_co2e", True, True, False, "veitrafikk",
    )  # fmt: skip
    assert road.words["name"] == {"nb": "Veitrafikk", "nn": "Vegtrafikk", "en": "Road traffic"}


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Annen mobil forbrenning", "annen_mobil_forbrenning"), ("Industri, olje og gass", "industri_olje_gass"),
        ("Avfall og avløp", "avfall_avlop"), ("Population", "population_2"), ("Æ" * 40, "ae" * 12), ("1", "sector"),
    ],
)  # fmt: skip
def test_ids(register: Register, name: str, id: str) -> None:
    """Ids are short enough for the table of measures and are nobody else's."""
    read = outcome(detailed([("", "9201", "Aa", 2009, name, "x", "CO2", 1)]), register)
    assert read.undeclared == (id,)


def test_again(county: County, register: Register) -> None:
    """Figures that are there already are the same; a sector that is declared keeps its id."""
    read = outcome(detailed(NATIONAL), register)
    for one in read.figures:
        county.append(
            "statistics", municipality=one.number, name=one.name, year=str(one.year), indicator=one.indicator,
            value=str(one.value), unit=one.unit,
            licence="none",
        )  # fmt: skip
    rows = county.rows("measures")
    own = dict(zip(rows[0], rows[-1], strict=True))
    for one in read.measures.values():
        if one.id in read.undeclared:
            names = {f"name_{code}": text for code, text in one.words["name"].items()}
            county.append(
                "measures",
                **{**own, "id": f"x_{one.id}"[:24], "indicator": one.indicator, "column": one.column, **names},
            )
    again = outcome(detailed(NATIONAL), load(county.folder))
    assert (len(again.same), again.new, again.changed, again.undeclared) == (len(KNOWN), (), (), ())
    assert {one.measure for one in again.figures} == {
        "emissions", "x_veitrafikk", "x_jordbruk", "x_produkter_fluorgasser",
    }  # fmt: skip


def test_unknown(register: Register) -> None:
    """A cell without a figure makes its sums unknown; a year without rows is not there."""
    rows = [
        *NATIONAL[:3],
        ("", "9201", "Aa", 2009, FARMS, "Husdyr", "CH4", None),
        ("", "9202", "Bø", 2011, ROAD, "x", "CO2", "mangler"),
    ]
    read = outcome(detailed(rows), register)
    assert figures(read) == {
        ("9201", 2009, "veitrafikk"): 300.5, ("9201", 2009, "jordbruk"): None, ("9201", 2009, "emissions"): None,
        ("9202", 2011, "veitrafikk"): None, ("9202", 2011, "emissions"): None,
    }  # fmt: skip
    assert [(one.code, one.what) for one in read.left_out] == [("not_a_number", "mangler")]
    assert [(one.measure, one.after) for one in read.new] == [("veitrafikk", 300.5)]


def test_totals_are_left_out(register: Register) -> None:
    """A row of all sectors or gases would count the others twice."""
    rows = [
        *NATIONAL[:4],
        ("", "9201", "Aa", 2009, "Totalt", "", "CO2", 350),
        ("", "9201", "Aa", 2009, ROAD, "Busser", "Sum", 100),
    ]
    read = outcome(detailed(rows), register)
    assert figures(read)["9201", 2009, "emissions"] == 350.5
    assert {(one.code, one.what) for one in read.left_out} == {("total", "Totalt"), ("total", "Sum")}


@pytest.mark.parametrize("area", ["Bø", "Bø kommune", "9102", "9202 Bø"])
def test_one_area(register: Register, area: str) -> None:
    """The workbook of one area says its name on another sheet."""
    rows = [("År", "Sektor", "Utslippskilde", "Klimagass", AMOUNT), *(row[3:] for row in NATIONAL[:5])]
    info = [("Nedlastet fra:", "https://example.org"), ("Datasett:", area), ("Utgiver:", "Miljødirektoratet")]
    read = outcome(book({"Info": info, "Oversikt - detaljert": rows}), register)
    assert {(one.number, one.year, one.after) for one in read.new if one.measure == "emissions"} == {
        ("9102", 2009, 350.5), ("9102", 2011, 90),
    }  # fmt: skip


def test_another_sheet(register: Register) -> None:
    """Without a sheet of that name the first one is read, and a CSV is as good."""
    rows = [DETAILED_COLUMNS, *NATIONAL]
    assert figures(outcome(book({"Ark1": rows}), register)) == KNOWN
    text = "\n".join(";".join(str(cell).strip().replace(".", ",") for cell in row) for row in rows)
    assert figures(outcome(text.encode(), register)) == KNOWN


def test_merged(county: County) -> None:
    """Figures of two municipalities that the register has as one are summed, sector by sector."""
    county.append("municipalities", edition="2024", number="9211", name="Vesle Aa", county="innland")
    for row in range(2, len(county.rows("changes")) + 1):
        if county.rows("changes")[row - 1][:2] == ["2020", "9101"]:
            county.cell("changes", row, "share", "")
    county.append("changes", from_edition="2020", from_number="9101", to_edition="2024", to_number="9211")
    rows = [
        *NATIONAL[:4],
        ("", "9211", "Vesle Aa", 2009, ROAD, "Busser", "CO2", 10),
        ("", "9211", "Vesle Aa", 2009, FARMS, "x", "CH4", 1),
    ]
    read = outcome(detailed(rows), load(with_emissions(county).folder))
    assert {(one.number, one.measure, one.after) for one in read.new} == {
        ("9101", "emissions", 361.5), ("9101", "veitrafikk", 310.5), ("9101", "jordbruk", 51),
    }  # fmt: skip


def test_the_real_workbook(viken: Register) -> None:
    """The sums of the real workbook's gases are those of its own overview, and it is of nobody in the register."""
    if not SAMPLE.exists():
        pytest.skip("the real workbook lies beside the project, and is not here")
    content = SAMPLE.read_bytes()
    sums = emission_sums(sheets_of(content, SAMPLE.name, UPLOADED_FIGURES, is_read))
    overview = openpyxl.load_workbook(SAMPLE, read_only=True)["Oversikt"].iter_rows(min_row=2, values_only=True)
    published = {(year, sector): amount for year, sector, amount in overview}
    assert len(published) == 90
    for (place, year, sector), tonnes in sums.tonnes.items():
        assert (place.number, place.name) == ("", "Vestfold og Telemark")
        assert tonnes == pytest.approx(published.pop((year, sector)), abs=0.6)  # each row is rounded by itself
    assert published == {}
    years = {year for _, year in sums.totals()}
    assert years == {2009, 2011, 2013, *range(2015, 2022)}
    problem = read_emissions(content, SAMPLE.name, viken).problem
    assert problem is not None
    assert (problem.code, problem.values) == ("no_municipalities", {"what": "Vestfold og Telemark"})


def test_the_own_folder_declares_it(viken: Register) -> None:
    """The project's own register takes the figures of its 51 municipalities in the numbers of 2024."""
    rows = [
        ("", one.numbers_in("2024")[0], one.name, year, sector, "kilde", gas, index + 0.1)
        for index, one in enumerate(viken.municipalities.values())
        for year in (2009, 2011)
        for sector in (ROAD, FARMS)
        for gas in ("CO2", "CH4")
    ]
    read = outcome(detailed(rows), viken)
    totals = defaultdict(float)
    for one in read.new:
        totals[one.measure, one.year] += one.after
    assert len(read.new) == 51 * 2 * 3
    expected = pytest.approx(2 * sum(index + 0.1 for index in range(51)))
    assert [totals["veitrafikk", 2011], totals["emissions", 2009] / 2] == [expected, expected]
