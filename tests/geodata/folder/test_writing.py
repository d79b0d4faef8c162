"""Writing into a folder: all or nothing, what was replaced beside, one line of log, one writer at a time."""

from __future__ import annotations

import os
from datetime import date

import pytest

from geodata.errors import DataError, NotWritten
from geodata.folder.check import check
from geodata.folder.load import load
from geodata.folder.writing import KEPT_SUFFIX, LOCK, LOG, only_writer, replace_tables
from tests.geodata.county import County
from tests.geodata.kept import bytes_of

TODAY = date(2026, 11, 25)
FILES = ("memberships.csv", "networks.csv")


def changed(county: County) -> dict[str, bytes]:
    """Two tables with other sources."""
    return {name: county.text(name).replace("invented", "another").encode() for name in FILES}


def test_replaced(county: County) -> None:
    """The new files stand in the folder, the old beside them, one line in the log, and nothing else is new."""
    before, new = bytes_of(county.folder), changed(county)
    assert replace_tables(county.folder, new, "try", "a\nletter", TODAY) == ()
    kept = {f"{name}{KEPT_SUFFIX}": before[name] for name in FILES}
    line = b"2026-11-25\ttry\tmemberships.csv, networks.csv\ta letter\n"
    assert bytes_of(county.folder) == {**before, **new, **kept, LOG: line}
    replace_tables(county.folder, {name: before[name] for name in FILES}, "undo", "none", TODAY)
    assert bytes_of(county.folder)[LOG].splitlines() == [
        line.strip(),
        b"2026-11-25\tundo\tmemberships.csv, networks.csv\tnone",
    ]


def test_not_data(county: County) -> None:
    """Kept files and the log are no data: neither the check nor the revision takes notice."""
    replace_tables(county.folder, changed(county), "try", "x", TODAY)
    revision = load(county.folder).revision
    for name in (LOG, f"memberships.csv{KEPT_SUFFIX}"):
        county.write_bytes(name, b"\xff\x00")
    assert check(county.folder, TODAY) == ()
    assert load(county.folder).revision == revision


def test_refused(county: County) -> None:
    """A folder that would have errors is not written, and every finding is told."""
    before, new = bytes_of(county.folder), changed(county)
    new["memberships.csv"] = new["memberships.csv"].replace(b"vest,9102", b"vest,9109").replace(b"aust,", b"aus,")
    with pytest.raises(DataError) as refused:
        replace_tables(county.folder, new, "try", "x", TODAY)
    assert {one.code for one in refused.value.findings} == {"unknown_municipality", "unknown_reference"}
    assert bytes_of(county.folder) == before


def test_known_errors(county: County) -> None:
    """Where errors of before do not stand in the way, further ones still do."""
    county.cell("memberships", 3, "name", "Co")
    known, new = check(county.folder), changed(county)
    with pytest.raises(DataError):
        replace_tables(county.folder, new, "try", "x", TODAY)
    worse = {**new, "memberships.csv": new["memberships.csv"].replace(b"aust,", b"aus,")}
    with pytest.raises(DataError):
        replace_tables(county.folder, worse, "try", "x", TODAY, known)
    replace_tables(county.folder, new, "try", "x", TODAY, known)
    assert bytes_of(county.folder)["memberships.csv"] == new["memberships.csv"]


@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize("failing", range(5))
def test_failure(county: County, monkeypatch: pytest.MonkeyPatch, failing: int, is_first: bool) -> None:
    """Whichever of the five moves fails, the folder's bytes are what they were, and a sentence says so."""
    if not is_first:
        replace_tables(county.folder, changed(county), "try", "x", TODAY)
    before, calls, move = bytes_of(county.folder), [0], os.replace
    new = {name: county.text(name).replace("a", "a").encode() + b"\n" for name in FILES}

    def fail(source: str, target: str) -> None:
        calls[0] += 1
        if calls[0] == failing + 1:
            raise OSError(28, "No space left on device")
        move(source, target)

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(NotWritten, match=r"No space left on device.*Nothing was changed"):
        replace_tables(county.folder, new, "try", "x", TODAY)
    assert bytes_of(county.folder) == before


def test_dry_run(county: County) -> None:
    """Tried only, nothing is written, and errors are told all the same."""
    before = bytes_of(county.folder)
    replace_tables(county.folder, changed(county), "try", "x", TODAY, dry_run=True)
    with pytest.raises(DataError):
        replace_tables(county.folder, {"networks.csv": b"id\n"}, "try", "x", TODAY, dry_run=True)
    assert bytes_of(county.folder) == before


def test_one_writer(county: County) -> None:
    """While one command writes, another waits, and says after a while what it waits for."""
    with only_writer(county.folder):
        assert LOCK in bytes_of(county.folder)
        waiting = only_writer(county.folder, timeout_s=0.1)
        with pytest.raises(NotWritten, match=rf"another command is changing this folder.*delete {LOCK}"):
            waiting.__enter__()
    assert LOCK not in bytes_of(county.folder)


def test_lock_goes(county: County) -> None:
    """The lock goes with the command, also with one that fails."""
    with pytest.raises(KeyError), only_writer(county.folder):
        raise KeyError
    assert LOCK not in bytes_of(county.folder)
