"""``geodata tidy``: what a spreadsheet left, as the standard wants it, saying the same."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.folder.load import load
from geodata.folder.tidy import tidy
from tests.geodata.county import County, as_csv, write_county
from tests.geodata.kept import bytes_of, said_by
from tests.geodata.test_command import run

TODAY = date(2026, 11, 25)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")
NUMBERED = ("municipality", "municipality_a", "municipality_b")


def filled(folder: Path) -> County:
    """The invented county with days and decimals, as the standard wants it."""
    county = write_county(folder)
    county.append(
        "memberships", network="vest", municipality="9105", name="Elvær", status="member", valid_from="2023-06-19"
    )
    rows = county.rows("statistics")
    at = rows[0].index("indicator"), rows[0].index("value")
    county.write(
        "statistics", [[*one[: at[1]], "50.25", *one[at[1] + 1 :]] if "area" in one[at[0]] else one for one in rows]
    )
    return county


def typed(cell: str, column: str, choices: dict) -> str:
    """A cell as an office types it."""
    if column in NUMBERED and choices["newer"] and cell.startswith("91"):
        return f"92{cell[2:]}"
    if column == "valid_from" and choices["day_first"] and len(cell) == 10:
        return ".".join(reversed(cell.split("-")))
    if column in ("value", "each") and choices["comma"]:
        return cell.replace(".", ",")
    return f"{cell} " if choices["spaces"] else cell


forms = st.fixed_dictionaries(
    {
        "encoding": st.sampled_from(ENCODINGS),
        "delimiter": st.sampled_from(",;\t"),
        "ending": st.sampled_from(["\n", "\r\n"]),
        "order": st.randoms(use_true_random=False),
        "blank": st.booleans(),
        **{what: st.booleans() for what in ("newer", "day_first", "comma", "spaces", "sep")},
    }
)


def spoil(county: County, table: str, choices: dict) -> None:
    """Write a table as a spreadsheet might have left it."""
    header, *rows = county.rows(table)
    order = list(range(len(header)))
    choices["order"].shuffle(order)
    mixed = [[header[at] for at in order]]
    mixed += [[typed(one[at], header[at], choices) for at in order] for one in rows]
    if choices["blank"]:
        mixed.insert(2, [""] * len(header))
    text = as_csv(mixed, choices["delimiter"], choices["ending"])
    sep = f"sep={choices['delimiter']}{choices['ending']}" if choices["sep"] else ""
    county.write_bytes(f"{table}.csv", (sep + text).encode(choices["encoding"]))


@settings(max_examples=12)
@given(st.lists(forms, min_size=4, max_size=4))
def test_says_the_same(several: list[dict]) -> None:
    """Whatever the encoding, the delimiter, the order and the typing: the same register, and the standard's bytes.

    A second time there is nothing left to do.
    """
    with tempfile.TemporaryDirectory() as space:
        county = filled(Path(space))
        standard, names = bytes_of(county.folder), ("memberships", "statistics", "fixed_links", "municipalities")
        for table, choices in zip(names, several, strict=True):
            spoil(county, table, {**choices, "newer": choices["newer"] and table != "municipalities"})
        before = said_by(load(county.folder))
        done = tidy(county.folder, TODAY)
        after = bytes_of(county.folder)
        assert said_by(load(county.folder)) == before
        assert {name: after[name] for name in standard} == standard
        assert done.left == ()
        assert tidy(county.folder, TODAY).changed == {}
        assert bytes_of(county.folder) == after


def test_told(county: County) -> None:
    """It says what it changed in each file, and keeps each beside; tried only, it says the same and writes nothing."""
    county.cell("memberships", 2, "municipality", "9201")
    rows = county.rows("memberships")
    reordered = [[*one[1:], one[0]] for one in [*rows[:3], [""] * len(rows[0]), *rows[3:]]]
    county.write_bytes("memberships.csv", as_csv(reordered, ";", "\r\n").encode("cp1252"))
    county.write_bytes("texts.csv", b"\xef\xbb\xbf" + county.text("texts.csv").encode())
    county.write_bytes("datapackage.json", b"\xef\xbb\xbf" + county.text("datapackage.json").encode())
    before = bytes_of(county.folder)
    tried = run("tidy", "--dry-run", "--data", county.folder)
    assert bytes_of(county.folder) == before
    done = run("tidy", "--data", county.folder)
    told = done.stdout.decode().splitlines()
    assert (done.returncode, done.stderr) == (0, b"")
    assert told[:3] == [
        "memberships.csv: UTF-8 without a byte-order mark; lines end in LF; commas in place of semicolons; "
        "columns in the order of datapackage.json; 1 blank row left out; "
        "1 cell written as the register reads them (row 2 [municipality]: “9201” is “9101”).",
        "texts.csv: UTF-8 without a byte-order mark.",
        "datapackage.json: UTF-8 without a byte-order mark.",
    ]
    assert tried.stdout.decode().splitlines()[:3] == told[:3]
    assert bytes_of(county.folder)["memberships.csv.before"] == before["memberships.csv"]
    again = run("tidy", "--data", county.folder)
    assert again.stdout.decode().startswith("Nothing to write")


def test_left(county: County) -> None:
    """A table and a cell that cannot be read are left and named; the others are tidied."""
    county.cell("memberships", 3, "valid_from", "jan.14")
    county.write_bytes("memberships.csv", county.text("memberships.csv").replace("\n", "\r\n").encode())
    county.write_bytes("texts.csv", b'key,nb\n"never closed')
    done = run("tidy", "--data", county.folder)
    assert done.returncode == 0
    assert done.stdout.startswith(b"memberships.csv: lines end in LF.\n")
    assert b"memberships.csv:3 [valid_from]" in done.stderr
    assert b"(broken_quote)" in done.stderr
    after = bytes_of(county.folder)
    assert after["texts.csv"] == b'key,nb\n"never closed'
    assert b"jan.14" in after["memberships.csv"]


def test_ragged(county: County) -> None:
    """A row with a cell too few is left, with its table."""
    broken = county.text("memberships.csv").replace("vest,9102", "vest9102").replace("\n", "\r\n").encode()
    county.write_bytes("memberships.csv", broken)
    done = run("tidy", "--data", county.folder)
    assert b"(missing_cell)" in done.stderr
    assert bytes_of(county.folder)["memberships.csv"] == broken


def test_own_columns(county: County) -> None:
    """A column that the descriptor does not declare is kept, after the others."""
    rows = county.rows("memberships")
    county.write("memberships", [["ours" if place == 0 else f"note {place}", *one] for place, one in enumerate(rows)])
    tidy(county.folder, TODAY)
    assert county.rows("memberships") == [
        [*one, "ours" if place == 0 else f"note {place}"] for place, one in enumerate(rows)
    ]


def test_no_folder(tmp_path: Path) -> None:
    """Without a folder, or a descriptor, there is nothing to tidy, and that is refused."""
    assert run("tidy", "--data", tmp_path / "none").returncode == 1
    assert run("tidy", "--data", tmp_path).returncode == 1
    assert bytes_of(tmp_path) == {}
