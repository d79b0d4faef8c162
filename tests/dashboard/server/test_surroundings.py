"""What happens around the server: files that go, disks that are full, other places and times."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.geodata.county import County
from tests.serving import PROJECT, Server


def run(*arguments: str, **changed: str) -> subprocess.CompletedProcess:
    """``python -m …`` in another surrounding."""
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=PROJECT,
        capture_output=True,
        env=os.environ | changed,
        timeout=120,
        check=False,
    )


def test_folder_that_vanishes(serve: Callable[..., Server], county: County) -> None:
    """Readers see what was read: pages and files go on when the folder is gone."""
    other = serve(data=county.folder)
    shutil.rmtree(county.folder)
    assert other.get("/?view=data")[0] == 200
    assert other.get("/export/municipalities.gpkg")[0] == 200
    assert other.health()["municipalities"] == 6


@pytest.mark.parametrize(
    ("harm", "file"),
    [
        (lambda file: file.unlink(), "memberships.csv"),
        (lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]), "boundaries.geojson"),
        (lambda file: file.write_bytes(b"\0" * 1000), "statistics.csv"),
        (lambda file: (file.unlink(), file.mkdir()), "networks.csv"),
    ],
    ids=["gone", "cut", "replaced by nothing", "a folder"],
)
def test_file_that_is_harmed(county: County, harm: Callable[[Path], object], file: str) -> None:
    """Nothing is served from what is not whole: the command says which file, and how to mend it."""
    harm(county.folder / file)
    ended = run("dashboard", "--data", str(county.folder), "--port", "1")
    said = ended.stderr.decode()
    assert ended.returncode == 1
    assert file in said
    assert "Traceback" not in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk here that is always full")
def test_full_disk() -> None:
    """A file that cannot be written is told in a sentence."""
    ended = run("dashboard", "export", "map.svg", "-o", "/dev/full")
    assert ended.returncode == 1
    assert ended.stderr.decode().strip() == "cannot write /dev/full: No space left on device."


def test_read_only_folder(county: County) -> None:
    """Checking and exporting write nothing beside the data."""
    county.folder.chmod(0o555)
    before = sorted(one.name for one in county.folder.iterdir())
    try:
        assert run("geodata", "check", "--data", str(county.folder)).returncode == 0
        assert run("dashboard", "export", "networks.json", "--data", str(county.folder)).returncode == 0
    finally:
        county.folder.chmod(0o755)
    assert sorted(one.name for one in county.folder.iterdir()) == before


def test_other_place_and_time() -> None:
    """The same bytes whatever the machine's language, encoding and time zone."""
    here = run("dashboard", "export", "municipalities.json", "?lang=nn&municipality=3051")
    far = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "TZ": "Pacific/Kiritimati"}
    there = run("dashboard", "export", "municipalities.json", "?lang=nn&municipality=3051", **far)
    assert there.returncode == 0
    assert there.stdout == here.stdout
    assert json.loads(here.stdout)
    checked = run("geodata", "check", **far)
    assert checked.returncode == 0
