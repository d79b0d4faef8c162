"""Entries and exits, recorded as checked rows of the memberships: ``python -m geodata vote`` and ``end``."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from geodata.dates import first_day, last_day
from geodata.days import Holding, Span, holds_on
from geodata.errors import Finding, NotWritten, UnknownMunicipality
from geodata.explain import number_meant
from geodata.folder.descriptor import FILE, parse_descriptor
from geodata.folder.load import load
from geodata.folder.settings import with_days
from geodata.folder.standard import table_bytes, whole_table
from geodata.folder.table import Record, Table
from geodata.folder.writing import only_writer, replace_tables
from geodata.lists import LIST_KIND
from geodata.model import COUNTING_STATUS, Membership
from geodata.numbers import municipality_number
from geodata.register import Register
from geodata.text import clean, fold, likely

_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Vote:
    """An entry or exit as a steward says it.

    ``network``: its id or name; ``municipality``: a number of any edition, or a name; ``day``: a year, a month or a
    day (2025, 2025-06, 2025-06-19); ``source``: where it stands. ``extend``: move the end of the register's span on
    to it where it lies later; ``as_of``: show the register as it stands then.
    """

    network: str
    municipality: str
    day: str
    source: str
    extend: bool = False
    as_of: bool = False


@dataclass(frozen=True)
class Recorded:
    """What was recorded, as a sentence; the files written; the warnings that the folder did not have before."""

    sentence: str
    files: tuple[str, ...]
    warnings: tuple[Finding, ...]


@dataclass(frozen=True)
class _Desk:
    """What lies before the steward: the register, and its table of memberships row by row as it is written."""

    register: Register
    table: Table

    def rows_of(self, network: str, number: str) -> list[tuple[Membership, Record]]:
        """The rows that say that a municipality is or was a member of a network."""
        pairs = zip(self.register.history, self.table, strict=True)
        return [
            (row, record)
            for row, record in pairs
            if (row.network, row.municipality, row.status) == (network, number, COUNTING_STATUS)
        ]

    def place(self, record: Record) -> str:
        """Where a row stands."""
        return f"{self.table.file}:{record.line}"


#: Makes the new rows of the table, and says what they record; ``shown``: the first day that shows it.
_Change = Callable[[_Desk, Vote, str, str], tuple[list[Record], str]]


def record_entry(folder: Path, vote: Vote, today: date, dry_run: bool = False) -> Recorded:
    """Add a row that makes a municipality a member of a network from a day on.

    ``today``: the day that the log names. All or nothing, as ``replace_tables`` writes. Raises NotWritten with a
    sentence for what cannot be recorded, DataError with every finding when the folder has errors or would get some.
    """
    return _record(folder, vote, today, dry_run, "vote", _with_entry)


def record_exit(folder: Path, vote: Vote, today: date, dry_run: bool = False) -> Recorded:
    """Write the last day of a membership into the row that holds then; raises as ``record_entry`` does."""
    return _record(folder, vote, today, dry_run, "end", _with_exit)


def _record(folder: Path, vote: Vote, today: date, dry_run: bool, command: str, change: _Change) -> Recorded:
    with nullcontext() if dry_run or not folder.is_dir() else only_writer(folder):
        desk = _desk(folder, today)
        register = desk.register
        network = _network_meant(register, vote.network)
        number, name = _municipality_meant(register, vote.municipality)
        records, sentence = change(desk, vote, network, number)
        files = {desk.table.file: table_bytes(desk.table.header, records)}
        moved = _moved_on(register, vote, command == "end")
        if moved:
            # The descriptor first: a reader between the two finds a span that holds the row, not a row outside it.
            files = {FILE: with_days((folder / FILE).read_bytes(), moved), **files}
            sentence += " " + " ".join(f"The register's {key} is {day} now." for key, day in moved.items())
        asked = [f"--{key.replace('_', '-')}" for key in ("extend", "as_of") if getattr(vote, key)]
        what = " ".join([command, network, number, name, vote.day, *asked])
        findings = replace_tables(folder, files, what, _one_line(vote.source), today, dry_run=dry_run)
    new = tuple(one for one in findings if one not in register.warnings)
    return Recorded(sentence, tuple(files), new)


def _desk(folder: Path, today: date) -> _Desk:
    register = load(folder, today)
    descriptor, _ = parse_descriptor((folder / FILE).read_bytes())
    resource = next(one for one in descriptor.resources if one.name == "memberships")
    columns = [field.name for field in resource.fields]
    table, _ = whole_table((folder / resource.path).read_bytes(), resource.path, columns)
    return _Desk(register, table)


def _network_meant(register: Register, text: str) -> str:
    """The id of the network that an id or a name means."""
    named = {
        fold(name): id
        for id, one in register.networks.items()
        for name in (*one.other_names, one.short_name, *one.names.values(), id)
        if name
    }
    id = named.get(fold(text))
    if id is None:
        near = likely(text, named)
        perhaps = f"Perhaps “{named[near]}” is meant. " if near else ""
        listed = ", ".join(one.id for one in register.networks.values() if one.kind != LIST_KIND)
        raise NotWritten(
            f"networks.csv: there is no network “{text}”. {perhaps}There are {listed}; a network that is founded "
            "needs a row in networks.csv first."
        )
    if register.networks[id].kind == LIST_KIND:
        of = register.networks[id].list_of
        raise NotWritten(
            f"networks.csv: “{id}” is a list, which names municipalities and has no members. Name the network that "
            f"it lists: “{of}”."
        )
    return id


def _municipality_meant(register: Register, text: str) -> tuple[str, str]:
    """Number and name of a municipality of the region, or of one outside it that the register names."""
    try:
        number = number_meant(register, text)
    except UnknownMunicipality as problem:
        typed = municipality_number(text)
        outside = [one for id, one in register.outside.items() if id == typed or fold(one.name) == fold(text)]
        if len(outside) == 1:
            return outside[0].number, outside[0].name
        raise NotWritten(
            f"municipalities.csv: {problem}. Give the number or the name of one municipality; one outside the region "
            "needs a row in outside.csv first."
        ) from problem
    return number, register.municipalities[number].name


def _with_entry(desk: _Desk, vote: Vote, network: str, number: str) -> tuple[list[Record], str]:
    register, day, (begins, ends) = desk.register, vote.day, _days(vote.day)
    name = _name(register, number)
    for row, record in desk.rows_of(network, number):
        who = f"{desk.place(record)} [valid_from]: {number} {name} is a member of “{network}”"
        if row.valid_to != day and _may_hold(row, begins, ends):
            raise NotWritten(
                f"{who} on {day} already ({_period(row)}). There is nothing to record; if the row's days are wrong, "
                "correct them there, or record the exit first: “python -m geodata end”."
            )
        if row.valid_from and (first_day(row.valid_from) or begins) > ends:
            raise NotWritten(
                f"{who} from {row.valid_from} on, which is after {day}. If it entered earlier, correct that day "
                "there; two memberships need an exit between them."
            )
    _inside_span(register.span, vote, begins)
    cells = {
        "network": network,
        "municipality": number,
        "name": name,
        "status": COUNTING_STATUS,
        "valid_from": day,
        "source": _one_line(vote.source),
    }
    header = desk.table.header
    new = Record(0, tuple(cells.get(column, "") for column in header), cells, cells)
    return [*desk.table, new], f"{number} {name} is a member of “{network}” from {day}."


def _with_exit(desk: _Desk, vote: Vote, network: str, number: str) -> tuple[list[Record], str]:
    register, day, (begins, ends) = desk.register, vote.day, _days(vote.day)
    name = _name(register, number)
    rows = desk.rows_of(network, number)
    holding = [(row, record) for row, record in rows if _may_hold(row, begins, ends)]
    going_on = next(((row, record) for row, record in holding if not row.valid_to), None)
    if going_on is None:
        raise NotWritten(_no_exit(desk, network, number, day, holding or rows))
    _inside_span(register.span, vote, begins, ends)
    row, record = going_on
    source = "; ".join(one for one in (record["source"], _one_line(vote.source)) if one)
    changed = record.with_values(desk.table.header, {"valid_to": day, "source": source})
    records = [changed if one is record else one for one in desk.table]
    return (
        records,
        f"{number} {name} is a member of “{network}” until {day}; its entry is {row.valid_from or 'unknown'}.",
    )


def _no_exit(desk: _Desk, network: str, number: str, day: str, rows: list[tuple[Membership, Record]]) -> str:
    """Why there is no membership that could end on a day."""
    register = desk.register
    who = f"{number} {_name(register, number)}"
    if not rows:
        member = {one.network for one in register.history if one.municipality == number}
        others = [id for id in register.networks if id in member and desk.rows_of(id, number)]
        beside = f"It is one of {', '.join(others)}. " if others else ""
        return (
            f"{desk.table.file}: {who} has no row as a member of “{network}”. {beside}An exit needs the entry: record "
            "that first, “python -m geodata vote”, or name the network that it leaves."
        )
    row, record = rows[-1]
    if row.valid_to:
        return (
            f"{desk.place(record)} [valid_to]: the membership of {who} in “{network}” ends on {row.valid_to} already. "
            "If that is wrong, correct the cell."
        )
    return (
        f"{desk.place(record)} [valid_from]: {who} enters “{network}” on {row.valid_from}, after {day}. Give a later "
        "day for the exit, or correct the entry there."
    )


def _inside_span(span: Span, vote: Vote, begins: date, ends: date | None = None) -> None:
    """Refuse a day that the register does not reach; ``ends``, for an exit: the last day that is meant."""
    if ends and ends < span.first:
        raise NotWritten(
            f"{FILE} [span]: the register speaks of days from {span.first} on; a membership that ended by {vote.day} "
            "holds on none of them. Move span.from there, or give the row the status “former”."
        )
    if begins > span.last and not vote.extend:
        raise NotWritten(
            f"{FILE} [span]: the register speaks of days until {span.last}; {vote.day} is later. Its span.to has to be "
            "moved on, and as_of with it if the page is to show that day: add --extend, and --as-of, to do so together "
            "with the row."
        )


def _moved_on(register: Register, vote: Vote, is_exit: bool) -> dict[str, date]:
    """The settings that are moved on, with their new days.

    The span reaches the first day that is certain to show what is recorded: the last day that a partial entry
    allows, or the day after the exit.
    """
    shown = _days(vote.day)[1] + (_A_DAY if is_exit else timedelta())
    last = max(shown, register.span.last) if vote.extend else register.span.last
    moved = {"span.to": last} if last != register.span.last else {}
    if vote.as_of:
        as_of = Span(register.span.first, last).clamped(shown)
        moved |= {"as_of": as_of} if as_of != register.as_of else {}
    return moved


def _days(day: str) -> tuple[date, date]:
    """The first and the last day that a year, a month or a day may mean."""
    begins, ends = first_day(day), last_day(day)
    if not begins or not ends:
        raise NotWritten(
            f"“{day}” is no day of the calendar: write a year, a month or a day as 2025, 2025-06 or 2025-06-19."
        )
    return begins, ends


def _may_hold(row: Membership, begins: date, ends: date) -> bool:
    """Whether a membership holds, perhaps, on the first or the last of the days that are meant."""
    return any(holds_on(row, day) is not Holding.NO for day in (begins, ends))


def _period(row: Membership) -> str:
    return f"entry {row.valid_from or 'unknown'}, exit {row.valid_to or 'unknown'}"


def _name(register: Register, number: str) -> str:
    place = register.municipalities.get(number) or register.outside[number]
    return place.name


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())
