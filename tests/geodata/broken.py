"""One way to break the invented county for every code, and the place that the finding must name."""

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
    "missing_resource": Broken(descriptor(lambda content: content["resources"].pop(7)), "datapackage.json"),
    "unsafe_path": Broken(
        descriptor(lambda content: content["resources"][7].update(path="../texts.csv")), "datapackage.json"
    ),
    "missing_file": Broken(lambda county: (county.folder / "texts.csv").unlink(), "texts.csv"),
    "unreadable_file": Broken(a_folder_for_a_file, "texts.csv"),
    "empty_file": Broken(bytes_of("texts.csv", b""), "texts.csv"),
    "not_csv": Broken(bytes_of("texts.csv", b"PK\x03\x04\x14\x00"), "texts.csv"),
    "unreadable_text": Broken(bytes_of("texts.csv", b"key,nb\n\x81\x8d,\xff"), "texts.csv"),
    "lost_letters": Broken(replaced("municipalities.csv", "9102,Bø", "9102,BÃ¸"), "municipalities.csv", 3, also=("wrong_name",)),
    "broken_quote": Broken(replaced("texts.csv", "region,region", 'region,"region'), "texts.csv", 3),
}

TABLES = {
    "missing_column": Broken(replaced("texts.csv", "key,nb,nn,", "key,nb,"), "texts.csv", 1, "nn", also=("extra_cell",)),
    "duplicate_column": Broken(replaced("texts.csv", "key,nb,nn,en", "key,nb,nb,en"), "texts.csv", 1, "nb", also=("missing_column",)),
    "blank_header": Broken(replaced("texts.csv", "key,nb,nn,en", "key,nb,,en"), "texts.csv", 1, also=("missing_column",)),
    "unknown_column": Broken(
        lambda county: county.write("texts", [[*row, "Nne" if row[0] == "key" else "x"] for row in county.rows("texts")]),
        "texts.csv", 1, "Nne",
    ),
    "missing_cell": Broken(replaced("texts.csv", "region,region,region,region,invented", "region,region"), "texts.csv", 3),
    "extra_cell": Broken(replaced("texts.csv", "region,region", "region,region,region,region"), "texts.csv", 3),
    "blank_required": Broken(cell("texts", 3, "en", " \u200b"), "texts.csv", 3, "en"),
    "wrong_type": Broken(cell("statistics", 3, "value", "many"), "statistics.csv", 3, "value", also=("missing_year",)),
    "wrong_pattern": Broken(cell("networks", 2, "colour_light", "red"), "networks.csv", 2, "colour_light"),
    "not_allowed": Broken(cell("memberships", 6, "status", "guest"), "memberships.csv", 6, "status"),
    "out_of_range": Broken(cell("statistics", 3, "value", "-5"), "statistics.csv", 3, "value", also=("population_jump",)),
    "not_unique": Broken(cell("networks", 4, "short_name", "vest"), "networks.csv", 4, "short_name"),
    "duplicate_row": Broken(cell("texts", 4, "key", "region"), "texts.csv", 4, "key", also=("missing_text",)),
    "unknown_reference": Broken(cell("memberships", 6, "network", "vset"), "memberships.csv", 6, "network"),
    "missing_text": Broken(without("texts", 4), "texts.csv", None, "key"),
}


def in_two(county: County) -> None:
    """Make Aa a member of the other climate network too."""
    county.append("memberships", network="aust", municipality="9101", name="Aa", status="member")


def again(**cells: str) -> Callable[[County], object]:
    """Add a second row about Aa in "vest"."""
    about = {"network": "vest", "municipality": "9101", "name": "Aa", "status": "member"}
    return lambda county: county.append("memberships", **{**about, **cells})


def unruled(value: str) -> Callable[[County], object]:
    """Write a value of a population that the descriptor no longer forbids."""

    def how(county: County) -> None:
        county.constraint("statistics", "value")
        county.cell("statistics", 3, "value", value)

    return how


REGISTER = {
    "unknown_municipality": Broken(cell("memberships", 2, "municipality", "9999"), "memberships.csv", 2, "municipality"),
    "ambiguous_number": Broken(cell("municipalities", 3, "number_2024", "9101"), "municipalities.csv", 3, "number_2024"),
    "outside_is_inside": Broken(
        lambda county: county.append("outside", number="9104", name="Dal"), "outside.csv", 3, "number"
    ),
    "wrong_name": Broken(cell("memberships", 3, "name", "Co"), "memberships.csv", 3, "name"),
    "wrong_name_outside": Broken(cell("memberships", 6, "name", "Gran"), "memberships.csv", 6, "name"),
    "bad_network_id": Broken(cell("networks", 4, "id", "none"), "networks.csv", 4, "id", also=("unknown_reference",)),
    "missing_colour": Broken(cell("networks", 3, "colour_dark", ""), "networks.csv", 3, "colour_dark"),
    "same_colour": Broken(cell("networks", 3, "colour_light", "#112233"), "networks.csv", 3, "colour_light"),
    "same_pattern": Broken(cell("networks", 3, "pattern", "dots"), "networks.csv", 3, "pattern"),
    "same_initial": Broken(cell("networks", 3, "initial", "V"), "networks.csv", 3, "initial"),
    "network_without_members": Broken(without("memberships", 4), "networks.csv", 3, "id"),
    "duplicate_membership": Broken(again(valid_from="2020"), "memberships.csv", 7, "municipality"),
    "contradicting_memberships": Broken(again(status="former", valid_to="2020"), "memberships.csv", 7, "status"),
    "member_of_two": Broken(in_two, "memberships.csv", 7, "network"),
    "impossible_date": Broken(cell("memberships", 2, "valid_from", "2021-02-30"), "memberships.csv", 2, "valid_from"),
    "dates_out_of_order": Broken(
        lambda county: [
            county.cell("memberships", 2, column, value)
            for column, value in (("first_attested", "2021-05"), ("last_attested", "2021-04-30"))
        ],
        "memberships.csv", 2, "last_attested",
    ),
    "ended_membership": Broken(cell("memberships", 2, "valid_to", "2023-05"), "memberships.csv", 2, "valid_to"),
    "future_membership": Broken(cell("memberships", 2, "valid_from", "2023-07"), "memberships.csv", 2, "valid_from"),
    "missing_population": Broken(without("statistics", 2, 3, 4), "statistics.csv", None, "indicator"),
    "missing_year": Broken(without("statistics", 2), "statistics.csv", None, "year"),
    "year_gap": Broken(without("statistics", 3, 8, 13, 18, 23, 28), "statistics.csv", None, "year"),
    "missing_land_area": Broken(without("statistics", 5), "statistics.csv", None, "indicator"),
    "impossible_value": Broken(unruled("-1101"), "statistics.csv", 3, "value", also=("population_jump",)),
    "wrong_unit": Broken(cell("statistics", 5, "unit", "persons"), "statistics.csv", 5, "unit"),
    "land_exceeds_total": Broken(cell("statistics", 5, "value", "61"), "statistics.csv", 5, "value"),
    "population_jump": Broken(cell("statistics", 4, "value", "11020"), "statistics.csv", 4, "value"),
    "link_to_itself": Broken(
        lambda county: (county.cell("fixed_links", 2, "municipality_b", "9101"), county.cell("fixed_links", 2, "name_b", "Aa")),
        "fixed_links.csv", 2, "municipality_b",
    ),
    "duplicate_link": Broken(
        lambda county: county.append(
            "fixed_links", municipality_a="9106", name_a="Fjell", municipality_b="9101", name_b="Aa", kind="bridge", name="Lange bru"
        ),
        "fixed_links.csv", 3, "municipality_b",
    ),
    "needless_link": Broken(
        lambda county: (county.cell("fixed_links", 2, "municipality_b", "9102"), county.cell("fixed_links", 2, "name_b", "Bø")),
        "fixed_links.csv", 2, "municipality_b",
    ),
}  # fmt: skip
