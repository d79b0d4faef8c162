"""The part of a descriptor that declares one table: its columns, its key and its references to other tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

ROLES = ("", "municipality", "number", "numbers", "date")


@dataclass(frozen=True)
class Field:
    """A declared column.

    ``role`` tells what its cells are beyond their type: "municipality" (a
    number in either numbering), "number" (a number kept as it is), "numbers"
    (several, separated by "|"), "date" or "". ``names`` is the column that
    holds the number whose name stands here. Both are this project's additions
    to the Table Schema standard.
    """

    name: str
    type: str
    role: str
    names: str


def fields_of(schema: Mapping) -> tuple[Field, ...]:
    """The columns of a schema in which ``schema_problem`` found none."""
    keys = ("name", "type", "role", "names")
    return tuple(Field(*(str(field.get(key) or "") for key in keys)) for field in schema.get("fields", ()))


def columns(key: object) -> tuple[str, ...]:
    """The columns of a key, which may be one name or a list of them; none when it is neither."""
    if isinstance(key, str):
        return (key,)
    return tuple(key) if isinstance(key, list) and all(isinstance(one, str) for one in key) else ()


def schema_problem(schema: object) -> str | None:
    """What is wrong with a table's schema, as the end of a sentence, or None."""
    fields = schema.get("fields") if isinstance(schema, dict) else None
    if not isinstance(fields, list) or not fields:
        return "lacks a schema with fields"
    if not all(isinstance(field, dict) and isinstance(field.get("name"), str) and field["name"] for field in fields):
        return "has a field without a name"
    names = {field["name"] for field in fields}
    for field in fields:
        if field.get("role", "") not in ROLES:
            return f"has the unknown role “{field['role']}” for “{field['name']}”"
        if "names" in field and field["names"] not in (*names, ""):
            return f"says that “{field['name']}” names the unknown column “{field['names']}”"
    if "primaryKey" in schema and not _are_declared(schema["primaryKey"], names):
        return "has a primaryKey that is not made of its columns"
    references = schema.get("foreignKeys", [])
    if not isinstance(references, list) or not all(_is_reference(one, names) for one in references):
        return "has foreignKeys that are not made of its columns and a reference"
    return None


def _are_declared(key: object, names: set[str]) -> bool:
    return bool(columns(key)) and set(columns(key)) <= names


def _is_reference(key: object, names: set[str]) -> bool:
    target = key.get("reference") if isinstance(key, dict) else None
    if not isinstance(target, dict) or not isinstance(target.get("resource", ""), str):
        return False
    return _are_declared(key.get("fields"), names) and len(columns(key["fields"])) == len(columns(target.get("fields")))
