"""Names that do not belong to the number beside them: the number counts only if the name agrees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from geodata.errors import Finding
from geodata.folder.codes import finding
from geodata.folder.reading import Folder
from geodata.text import fold, likely


def check_names(folder: Folder) -> Iterator[Finding]:
    """Findings about names in tables and layers, compared without case, spacing and composition of letters."""
    inside = {record["number"]: record["name"] for record in folder.municipalities}
    outside = {record["number"]: record["name"] for record in folder.table("outside")}
    elsewhere = _elsewhere(folder)
    for file, row, column, number, name in _places(folder):
        if fold(name) in elsewhere.get(number, ()):
            continue
        if number in inside and fold(name) != fold(inside[number]):
            yield _wrong("wrong_name", file, row, column, number, name, inside)
        elif number in outside and number not in inside and fold(name) != fold(outside[number]):
            yield _wrong("wrong_name_outside", file, row, column, number, name, outside)


def _elsewhere(folder: Folder) -> dict[str, set[str]]:
    """Number of the base edition → names that exactly this municipality has in the other editions, folded."""
    names: dict[str, set[str]] = {}
    for edition in folder.editions.values():
        for number, one in edition.municipalities.items():
            names.setdefault(folder.same_numbers.get(number, number), set()).add(fold(one.name))
    return names


def _places(folder: Folder) -> Iterator[tuple[str, int | None, str, str, str]]:
    """File, row, column, number and name of every name that stands beside a number."""
    for resource in folder.descriptor.resources:
        named = [(field.name, field.names) for field in resource.fields if field.names]
        for record in folder.table(resource.name):
            for column, number_column in named:
                if record[column]:
                    yield folder.table(resource.name).file, record.line, column, record[number_column], record[column]
    for layer in folder.layers.values():
        for feature in layer:
            if feature["name"]:
                yield layer.file, feature.line, "name", feature["number"], feature["name"]


def _wrong(
    code: str, file: str, row: int | None, column: str, number: str, name: str, names: Mapping[str, str]
) -> Finding:
    own = names[number]
    meant = likely(name, names.values()) or own
    theirs = next(other for other, its_name in names.items() if its_name == meant)
    message = f"{number} is {own}, not “{name}”."
    help = f"Write “{own}”" + (f", or {theirs} if {meant} is meant." if meant != own else ".")
    details = {"number": number, "name": name, "own": own, "likely": meant, "likely_number": theirs}
    return finding(code, file, message, help, row, column, **details)
