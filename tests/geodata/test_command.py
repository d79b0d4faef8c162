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
