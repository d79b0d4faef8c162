"""The Data Package descriptor: which files there are and which columns they hold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from geodata.errors import Finding
from geodata.folder.codes import finding
from geodata.folder.schema import Field, columns, fields_of, schema_problem

FILE = "datapackage.json"
TABLES = (
    "counties",
    "municipalities",
    "outside",
    "networks",
    "memberships",
    "measures",
    "statistics",
    "fixed_links",
    "texts",
    "steps",
)
LAYERS = ("boundaries", "surroundings")
_HELP = "Compare the file with its last good copy; the form is that of a Data Package (datapackage.org)."


@dataclass(frozen=True)
class Resource:
    """A file of the folder: its name, its path and, for a table, its columns and its schema as declared."""

    name: str
    path: str
    fields: tuple[Field, ...]
    schema: Mapping[str, object]


@dataclass(frozen=True)
class Descriptor:
    """datapackage.json as it stands, and the resources that could be made out in it."""

    content: Mapping[str, object]
    resources: tuple[Resource, ...]


def parse_descriptor(content: bytes) -> tuple[Descriptor, list[Finding]]:
    """The descriptor in ``content`` and what is wrong with it."""
    loaded, findings = parse_json(content, FILE)
    if findings:
        return Descriptor({}, ()), findings
    listed = loaded.get("resources") if isinstance(loaded, dict) else None
    if not isinstance(listed, list):
        return Descriptor({}, ()), [_bad("It has no list of resources.")]
    resources: list[Resource] = []
    for position, entry in enumerate(listed, start=1):
        problem = _problem(entry)
        if problem:
            findings.append(_bad(f"Resource {position} {problem}."))
        elif not _is_safe(entry["path"]):
            message = f"The resource “{entry['name']}” has the path “{entry['path']}”, which leaves the data folder."
            help = "Write the file's name alone, such as “networks.csv”."
            findings.append(finding("unsafe_path", FILE, message, help, name=entry["name"], path=entry["path"]))
        else:
            resources.append(_resource(entry))
    return Descriptor(loaded, tuple(resources)), findings + _missing(listed) + _dangling(resources)


def parse_json(content: bytes, file: str) -> tuple[object, list[Finding]]:
    """What the JSON in ``content`` says, or the finding that it is none."""
    help = "Put the file back from its last good copy."
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_refuse), []
    except json.JSONDecodeError as problem:
        message = f"The file is not readable as JSON: {problem.msg}."
        return None, [finding("bad_json", file, message, help, row=problem.lineno)]
    except UnicodeDecodeError:
        return None, [finding("bad_json", file, "The file is not readable as JSON: it is not UTF-8.", help)]
    except (ValueError, RecursionError) as problem:
        return None, [finding("bad_json", file, f"The file is not readable as JSON: {problem}.", help)]


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not a number in JSON")


def _bad(message: str) -> Finding:
    return finding("bad_descriptor", FILE, message, _HELP)


def _problem(entry: object) -> str | None:
    """What is wrong with one entry in the list of resources, as the end of a sentence."""
    if not isinstance(entry, dict):
        return "is not an object"
    if not all(isinstance(entry.get(key), str) and entry[key] for key in ("name", "path")):
        return "lacks a name or a path"
    if entry["name"] not in TABLES:
        return None
    problem = schema_problem(entry.get("schema"))
    return f"(“{entry['name']}”) {problem}" if problem else None


def _is_safe(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return not (path.startswith("/") or ".." in parts or "\\" in path or ":" in path or "\0" in path)


def _resource(entry: Mapping) -> Resource:
    schema = entry["schema"] if entry["name"] in TABLES else {}
    return Resource(entry["name"], entry["path"], fields_of(schema), schema)


def _missing(listed: list) -> list[Finding]:
    names = {entry.get("name") for entry in listed if isinstance(entry, dict) and isinstance(entry.get("name"), str)}
    return [
        finding("missing_resource", FILE, f"The resource “{name}” is not listed.", _HELP, name=name)
        for name in (*TABLES, *LAYERS)
        if name not in names
    ]


def _dangling(resources: list[Resource]) -> list[Finding]:
    """References to a table or a column that the descriptor does not declare."""
    declared = {one.name: {field.name for field in one.fields} for one in resources}
    findings = []
    for resource in resources:
        for key in resource.schema.get("foreignKeys", ()):
            target = key["reference"].get("resource") or resource.name
            was_left_out = target in TABLES and target not in declared  # and has a finding of its own
            if not was_left_out and not set(columns(key["reference"]["fields"])) <= declared.get(target, set()):
                findings.append(_bad(f"The table “{resource.name}” refers to “{target}”, which has no such column."))
    return findings
