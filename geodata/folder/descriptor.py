"""The Data Package descriptor: which files there are and which columns they hold."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath

from geodata.errors import Finding
from geodata.folder.codes import finding
from geodata.folder.schema import Field, Schema, schema_of, schema_problem
from geodata.folder.settings import SETTING_KEYS
from geodata.model import DataFile, Licence, Source, Words

FILE = "datapackage.json"
TABLES = (
    "editions",
    "counties",
    "municipalities",
    "changes",
    "outside",
    "networks",
    "memberships",
    "measures",
    "statistics",
    "fixed_links",
    "texts",
    "steps",
    "cost_examples",
)
#: Tables that folders of before lack.
LATER = ("editions", "changes")
LAYERS = ("boundaries", "surroundings")
_LINK = re.compile(r"https?://[^\s<>\"]+")
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}(T.+)?", re.ASCII)
_HELP = "Compare the file with its last good copy; the form is that of a Data Package (datapackage.org)."


@dataclass(frozen=True)
class Resource:
    """A file of the folder and, for a table, what it declares; a layer declares nothing."""

    file: DataFile
    schema: Schema

    @property
    def name(self) -> str:
        """The name that the project knows the file by."""
        return self.file.name

    @property
    def path(self) -> str:
        """Where the file lies in the folder."""
        return self.file.path

    @property
    def fields(self) -> tuple[Field, ...]:
        """The declared columns."""
        return self.schema.fields


@dataclass(frozen=True)
class Descriptor:
    """What could be made out in datapackage.json; Register tells what the parts mean."""

    resources: tuple[Resource, ...] = ()
    translations: Mapping[str, Words] = field(default_factory=dict)
    published: Mapping[str, str | None] | None = None
    register: Mapping[str, object] = field(default_factory=dict)
    created: str | None = None
    name: str = ""


def parse_descriptor(content: bytes) -> tuple[Descriptor, list[Finding]]:
    """The descriptor in ``content`` and what is wrong with it."""
    loaded, findings = parse_json(content, FILE)
    if findings:
        return Descriptor(), findings
    if not isinstance(loaded, dict) or not isinstance(listed := loaded.get("resources"), list):
        return Descriptor(), [_bad("It has no list of resources.")]
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
    findings += [one for part in (loaded, *listed) if isinstance(part, dict) for one in _unsafe_links(part)]
    about = loaded.get("register")
    created = _day(loaded.get("created"))
    if "created" in loaded and created is None:
        message = f"“{loaded['created']}” (created) is not a date."
        help = "Write the day of this edition of the data as 2026-11-25, or leave “created” out."
        findings.append(finding("impossible_date", FILE, message, help, column="created", value=loaded["created"]))
    descriptor = Descriptor(
        tuple(resources),
        _translations(loaded.get("translations")),
        _texts(about),
        about if isinstance(about, dict) else {},
        created,
        _text(loaded, "name"),
    )
    return descriptor, findings + _missing(listed) + _dangling(resources)


def _day(created: object) -> str | None:
    """The day of the Data Package's ``created``, a day or a time of RFC 3339; None when it is neither."""
    if not isinstance(created, str) or not _TIME.fullmatch(created):
        return None
    try:
        return datetime.fromisoformat(created).date().isoformat()
    except ValueError:
        return None


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


def _unsafe_links(entry: Mapping[str, object]) -> list[Finding]:
    """Addresses of sources and licences that a page would offer to press, and that lead to no page."""
    help = "Write a whole address that begins with https:// or http://, or leave “path” out."
    return [
        finding("unsafe_link", FILE, f"“{_text(one, key)}” has the address “{path}”.", help, path=path)
        for part, key in (("sources", "title"), ("licenses", "name"))
        for one in _objects(entry, part)
        if (path := _text(one, "path")) and not _LINK.fullmatch(path)
    ]


def _resource(entry: Mapping[str, object]) -> Resource:
    schema = entry["schema"] if entry["name"] in TABLES else None
    file = DataFile(
        name=_text(entry, "name"),
        path=_text(entry, "path"),
        title=_text(entry, "title"),
        description=_text(entry, "description"),
        sources=tuple(Source(_text(one, "title"), _text(one, "path") or None) for one in _objects(entry, "sources")),
        licences=tuple(
            Licence(_text(one, "name"), _text(one, "title"), _text(one, "path") or None)
            for one in _objects(entry, "licenses")
        ),
    )
    return Resource(file, schema_of(schema) if isinstance(schema, dict) else Schema())


def _text(entry: Mapping[str, object], key: str) -> str:
    value = entry.get(key)
    return value if isinstance(value, str) else ""


def _objects(entry: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    listed = entry.get(key)
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []


def _translations(declared: object) -> dict[str, Words]:
    """Title → language → title; what is no text is left out."""
    titles = declared if isinstance(declared, dict) else {}
    return {
        title: {language: text for language, text in words.items() if isinstance(text, str)}
        for title, words in titles.items()
        if isinstance(words, dict)
    }


def _texts(declared: object) -> dict[str, str | None] | None:
    if not isinstance(declared, dict):
        return None
    told = {key: value for key, value in declared.items() if value is None or isinstance(value, str)}
    return {key: value for key, value in told.items() if key not in SETTING_KEYS} or None


def _missing(listed: list[object]) -> list[Finding]:
    names = {entry.get("name") for entry in listed if isinstance(entry, dict) and isinstance(entry.get("name"), str)}
    return [
        finding("missing_resource", FILE, f"The resource “{name}” is not listed.", _help_for(name), name=name)
        for name in (*TABLES, *LAYERS)
        if name not in names
    ]


def _help_for(name: str) -> str:
    """What to do about a table that is missing: older folders lack those of editions."""
    return "Run “python -m geodata migrate”: it writes the table from those before." if name in LATER else _HELP


def _dangling(resources: list[Resource]) -> list[Finding]:
    """References to a table or a column that the descriptor does not declare."""
    declared = {one.name: {field.name for field in one.fields} for one in resources}
    findings = []
    for resource in resources:
        for reference in resource.schema.references:
            target = reference.table or resource.name
            was_left_out = target in TABLES and target not in declared  # and has a finding of its own
            if not was_left_out and not set(reference.targets) <= declared.get(target, set()):
                findings.append(_bad(f"The table “{resource.name}” refers to “{target}”, which has no such column."))
    return findings
