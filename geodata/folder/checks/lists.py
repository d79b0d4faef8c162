"""Lists of a network's members: of which network they are, and what their rows say."""

from __future__ import annotations

from collections.abc import Iterator

from geodata.errors import Finding
from geodata.folder.codes import finding
from geodata.folder.reading import Folder
from geodata.lists import LIST_KIND, LISTED_STATUS


def check_lists(folder: Folder) -> Iterator[Finding]:
    """Findings about networks that are lists, and about the rows in them."""
    networks = folder.table("networks")
    kinds = {record["id"]: record["kind"] for record in networks}
    for record in networks:
        is_list = record["kind"] == LIST_KIND
        if is_list != bool(record["list_of"]) or kinds.get(record["list_of"]) == LIST_KIND:
            message = f"“{record['id']}” is of the kind {record['kind']} and a list of “{record['list_of']}”."
            help = "A list, and nothing else, names the network whose members it lists, which is no list itself."
            yield finding("bad_list", networks.file, message, help, record.line, "list_of", network=record["id"])
    table = folder.table("memberships")
    for record in table:
        if record["network"] in kinds and (kinds[record["network"]] == LIST_KIND) != (
            record["status"] == LISTED_STATUS
        ):
            message = f"{record['name']} has the status “{record['status']}” in “{record['network']}”."
            help = f"Rows of a list, and no others, have the status “{LISTED_STATUS}”."
            yield finding("bad_list", table.file, message, help, record.line, "status", network=record["network"])
