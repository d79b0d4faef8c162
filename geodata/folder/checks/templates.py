"""Texts that are filled: their braces hold only placeholders that can be filled, the same in each language."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from geodata.errors import Finding
from geodata.folder.codes import finding
from geodata.folder.table import Record
from geodata.story import BadTemplate, placeholders


def check_template(file: str, record: Record, columns: Iterable[str], known: Collection[str]) -> Iterator[Finding]:
    """Findings about one text of a row: a column for each language, or one for all; ``known``: what can be filled."""
    used: dict[str, frozenset[str]] = {}
    for column in columns:
        try:
            used[column] = placeholders(record[column], known)
        except BadTemplate as problem:
            message = f"The text cannot be filled: {problem}."
            help = f"Write one of {_listed(known)}, or {{{{ for a brace."
            yield finding("bad_placeholder", file, message, help, record.line, column)
    for column, names in used.items():
        if lacking := frozenset().union(*used.values()) - names:
            listed = _listed(sorted(lacking))
            message = f"The text lacks {listed}, which another language has."
            help = "Say the same in each language, or leave the placeholder out of all."
            yield finding("unlike_placeholders", file, message, help, record.line, column, lacking=listed)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)
