"""A table saved from Statbanken as CSV or Excel: title above, header, figures, footnotes below; as single values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geodata.imports.answer import SavedAnswer, SavedValue
from geodata.imports.cells import figure_of, is_whole, region_of, same_spelling, year_at_end
from geodata.planning.intake.grid import Grid, GridRow, Unreadable

_REGION_HEADERS = frozenset(
    ["region", "kommune", "kommuner", "kommunenummer", "kommunenr", "kommunenr.", "knr", "municipality", "regioner"]
)
_YEAR_HEADERS = frozenset({"år", "year", "tid", "time"})
#: A header that stands over the values of every variable says the table's number and title.
_TITLE = re.compile(r"[0-9]{5}: ?.*")
#: A region of any kind: the code, then the name ("30 Viken", "F-30 Viken").
_CODED = re.compile(r"(?:[A-ZÆØÅ]{1,2}[-_])?[0-9]+[a-z]? +\D.*", re.IGNORECASE)
#: Cells that a region's column is judged by.
_JUDGED_ROWS = 2_000


@dataclass(frozen=True)
class _Column:
    """A column of figures: its place, year (None: in a column of its own), and what its header says besides."""

    place: int
    year: int | None
    said: tuple[str, ...]


def parse_saved_table(grid: Grid) -> SavedAnswer:
    """The values of a table, years as columns or in a column; regions with their numbers.

    A region's or another category's blank cell means what stands above it, as Statbanken merges such cells.
    Raises Unreadable ("no_regions", "no_years", "no_values").
    """
    place = _region_column(grid.rows)
    first = next(at for at, row in enumerate(grid.rows) if _is_municipality(_cell(row, place)))
    start = max((at + 1 for at in range(first) if _is_header(grid.rows[at], place)), default=0)
    header = _header_rows(grid.rows[:start], place)
    title = next((cell for row in grid.rows[: start - len(header)] for cell in row.cells if cell), "")
    rows = grid.rows[start:]
    width = max(len(row.cells) for row in rows)
    paths = [_path(header, column, place) for column in range(width)]
    year_column = next((at for at, path in enumerate(paths) if {*map(same_spelling, path)} & _YEAR_HEADERS), None)
    if year_column is not None and any(year_at_end(text)[1] for path in paths for text in path):
        year_column = None  # "år" above the years that stand beside it
    values, categories = _columns(rows, paths, place, year_column)
    if not values:
        raise Unreadable("no_years" if year_column is None else "no_values")
    title = title or next((text for path in paths for text in path if _TITLE.fullmatch(text)), "")
    return SavedAnswer(title, tuple(_values(rows, place, year_column, values, categories)), grid.notes)


def _region_column(rows: Sequence[GridRow]) -> int:
    """The column with most regions that have a name; without names the one that its header names, or the first."""
    judged = rows[:_JUDGED_ROWS]
    width = max(len(row.cells) for row in rows)
    named, numbered = [0] * width, [0] * width
    for row in judged:
        for column, cell in enumerate(row.cells):
            region = region_of(cell) if cell[:1].isdigit() or cell[:1] in "Kk" else None
            named[column] += bool(region and region.name)
            numbered[column] += region is not None
    headed = {
        column for row in judged for column, cell in enumerate(row.cells) if same_spelling(cell) in _REGION_HEADERS
    }
    if any(named):
        return named.index(max(named))
    found = [column for column in range(width) if numbered[column] and column in headed]
    if not found:
        raise Unreadable("no_regions")
    return found[0]


def _is_municipality(cell: str) -> bool:
    return region_of(cell) is not None


def _is_header(row: GridRow, place: int) -> bool:
    """Whether a row above the first municipality is a header: it says a region's column, a year, or no figure."""
    own = _cell(row, place)
    if same_spelling(own) in _REGION_HEADERS:
        return True
    if _CODED.fullmatch(own) or is_whole(own):
        return False
    beyond = [cell for cell in row.cells[place + 1 :] if cell]
    is_words = bool(beyond) and not own and not any(figure_of(cell)[1] for cell in beyond)
    return is_words or any(year_at_end(cell)[1] for cell in beyond)


def _header_rows(above: Sequence[GridRow], place: int) -> Sequence[GridRow]:
    """The last rows above the figures that have a cell beyond the region's column: titles have one in the first."""
    start = len(above)
    while start and any(cell for at, cell in enumerate(above[start - 1].cells) if at > place):
        start -= 1
    if start == len(above) and above:
        start -= 1
    return above[start:]


def _path(header: Sequence[GridRow], column: int, place: int) -> tuple[str, ...]:
    """What stands above a column, from the top; a blank cell of all rows but the last means the one to its left."""
    found = []
    for at, row in enumerate(header):
        cell = _cell(row, column)
        left = column
        while not cell and at < len(header) - 1 and left > place + 1:
            left -= 1
            cell = _cell(row, left)
        if cell:
            found.append(cell)
    return tuple(found)


def _columns(
    rows: Sequence[GridRow], paths: Sequence[tuple[str, ...]], place: int, year_column: int | None
) -> tuple[list[_Column], list[int]]:
    """The columns of figures, and those of categories: neither region nor year, and mostly no figures."""
    values, categories = [], []
    for column, path in enumerate(paths):
        if column in (place, year_column):
            continue
        year, said = None, []
        for text in path:
            words, found = year_at_end(text)
            year = year or found
            if words and not _TITLE.fullmatch(text) and same_spelling(words) not in _YEAR_HEADERS:
                said.append(words)
        cells = [cell for row in rows if (cell := _cell(row, column))]
        figures = sum(figure_of(cell)[1] for cell in cells)
        if year or (year_column is not None and cells and 2 * figures >= len(cells)):
            values.append(_Column(column, year, tuple(said)))
        elif cells and {*map(same_spelling, path)}.isdisjoint(_REGION_HEADERS):
            categories.append(column)
    return values, categories


def _values(
    rows: Sequence[GridRow], place: int, year_column: int | None, columns: Sequence[_Column], categories: Sequence[int]
) -> list[SavedValue]:
    found = []
    region, year = "", ""
    kept = dict.fromkeys(categories, "")
    for row in rows:
        filled = [one for one in columns if _cell(row, one.place)]
        if not filled:
            continue  # a footnote
        region = _cell(row, place) or region
        year = _cell(row, year_column) or year
        kept = {at: _cell(row, at) or before for at, before in kept.items()}
        for one in columns:
            text = _cell(row, one.place)
            said = (*((cell,) for cell in kept.values() if cell), *((words,) for words in one.said))
            found.append(SavedValue(row.line, region, str(one.year or year), said, text))
    return found


def _cell(row: GridRow, column: int | None) -> str:
    return row.cells[column] if column is not None and column < len(row.cells) else ""
