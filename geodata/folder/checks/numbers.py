"""Numbers that no municipality has, and numbers that mean two."""

from __future__ import annotations

from collections.abc import Iterator

from geodata.errors import Finding
from geodata.folder.codes import finding
from geodata.folder.descriptor import Resource
from geodata.folder.reading import Folder
from geodata.text import likely


def check_numbers(folder: Folder) -> Iterator[Finding]:
    """Findings about columns of municipality numbers and the two lists that they point into."""
    inside = folder.table("municipalities")
    if not inside.records:
        return
    yield from _ambiguous(folder)
    yield from _outside_is_inside(folder)
    yield from _unknown(folder)


def _unknown(folder: Folder) -> Iterator[Finding]:
    """A number in a column of numbers that is in neither list, or not in the list that its column points into."""
    inside = {record["number"]: record["name"] for record in folder.table("municipalities")}
    everywhere = inside | {record["number"]: record["name"] for record in folder.table("outside")}
    for resource in folder.descriptor.resources:
        number_columns = [field.name for field in resource.fields if field.role == "municipality"]
        if resource.name in ("municipalities", "outside"):
            continue
        for column in number_columns:
            known = inside if _points_inside(resource, column) else everywhere
            if known is everywhere and not folder.table("outside").records:
                continue
            for record in folder.table(resource.name):
                if record[column] and record[column] not in known:
                    name = record[column.replace("municipality", "name")]
                    place = (folder.table(resource.name).file, record.line, column)
                    meant = _meant(record[column], name, known, folder)
                    yield _unknown_number(*place, record.typed[column], meant)


def _points_inside(resource: Resource, column: str) -> bool:
    """Whether the descriptor lets the column refer to municipalities of the region only."""
    return any(column in one.columns and one.table == "municipalities" for one in resource.schema.references)


def _meant(number: str, name: str, known: dict[str, str], folder: Folder) -> str:
    """The number that was probably meant: of the municipality so named, or of the former one's successor; or ""."""
    named = likely(name, known.values()) if name else None
    for candidate, its_name in known.items():
        if named and its_name == named:
            return candidate
    for record in folder.table("municipalities"):
        if number in record["former_numbers"].split("|"):
            return record["number"]
    return ""


def _unknown_number(file: str, row: int, column: str, number: str, meant: str) -> Finding:
    message = f"No municipality that may stand here has the number “{number}”."
    help = f"Perhaps {meant} is meant. " if meant else ""
    help += "Write the municipality's number of 2020 or of 2024, four digits."
    return finding("unknown_municipality", file, message, help, row, column, number=number, likely=meant)


def _ambiguous(folder: Folder) -> Iterator[Finding]:
    """A number of 2020 or 2024 that two municipalities of the region share."""
    table = folder.table("municipalities")
    owners: dict[str, str] = {}
    for record in table:
        for column in ("number", "number_2024"):
            number = record[column]
            owner = owners.setdefault(number, record["number"])
            if number and owner != record["number"]:
                message = f"The number {number} of {record['name']} also belongs to {owner}."
                help = "Correct one of the two; a number may mean one municipality only."
                yield finding(
                    "ambiguous_number", table.file, message, help, record.line, column, number=number, other=owner
                )


def _outside_is_inside(folder: Folder) -> Iterator[Finding]:
    """A municipality of the region that is listed or drawn as one outside it."""
    inside = {record["number"]: record["name"] for record in folder.table("municipalities")}
    outside, surroundings = folder.table("outside"), folder.layer("surroundings")
    listed = [(outside.file, record.line, record["number"]) for record in outside]
    drawn = [(surroundings.file, feature.line, feature["number"]) for feature in surroundings]
    for file, row, number in listed + drawn:
        if number in inside:
            message = f"{number} {inside[number]} is a municipality of the region, but stands here as one outside it."
            help = "Delete it here or in municipalities.csv."
            yield finding("outside_is_inside", file, message, help, row, "number", number=number, name=inside[number])
