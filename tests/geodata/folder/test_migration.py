"""``geodata migrate``: from tables without editions and days to those with them."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from geodata.__main__ import main
from geodata.errors import DataError
from geodata.folder.check import check
from geodata.folder.load import load
from geodata.folder.migration import migrate
from geodata.folder.writing import KEPT_SUFFIX
from geodata.register import Register
from tests.serving import PROJECT

TODAY = date(2026, 11, 25)


@pytest.fixture
def old(tmp_path: Path, viken: Register) -> Path:
    """The project's data as a folder of before: one row for each municipality, and days that were never applied."""
    folder = tmp_path / "old"
    folder.mkdir()
    for file in (PROJECT / "data").iterdir():
        if file.suffix in (".csv", ".json", ".geojson") and file.stem not in ("editions", "changes"):
            (folder / file.name).write_bytes(file.read_bytes())
    places = [
        {
            "number": place.number,
            "name": place.name,
            "number_2024": place.numbers_in("2024")[0],
            "county": place.county,
            "former_numbers": "|".join(one.number for one in place.former),
            "former_names": "|".join(place.former_names),
            "former_counties": "|".join(dict.fromkeys(one.county.name for one in place.former if one.county)),
            "note_nb": "",
            "note_nn": "",
            "note_en": "",
            "source": place.source,
        }
        for place in viken.municipalities.values()
    ]
    _write(folder / "municipalities.csv", places)
    counties = [{"id": id, "name": one.name, "number": one.number, "source": "x"} for id, one in viken.counties.items()]
    _write(folder / "counties.csv", counties)
    with open(folder / "memberships.csv", encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        row["valid_from"], row["valid_to"] = row.pop("agreement_from"), row.pop("agreement_to")
    _write(folder / "memberships.csv", rows)
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    described["register"] = {"published_by": "Klima Viken", "before": "2025-01"}
    kept = [one for one in described["resources"] if one["name"] not in ("editions", "changes")]
    for one in kept:
        if one["name"] in ("municipalities", "counties"):
            columns = places[0] if one["name"] == "municipalities" else counties[0]
            one["schema"] = {"fields": [{"name": name, "type": "string"} for name in columns]}
        if one["name"] == "memberships":
            fields = one["schema"]["fields"]
            one["schema"]["fields"] = [field for field in fields if not field["name"].startswith("agreement_")]
    described["resources"] = kept
    (folder / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")
    return folder


def _write(path: Path, rows: list[dict[str, str]]) -> None:
    with open(path, "w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def test_old_folders_are_told_what_to_do(old: Path) -> None:
    """A folder of before is refused with the command that mends it, and nothing else."""
    findings = check(old)
    assert {one.code for one in findings} == {"missing_resource"}
    assert all("geodata migrate" in one.help for one in findings)


def test_the_same_register(old: Path, viken: Register) -> None:
    """After it the register is the project's own: numbers, names, counties, networks and figures."""
    before = {file.name: file.read_bytes() for file in old.iterdir()}
    written = migrate(old, TODAY)
    found = load(old)
    assert [place.number for place in found.municipalities.values()] == list(viken.municipalities)
    for number, place in found.municipalities.items():
        own = viken.municipalities[number]
        assert (place.name, place.county) == (own.name, own.county)
        assert [one.number for one in place.former] == [one.number for one in own.former]
        assert [one.county and one.county.name for one in place.former] == [
            one.county and one.county.name for one in own.former
        ]
        assert place.numbers_in("2024") == own.numbers_in("2024")
    assert dict(found.number_index) == dict(viken.number_index)
    assert (found.span, found.as_of) == (viken.span, viken.as_of)
    assert [(row.agreement_from, row.valid_from) for row in found.history] == [
        (row.agreement_from, row.valid_from) for row in viken.history
    ]
    kept = {name: (old / f"{name}{KEPT_SUFFIX}").read_bytes() for name in written if name in before}
    assert kept == {name: before[name] for name in written if name in before}
    assert "changes.log" in {file.name for file in old.iterdir()}


def test_nothing_is_written_for_a_bad_folder(old: Path) -> None:
    """A folder whose new tables would have errors stays as it is, and every finding is told."""
    table = old / "memberships.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("naik,3025", "naik,9999", 1), encoding="utf-8")
    before = {file.name: file.read_bytes() for file in old.iterdir()}
    with pytest.raises(DataError, match="9999"):
        migrate(old, TODAY)
    assert {file.name: file.read_bytes() for file in old.iterdir()} == before


def test_command(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command says what it wrote; a second time there is nothing to do, and that is an error."""
    assert main(["migrate", "--data", str(old)]) == 0
    assert "editions.csv" in capsys.readouterr().out
    assert main(["migrate", "--data", str(old)]) == 1
    assert "needs no migration" in capsys.readouterr().err
