"""Memberships that stand twice or contradict each other, and municipalities in two climate networks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from geodata.dates import first_day, last_day
from geodata.errors import Finding
from geodata.folder.codes import finding
from geodata.folder.reading import Folder
from geodata.folder.table import Record
from geodata.model import COUNTING_STATUS, COVERING_KIND


def check_memberships(folder: Folder) -> Iterator[Finding]:
    """Findings about what the rows of memberships say together."""
    table = folder.table("memberships")
    by_pair: dict[tuple[str, str], list[Record]] = {}
    for record in table:
        if record["network"] and record["municipality"]:
            by_pair.setdefault((record["network"], record["municipality"]), []).append(record)
    for records in by_pair.values():
        for earlier, later in combinations(records, 2):
            if not _apart(earlier, later) and not _same_key(earlier, later):
                yield _clash(table.file, earlier, later)
    yield from _members_of_two(folder)


def _same_key(one: Record, other: Record) -> bool:
    """Whether the descriptor's key names the two already."""
    return (one["status"], one["valid_from"]) == (other["status"], other["valid_from"])


def _apart(one: Record, other: Record) -> bool:
    """Whether the known dates prove that the two periods do not meet; a blank date is unknown, so proves nothing."""
    return _over_before(one, other) or _over_before(other, one)


def _over_before(one: Record, other: Record) -> bool:
    ends: date | None = last_day(one["valid_to"])
    begins: date | None = first_day(other["valid_from"])
    return bool(ends and begins and (ends <= begins or one["valid_to"] == other["valid_from"]))


def _clash(file: str, earlier: Record, later: Record) -> Finding:
    details = {
        "network": later["network"],
        "number": later["municipality"],
        "name": later["name"],
        "status": later["status"],
        "other_status": earlier["status"],
        "other": str(earlier.line),
    }
    who = f"{later['municipality']} {later['name']} in “{later['network']}”".replace("  ", " ")
    if earlier["status"] == later["status"]:
        message = f"{who} stands here as {later['status']}, as in row {earlier.line}."
        help = "Delete one of the two, or give both dates that do not overlap."
        return finding("duplicate_membership", file, message, help, later.line, "municipality", **details)
    message = (
        f"{who} is {later['status']} here and {earlier['status']} in row {earlier.line}, perhaps at the same time."
    )
    help = "Delete one of the two, or give dates (valid_to, valid_from) that show which came first."
    return finding("contradicting_memberships", file, message, help, later.line, "status", **details)


def _members_of_two(folder: Folder) -> Iterator[Finding]:
    table, inside = folder.table("memberships"), {record["number"] for record in folder.municipalities}
    climate = {record["id"] for record in folder.table("networks") if record["kind"] == COVERING_KIND}
    first: dict[str, list[Record]] = {}
    for record in table:
        number, network = record["municipality"], record["network"]
        if record["status"] == COUNTING_STATUS and network in climate and number in inside:
            others = first.setdefault(number, [])
            met = next((one for one in others if one["network"] != network and not _apart(one, record)), None)
            others.append(record)
            if met:
                other = met["network"]
                message = f"{number} {record['name']} is a member of both “{other}” and “{network}”."
                help = "Nothing to do if that is so; it counts once in totals."
                details = {"number": number, "name": record["name"], "network": network, "other": other}
                yield finding("member_of_two", table.file, message, help, record.line, "network", **details)
