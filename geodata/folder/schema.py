"""The part of a descriptor that declares one table: its columns, its key and its references to other tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

ROLES = ("", "municipality", "number", "numbers", "date")
#: What the Table Schema standard says of a column's cells, and frictionless checks.
_STANDARD = ("name", "type", "format", "constraints")


@dataclass(frozen=True)
class Field:
    """A declared column.

    ``role`` tells what its cells are beyond their type: "municipality" (a
    number in either numbering), "number" (a number kept as it is), "numbers"
    (several, separated by "|"), "date" or "". ``names`` is the column that
    holds the number whose name stands here. Both are this project's additions
    to the Table Schema standard. ``allowed``: the only values there may be,
    none when any may. ``declared``: name, type, format and constraints as they
    stand in the descriptor, for frictionless.
    """

    name: str
    type: str
    role: str
    names: str
    description: str
    example: str
    allowed: tuple[str, ...]
    declared: Mapping[str, object]


@dataclass(frozen=True)
class Reference:
    """Columns whose cells must stand in the columns ``targets`` of another table; ``table`` "" is the same table."""

    columns: tuple[str, ...]
    table: str
    targets: tuple[str, ...]


@dataclass(frozen=True)
class Schema:
    """What one table declares; ``key``: the columns that tell its rows apart, empty when none do."""

    fields: tuple[Field, ...] = ()
    key: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()


def schema_of(declared: Mapping[str, object]) -> Schema:
    """The schema as declared; one in which ``schema_problem`` found something gives what can be made out."""
    fields, references = declared.get("fields"), declared.get("foreignKeys")
    return Schema(
        tuple(_field(one) for one in fields if isinstance(one, dict)) if isinstance(fields, list) else (),
        columns(declared.get("primaryKey")),
        tuple(_reference(one) for one in references) if isinstance(references, list) else (),
    )


def _field(declared: Mapping[str, object]) -> Field:
    constraints = declared.get("constraints")
    allowed = constraints.get("enum") if isinstance(constraints, dict) else None
    name, type, role, names, description = (
        str(declared.get(key) or "") for key in ("name", "type", "role", "names", "description")
    )
    example = declared.get("example")
    return Field(
        name,
        type,
        role,
        names,
        description,
        example="" if example is None else str(example),  # 0 is an example too
        allowed=tuple(str(one) for one in allowed) if isinstance(allowed, list) else (),
        declared={key: declared[key] for key in _STANDARD if key in declared},
    )


def undeclared(name: str) -> Field:
    """A column that the descriptor says nothing of: its cells may be anything."""
    return Field(name, "any", "", "", "", "", (), {"name": name, "type": "any"})


def _reference(declared: Mapping[str, Mapping[str, object]]) -> Reference:
    target = declared["reference"]
    return Reference(columns(declared["fields"]), str(target.get("resource", "")), columns(target.get("fields")))


def columns(key: object) -> tuple[str, ...]:
    """The columns of a key, which may be one name or a list of them; none when it is neither."""
    if isinstance(key, str):
        return (key,)
    return tuple(key) if isinstance(key, list) and all(isinstance(one, str) for one in key) else ()


def schema_problem(schema: object) -> str | None:
    """What is wrong with a table's schema, as the end of a sentence, or None."""
    if not isinstance(schema, dict) or not isinstance(fields := schema.get("fields"), list) or not fields:
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
    if not isinstance(key, dict) or not isinstance(target := key.get("reference"), dict):
        return False
    if not isinstance(target.get("resource", ""), str):
        return False
    return _are_declared(key.get("fields"), names) and len(columns(key["fields"])) == len(columns(target.get("fields")))
