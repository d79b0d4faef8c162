"""Ways to break the files and tables of the invented county, and the place that each finding must name."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass

from tests.geodata.county import County


@dataclass(frozen=True)
class Broken:
    """What is done to the county, and where the finding stands; ``also`` are codes that may come with it."""

    how: Callable[[County], object]
    file: str
    row: int | None = None
    column: str | None = None
    also: tuple[str, ...] = ()


def bytes_of(file: str, content: bytes) -> Callable[[County], object]:
    """Overwrite a file."""
    return lambda county: county.write_bytes(file, content)


def replaced(file: str, old: str, new: str, encoding: str = "utf-8") -> Callable[[County], object]:
    """Replace the first occurrence of a text in a file."""
    return lambda county: county.write_bytes(file, county.text(file).replace(old, new, 1).encode(encoding))


def descriptor(change: Callable[[dict], object]) -> Callable[[County], object]:
    """Alter datapackage.json."""
    return lambda county: county.json("datapackage.json", change)


def cell(table: str, row: int, column: str, value: str) -> Callable[[County], object]:
    """Write another value into one cell."""
    return lambda county: county.cell(table, row, column, value)


def cells(table: str, row: int, **values: str) -> Callable[[County], object]:
    """Write other values into several cells of one row."""
    return lambda county: [county.cell(table, row, column, value) for column, value in values.items()]


def without(table: str, *rows: int) -> Callable[[County], object]:
    """Delete rows."""
    return lambda county: [county.without(table, row) for row in sorted(rows, reverse=True)]


def no_such_place(county: County) -> None:
    """Delete the whole folder."""
    shutil.rmtree(county.folder)


def outside_link(county: County) -> None:
    """Put a link to a file of another folder in place of a table."""
    (county.folder / "texts.csv").rename(county.folder.parent / "texts_elsewhere.csv")
    (county.folder / "texts.csv").symlink_to(county.folder.parent / "texts_elsewhere.csv")


def a_folder_for_a_file(county: County) -> None:
    """Put a folder in place of a table."""
    (county.folder / "texts.csv").unlink()
    (county.folder / "texts.csv").mkdir()


FILES = {
    "missing_folder": Broken(no_such_place, "FOLDER"),
    "missing_descriptor": Broken(lambda county: (county.folder / "datapackage.json").unlink(), "datapackage.json"),
    "bad_json": Broken(bytes_of("datapackage.json", b'{\n"resources": [\n}'), "datapackage.json", 3),
    "bad_descriptor": Broken(descriptor(lambda content: content.update(resources="all")), "datapackage.json"),
    "missing_resource": Broken(descriptor(lambda content: content["resources"].pop(9)), "datapackage.json"),
    "unsafe_path": Broken(
        descriptor(lambda content: content["resources"][9].update(path="../texts.csv")), "datapackage.json"
    ),
    "unsafe_link": Broken(
        descriptor(lambda content: content.update(sources=[{"title": "a", "path": "javascript:alert(1)"}])),
        "datapackage.json",
    ),
    "missing_file": Broken(lambda county: (county.folder / "texts.csv").unlink(), "texts.csv"),
    "unreadable_file": Broken(a_folder_for_a_file, "texts.csv"),
    "empty_file": Broken(bytes_of("texts.csv", b""), "texts.csv"),
    "not_csv": Broken(bytes_of("texts.csv", b"PK\x03\x04\x14\x00"), "texts.csv"),
    "unreadable_text": Broken(bytes_of("texts.csv", b"key,nb\n\x81\x8d,\xff"), "texts.csv"),
    "lost_letters": Broken(
        replaced("municipalities.csv", "9102,Bø", "9102,BÃ¸"), "municipalities.csv", 3, also=("wrong_name",)
    ),
    "broken_quote": Broken(replaced("texts.csv", "region,region", 'region,"region'), "texts.csv", 3),
}

TABLES = {
    "missing_column": Broken(
        replaced("texts.csv", "key,nb,nn,", "key,nb,"), "texts.csv", 1, "nn", also=("extra_cell",)
    ),
    "duplicate_column": Broken(
        replaced("texts.csv", "key,nb,nn,en", "key,nb,nb,en"), "texts.csv", 1, "nb", also=("missing_column",)
    ),
    "blank_header": Broken(
        replaced("texts.csv", "key,nb,nn,en", "key,nb,,en"), "texts.csv", 1, also=("missing_column",)
    ),
    "unknown_column": Broken(
        lambda county: county.write(
            "texts", [[*row, "Nne" if row[0] == "key" else "x"] for row in county.rows("texts")]
        ),
        "texts.csv",
        1,
        "Nne",
    ),
    "missing_cell": Broken(
        replaced("texts.csv", "region,region,region,region,invented", "region,region"), "texts.csv", 3
    ),
    "extra_cell": Broken(replaced("texts.csv", "region,region", "region,region,region,region"), "texts.csv", 3),
    "blank_required": Broken(cell("texts", 3, "en", " \u200b"), "texts.csv", 3, "en"),
    "wrong_type": Broken(cell("statistics", 3, "value", "many"), "statistics.csv", 3, "value", also=("missing_year",)),
    "wrong_pattern": Broken(cell("networks", 2, "colour_light", "red"), "networks.csv", 2, "colour_light"),
    "not_allowed": Broken(cell("memberships", 6, "status", "guest"), "memberships.csv", 6, "status"),
    "out_of_range": Broken(cell("statistics", 3, "value", "-5"), "statistics.csv", 3, "value"),
    "not_unique": Broken(cell("networks", 4, "short_name", "vest"), "networks.csv", 4, "short_name"),
    "duplicate_row": Broken(cell("texts", 4, "key", "region"), "texts.csv", 4, "key", also=("missing_text",)),
    "unknown_reference": Broken(cell("memberships", 6, "network", "vset"), "memberships.csv", 6, "network"),
    "bad_placeholder": Broken(cell("steps", 2, "text_nn", "{nokon}"), "steps.csv", 2, "text_nn"),
    "typed_number": Broken(cell("steps", 2, "number", "88 %"), "steps.csv", 2, "number"),
    "unlike_placeholders": Broken(cell("steps", 3, "caption_en", "caption"), "steps.csv", 3, "caption_en"),
    "unknown_text": Broken(
        lambda county: county.append("texts", key="abuot_region", nb="a", nn="a", en="a"), "texts.csv", 12, "key"
    ),
    "missing_text": Broken(without("texts", 4), "texts.csv", None, "key"),
}
