"""Which column holds what, by the header where it says so and by the cells where it does not."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from geodata.planning.intake.grid import Grid, GridRow, Unreadable
from geodata.planning.intake.recognise import Networks, Places
from geodata.text import fold

#: What headers call the columns, folded; any other header is as good as none.
_HEADERS = {
    "place": "number|name|kommunenummer|kommunenr|knr|nummer|kommune|kommunenavn|kommunenamn|navn|namn|municipality",
    "after": "after|etter|scenario|plan|network|nettverk|klimanettverk|climate network",
    "after_id": "after_id",
    "before": "before|before_id|før|i dag|today",
}
_OTHER_NUMBERS = re.compile(r"number_\d{4}")
_ROLES = {word: role for role, words in _HEADERS.items() for word in words.split("|")}


@dataclass(frozen=True)
class Columns:
    """Places of columns, from 0. ``header``: its cells, empty when the file has none; ``rows``: those below it.

    ``place``: the municipality; ``also``: columns that say the same municipality
    again; ``network``: names; ``ids``: networks' ids. One of the last two may be None.
    """

    header: tuple[str, ...]
    rows: tuple[GridRow, ...]
    place: int
    also: tuple[int, ...]
    network: int | None
    ids: int | None


def recognise_columns(grid: Grid, places: Places, networks: Networks) -> Columns:
    """The columns of a file of municipality and network, in any order, with or without a header.

    The municipality is the column with most cells that are municipalities, the
    first of equals. The network is the column that the header names, or else the
    last of those with about as many known networks as any, or else the only one
    left. Raises Unreadable ("one_column", "no_municipalities", "no_networks").
    """
    width = max(len(row.cells) for row in grid.rows)
    if width < 2:
        raise Unreadable("one_column")
    known = [_count(grid.rows, column, places.knows) for column in range(width)]
    if not any(known):
        raise Unreadable("no_municipalities")
    place = known.index(max(known))
    first = grid.rows[0]
    roles = {column: _role(fold(cell)) for column, cell in enumerate(first.cells)}
    has_header = any(roles.values()) or _is_header(first, place, places)
    rows = grid.rows[1:] if has_header else grid.rows
    also = tuple(one for one in range(width) if one != place and _says_the_same(rows, place, one, places))
    free = [one for one in range(width) if one not in (place, *also) and roles.get(one) != "before"]
    ids = next((one for one in free if roles.get(one) == "after_id"), None)
    network = _network_column(rows, [one for one in free if one != ids], roles, networks, ids is not None)
    if network is None and ids is None:
        raise Unreadable("no_networks")
    return Columns(first.cells if has_header else (), rows, place, also, network, ids)


def _role(header: str) -> str | None:
    """What a header says of its column; one of numbers in another edition says what is known already."""
    return "before" if _OTHER_NUMBERS.fullmatch(header) else _ROLES.get(header)


def cell_of(row: GridRow, column: int | None) -> str:
    """A row's cell, blank where the row ends before it."""
    return row.cells[column] if column is not None and column < len(row.cells) else ""


def _network_column(
    rows: tuple[GridRow, ...], free: list[int], roles: dict[int, str | None], networks: Networks, has_ids: bool
) -> int | None:
    named = [one for one in free if roles.get(one) == "after"]
    if named or has_ids:
        return named[-1] if named else None
    filled = [one for one in free if _count(rows, one, bool) or any(one in row.formulas for row in rows)]
    known = {one: _count(rows, one, lambda cell: networks.find(cell) is not None) for one in filled}
    likely = [one for one in filled if known[one] and 2 * known[one] >= max(known.values())]
    if likely:
        return likely[-1]
    return filled[0] if len(filled) == 1 else None


def _is_header(first: GridRow, place: int, places: Places) -> bool:
    """Whether the first row says no municipality, nor a misspelt one, where the others do."""
    cell = cell_of(first, place)
    return not places.find(cell) and not places.likely(cell) and not any(letter.isdigit() for letter in cell)


def _says_the_same(rows: tuple[GridRow, ...], place: int, other: int, places: Places) -> bool:
    """Whether both columns are municipalities, and mostly the same ones."""
    pairs = [(places.find(cell_of(row, place)), places.find(cell_of(row, other))) for row in rows]
    both = [left == right for left, right in pairs if left and right]
    return 2 * sum(both) > len(both)


def _count(rows: tuple[GridRow, ...], column: int, test: Callable[[str], object]) -> int:
    return sum(bool(test(cell)) for row in rows if (cell := cell_of(row, column)))
