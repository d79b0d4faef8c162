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
    if not folder.municipalities:
        return
    yield from _ambiguous(folder)
    yield from _outside_is_inside(folder)
    yield from _unknown(folder)


def _unknown(folder: Folder) -> Iterator[Finding]:
    """A number in a column of numbers that is in neither list, or not in the list that its column points into."""
    inside = {record["number"]: record["name"] for record in folder.municipalities}
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
                    if resource.name == "statistics" and _is_carried(folder, record[column]):
                        continue
                    name = record[column.replace("municipality", "name")]
                    place = (folder.table(resource.name).file, record.line, column)
                    parts = folder.chain.meant(record[column], folder.settings.base)
                    if len(parts) > 1:
                        yield _split(
                            *place, record.typed[column], [inside.get(one.number, one.number) for one in parts]
                        )
                        continue
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
    parts = folder.chain.meant(number, folder.settings.base)
    return parts[0].number if len(parts) == 1 else ""


def _is_carried(folder: Folder, number: str) -> bool:
    """Whether figures under a number of another edition can be told in the base edition: it was merged, not split."""
    parts = folder.chain.meant(number, folder.settings.base)
    return bool(parts) and all(one.share is not None for one in parts)


def _split(file: str, row: int, column: str, number: str, names: list[str]) -> Finding:
    message = f"{number} means {' and '.join(names)}, and nobody knows how its figures divide."
    help = f"Write a row for each of {', '.join(names)}, or give the shares in changes.csv."
    return finding("split_number", file, message, help, row, column, number=number, names=", ".join(names))


def _unknown_number(file: str, row: int, column: str, number: str, meant: str) -> Finding:
    message = f"No municipality that may stand here has the number “{number}”."
    help = f"Perhaps {meant} is meant. " if meant else ""
    help += "Write the municipality's number, four digits, of an edition that editions.csv lists."
    return finding("unknown_municipality", file, message, help, row, column, number=number, likely=meant)


def _ambiguous(folder: Folder) -> Iterator[Finding]:
    """A number that means one municipality in one edition and another in the next."""
    table, base = folder.table("municipalities"), folder.settings.base
    for record in table if base in folder.editions else ():
        number, edition = record["number"], record["edition"]
        if edition not in folder.editions or number not in folder.editions[edition].municipalities:
            continue
        meant = {one.number for one in folder.chain.meant(number, base)}
        here = {one.number for one in folder.chain.parts(edition, number, base)}
        if meant and meant.isdisjoint(here):
            other = ", ".join(sorted(meant))
            message = f"The number {number} of {record['name']} ({edition}) also means {other}."
            help = "Correct one of the two, or say in changes.csv what became of it; a number may mean one thing only."
            yield finding(
                "ambiguous_number", table.file, message, help, record.line, "number", number=number, other=other
            )


def _outside_is_inside(folder: Folder) -> Iterator[Finding]:
    """A municipality of the region that is listed or drawn as one outside it."""
    inside = {record["number"]: record["name"] for record in folder.municipalities}
    outside, surroundings = folder.table("outside"), folder.layer("surroundings")
    listed = [(outside.file, record.line, record["number"]) for record in outside]
    drawn = [(surroundings.file, feature.line, feature["number"]) for feature in surroundings]
    for file, row, number in listed + drawn:
        if number in inside:
            message = f"{number} {inside[number]} is a municipality of the region, but stands here as one outside it."
            help = "Delete it here or in municipalities.csv."
            yield finding("outside_is_inside", file, message, help, row, "number", number=number, name=inside[number])
