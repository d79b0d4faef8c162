"""Files of municipality and network: recognised, reported on, never applied."""

import csv
import io

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from geodata.join import join
from geodata.planning.differences import difference_rows
from geodata.planning.intake.grid import MOST_BYTES, MOST_COLUMNS, MOST_EXPANDED_BYTES, MOST_ROWS, UPLOAD
from geodata.planning.intake.read import read_assignment
from geodata.planning.intake.report import Report
from geodata.planning.new_network import NewNetwork
from geodata.planning.scenario import Scenario, apply, normalised, only_used
from geodata.register import Register
from tests.geodata.planning.intake.import_files import OLE, bomb, changed, csv_of, encrypted_zip, xlsx_of, xlsx_with
from tests.geodata.planning.plans import scenarios

TWO = (("3006", "naik"), ("3045", "hallingdal"))
CHANGES = {"3006": ("naik",), "3045": ("hallingdal",)}
NUMBERS = [f"30{last:02}" for last in (*range(1, 8), *range(11, 55))]
NETWORKS = ("naik", "ostfold", "follo", "hallingdal")


@pytest.fixture(scope="module")
def read(viken: Register):
    """Read a file against today of the project's own data."""
    today = join(viken)

    def read_file(content: bytes, name: str = "plan.csv", scenario: Scenario | None = None) -> Report:
        return read_assignment(content, name, viken, today, scenario)

    return read_file


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings(read, delimiter: str, encoding: str) -> None:
    """Every encoding and delimiter of the data folder, names with Norwegian letters."""
    rows = [("kommune", "nettverk"), ("Øvre Eiker", "Klima Østfold"), ("Nore og Uvdal", "NAIK")]
    report = read(csv_of(*rows, delimiter=delimiter, encoding=encoding))
    assert report.problem is None
    assert report.scenario.changes == {"3048": ("ostfold",), "3052": ("naik",)}


@pytest.mark.parametrize(
    "rows",
    [
        TWO,
        (("number", "network"), *TWO),
        (("hva som helst", "noe"), *TWO),
        [(network, number) for number, network in TWO],
        [("nettverk", "kommune"), *((network, number) for number, network in TWO)],
        (("3303", "NAIK"), ("3332", "Hallingdal klimanettverk")),
        (("3006.0", "naik"), ("\u200b3045\t", "HALLINGDAL")),
        (("Kongsberg", "naik"), ("Sigdal kommune", "hallingdal")),
        (("3006 Kongsberg", "naik"), ("3045 – Sigdal", "hallingdal")),
        (("3006", "Kongsberg", "naik"), ("3045", "Sigdal", "hallingdal")),
        (("merknad", "kommune", "nettverk"), ("ja", "3006", "naik"), ("", "3045", "hallingdal")),
        (("kommune", "før", "etter"), ("3006", "ingen", "naik"), ("3045", "ingen", "hallingdal")),
        (("3006", "naik", "", "", ""), ("", "", "", "", ""), ("3045", "hallingdal")),
        (("sep=;",), *TWO),
    ],
)
def test_same_plan(read, rows) -> None:
    """The same plan written in many ways, as CSV and as a workbook."""
    for report in (read(csv_of(*rows)), read(xlsx_of(*[row for row in rows if row != ("sep=;",)]), "plan.xlsx")):
        assert report.problem is None
        assert report.unmatched == ()
        assert report.scenario == Scenario(CHANGES)


def test_numbers_kept_as_text(read) -> None:
    """It reads ="3006", by which people keep a spreadsheet from seeing a number."""
    assert read(csv_of(*((f'="{number}"', network) for number, network in TWO))).scenario == Scenario(CHANGES)


def test_numbers_2024(viken: Register, read) -> None:
    """Every municipality is known by its numbers of both years and by its name."""
    for place in viken.municipalities.values():
        for text in (place.number, *place.numbers_in("2024"), place.name):
            report = read(csv_of((text, "none"), ("3006", "none")))
            assert {one.number for one in (*report.matched, *report.already)} == {place.number, "3006"}


def test_report(read) -> None:
    """Matched, unmatched with the likely meant one, outside, already so, new, twice and contradicting, each by row."""
    report = read(
        csv_of(
            ("kommune", "nettverk"),
            ("Kongsberg", "Kongsberg klimanettverk"),
            ("Norge og Uvdal", "naik"),
            ("Sigdal", "Folo klimanettverk"),
            ("0301", "naik"),
            ("Tinn", "naik"),
            ("Asker", "NAIK"),
            ("Rollag", "naik"),
            ("Rollag", "NAIK"),
            ("Flesberg", "naik"),
            ("3050", "follo"),
            ("Flå", "naik + follo"),
            ("Ål", "ingen"),
            ("Gol", ""),
            ("", "naik"),
            ("Askim", "naik"),
            ("Hol", "=A1"),
        )
    )
    assert report.problem is None
    assert [(one.line, one.number, one.networks) for one in report.matched] == [
        (2, "3006", ("kongsberg",)),
        (8, "3051", ("naik",)),
        (12, "3039", ("naik", "follo")),
        (13, "3043", ()),
    ]
    assert [(one.line, one.column, one.header, one.code, one.likely) for one in report.unmatched] == [
        (3, "A", "kommune", "unknown_municipality", "3052"),
        (4, "B", "nettverk", "unknown_network", "follo"),
        (14, "B", "nettverk", "blank", None),
        (15, "A", "kommune", "blank", None),
        (16, "A", "kommune", "unknown_municipality", "3014"),  # Askim is part of Indre Østfold
        (17, "B", "nettverk", "formula", None),
    ]
    assert [(one.line, one.number) for one in report.outside] == [(5, "0301"), (6, "3818")]
    assert [(one.line, one.number) for one in report.already] == [(7, "3025")]
    assert [(one.line, one.number) for one in report.duplicates] == [(9, "3051")]
    assert [(one.number, [row.line for row in one.rows]) for one in report.contradictions] == [("3050", [10, 11])]
    assert report.founded == (NewNetwork("kongsberg", "Kongsberg klimanettverk"),)
    assert report.rows == 16
    assert set(report.scenario.changes) == {"3006", "3051", "3039", "3043"}


@pytest.mark.parametrize("at", [0, 24, 25, 26, MOST_COLUMNS - 2])
def test_columns_are_called_as_in_a_spreadsheet(read, at: int) -> None:
    """Wherever its two columns stand, a cell that is not understood is where a spreadsheet says: A to Z, AA, AB."""
    before = [f"note {place}" for place in range(at)]
    rows = (("3006", "naik"), ("Nowhere", "naik"), ("3045", ""))
    report = read(csv_of(*((*before, *row) for row in rows)))
    assert [(one.line, one.column) for one in report.unmatched] == [
        (2, get_column_letter(at + 1)),
        (3, get_column_letter(at + 2)),
    ]


def test_number_and_name_differ(read) -> None:
    """A row whose number and name are two municipalities is nobody's."""
    rows = [("3006", "Kongsberg", "naik"), ("3045", "Rollag", "naik"), ("3048", "Øvre Eiker", "naik")]
    report = read(csv_of(*rows))
    assert [(one.line, one.code) for one in report.unmatched] == [(2, "numbers_differ")]
    assert [one.number for one in report.matched] == ["3006", "3048"]
    assert [one.code for one in read(csv_of(("3045 Rollag", "naik"), ("3006", "naik"))).unmatched] == [
        "unknown_municipality"
    ]


def test_new_networks(viken: Register, read) -> None:
    """New names found networks, the same name once; too long or too many are reported; no id is taken twice."""
    report = read(csv_of(("3006", "Include"), ("3045", "include"), ("3048", "x" * 41), ("3050", "Midt | NAIK")))
    assert [(one.id, one.name) for one in report.founded] == [("include-2", "Include"), ("midt", "Midt")]
    assert report.scenario.changes["3045"] == ("include-2",)
    assert report.scenario.changes["3050"] == ("naik", "midt")
    assert [one.code for one in report.unmatched] == ["name_too_long"]
    names = [
        "Alfa",
        "Bravo",
        "Charlie",
        "Delta",
        "Ekko",
        "Foxtrot",
        "Golf",
        "Hotell",
        "India",
        "Juliett",
        "Kilo",
        "Lima",
    ]
    report = read(csv_of(*zip(viken.municipalities, [*names, "Mike"], strict=False)))
    assert ([one.code for one in report.unmatched], len(report.founded)) == (["too_many_new"], 12)


def test_on_top_of_a_scenario(read) -> None:
    """The file is held against the plan as it is: its networks are known, its changes stay."""
    plan = Scenario({"3048": ("midt",), "3045": ("naik",)}, (NewNetwork("midt", "Midt klimanettverk"),))
    rows = (("3006", "Midt klimanettverk"), ("3045", "ingen"), ("3048", "midt"))
    report = read(csv_of(*rows), scenario=plan)
    assert [one.number for one in report.already] == ["3048"]
    assert report.founded == ()
    assert report.scenario.changes == {"3006": ("midt",), "3048": ("midt",)}


def broken_files() -> dict[str, tuple[bytes, str, str]]:
    """What is wrong → content, name, the code that tells it."""
    many = b"".join(b"<row><c><v>3006</v></c><c t='str'><v>naik</v></c></row>" for _ in range(100_000))
    page = b"<!DOCTYPE html><html><body><table><tr><td>3006</td></tr></table></body></html>"
    laughs = b"<!DOCTYPE x [<!ENTITY a 'haha'>" + b"".join(
        b"<!ENTITY %c '%s'>" % (98 + step, b"&%c;" % (97 + step) * 10) for step in range(8)
    )
    whole = xlsx_of(*TWO)
    return {
        "empty": (b"", "plan.csv", "empty"),
        "blank": (b" \r\n\r\n", "plan.csv", "empty"),
        "only delimiters": (b";;\r\n;;\r\n", "plan.csv", "empty"),
        "a directory": (b"", "plan/", "directory"),
        "too large": (b"3006;naik\n" * (MOST_BYTES // 10 + 1), "plan.csv", "too_large"),
        "100 000 rows": (b"3006;naik\n" * 100_000, "plan.csv", "too_many_rows"),
        "100 000 rows, workbook": (xlsx_with(many), "plan.xlsx", "too_many_rows"),
        "zip bomb": (bomb(), "plan.xlsx", "expands_too_much"),
        "zip bomb that lies": (bomb(declared=1000), "plan.xlsx", "damaged_workbook"),
        "many parts": (
            changed(whole, lambda _, part: part, {f"x{place}": b"" for place in range(1100)}),
            "plan.xlsx",
            "expands_too_much",
        ),
        "billion laughs": (
            changed(whole, lambda name, part: laughs + b"]>" + part if "sheet1" in name else part),
            "plan.xlsx",
            "damaged_workbook",
        ),
        "HTML named .xlsx": (page, "plan.xlsx", "web_page"),
        "HTML named .csv": (b"\xef\xbb\xbf  <table><tr><td>3006", "plan.csv", "web_page"),
        "PDF": (b"%PDF-1.7 ...", "plan.xlsx", "pdf"),
        "old Excel": (OLE + b"\0" * 600, "plan.xls", "old_excel"),
        "password": (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "plan.xlsx", "password"),
        "encrypted parts": (encrypted_zip(), "plan.xlsx", "password"),
        "a Word document": (
            changed(whole, lambda _, part: part).replace(b"xl/workbook.xml", b"xl/document.xml"),
            "plan.docx",
            "not_a_spreadsheet",
        ),
        "no zip": (b"\x00\x81\x8d\xff" * 40, "Plan.XLSX", "damaged_workbook"),
        "cut off": (whole[: len(whole) // 2], "plan.xlsx", "damaged_workbook"),
        "only a zip's first bytes": (b"PK\x03\x04", "plan.xlsx", "damaged_workbook"),
        "broken XML": (xlsx_with(b"<row><c><v>1</row>"), "plan.xlsx", "damaged_workbook"),
        "string that is not there": (xlsx_with(b"<row><c t='s'><v>99</v></c></row>"), "plan.xlsx", "damaged_workbook"),
        "no cells": (xlsx_of(), "plan.xlsx", "empty"),
        "wrong encoding": ("kommune;nettverk\nÅl;naik".encode("utf-16-le"), "plan.csv", "unreadable_text"),
        "letters lost": (csv_of(("Ã…l", "naik"), ("FlÃ¥", "naik")), "plan.csv", "lost_letters"),
        "binary": (bytes(range(256)), "plan.csv", "unreadable_text"),
        "quotation mark": (b'3006;naik\n"3045;naik\n', "plan.csv", "broken_quote"),
        "one column": (b"3006\n3045\n", "plan.csv", "one_column"),
        "no municipality": (b"a;b\nc;d\n", "plan.csv", "no_municipalities"),
        "no network": (b"3006;Kongsberg\n3045;Sigdal\n", "plan.csv", "no_networks"),
        "prose": ("Kjære planlegger, her er planen, som avtalt.".encode(), "plan.csv", "no_municipalities"),
    }


BROKEN = broken_files()


@pytest.mark.parametrize("wrong", BROKEN)
def test_broken(read, wrong: str) -> None:
    """Each broken file gives one clear code and changes nothing."""
    content, name, code = BROKEN[wrong]
    plan = Scenario({"3048": ("naik",)})
    report = read(content, name, plan)
    assert report.problem is not None
    assert report.problem.code == code
    assert report == Report(plan, report.problem)


def test_problem_says_where(read) -> None:
    """Limits and rows are values for the words."""
    assert read(BROKEN["quotation mark"][0]).problem.row == 2
    assert read(BROKEN["letters lost"][0]).problem.row == 1
    assert read(BROKEN["100 000 rows"][0]).problem.values == {"most": MOST_ROWS}
    assert read(BROKEN["zip bomb"][0]).problem.values == {"most": MOST_EXPANDED_BYTES}
    assert read(BROKEN["too large"][0]).problem.values["most"] == MOST_BYTES


def test_merged_cells(read) -> None:
    """Under merged cells only the first row has a network; the others are reported, not guessed."""
    content = xlsx_of(("kommune", "nettverk"), (3006, "naik"), (3045, None), (3048, None), merge="B2:B4")
    report = read(content, "plan.xlsx")
    assert report.notes == {"merged_cells": 1}
    assert [(one.line, one.code) for one in report.unmatched] == [(3, "blank"), (4, "blank")]
    assert report.scenario.changes == {"3006": ("naik",)}


def test_formulas(read) -> None:
    """A formula counts by the result that the file holds; without one it is reported."""
    rows = (
        b"<row><c><f>3000+6</f><v>3006</v></c><c t='str'><f>LOWER(\"NAIK\")</f><v>naik</v></c></row>"
        b"<row><c><v>3045</v></c><c><f>A1</f></c></row>"
        b"<row><c><f>B1</f></c><c t='str'><v>naik</v></c></row>"
    )
    report = read(xlsx_with(rows), "plan.xlsx")
    assert report.notes == {"formulas": 2}
    assert [(one.line, one.column, one.code) for one in report.unmatched] == [(2, "B", "formula"), (3, "A", "formula")]
    assert report.scenario.changes == {"3006": ("naik",)}


def test_sheets_and_far_cells(read) -> None:
    """The first sheet that is not blank is read and the others are told; cells far out cost nothing and are told."""
    report = read(xlsx_of(*TWO, sheets=3), "plan.xlsx")
    assert report.notes == {"other_sheets": 2}
    assert report.scenario.changes == CHANGES
    far = f"<row r='{UPLOAD.last_row + 9}'><c r='A{UPLOAD.last_row + 9}'><v>3048</v></c></row>".encode()
    near = b"<row r='1'><c r='A1'><v>3006</v></c><c r='B1' t='str'><v>naik</v></c><c r='XFD1'><v>1</v></c></row>"
    report = read(xlsx_with(near + far), "plan.xlsx")
    assert report.notes == {"far_rows": 1, "more_columns": 1}
    assert report.scenario.changes == {"3006": ("naik",)}


@given(st.binary(max_size=400), st.sampled_from(["plan.csv", "plan.xlsx", ""]))
@example(b"PK\x03\x04" + b"\0" * 30, "plan.xlsx")
def test_never_raises(read, content: bytes, name: str) -> None:
    """Random bytes give a report and change nothing."""
    report = read(content, name)
    assert report.problem is not None or report.matched == ()


@given(st.integers(0, 4000), st.binary(min_size=1, max_size=20))
@settings(max_examples=40)
def test_damaged_workbooks(read, place: int, noise: bytes) -> None:
    """A workbook with some bytes overwritten gives a report, whatever they hit."""
    whole = xlsx_of(*TWO)
    read(whole[:place] + noise + whole[place + len(noise) :], "plan.xlsx")


CELLS = st.sampled_from(
    ["3006", "naik", "Kongsberg", "ingen", "", "=1", '="3006"', "a|b", "naik+follo", "0301", '"', "😀" * 30]
)


@given(st.lists(st.lists(CELLS, max_size=5), max_size=8))
def test_near_the_form(read, rows: list[list[str]]) -> None:
    """Files that nearly have the form never raise, and never assign a network that is neither known nor founded."""
    report = read(csv_of(*rows))
    known = {*NETWORKS, *(one.id for one in report.founded)}
    assert {id for one in report.matched for id in one.networks} <= known


def as_sets(plan: Scenario) -> tuple[dict[str, set[str]], set[NewNetwork]]:
    """A plan without the order in which its networks were founded, which no row of a file tells."""
    return {number: set(ids) for number, ids in plan.changes.items()}, set(plan.founded)


@given(drawn=scenarios(NUMBERS, NETWORKS, NETWORKS))
@settings(max_examples=25)
def test_round_trip(viken: Register, read, drawn: Scenario) -> None:
    """The difference list as CSV and as a workbook is read back as the same scenario, names and ids included.

    Except names that look as if letters were lost ("Â£"): a CSV file with one is refused.
    """
    assume(not any(letter in one.name for one in drawn.founded for letter in "ÂÃ"))
    today = join(viken)
    plan = only_used(normalised(drawn, today))
    rows = difference_rows(viken, today, apply(today, plan), plan.founded)
    if not rows:
        return
    table = io.StringIO()
    writer = csv.DictWriter(table, list(rows[0]), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    sheet = xlsx_of(tuple(rows[0]), *(tuple(row.values()) for row in rows))
    for content in (table.getvalue().encode("utf-8-sig"), sheet):
        report = read(content)
        assert report.problem is None
        assert as_sets(report.scenario) == as_sets(plan)


def test_round_trip_by_names(viken: Register, read) -> None:
    """Without the column of ids the names suffice, as long as ids were made from names."""
    plan = Scenario(
        {"3006": ("kongsberg",), "3039": (), "3045": ("naik", "follo")}, (NewNetwork("kongsberg", "Kongsberg nett"),)
    )
    rows = difference_rows(viken, join(viken), apply(join(viken), plan), plan.founded, none="ingen")
    kept = ("number", "name", "before", "after")
    report = read(csv_of(kept, *(tuple(row[column] for column in kept) for row in rows)))
    assert report.scenario == plan
