"""What datapackage.json declares of the tables: types, constraints, keys and references."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from frictionless import Checklist, Error, FrictionlessException, Package
from frictionless import errors as found_by_frictionless

from geodata.errors import Finding
from geodata.folder.codes import finding
from geodata.folder.descriptor import FILE, Resource
from geodata.folder.reading import Folder
from geodata.folder.schema import Reference, undeclared
from geodata.folder.table import Record, Table
from geodata.text import LIKELY_OF_FEW_FROM, likely

_CONSTRAINT = re.compile(r'constraint "(\w+)" is "(.*)"', re.DOTALL)
_CONSTRAINT_CODES = {"required": "blank_required", "pattern": "wrong_pattern", "enum": "not_allowed"}
_KINDS = {"integer": "a whole number", "number": "a number", "year": "a year"}
_MANY = 1_000_000  # frictionless stops at 1000 unless told otherwise
_UNUSABLE = (FrictionlessException, re.error, TypeError, ValueError, KeyError, AttributeError)
_REMEMBERED = 32  # tables whose errors are kept; a folder has ten, and a large one is many megabytes
_RESTORE = "Compare datapackage.json with its last good copy."


def check_schema(folder: Folder) -> list[Finding]:
    """Findings from validating the tables' cleaned rows against their declared schemas."""
    resources = [one for one in folder.descriptor.resources if one.name in folder.tables]
    by_name = {one.name: one for one in resources if folder.tables[one.name].records}
    tables = {name: folder.tables[name] for name in by_name}
    try:
        errors = {name: _errors(json.dumps(_declared(resource, by_name, tables))) for name, resource in by_name.items()}
    except _UNUSABLE as problem:
        message = f"The schemas cannot be used: {_first_line(_of_all(by_name, tables) or problem)}."
        return [finding("bad_descriptor", FILE, message, _RESTORE)]
    findings = [
        finding("bad_descriptor", FILE, f"The schemas cannot be used: {error.note}.", _RESTORE)
        for error in itertools.chain.from_iterable(errors.values())
        if not isinstance(error, (found_by_frictionless.RowError, found_by_frictionless.HeaderError))
    ]
    for name, table in tables.items():
        for position, of_row in _grouped(errors[name]).items():
            findings += _of_row(table.records[position - 2], of_row, table, by_name[name], tables)
    return findings


@lru_cache(maxsize=_REMEMBERED)
def _errors(declared: str) -> tuple[Error, ...]:
    """What frictionless finds in the first of the resources, the others being what it refers to.

    ``declared`` is a data package as JSON with its rows in it: the same table
    with the same schema has the same errors, and frictionless takes most of
    the time of a load. Raises what frictionless raises for a schema that it
    cannot use.
    """
    package = Package.from_descriptor(json.loads(declared))
    report = package.resources[0].validate(checklist=Checklist(), limit_errors=_MANY)
    return (*report.errors, *(error for task in report.tasks for error in task.errors))


def _of_all(resources: Mapping[str, Resource], tables: Mapping[str, Table]) -> Exception | None:
    """What frictionless has against all schemas together, where one of them stopped it already."""
    try:
        Package.from_descriptor({"name": "register", "resources": [_inline(one, tables) for one in resources.values()]})
    except _UNUSABLE as problem:
        return problem
    return None


def _first_line(problem: Exception) -> str:
    return str(problem).splitlines()[0] if str(problem) else type(problem).__name__


def _declared(resource: Resource, resources: Mapping[str, Resource], tables: Mapping[str, Table]) -> dict[str, object]:
    """A data package of one table, and of the columns in others that it refers to, with rows in place of paths."""
    wanted: dict[str, set[str]] = {}
    for reference in _usable(resource, tables):
        wanted.setdefault(reference.table or resource.name, set()).update(reference.targets)
    referred = [_keys(resources[name], tables[name], of) for name, of in wanted.items() if name != resource.name]
    return {"name": "register", "resources": [_inline(resource, tables), *referred]}


def _inline(resource: Resource, tables: Mapping[str, Table]) -> dict[str, object]:
    """The resource with its rows in place of its path, and its fields in the file's order."""
    table = tables[resource.name]
    declared = {field.name: field for field in resource.fields}
    header = _header(table)
    fields = [dict(declared.get(column, undeclared(column)).declared) for column in header]
    schema: dict[str, object] = {"fields": fields, "missingValues": [""]}
    key = resource.schema.key
    if key and set(key) <= set(header):
        schema["primaryKey"] = list(key)
    schema["foreignKeys"] = [_foreign_key(one) for one in _usable(resource, tables)]
    rows = [list(record.cells) for record in table.records]
    return {"name": resource.name, "data": [header, *rows], "schema": schema}


def _usable(resource: Resource, tables: Mapping[str, Table]) -> list[Reference]:
    """The references of a table whose columns were read on both sides."""
    header = _header(tables[resource.name])
    return [one for one in resource.schema.references if _is_usable(one, header, tables)]


def _header(table: Table) -> list[str]:
    return [column or f"ignored {position}" for position, column in enumerate(table.header, start=1)]


def _keys(resource: Resource, table: Table, wanted: set[str]) -> dict[str, object]:
    """The columns of a table that another refers to, and nothing else of it."""
    header = [column for column in table.header if column in wanted]
    declared = {field.name: dict(field.declared) for field in resource.fields}
    schema = {"fields": [declared[column] for column in header], "missingValues": [""]}
    rows = [[record[column] for column in header] for record in table.records]
    return {"name": resource.name, "data": [header, *rows], "schema": schema}


def _foreign_key(one: Reference) -> dict[str, object]:
    return {"fields": list(one.columns), "reference": {"resource": one.table, "fields": list(one.targets)}}


def _is_usable(reference: Reference, header: list[str], tables: Mapping[str, Table]) -> bool:
    """Whether the columns on both sides of a reference were read."""
    target = tables.get(reference.table)
    there: Sequence[str] = target.header if target else () if reference.table else header
    return set(reference.columns) <= set(header) and set(reference.targets) <= set(there)


def _grouped(errors: Iterable[Error]) -> dict[int, list[found_by_frictionless.RowError]]:
    rows: dict[int, list[found_by_frictionless.RowError]] = {}
    for error in errors:
        if isinstance(error, found_by_frictionless.RowError):
            rows.setdefault(error.row_number, []).append(error)
    return rows


def _of_row(
    record: Record,
    errors: Sequence[found_by_frictionless.RowError],
    table: Table,
    resource: Resource,
    tables: Mapping[str, Table],
) -> Iterator[Finding]:
    """One finding for a ragged row, otherwise one for each of its errors."""
    ragged = [error for error in errors if error.type in ("missing-cell", "extra-cell")]
    if ragged:
        code = ragged[0].type.replace("-", "_")
        relation = "fewer" if code == "missing_cell" else "more"
        message = f"The row has {len(record.cells)} cells, {relation} than the {len(table.header)} of the header."
        help = "Look for a missing or superfluous delimiter, or a cell that should stand in quotation marks."
        yield finding(code, table.file, message, help, row=record.line, cells=len(record.cells))
        return
    for error in errors:
        if error.type == "primary-key":
            if "same as" in error.note or len(errors) == 1:
                yield _duplicate(error, record, table, resource)
        elif isinstance(error, found_by_frictionless.ForeignKeyError):
            if not _is_number(error.field_names[0], resource):
                yield _reference(error, record, table, tables)
        elif isinstance(error, found_by_frictionless.CellError):
            if error.type == "unique-error" and (error.field_name,) == resource.schema.key:
                continue  # the key's own error says the same, and which row it is
            yield _of_cell(error, record, table, resource)


def _duplicate(error: found_by_frictionless.RowError, record: Record, table: Table, resource: Resource) -> Finding:
    key_columns = resource.schema.key
    key = ", ".join(record[column] for column in key_columns)
    same = re.search(r"position (\d+)", error.note)
    other = table.records[int(same[1]) - 2].line if same else None
    message = (
        f"The row has the same {' + '.join(key_columns)} ({key}) as row {other}." if other else "The key is blank."
    )
    help = "Delete the one that is wrong."
    return finding(
        "duplicate_row", table.file, message, help, row=record.line, column=key_columns[0], key=key, other=other
    )


def _is_number(column: str, resource: Resource) -> bool:
    """Whether the column holds municipality numbers, which have a check of their own that knows both numberings."""
    return any(field.name == column and field.role == "municipality" for field in resource.fields)


def _reference(
    error: found_by_frictionless.ForeignKeyError, record: Record, table: Table, tables: Mapping[str, Table]
) -> Finding:
    column = error.field_names[0]
    value, target = record[column], error.reference_name or table.file.removesuffix(".csv")
    message = f"“{value}” is not in {target} ({', '.join(error.reference_field_names)})."
    meant = _named(value, tables.get(error.reference_name, table), error.reference_field_names[0])
    help = _perhaps(meant) + f"Correct it, or add it to {target}.csv first."
    details = {"value": value, "table": target, "likely": meant}
    return finding("unknown_reference", table.file, message, help, record.line, column, **details)


def _named(value: str, target: Table, key: str) -> str:
    """The key of the row that was probably meant, by the key itself or by one of the row's names; or ""."""
    telling = [column for column in target.header if column == key or "name" in column]
    keys = {record[column]: record[key] for column in telling for record in target if record[column]}
    return keys.get(likely(value, keys) or "", "")


def _perhaps(meant: str) -> str:
    return f"Perhaps “{meant}” is meant. " if meant else ""


def _of_cell(error: found_by_frictionless.CellError, record: Record, table: Table, resource: Resource) -> Finding:
    column, value = error.field_name, record.typed.get(error.field_name, error.cell)
    declared = next((field for field in resource.fields if field.name == column), undeclared(column))
    about, example = declared.description, declared.example
    constraint = _CONSTRAINT.search(error.note)
    if error.type == "type-error":
        kind = declared.type
        message = f"“{value}” is not {_KINDS.get(kind, f'of the type {kind}')}."
        help = f"Write digits alone, such as {example}." if example else "Correct the cell."
        help += f" If a spreadsheet changed what was typed, make the column text first. {about}"
        return finding("wrong_type", table.file, message, help.strip(), record.line, column, kind=kind, value=value)
    if error.type == "unique-error":
        message = f"“{value}” occurs before in this column."
        help = "Correct the one that is wrong."
        return finding("not_unique", table.file, message, help, record.line, column, value=value)
    form = f"“{column}”" + (f", such as “{example}”" if example else "")
    kind, limit = (constraint[1], constraint[2]) if constraint else ("", "")
    code = _CONSTRAINT_CODES.get(kind, "out_of_range")
    allowed = declared.allowed if code == "not_allowed" else ()
    messages = {
        "blank_required": f"The cell is blank, but “{column}” must have a value.",
        "wrong_pattern": f"“{value}” does not have the form of {form}.",
        "not_allowed": f"“{value}” is not one of the values of “{column}”: {', '.join(allowed)}.",
        "out_of_range": f"“{value}” breaks the rule that the {kind} of “{column}” is {limit}.",
    }
    meant = likely(value, allowed, LIKELY_OF_FEW_FROM) or ""
    help = f"{_perhaps(meant)}Correct the cell. {about}".strip()
    details = {"value": value, "limit": limit, "likely": meant}
    return finding(code, table.file, messages[code], help, record.line, column, **details)
