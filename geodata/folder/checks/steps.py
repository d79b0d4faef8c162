"""The steps of the presentation: their words hold only placeholders that can be filled, the same in each language."""

from __future__ import annotations

from collections.abc import Iterator

from geodata.errors import Finding
from geodata.folder.codes import finding
from geodata.folder.languages import DATA_LANGUAGES
from geodata.folder.measures import is_shown, measures_of
from geodata.folder.reading import Folder
from geodata.story import KINDS, STEP_PARTS, BadTemplate, placeholders, step_names


def check_steps(folder: Folder) -> Iterator[Finding]:
    """Findings about placeholders: unknown or broken ones, and those that one language lacks."""
    table = folder.table("steps")
    shown = {record["id"] for record in folder.table("measures") if is_shown(record)}
    additive = [id for id, one in measures_of(folder.table("measures")).items() if id in shown and one.is_additive]
    for record in table:
        kind = record["kind"]
        if kind not in KINDS:
            continue  # the descriptor's rule says so already
        for part in ("number", *STEP_PARTS):
            columns = [part] if part == "number" else [f"{part}_{language}" for language in DATA_LANGUAGES]
            used: dict[str, frozenset[str]] = {}
            for column in columns:
                try:
                    used[column] = placeholders(record[column], kind, additive)
                except BadTemplate as problem:
                    known = ", ".join(f"{{{name}}}" for name in step_names(kind, additive))
                    help = f"Write one of {known}, or {{{{ for a brace."
                    message = f"The text cannot be filled: {problem}."
                    yield finding("bad_placeholder", table.file, message, help, record.line, column)
            if part == "number" and record[part] and used.get(part) == frozenset():
                message, help = (
                    "The number is typed in; it will not follow the data.",
                    "Write a placeholder, or leave it blank.",
                )
                yield finding("typed_number", table.file, message, help, record.line, part, number=record[part])
            for column, names in used.items():
                if lacking := frozenset().union(*used.values()) - names:
                    listed = ", ".join(f"{{{name}}}" for name in sorted(lacking))
                    message = f"The text lacks {listed}, which another language has."
                    help = "Say the same in each language, or leave the placeholder out of all."
                    yield finding("unlike_placeholders", table.file, message, help, record.line, column, lacking=listed)
