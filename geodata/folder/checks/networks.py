"""Networks: ids that addresses can carry, and what a climate network needs to be told apart on the map."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodata.errors import Finding
from geodata.folder.codes import finding
from geodata.folder.reading import Folder
from geodata.folder.table import Record
from geodata.model import COUNTING_STATUS, COVERING_KIND
from geodata.text import fold

RESERVED_ID = "none"  # stands for the unorganised in addresses
_ID = re.compile(r"[a-z0-9_-]+")
_TOLD_APART_BY = {"colour_light": "same_colour", "colour_dark": "same_colour", "pattern": "same_pattern"}


def check_networks(folder: Folder) -> Iterator[Finding]:
    """Findings about the table of networks."""
    table = folder.table("networks")
    climate = [record for record in table if record["kind"] == COVERING_KIND]
    for record in table:
        if record["id"] and (not _ID.fullmatch(record["id"]) or record["id"] == RESERVED_ID):
            message = f"“{record['id']}” cannot be a network's id."
            help = f"Use lower-case letters a–z, digits, “-” and “_”; “{RESERVED_ID}” is reserved."
            yield finding("bad_network_id", table.file, message, help, record.line, "id", id=record["id"])
    for column, code in {**_TOLD_APART_BY, "initial": "same_initial"}.items():
        yield from _missing(table.file, climate, column)
        yield from _same(table.file, climate, column, code)
    yield from _without_members(folder, climate)


def _missing(file: str, climate: list[Record], column: str) -> Iterator[Finding]:
    for record in climate:
        if record["drawn"] != "no" and not record[column]:
            message = f"The climate network “{record['id']}” is drawn but has no {column}."
            help = "Fill in the cell with a value that no other climate network has."
            details = {"network": record["id"], "what": column}
            yield finding("missing_colour", file, message, help, record.line, column, **details)


def _same(file: str, climate: list[Record], column: str, code: str) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for record in climate:
        value = fold(record[column])
        other = first.setdefault(value, record["id"])
        if value and other != record["id"]:
            message = f"“{record['id']}” and “{other}” have the same {column}, {record[column]}."
            help = "Give one of them another."
            details = {"network": record["id"], "other": other, "value": record[column]}
            yield finding(code, file, message, help, record.line, column, **details)


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
