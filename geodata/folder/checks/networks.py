"""Networks: ids that addresses can carry, and what a climate network needs to be told apart on the map."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodata.errors import Finding
from geodata.folder.codes import finding
from geodata.folder.reading import Folder
from geodata.folder.table import Record
from geodata.model import COUNTING_STATUS, COVERING_KIND
from geodata.text import LIKELY_OF_FEW_FROM, fold, likely

RESERVED_ID = "none"  # stands for the unorganised in addresses
_ID = re.compile(r"[a-z0-9_-]+")
#: What every climate network must have for itself. A pattern helps on paper; there are few, and none is needed.
_TOLD_APART_BY = {"colour_light": "same_colour", "colour_dark": "same_colour", "initial": "same_initial"}


def check_networks(folder: Folder) -> Iterator[Finding]:
    """Findings about the table of networks."""
    table = folder.table("networks")
    climate = [record for record in table if record["kind"] == COVERING_KIND]
    for record in table:
        if record["id"] and (not _ID.fullmatch(record["id"]) or record["id"] == RESERVED_ID):
            message = f"“{record['id']}” cannot be a network's id."
            help = f"Use lower-case letters a–z, digits, “-” and “_”; “{RESERVED_ID}” is reserved."
            yield finding("bad_network_id", table.file, message, help, record.line, "id", id=record["id"])
    for column, code in _TOLD_APART_BY.items():
        yield from _missing(table.file, climate, column)
        yield from _same(table.file, climate, column, code)
    yield from _patterns(folder, climate)
    yield from _not_drawn(table.file, climate)
    yield from _without_members(folder, climate)


def _missing(file: str, climate: list[Record], column: str) -> Iterator[Finding]:
    for record in climate:
        if not record[column]:
            message = f"The climate network “{record['id']}” has no {column}; the map always shows who is in one."
            help = "Fill in the cell with a value that no other climate network has."
            details = {"network": record["id"], "what": column}
            yield finding("missing_colour", file, message, help, record.line, column, **details)


def _same(file: str, climate: list[Record], column: str, code: str) -> Iterator[Finding]:
    for record, other in _repeated(climate, column):
        message = f"“{record['id']}” and “{other}” have the same {column}, {record[column]}."
        help = "Give one of them another."
        details = {"network": record["id"], "other": other, "value": record[column]}
        yield finding(code, file, message, help, record.line, column, **details)


def _repeated(climate: list[Record], column: str) -> Iterator[tuple[Record, str]]:
    """Each network with a value that one before it has, and that one's id."""
    first: dict[str, str] = {}
    for record in climate:
        value = fold(record[column])
        other = first.setdefault(value, record["id"])
        if value and other != record["id"]:
            yield record, other


def _patterns(folder: Folder, climate: list[Record]) -> Iterator[Finding]:
    """Patterns that there are not, and those of two networks; what is suggested in their place nobody has."""
    file = folder.table("networks").file
    fields = (field for resource in folder.descriptor.resources for field in resource.fields)
    known = next((field.allowed for field in fields if field.name == "pattern"), ())
    free = [pattern for pattern in known if pattern not in {record["pattern"] for record in climate}]
    help = f"Write {', '.join(free)}, or leave the cell blank." if free else "Leave the cell blank: all are taken."
    strange = [record for record in climate if known and record["pattern"] not in (*known, "")]
    for record in strange:
        pattern = record["pattern"]
        meant = likely(pattern, free, LIKELY_OF_FEW_FROM) or ""
        message = f"There is no pattern “{pattern}”."
        yield finding("not_allowed", file, message, help, record.line, "pattern", value=pattern, likely=meant)
    for record, other in _repeated([one for one in climate if one not in strange], "pattern"):
        message = f"“{record['id']}” and “{other}” have the same pattern on paper, {record['pattern']}."
        details = {"network": record["id"], "other": other, "value": record["pattern"]}
        yield finding("same_pattern", file, message, help, record.line, "pattern", **details)


def _not_drawn(file: str, climate: list[Record]) -> Iterator[Finding]:
    """Who counts as covered is shown so: a map without them would contradict its own figures."""
    for record in climate:
        if record["drawn"] == "no":
            message = f"The climate network “{record['id']}” is drawn all the same: its members count as covered."
            help = "Write yes, or another kind if it covers nobody."
            yield finding("not_drawn", file, message, help, record.line, "drawn", network=record["id"])


def _without_members(folder: Folder, climate: list[Record]) -> Iterator[Finding]:
    memberships, known = folder.table("memberships"), {record["id"] for record in folder.table("networks")}
    if not memberships.records or any(record["network"] not in known for record in memberships):
        return  # a member may stand in a row that has another fault
    joined = {record["network"] for record in memberships if record["status"] == COUNTING_STATUS}
    for record in climate:
        if record["id"] not in joined:
            message = f"The climate network “{record['id']}” has no member."
            help = "Add its members to memberships.csv, or delete the network."
            file = folder.table("networks").file
            yield finding("network_without_members", file, message, help, record.line, "id", network=record["id"])
