"""Imports into a folder: what is said, what is written, and that nothing is where something is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geodata.__main__ import main
from geodata.folder.load import load
from geodata.folder.writing import KEPT_SUFFIX
from tests.geodata.county import SQUARES, County
from tests.geodata.imports.figure_files import DETAILED_COLUMNS, book, with_emissions
from tests.geodata.kept import bytes_of

#: As Statbanken saves it, in numbers of 2024: three figures that are new, one that changes, one that is the same.
POPULATION = """07459: Befolkning, etter region, statistikkvariabel og år

region;Personer 2023;Personer 2024
"K-9201 Aa";1103;1200
"K-9202 Bø";1202;1300
"9203 Co";..;1400
"0 Hele landet";5600000;5600000

Kilde: SSB
"""


def saved(folder: Path, content: str | bytes, name: str) -> str:
    """The path of a file beside the data folder."""
    path = folder.parent / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def run(county: County, *arguments: str) -> int:
    """Run the command on the county."""
    return main(["import", *arguments, "--data", str(county.folder)])


@pytest.fixture
def placed(tmp_path: Path, county: County) -> County:
    """The county in a folder of its own, so that files can lie beside it."""
    folder = tmp_path / "county"
    folder.mkdir()
    for file in list(county.folder.iterdir()):
        if file.is_file():
            file.rename(folder / file.name)
    return County(folder)


def test_population(placed: County, capsys: pytest.CaptureFixture[str]) -> None:
    """New figures are added, those that differ replaced; a source stands in each row, the old table beside."""
    before = load(placed.folder).population
    old = (placed.folder / "statistics.csv").read_bytes()
    file = saved(placed.folder, POPULATION, "pop.csv")
    assert run(placed, "statistics", file, "--source", "SSB 07459", "--licence", "CC BY 4.0") == 0
    told = capsys.readouterr().out
    assert "new: population 2024, 3 municipalities" in told
    assert f"changed: 9101 population 2023: {before.loc['9101', 2023]} → 1103" in told
    after = load(placed.folder).population
    assert after.loc["9103", 2024] == 1400
    assert after.loc["9103", 2023] == before.loc["9103", 2023]  # unknown in the file changes nothing
    assert after.loc["9101", 2023] == 1103
    rows = placed.rows("statistics")
    assert [row[rows[0].index("source")] for row in rows if "2024" in row] == ["SSB 07459"] * 3
    assert (placed.folder / f"statistics.csv{KEPT_SUFFIX}").read_bytes() == old
    assert "import statistics pop.csv" in (placed.folder / "changes.log").read_text(encoding="utf-8")
    capsys.readouterr()
    assert run(placed, "statistics", file) == 0
    assert "Nothing to write" in capsys.readouterr().out


def test_emissions(placed: County, capsys: pytest.CaptureFixture[str]) -> None:
    """The total becomes the declared measure's figures, each sector a measure of its own."""
    with_emissions(placed)
    rows = [
        ("Innland", f"92{number[2:]}", name, 2021, sector, "x", gas, amount)
        for number, (name, *_) in SQUARES.items()
        for sector, gas, amount in (("Veitrafikk", "CO2", 10.5), ("Veitrafikk", "N2O", 1), ("Jordbruk", "CH4", 20))
    ]
    file = saved(placed.folder, book({"Oversikt - detaljert": [DETAILED_COLUMNS, *rows]}), "utslipp.xlsx")
    assert run(placed, "emissions", file, "--dry-run") == 0
    assert "Would be written: measures.csv, statistics.csv." in capsys.readouterr().out
    assert not load(placed.folder).values["emissions"].columns.size
    assert run(placed, "emissions", file) == 0
    register = load(placed.folder)
    assert register.values["emissions"][2021].tolist() == [31.5] * 6
    assert {"veitrafikk", "jordbruk"} <= set(register.measures)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("<html>no table</html>", "a.xlsx"),
        ("", "empty.csv"),
        ("region;Sprogs\n9201 Aa;1", "b.csv"),
        (b"PK\x03\x04", "c.xlsx"),
    ],
)
def test_refused(placed: County, capsys: pytest.CaptureFixture[str], content: str | bytes, name: str) -> None:
    """A file that cannot be read is refused with a sentence that names it, and nothing is touched."""
    before = bytes_of(placed.folder)
    assert run(placed, "statistics", saved(placed.folder, content, name)) == 1
    assert capsys.readouterr().err.startswith(f"{name}: ")
    assert bytes_of(placed.folder) == before


def test_checked_as_a_whole(placed: County, capsys: pytest.CaptureFixture[str]) -> None:
    """Figures that no municipality can have are refused with the check's finding, and nothing is touched."""
    before = bytes_of(placed.folder)
    wrong = POPULATION.replace("1200", "-1200")
    assert run(placed, "statistics", saved(placed.folder, wrong, "pop.csv"), "--source", "x") == 1
    assert "statistics.csv" in capsys.readouterr().err
    assert bytes_of(placed.folder) == before


def test_as_json(placed: County, capsys: pytest.CaptureFixture[str]) -> None:
    """Programs get every figure."""
    assert run(placed, "statistics", saved(placed.folder, POPULATION, "pop.csv"), "--dry-run", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert {(one["number"], one["year"], one["after"]) for one in told["new"]} == {
        ("9101", 2024, 1200),
        ("9102", 2024, 1300),
        ("9103", 2024, 1400),
    }
    assert [one["code"] for one in told["left_out"]] == ["not_then", "total"]


def test_no_such_file(placed: County, capsys: pytest.CaptureFixture[str]) -> None:
    """A path that leads nowhere is said."""
    assert run(placed, "statistics", str(placed.folder / "nowhere.csv")) == 1
    assert "cannot be read" in capsys.readouterr().err
