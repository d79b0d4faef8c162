"""Every code bites: each way to break the invented county is found where it was broken."""

import re
from datetime import date

import pytest

from geodata.errors import DataError, Finding
from geodata.folder.check import check
from geodata.folder.checks.texts import OPTIONAL, REQUIRED
from geodata.folder.codes import CODES
from geodata.folder.load import load
from geodata.register import Register
from tests.geodata.county import DESCRIPTOR, County
from tests.geodata.folder.broken import FILES, TABLES
from tests.geodata.folder.broken_areas import AREAS
from tests.geodata.folder.broken_register import REGISTER

TODAY = date(2023, 6, 1)
BROKEN = FILES | TABLES | REGISTER | AREAS


def test_every_code_is_tested() -> None:
    """Every code that a finding can carry has a broken folder that makes it bite."""
    assert set(BROKEN) == set(CODES)


@pytest.mark.parametrize("code", BROKEN)
def test_bites(county: County, code: str) -> None:
    """It names the file, the row and the column, tells how to mend it, and finds nothing that is not there.

    It refuses to load what has an error, with all findings; warnings come with the register.
    """
    broken = BROKEN[code]
    broken.how(county)
    findings = _findings_of_loading(county)
    file = county.folder.name if broken.file == "FOLDER" else broken.file
    places = [(one.file, one.row, one.column) for one in findings if one.code == code]
    assert (file, broken.row, broken.column) in places, "\n".join(map(str, findings))
    assert {one.code for one in findings} - {code} <= set(broken.also), "\n".join(map(str, findings))
    assert all(one.message.endswith((".", "?")) and one.help.endswith(".") for one in findings)
    assert all(one.severity == CODES[one.code].severity for one in findings)


def _findings_of_loading(county: County) -> tuple[Finding, ...]:
    """What load says: the refusal's findings, or the register's warnings."""
    try:
        findings = load(county.folder, today=TODAY).warnings
    except DataError as refusal:
        findings, expected = refusal.findings, True
    else:
        expected = False
    assert any(one.severity == "error" for one in findings) is expected
    return findings


def test_all_at_once(county: County) -> None:
    """It tells all findings at once, in the order of files and rows."""
    for code in ("wrong_name", "blank_required", "not_allowed", "overlap", "network_without_members"):
        BROKEN[code].how(county)
    findings = check(county.folder, today=TODAY)
    files = ["networks.csv", "memberships.csv", "texts.csv", "boundaries.geojson"]
    order = [(files.index(one.file), one.row) for one in findings]
    assert order == sorted(order)
    assert {one.file for one in findings} == set(files)


def test_no_calendar(county: County) -> None:
    """Without a date, nothing is held against the calendar."""
    BROKEN["ended_agreement"].how(county)
    assert check(county.folder) == ()


@pytest.mark.parametrize(
    "changed",
    [
        {"primaryKey": ["nokkel"]},
        {"primaryKey": 1},
        {"fields": []},
        {"fields": [{"name": "key", "role": "king"}]},
        {"fields": [{"name": "key", "names": "queen"}]},
        {"fields": [{"name": "key", "type": "no type"}]},
        {"fields": [{"name": "key", "constraints": {"pattern": "("}}]},
        {"foreignKeys": "all"},
        {"foreignKeys": [{"fields": ["key"], "reference": {"resource": "texts"}}]},
        {"foreignKeys": [{"fields": ["key"], "reference": {"resource": "nowhere", "fields": ["id"]}}]},
        {"foreignKeys": [{"fields": ["key"], "reference": {"resource": "networks", "fields": ["nokkel"]}}]},
    ],
)
def test_unusable_schema(county: County, changed: dict) -> None:
    """It refuses a schema that it could only half use, rather than check less than was meant."""
    county.json("datapackage.json", lambda content: content["resources"][7]["schema"].update(changed))
    assert "bad_descriptor" in {one.code for one in check(county.folder)}


def test_elsewhere_without_surroundings(county: County) -> None:
    """A stray area is found by the others when there are no surroundings to find it by."""
    BROKEN["wrong_place"].how(county)
    county.json("surroundings.geojson", lambda content: content.update(features=[]))
    codes = {one.code: one.row for one in check(county.folder) if one.file == "boundaries.geojson"}
    assert codes == {"wrong_place": 3}


@pytest.mark.parametrize(
    ("column", "typed", "meant"),
    [
        ("network", "VEST", "vest"),
        ("network", "name aust", "aust"),
        ("status", "Member", "member"),
        ("status", "Medlem", "member"),
        ("status", "guest", ""),
    ],
)
def test_perhaps(county: County, column: str, typed: str, meant: str) -> None:
    """It asks for the likely one of the values that a column allows or refers to, without a program's quotes."""
    county.cell("memberships", 2, column, typed)
    (found,) = check(county.folder)
    assert found.details["likely"] == meant
    assert (f"Perhaps “{meant}” is meant." in found.help) == bool(meant)
    assert "'" not in str(found)


@pytest.mark.parametrize("typed", ["31.02.2025", "jan.14", "45658", "1.2.25", "2025-13"])
def test_no_date(county: County, typed: str) -> None:
    """What is no date is quoted as it was typed, and told in words with examples."""
    county.cell("memberships", 2, "valid_from", typed)
    (found,) = check(county.folder)
    assert (found.code, found.message) == ("impossible_date", f"“{typed}” is not a date.")
    assert "2014-01" in found.help


@pytest.mark.parametrize(
    ("table", "column", "typed", "example"),
    [
        ("networks", "colour_light", "red", "#2a7f55"),
        ("measures", "decimals", "half", "0"),
        ("memberships", "municipality", "30066", "four digits"),
    ],
)
def test_no_rule_is_shown_as_code(county: County, table: str, column: str, typed: str, example: str) -> None:
    """What has the wrong form is quoted as it was typed; an example says what is wanted, never a regular expression."""
    county.cell(table, 2, column, typed)
    (found,) = (one for one in check(county.folder) if one.column == column)
    assert f"“{typed}”" in found.message
    assert example in str(found)
    assert "[0-9]" not in str(found)
    assert "\\d" not in str(found)


def test_every_form_has_an_example() -> None:
    """Each column of the project's data that asks for a form or a number shows one."""
    fields = [field for one in DESCRIPTOR["resources"] for field in one.get("schema", {}).get("fields", ())]
    asking = [one for one in fields if "pattern" in one.get("constraints", ()) or one["type"] != "string"]
    assert [one["name"] for one in asking if "example" not in one] == []
    assert all(re.fullmatch(one["constraints"].get("pattern", ".*"), str(one["example"])) for one in asking)


def test_renamed_column(county: County) -> None:
    """A column that is not known and one that is missing may be one and the same: either says to rename it."""
    county.cell("memberships", 1, "municipality", "kommune")
    helps = {one.code: one.help for one in check(county.folder)}
    assert "“municipality”, rename it" in helps["unknown_column"]
    assert "“kommune” is it, rename" in helps["missing_column"]


def test_superfluous_column(county: County) -> None:
    """A column that is not known where none is missing may be deleted; it is not taken for one that is there."""
    county.write("texts", [[*row, "nbb"] for row in county.rows("texts")])
    (found,) = check(county.folder)
    assert found.help == "You can delete it, or declare it in datapackage.json."


@pytest.mark.parametrize(
    ("table", "columns", "told"),
    [
        ("memberships", ("network", "municipality"), {"network", "municipality"}),
        ("memberships", ("status", "name"), {"status"}),
        ("municipalities", ("number", "name"), {"number"}),
        ("statistics", ("year", "indicator"), {"year", "indicator"}),
    ],
)
def test_exchanged_headers(county: County, table: str, columns: tuple[str, str], told: set[str]) -> None:
    """Two exchanged headers are told once a column, and nothing of what follows from them."""
    header, *rows = county.rows(table)
    there = {columns[0]: columns[1], columns[1]: columns[0]}
    county.write(table, [[there.get(name, name) for name in header], *rows])
    findings = check(county.folder, today=TODAY)
    assert {(one.file, one.row, one.column) for one in findings} == {(f"{table}.csv", 2, one) for one in told}
    assert len(findings) == len(told)
    assert all("two headers exchanged" in one.help for one in findings)


@pytest.mark.parametrize(
    ("table", "column"),
    [("memberships", "network"), ("municipalities", "number"), ("networks", "id"), ("statistics", "value")],
)
def test_missing_column_alone(county: County, table: str, column: str) -> None:
    """A column that is not there is told, and nothing of what follows from it in this table or others."""
    header, *rows = county.rows(table)
    place = header.index(column)
    county.write(table, [row[:place] + row[place + 1 :] for row in [header, *rows]])
    (found,) = check(county.folder, today=TODAY)
    assert (found.code, found.file, found.column) == ("missing_column", f"{table}.csv", column)


def test_no_member_but_a_misspelt_one(county: County) -> None:
    """A network is not said to be without members while a row may be misspelt."""
    county.cell("memberships", 4, "network", "asut")
    assert {one.code for one in check(county.folder)} == {"unknown_reference"}


def test_likely(county: County) -> None:
    """It suggests what was probably meant: a name, a number, a column."""
    county.cell("memberships", 2, "name", "Elvar")
    county.cell("memberships", 3, "municipality", "9999")
    likely = {one.row: one.details["likely"] for one in check(county.folder)}
    assert likely == {2: "Elvær", 3: "9102"}


def _more_networks(county: County, *patterns: str) -> None:
    """A climate network more for each pattern, with Fjell, Elvær and Aa as their members."""
    header, row, *_ = county.rows("networks")
    members = (("9106", "Fjell"), ("9105", "Elvær"), ("9101", "Aa"))
    for place, (pattern, (number, name)) in enumerate(zip(patterns, members, strict=False)):
        own = {"id": f"n{place}", "short_name": f"N{place}", "initial": "BCD"[place], "pattern": pattern}
        colours = {"colour_light": f"#10{place}030", "colour_dark": f"#c0{place}0f0"}
        county.append("networks", **{**dict(zip(header, row, strict=True)), **own, **colours})
        county.append("memberships", network=f"n{place}", municipality=number, name=name, status="member")


def test_fifth_network(county: County) -> None:
    """Networks past the fourth pattern are drawn without one, as those that the planner founds."""
    _more_networks(county, "horizontal", "")
    county.cell("networks", 3, "pattern", "")
    assert check(county.folder) == ()


@pytest.mark.parametrize(
    ("patterns", "help"),
    [
        (["dots"], "Write horizontal, vertical, or leave the cell blank."),
        (["horizontal", "dots"], "Write vertical, or leave the cell blank."),
        (["horizontal", "vertical", "dots"], "Leave the cell blank: all are taken."),
    ],
)
def test_repeated_pattern(county: County, patterns: list[str], help: str) -> None:
    """A pattern that two have is no error; what is suggested in its place nobody has, and never one that is taken."""
    _more_networks(county, *patterns)
    (found,) = (one for one in check(county.folder) if one.column == "pattern")
    assert (found.code, found.severity, found.help) == ("same_pattern", "warning", help)


def test_no_such_pattern(county: County) -> None:
    """A pattern that there is not is an error that suggests only what is free."""
    county.cell("networks", 3, "pattern", "dot")
    (found,) = check(county.folder)
    assert (found.code, found.severity, found.details["likely"]) == ("not_allowed", "error", "")
    assert found.help == "Write horizontal, vertical, cross, or leave the cell blank."


def test_not_drawn(county: County) -> None:
    """A climate network that is not to be drawn needs its colours all the same: its members count and are shown."""
    for column in ("colour_light", "colour_dark"):
        county.cell("networks", 3, column, "")
    county.cell("networks", 3, "drawn", "no")
    found = {one.column: (one.code, one.severity) for one in check(county.folder)}
    lacks = ("missing_colour", "error")
    assert found == {"colour_light": lacks, "colour_dark": lacks, "drawn": ("not_drawn", "warning")}


@pytest.mark.parametrize(
    ("key", "meant"), [("exampel_network_name", "example_network_name"), ("titel", ""), ("footer", "")]
)
def test_unknown_text(county: County, key: str, meant: str) -> None:
    """A text that no page shows is told, with the one that is probably meant; never one that is there already."""
    county.append("texts", key=key, nb="a", nn="a", en="a")
    (found,) = check(county.folder)
    assert (found.code, found.severity, found.details["likely"]) == ("unknown_text", "warning", meant)
    assert (f"Perhaps “{meant}” is meant." in found.help) == bool(meant)


def test_misspelt_text(county: County) -> None:
    """A misspelt key that cannot be done without is told from both sides."""
    county.cell("texts", 3, "key", "regoin")
    found = {one.code: one for one in check(county.folder)}
    assert set(found) == {"missing_text", "unknown_text"}
    assert found["unknown_text"].details["likely"] == "region"


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("{region} network", set()),
        ("{{{region}}}", set()),
        ("network", {"unlike_placeholders"}),
        ("{regoin} network", {"bad_placeholder"}),
        ("{networks} network", {"bad_placeholder"}),
        ("{region:>9} network", {"bad_placeholder"}),
        ("{region network", {"bad_placeholder"}),
    ],
)
def test_filled_text(county: County, name: str, codes: set[str]) -> None:
    """A text that is filled holds what can be filled alone, the same in each language."""
    county.append("texts", key="example_network_name", nb="{region}", nn="{region}", en=name)
    assert {one.code for one in check(county.folder)} == codes
    assert all((one.row, one.column) == (12, "en") for one in check(county.folder))


def test_texts_that_are_told(viken: Register) -> None:
    """The project's own texts are those that pages show."""
    assert set(REQUIRED) | set(OPTIONAL) == set(viken.texts)


@pytest.mark.parametrize("created", ["2026-11-31", "25.11.2026", "2026", "2026-11-25Tnoon", "", 2026, None])
def test_created(county: County, created: object) -> None:
    """The day of an edition of the data is a date of the calendar, or is left out."""
    county.json("datapackage.json", lambda content: content.update(created=created))
    (found,) = check(county.folder)
    assert (found.code, found.file, found.column) == ("impossible_date", "datapackage.json", "created")


TAKEN = ("network_ids", "number_2024", "share_population", "dialogue_region", "largest_member")


@pytest.mark.parametrize("column", TAKEN)
def test_measures_do_not_take_columns_of_files(county: County, column: str) -> None:
    """A measure whose column files have already is refused."""
    county.cell("measures", 4, "column", column)
    assert [one.code for one in check(county.folder)] == ["bad_measure"]


@pytest.mark.parametrize("languages", [["xx"], ["nb", "nb"], ["NB"], []])
def test_languages_without_words(county: County, languages: list[str]) -> None:
    """A language that no table has words in is refused."""
    county.json("datapackage.json", lambda content: content["register"].update(languages=languages))
    assert {one.code for one in check(county.folder)} >= {"bad_setting"}


def test_one_language(county: County) -> None:
    """A folder may have words in one language alone."""
    county.json("datapackage.json", lambda content: content["register"].update(languages=["en"]))
    register = load(county.folder)
    assert register.languages == ("en",)
    assert set(register.networks["vest"].names) == {"en"}


@pytest.mark.parametrize("day", ["9999", "9999-12", "9999-12-31"])
def test_no_end(county: County, day: str) -> None:
    """An exit at the end of all calendars, as other registers write "no end", ends nothing."""
    county.cell("memberships", 2, "valid_to", day)
    register = load(county.folder)
    assert len(register.turning_days) == 1
    assert register.memberships[0].status == "member"


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "code"),
    [
        ("editions", 3, "valid_from", "2024-01-01", "bad_edition"),
        ("changes", 2, "share", "1e-9999999", "bad_change"),
        ("changes", 2, "share", "0", "bad_change"),
    ],
)
def test_editions_that_do_not_fit(county: County, table: str, row: int, column: str, value: str, code: str) -> None:
    """Two editions of one day, and shares that no share can be, are told, and quickly."""
    county.cell(table, row, column, value)
    assert code in {one.code for one in check(county.folder)}


def test_an_edition_without_municipalities(county: County) -> None:
    """It is named as such."""
    county.append("editions", edition="2030", valid_from="2030-01-01", numbers_shown="no", counties_shown="no")
    assert [one.message for one in check(county.folder)] == ["No municipality stands in the edition 2030."]


def test_a_border_that_moves(county: County) -> None:
    """A part that goes to another while both keep their numbers is no ambiguous number."""
    county.append("editions", edition="2030", valid_from="2030-01-01", numbers_shown="no", counties_shown="no")
    county.append("counties", edition="2030", id="innland", name="Innland", number="92")
    for place in range(1, 7):
        name = f"N{place}"
        county.append("municipalities", edition="2030", number=f"920{place}", name=name, county="innland")
    for number, became, share in (("9201", "9201", "0.9"), ("9201", "9202", "0.1"), ("9202", "9202", "1")):
        ends = {"from_edition": "2024", "from_number": number, "to_edition": "2030", "to_number": became}
        county.append("changes", **ends, share=share)
    assert check(county.folder) == ()
