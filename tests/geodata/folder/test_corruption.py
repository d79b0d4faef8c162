"""Whatever happens to a cell, a byte or the descriptor: findings or a truthful register, never a traceback."""

import copy
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from geodata.dates import first_day
from geodata.errors import DataError, Finding
from geodata.folder.check import check
from geodata.folder.load import load
from geodata.numbers import municipality_number
from geodata.register import Register
from geodata.text import clean, fold
from tests.geodata.county import DESCRIPTOR, County, write_county

FEW = settings(
    max_examples=int(os.environ.get("CORRUPTIONS", "25")),
    deadline=None,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
TABLES = [one["name"] for one in DESCRIPTOR["resources"] if "schema" in one]
FILES = [one["path"] for one in DESCRIPTOR["resources"]] + ["datapackage.json"]
CELLS = st.one_of(
    st.sampled_from(
        ["", "9101", "9204", "9301", "0", "-1", "1e999", "nan", "1,5", "2022-13", "none", '"', "a,b;c", "Bø", "a\nb"]
    ),
    st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=12),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**400), 10**400) | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> County:
    """One county for all examples; every example puts back what it broke."""
    return write_county(tmp_path_factory.mktemp("county"))


@pytest.fixture(scope="module")
def intact(whole: County) -> Callable[[], Register]:
    """The register of the county before anything is broken; a function, so that a failure does not print it all."""
    register = load(whole.folder)
    return lambda: register


@FEW
@given(data=st.data())
def test_cells(whole: County, data: st.DataObject) -> None:
    """A cell with anything in it yields findings that name its file, or no traceback at least."""
    table = data.draw(st.sampled_from(TABLES))
    before = whole.rows(table)
    row = data.draw(st.integers(1, len(before)))
    column = data.draw(st.sampled_from(before[0]))
    with Restored(whole.folder / f"{table}.csv"):
        whole.cell(table, row, column, data.draw(CELLS))
        findings = check(whole.folder)
    assert all(one.file and one.message and one.help for one in findings)
    assert all(one.row is None or one.row >= 1 for one in findings)


@FEW
@given(
    row=st.integers(0, 4),
    column=st.sampled_from(["network", "municipality", "name", "status", "valid_from"]),
    text=CELLS,
)
def test_memberships_are_never_silently_different(
    whole: County, intact: Callable[[], Register], row: int, column: str, text: str
) -> None:
    """A changed cell of a membership is an error that names the row, or is read as it stands; no other row changes."""
    before = intact().history
    with Restored(whole.folder / "memberships.csv"):
        whole.cell("memberships", row + 2, column, text)
        findings, after = _loaded(whole)
    if after is None:
        assert ("memberships.csv", row + 2) in {(one.file, one.row) for one in findings}
        return
    after = after.history
    assert len(after) == len(before)
    assert [one for one in range(5) if after[one] != before[one]] in ([], [row])
    read = getattr(after[row], column)
    if column == "municipality":
        assert municipality_number(text) in (read, f"92{read[2:]}", f"81{read[2:]}")
    elif column == "name":
        assert fold(read) == fold(text)
    elif column == "valid_from" and read:
        assert first_day(read)
    else:
        assert (read or "") == clean(text)


@FEW
@given(row=st.integers(1, 30), text=CELLS)
def test_figures_are_never_silently_different(
    whole: County, intact: Callable[[], Register], row: int, text: str
) -> None:
    """A changed figure is an error that names its row, or changes that figure alone."""
    with Restored(whole.folder / "statistics.csv"):
        whole.cell("statistics", row + 1, "value", text)
        findings, after = _loaded(whole)
    if after is None:
        assert any(one.file == "statistics.csv" and one.row for one in findings)
        return
    before = intact()
    changed = sum(
        int((one != other).to_numpy().sum())
        for one, other in (
            (before.population, after.population),
            (before.land_area_km2, after.land_area_km2),
            (before.total_area_km2, after.total_area_km2),
        )
    )
    assert changed <= 1


@FEW
@given(
    file=st.sampled_from(FILES),
    place=st.floats(0, 1, exclude_max=True),
    new=st.binary(max_size=3),
    cut=st.integers(0, 3),
)
def test_bytes(whole: County, file: str, place: float, new: bytes, cut: int) -> None:
    """Bytes lost, added or changed anywhere never give a traceback."""
    with Restored(whole.folder / file) as content:
        position = int(place * len(content))
        whole.write_bytes(file, content[:position] + new + content[position + cut :])
        check(whole.folder)


@FEW
@given(data=st.data())
def test_json(whole: County, data: st.DataObject) -> None:
    """Anything in place of any part of the descriptor or a layer never gives a traceback."""
    file = data.draw(st.sampled_from(["datapackage.json", "boundaries.geojson", "surroundings.geojson"]))
    content = json.loads(whole.text(file))
    changed = copy.deepcopy(content)
    node: dict | list = changed
    while True:
        keys = list(range(len(node))) if isinstance(node, list) else list(node)
        key = data.draw(st.sampled_from(keys))
        if not (isinstance(node[key], (dict, list)) and node[key] and data.draw(st.integers(0, 4))):
            break
        node = node[key]
    node[key] = data.draw(JSON)
    with Restored(whole.folder / file):
        whole.write_bytes(file, json.dumps(changed).encode("utf-8", "surrogatepass"))
        check(whole.folder)


def _loaded(county: County) -> tuple[tuple[Finding, ...], Register | None]:
    """The findings, and the register if there are no errors among them."""
    try:
        register = load(county.folder)
    except DataError as refusal:
        return refusal.findings, None
    return register.warnings, register


class Restored:
    """Put a file back afterwards."""

    def __init__(self, path: Path):
        self.path = path

    def __enter__(self) -> bytes:
        self.content = self.path.read_bytes()
        return self.content

    def __exit__(self, *_: object) -> None:
        self.path.write_bytes(self.content)
