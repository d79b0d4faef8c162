"""The command line: ``python -m geodata``."""

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout

import pytest

from geodata.__main__ import main
from tests.geodata.county import PROJECT, County


def run(*arguments: object, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    """Run the command line in this process, on a console of its own with these letters."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding=encoding, write_through=True) for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main([str(one) for one in arguments])
        except SystemExit as ended:
            code = ended.code
    return subprocess.CompletedProcess(arguments, code, out.buffer.getvalue(), err.buffer.getvalue())


def test_process(county: County) -> None:
    """It exits with 0 when nothing is an error, and says so; as a process, from the project's root."""
    command = [sys.executable, "-m", "geodata", "check", "--data", str(county.folder)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.strip() == b"no errors, no warnings."


def test_check_whole(county: County) -> None:
    """It exits with 0 when nothing is an error, and says so."""
    done = run("check", "--data", county.folder)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.strip() == b"no errors, no warnings."


def test_check_broken(county: County) -> None:
    """It exits with 1 when there are errors, and prints each with its place; on a console of few letters too."""
    county.cell("memberships", 3, "name", "Bæ\u0142")
    done = run("check", "--data", county.folder, encoding="cp1252")
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"memberships.csv:3 [name]" in done.stdout


def test_check_json(county: County) -> None:
    """With --json it prints errors and warnings with exactly the fields of the contract."""
    county.cell("memberships", 3, "name", "Co")
    county.cell("memberships", 6, "name", "Gran")
    done = run("check", "--data", county.folder, "--json")
    told = json.loads(done.stdout)
    assert done.returncode == 1
    assert set(told) == {"errors", "warnings"}
    assert [set(one) for one in told["errors"] + told["warnings"]] == [
        {"code", "file", "row", "column", "message", "help"}
    ] * 2
    assert (told["errors"][0]["code"], told["errors"][0]["row"]) == ("wrong_name", 3)
    assert (told["warnings"][0]["code"], told["warnings"][0]["row"]) == ("wrong_name_outside", 6)


@pytest.mark.parametrize("arguments", [(), ("chekc",), ("check", "--jsn"), ("explain",)])
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    """It exits with 2 when it is called wrongly."""
    assert run(*arguments).returncode == 2


@pytest.mark.parametrize("module", ["geodata", "dashboard"])
def test_bare_python(module: str) -> None:
    """A Python without the packages is told in one line what to run instead."""
    bare = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [sys.executable, "-S", "-m", module, "--help"]
    done = subprocess.run(
        command, cwd=PROJECT, env=bare | {"PYTHONIOENCODING": "utf-8"}, capture_output=True, timeout=60, check=False
    )
    told = done.stderr.decode()
    assert (done.returncode, done.stdout, told.count("\n")) == (1, b"", 1)
    assert "geopandas" in told
    assert ".venv/bin/python" in told


def test_no_such_folder(county: County) -> None:
    """A folder that is not there is a finding."""
    done = run("check", "--data", county.folder / "nowhere", "--json")
    assert done.returncode == 1
    assert [one["code"] for one in json.loads(done.stdout)["errors"]] == ["missing_folder"]


def test_closed_pipe(county: County) -> None:
    """It stays calm when nobody reads on."""
    command = [sys.executable, "-m", "geodata", "check", "--data", str(county.folder)]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, cwd=PROJECT, stdout=writing, stderr=subprocess.PIPE, timeout=60, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_explain(county: County) -> None:
    """It tells of a municipality by either number or by name, and exits with 1 when there is none such."""
    told = [run("explain", text, "--data", county.folder) for text in ("9202", "bø")]
    assert [one.returncode for one in told] == [0, 0]
    assert told[0].stdout == told[1].stdout != b""
    unknown = run("explain", "Nowhere", "--data", county.folder)
    assert (unknown.returncode, unknown.stdout) == (1, b"")
    assert unknown.stderr
    assert b"Traceback" not in unknown.stderr


ENTRY, MONTH = "2023-03-01", "2023-05"


@pytest.fixture
def votes(county: County) -> County:
    """The county with votes: Aa left at the end of 2022, Elvær entered on a day, Fjell in a month of 2023."""
    aa = next(place for place, row in enumerate(county.rows("memberships"), start=1) if row[1] == "9101")
    county.cell("memberships", aa, "valid_to", "2022-12-31")
    county.append("memberships", network="aust", municipality="9105", name="Elvær", status="member", valid_from=ENTRY)
    county.append("memberships", network="vest", municipality="9106", name="Fjell", status="member", valid_from=MONTH)
    return county


def people(*ends: int) -> int:
    """Inhabitants in 2023 of the municipalities whose numbers end so, as the county's table counts them."""
    return sum(1002 + 100 * end for end in ends)


EVERYONE = people(*range(1, 7))


def test_diff(votes: County) -> None:
    """It says who changed from what to what, and the coverage of both days; the day is the register's own."""
    done = run("diff", "--since", "2022-06-01", "--data", votes.folder)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().splitlines() == [
        "9101 Aa: name vest \u2192 none",
        "9105 Elvær: none \u2192 name aust",
        "9106 Fjell: none \u2192 name vest",
        "In a climate network: on 2022-06-01 4 of 6 municipalities "
        f"with {people(1, 2, 3, 4)} of {EVERYONE} inhabitants; "
        f"on 2023-06-15 5 of 6 municipalities with {people(2, 3, 4, 5, 6)} of {EVERYONE} inhabitants "
        "(population of 1 January 2023).",
    ]


def test_diff_backwards(votes: County) -> None:
    """What is compared with may be the later day: it then says what would lead back."""
    done = run("diff", "--since", "2023-03-01", "--day", "2023-02-28", "--data", votes.folder)
    assert done.stdout.decode().splitlines()[0] == "9105 Elvær: name aust \u2192 none"


@pytest.mark.parametrize(
    ("since", "day", "first"),
    [
        ("2023-04-30", "2023-05-01", "No change is known from 2023-04-30 to 2023-05-01."),
        ("2023-05-01", "2023-05-31", "9106 Fjell: none \u2192 name vest"),
    ],
)
def test_diff_uncertain(votes: County, since: str, day: str, first: str) -> None:
    """Who may have entered within a month is told, and counts from its end only."""
    done = run("diff", "--since", since, "--day", day, "--data", votes.folder)
    lines = done.stdout.decode().splitlines()
    assert lines[:-1] == [first, "uncertain on 2023-05-01: 9106 Fjell (name vest)"]
    assert lines[-1].count("4 of 6 municipalities") == (2 if day == "2023-05-01" else 1)


def test_diff_same_day(votes: County) -> None:
    """No change is said, with the coverage."""
    done = run("diff", "--since", "2023-06-15", "--data", votes.folder)
    assert done.returncode == 0
    assert done.stdout.decode().splitlines()[0] == "No change is known from 2023-06-15 to 2023-06-15."
    assert done.stdout.count(b"5 of 6 municipalities") == 2


def test_diff_json(votes: County) -> None:
    """With --json it says the same for programs: ids as the address writes them, figures as numbers."""
    done = run("diff", "--since", "2022-12-31", "--day", "2023-05-04", "--json", "--data", votes.folder)
    said = json.loads(done.stdout)
    assert len(said.pop("revision")) == 12
    whole = {"municipalities_total": 6, "population_total": EVERYONE, "year": 2023}
    assert said == {
        "edition": "2020",
        "since": "2022-12-31",
        "day": "2023-05-04",
        "differences": [
            {
                "number": "9101",
                "number_2024": "9201",
                "name": "Aa",
                "before": "name vest",
                "after": "none",
                "before_id": "vest",
                "after_id": "none",
            },
            {
                "number": "9105",
                "number_2024": "9205",
                "name": "Elvær",
                "before": "none",
                "after": "name aust",
                "before_id": "none",
                "after_id": "aust",
            },
        ],
        "uncertain": {
            "since": [],
            "day": [{"number": "9106", "name": "Fjell", "names": "name vest", "ids": "vest"}],
        },
        "coverage": {
            "since": {"municipalities": 4, "population": people(1, 2, 3, 4), **whole},
            "day": {"municipalities": 4, "population": people(2, 3, 4, 5), **whole},
        },
    }


@pytest.mark.parametrize(
    ("unknown", "said"),
    [
        ("9105", f"{people(2, 3, 4, 6)} of an unknown number of inhabitants"),
        ("9102", "an unknown number of inhabitants"),
    ],
)
def test_diff_unknown_population(votes: County, unknown: str, said: str) -> None:
    """A sum with an unknown term is said to be unknown, by no number."""
    votes.write("memberships", [row for row in votes.rows("memberships") if row[1] != "9105"])
    years = {"9101": ("2021", "2023"), unknown: ("2022",)}  # no year has all of them
    header, *rows = votes.rows("statistics")
    place, year, indicator = (header.index(name) for name in ("municipality", "year", "indicator"))
    kept = [
        row for row in rows if row[indicator] != "population_1jan" or row[year] in years.get(row[place], (row[year],))
    ]
    votes.write("statistics", [header, *kept])
    done = run("diff", "--since", "2023-05-31", "--data", votes.folder)
    assert f"on 2023-06-15 4 of 6 municipalities with {said} (population of 1 January 2023)" in done.stdout.decode()
    told = json.loads(run("diff", "--since", "2023-05-31", "--json", "--data", votes.folder).stdout)["coverage"]["day"]
    assert (told["population_total"], told["year"]) == (None, 2023)
    assert told["population"] == (people(2, 3, 4, 6) if unknown == "9105" else None)


@pytest.mark.parametrize("days", [("--since", "2019-12-31"), ("--since", "2021-01-01", "--day", "2025-01-01")])
def test_diff_outside_span(votes: County, days: tuple[str, ...]) -> None:
    """A day that the register does not speak of is refused with the span, and not moved into it."""
    done = run("diff", *days, "--data", votes.folder)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().strip() == f"{days[-1]} is outside the register's span, 2020-01-01 to 2024-12-31"


@pytest.mark.parametrize(
    "days", [(), ("--since",), ("--since", "2023"), ("--since", "2023-02-30"), ("--since", ENTRY, "--day", "today")]
)
def test_diff_no_day(votes: County, days: tuple[str, ...]) -> None:
    """What is no day is wrong usage."""
    done = run("diff", *days, "--data", votes.folder)
    assert (done.returncode, done.stdout) == (2, b"")


def test_diff_broken(votes: County) -> None:
    """Data with errors are refused with the findings."""
    votes.cell("memberships", 3, "name", "Co")
    done = run("diff", "--since", ENTRY, "--json", "--data", votes.folder)
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"memberships.csv:3 [name]" in done.stderr
