"""Everything that is wrong with a data folder, in one list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from geodata.errors import Finding
from geodata.folder.checks.areas import check_areas
from geodata.folder.checks.boundaries import check_boundaries
from geodata.folder.checks.coverage import check_coverage
from geodata.folder.checks.dates import check_dates
from geodata.folder.checks.editions import check_editions
from geodata.folder.checks.links import check_links
from geodata.folder.checks.lists import check_lists
from geodata.folder.checks.measures import check_measures
from geodata.folder.checks.memberships import check_memberships
from geodata.folder.checks.misread import without_misread
from geodata.folder.checks.names import check_names
from geodata.folder.checks.networks import check_networks
from geodata.folder.checks.numbers import check_numbers
from geodata.folder.checks.schema import check_schema
from geodata.folder.checks.statistics import check_statistics
from geodata.folder.checks.steps import check_steps
from geodata.folder.checks.texts import check_texts
from geodata.folder.reading import Folder, read_folder

#: Each looks at one idea and assumes nothing about the others' outcome.
_CHECKS: tuple[Callable[[Folder], Iterable[Finding]], ...] = (
    check_editions,
    check_numbers,
    check_names,
    check_networks,
    check_memberships,
    check_lists,
    check_measures,
    check_statistics,
    check_links,
    check_texts,
    check_steps,
    check_areas,
    check_boundaries,
    check_coverage,
)

#: Whose a value is that occurs twice, what a date or a number should look like, and which of the values that a column
#: allows are free is told by the checks above.
_TOLD_BETTER = ("not_unique", "wrong_pattern", "not_allowed")


def check(folder: Path, today: date | None = None) -> tuple[Finding, ...]:
    """All findings about the data folder, errors and warnings, in the order of files and rows.

    ``today`` decides what has run out; without it nothing is held against the
    calendar. Never raises for anything that a folder can hold.
    """
    return read_and_check(folder, today)[1]


def read_and_check(path: str | Path, today: date | None = None) -> tuple[Folder, tuple[Finding, ...]]:
    """The folder as read, and all findings about it."""
    folder, findings = read_folder(Path(path))
    if not folder.tables and not folder.layers:
        return folder, tuple(findings)
    sound, declared = without_misread(folder, findings, check_schema(folder))
    if not folder.editions:
        return folder, _in_order([*findings, *declared], folder.files)
    further = [*(one for run in _CHECKS for one in run(sound)), *check_dates(sound, today)]
    return folder, _in_order([*findings, *_once(declared, further)], folder.files)


def _once(declared: Iterable[Finding], further: Iterable[Finding]) -> Iterable[Finding]:
    """The findings without those that say of one cell what another says already.

    A broken rule of the descriptor comes first, except for the rules that the
    further checks know more about.
    """
    declared, further = list(declared), list(further)
    told = {_cell(one) for one in declared if one.column and one.code not in _TOLD_BETTER}
    told_better = {_cell(one) for one in further}
    yield from (one for one in declared if one.code not in _TOLD_BETTER or _cell(one) not in told_better)
    yield from (one for one in further if _cell(one) not in told)


def _cell(one: Finding) -> tuple[str, int | None, str | None]:
    return one.file, one.row, one.column


def _in_order(findings: Iterable[Finding], files: tuple[str, ...]) -> tuple[Finding, ...]:
    """Findings by file in the descriptor's order, then by row; equals once."""

    def place(one: Finding) -> tuple[int, int]:
        return (files.index(one.file) if one.file in files else len(files), one.row or 0)

    return tuple(sorted(dict.fromkeys(findings), key=place))
