"""``geodata vote`` and ``end``: entries and exits as checked rows."""

from __future__ import annotations

import csv
import json
import shlex
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from geodata.folder.load import load
from geodata.vote import Vote, record_entry
from tests.geodata.county import PROJECT, County
from tests.geodata.kept import bytes_of
from tests.geodata.test_command import run

PYTHON = ".venv/bin/python -m geodata"
SOURCE = ("--source", "Council 12/26")


def told(county: County, *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command on the folder."""
    done = run(*arguments, "--data", county.folder)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def row(county: County, place: int) -> dict[str, str]:
    """The cells of one row of the memberships that are not blank."""
    rows = county.rows("memberships")
    return {column: cell for column, cell in zip(rows[0], rows[place], strict=True) if cell}


def eventful(county: County) -> None:
    """Give the county a list of vest, a member of aust from 2022 and one until 2021, and a split in 2020."""
    words = {f"{what}_{code}": what for what in ("name", "description", "completeness") for code in ("nb", "nn", "en")}
    about = {
        "id": "liste",
        "kind": "list",
        "list_of": "vest",
        "status": "unknown",
        "short_name": "liste",
        "drawn": "no",
    }
    county.append("networks", **about, **words)
    rows = (("9104", "Dal", "2022-05-01", ""), ("9102", "Bø", "", "2021"))
    for number, name, entry, exit in rows:
        days = {"valid_from": entry, "valid_to": exit}
        county.append("memberships", network="aust", municipality=number, name=name, status="member", **days)
    for place, one in enumerate(county.rows("changes"), start=1):
        if one[1] in ("8105", "8106"):
            county.cell("changes", place, "from_number", "8105")
            county.cell("changes", place, "share", "")
    county.write("municipalities", [one for one in county.rows("municipalities") if one[1] != "8106"])


@pytest.mark.parametrize(
    ("network", "municipality", "day", "written"),
    [
        ("vest", "9105", "2023", "2023"),
        ("Name vest", "elvær", "2023-06", "2023-06"),
        ("VEST", "9205", "2023-06-19", "2023-06-19"),
        ("vest", "8105", "19.6.2023", "2023-06-19"),
    ],
)
def test_vote(county: County, network: str, municipality: str, day: str, written: str) -> None:
    """A network by id or name, a municipality by a number of any edition or its name, a day as exact as it is known."""
    before = county.text("memberships.csv")
    code, out, _ = told(county, "vote", network, municipality, day, *SOURCE)
    assert (code, out.splitlines()[0]) == (0, f"9105 Elvær is a member of “vest” from {written}.")
    entry = {"network": "vest", "municipality": "9105", "name": "Elvær", "status": "member", "valid_from": written}
    assert row(county, -1) == {**entry, "source": "Council 12/26"}
    assert county.text("memberships.csv").startswith(before)
    assert county.text("memberships.csv.before") == before
    line = f"{date.today()}\tvote vest 9105 Elvær {written}\tmemberships.csv\tCouncil 12/26\n"
    assert county.text("changes.log") == line


def test_end(county: County) -> None:
    """An exit stands in the row that holds then, its source after the entry's; who left may enter again."""
    code, out, _ = told(county, "end", "vest", "9202", "2022-12", *SOURCE)
    assert (code, out.splitlines()[0]) == (
        0,
        "9102 Bø is a member of “vest” until 2022-12; its entry is unknown.",
    )
    assert row(county, 2) == {
        "network": "vest",
        "municipality": "9102",
        "name": "Bø",
        "status": "member",
        "valid_to": "2022-12",
        "source": "invented; Council 12/26",
    }
    assert told(county, "vote", "vest", "Bø", "2023-06", *SOURCE)[0] == 0
    assert told(county, "end", "vest", "Bø", "2024", *SOURCE)[0] == 0
    assert [one[4:6] for one in county.rows("memberships") if one[:2] == ["vest", "9102"]] == [
        ["", "2022-12"],
        ["2023-06", "2024"],
    ]
    assert len(county.text("changes.log").splitlines()) == 3


def test_outside(county: County) -> None:
    """A municipality outside the region that the register names is a member like others, and so leaves."""
    code, out, _ = told(county, "end", "partnar", "Gand", "2023", *SOURCE)
    assert (code, out.splitlines()[0][:29]) == (0, "9301 Gand is a member of “par")


def test_undo(county: County) -> None:
    """The file beside, put back, is the register of before."""
    revision = load(county.folder).revision
    told(county, "vote", "vest", "9105", "2023", *SOURCE)
    assert load(county.folder).revision != revision
    (county.folder / "memberships.csv.before").replace(county.folder / "memberships.csv")
    assert load(county.folder).revision == revision


def test_dry_run(county: County) -> None:
    """Tried only, it says the same and writes nothing."""
    before = bytes_of(county.folder)
    for command in (("vote", "vest", "9105"), ("end", "vest", "9102")):
        code, out, _ = told(county, *command, "2023", *SOURCE, "--dry-run")
        assert (code, "Nothing is written; it would be: memberships.csv." in out) == (0, True)
    assert bytes_of(county.folder) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("vote", "vets", "9105", "2023"), "networks.csv: there is no network “vets”. Perhaps “vest” is meant."),
        (("vote", "zzz", "9105", "2023"), "There are vest, aust, partnar; a network that is founded needs a row"),
        (("vote", "liste", "9105", "2023"), "“liste” is a list, which names municipalities and has no members. Name"),
        (("vote", "vest", "9999", "2023"), "municipalities.csv: no municipality has the number 9999."),
        (("vote", "vest", "Elver", "2023"), "did you mean Elvær?"),
        (("vote", "vest", "8105", "2023"), "8105 means 9105 Elvær and 9106 Fjell. Give the number or the name of one"),
        (("vote", "vest", "Aa", "2023"), "memberships.csv:2 [valid_from]: 9101 Aa is a member of “vest” on 2023 alr"),
        (("vote", "aust", "Dal", "2021"), "memberships.csv:7 [valid_from]: 9104 Dal is a member of “aust” from 2022"),
        (("vote", "vest", "9105", "2025-06"), "datapackage.json [span]: the register speaks of days until 2024-12-31"),
        (("end", "vest", "9105", "2023"), "memberships.csv: 9105 Elvær has no row as a member of “vest”."),
        (("end", "vest", "9103", "2023"), "It is one of aust. An exit needs the entry"),
        (("end", "aust", "Dal", "2021"), "memberships.csv:7 [valid_from]: 9104 Dal enters “aust” on 2022-05-01, after"),
        (("end", "aust", "Bø", "2021"), "memberships.csv:8 [valid_to]: the membership of 9102 Bø in “aust” ends on 2"),
        (("end", "aust", "Bø", "2023"), "ends on 2021 already. If that is wrong, correct the cell."),
        (("end", "vest", "Aa", "2025-06"), "add --extend, and --as-of, to do so together with the row."),
        (("end", "vest", "Aa", "2019"), "datapackage.json [span]: the register speaks of days from 2020-01-01 on"),
    ],
)
def test_refused(county: County, arguments: tuple[str, ...], said: str) -> None:
    """What cannot be recorded is refused with a sentence, and the folder is what it was."""
    eventful(county)
    before = bytes_of(county.folder)
    code, out, error = told(county, *arguments, *SOURCE)
    assert (code, out) == (1, "")
    assert said in error
    assert bytes_of(county.folder) == before


def test_contradiction(county: County) -> None:
    """What the check of the whole folder has against the new row is told as its finding."""
    county.append("memberships", network="aust", municipality="9105", name="Elvær", status="former")
    before = bytes_of(county.folder)
    code, _, error = told(county, "vote", "aust", "9105", "2023", *SOURCE)
    assert (code, "(contradicting_memberships)" in error) == (1, True)
    assert bytes_of(county.folder) == before


def test_broken_folder(county: County) -> None:
    """A folder with errors takes no vote: every finding is told."""
    county.cell("memberships", 3, "name", "Co")
    code, _, error = told(county, "vote", "vest", "9105", "2023", *SOURCE)
    assert (code, error[:36]) == (1, "error: memberships.csv:3 [name]: 910")
    assert told(County(county.folder / "none"), "vote", "vest", "9105", "2023", *SOURCE)[0] == 1


def test_warning(county: County) -> None:
    """A warning that the row brings is told, and those of before are not told again."""
    code, out, _ = told(county, "vote", "aust", "9101", "2023", *SOURCE)
    assert (code, out.count("(member_of_two)")) == (0, 1)
    assert "member_of_two" not in told(county, "vote", "vest", "9105", "2023", *SOURCE)[1]


@pytest.mark.parametrize(
    ("arguments", "to", "as_of"),
    [
        (("vote", "vest", "9105", "2026-02", "--extend"), "2026-02-28", "2023-06-15"),
        (("vote", "vest", "9105", "2026-02-03", "--extend", "--as-of"), "2026-02-03", "2026-02-03"),
        (("vote", "vest", "9105", "2023", "--extend", "--as-of"), "2024-12-31", "2023-12-31"),
        (("end", "vest", "9101", "2025", "--extend", "--as-of"), "2026-01-01", "2026-01-01"),
        (("end", "vest", "9101", "2024-12-31", "--as-of"), "2024-12-31", "2024-12-31"),
    ],
)
def test_extend(county: County, arguments: tuple[str, ...], to: str, as_of: str) -> None:
    """The span's end and the day that is shown are moved on when asked, to the first day that shows the row."""
    said = json.loads(county.text("datapackage.json"))
    assert told(county, *arguments, *SOURCE)[0] == 0
    register = load(county.folder)
    assert (str(register.span.last), str(register.as_of)) == (to, as_of)
    said["register"]["span"]["to"], said["register"]["as_of"] = to, as_of
    assert json.loads(county.text("datapackage.json")) == said
    assert "datapackage.json.before" in bytes_of(county.folder)
    assert "--extend" in county.text("changes.log") or "--as-of" in county.text("changes.log")


@pytest.mark.parametrize(
    "arguments",
    [
        ("vote", "vest", "9105", "2023"),
        ("vote", "vest", "9105", "2023", "--source", " "),
        ("vote", "vest", "9105", "2023-02-30", *SOURCE),
        ("end", "vest", "9105", "soon", *SOURCE),
        ("end", "vest", "9105", *SOURCE),
    ],
)
def test_wrong_usage(county: County, arguments: tuple[str, ...]) -> None:
    """Without a source or a day that a calendar has, it exits with 2."""
    before = bytes_of(county.folder)
    assert told(county, *arguments)[0] == 2
    assert bytes_of(county.folder) == before


def test_other_forms(county: County) -> None:
    """A table that a spreadsheet saved, with a column of its own, keeps every cell and gets the row."""
    rows = county.rows("memberships")
    more = [[*one, "our note" if place == 0 else "é"] for place, one in enumerate(rows)]
    text = "\r\n".join(";".join(one) for one in more)
    county.write_bytes("memberships.csv", text.encode("cp1252"))
    assert told(county, "vote", "vest", "9105", "2023", *SOURCE)[0] == 0
    assert county.rows("memberships")[:-1] == more
    assert county.rows("memberships")[-1][1:5:3] == ["9105", "2023"]


def test_two_at_once(county: County) -> None:
    """Two votes at the same time are both recorded."""
    votes = [Vote("vest", number, "2023", "x") for number in ("9105", "9106", "9103")]
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda vote: record_entry(county.folder, vote, date(2026, 11, 25)), votes))
    entered = {one.municipality for one in load(county.folder).history if one.valid_from}
    assert entered == {"9103", "9105", "9106"}
    assert "changes.lock" not in bytes_of(county.folder)


def test_readme(tmp_path: Path) -> None:
    """The README's commands work as they stand, on the project's data, and write the row that it shows."""
    readme = (PROJECT / "README.md").read_text(encoding="utf-8").splitlines()
    folder = tmp_path / "data"
    copytree(PROJECT / "data", folder, ignore=ignore_patterns("__pycache__"))
    commands = [shlex.split(line)[3:] for line in readme if line.startswith((f"{PYTHON} vote", f"{PYTHON} end"))]
    assert [one[0] for one in commands] == ["vote", "end"]
    assert [run(*one, "--data", folder).returncode for one in commands] == [0, 0]
    shown = next(line.strip() for line in readme if line.startswith("   hallingdal,"))
    written = (folder / "memberships.csv").read_text(encoding="utf-8").splitlines()
    assert written[-1] == shown
    header, *rows = csv.reader(written)
    assert [one[header.index("valid_to")] for one in rows if one[:2] == ["naik", "3034"]] == ["2024-12-31"]
