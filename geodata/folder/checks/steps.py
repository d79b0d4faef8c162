"""The steps of the presentation: their words hold only placeholders that can be filled, the same in each language."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from geodata.errors import Finding
from geodata.folder.checks.templates import check_template
from geodata.folder.codes import finding
from geodata.folder.measures import is_shown, measures_of
from geodata.folder.reading import Folder
from geodata.folder.table import Record
from geodata.story import KINDS, STEP_PARTS, placeholders, step_names


def check_steps(folder: Folder) -> Iterator[Finding]:
    """Findings about placeholders: unknown or broken ones, and those that one language lacks."""
    table = folder.table("steps")
    shown = {record["id"] for record in folder.table("measures") if is_shown(record)}
    additive = [
        id
        for id, one in measures_of(folder.table("measures"), folder.settings.languages).items()
        if id in shown and one.is_additive
    ]
    for record in table:
        kind = record["kind"]
        if kind not in KINDS:
            continue  # the descriptor's rule says so already
        known = step_names(kind, additive)
        yield from _number(table.file, record, known)
        for part in STEP_PARTS:
            columns = [f"{part}_{language}" for language in folder.settings.languages]
            yield from check_template(table.file, record, columns, known)


def _number(file: str, record: Record, known: Collection[str]) -> Iterator[Finding]:
    """Findings about the one large number, which is the same in each language."""
    problems = list(check_template(file, record, ["number"], known))
    yield from problems
    if record["number"] and not problems and not placeholders(record["number"], known):
        message = "The number is typed in; it will not follow the data."
        help = "Write a placeholder, or leave it blank."
        yield finding("typed_number", file, message, help, record.line, "number", number=record["number"])
