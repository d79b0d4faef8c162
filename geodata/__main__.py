"""The command line: ``python -m geodata check``, ``explain``, ``diff``, ``vote``, ``end``, ``import``, ``tidy``
and ``migrate``."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TextIO

from geodata.dates import first_day, whole_day
from geodata.diff import diff, diff_values
from geodata.errors import DataError, Finding, NotWritten, OutsideSpan, UnknownMunicipality
from geodata.explain import explain
from geodata.folder.check import check
from geodata.folder.load import load
from geodata.folder.migration import migrate
from geodata.folder.normalise import year_first
from geodata.folder.tidy import tidy
from geodata.folder.writing import KEPT_SUFFIX
from geodata.imports.record import FIGURE_READERS, FigureFile, record_figures
from geodata.imports.told import import_text, import_values
from geodata.text import clean
from geodata.vote import Recorded, Vote, record_entry, record_exit

PROJECT_FOLDER = Path(__file__).resolve().parent.parent / "data"
_HELP = {
    "check": "print everything that is wrong with the data folder; exit 0 when nothing is an error, 1 otherwise",
    "migrate": "write the tables of editions and days from those of a folder that has none; keeps what it replaces",
    "explain": "tell one municipality's numbers, networks, statuses and sources",
    "diff": "print who stands in other networks on a day than on one before, and the coverage of both",
    "vote": "record that a municipality enters a network, as a checked row of the memberships",
    "end": "record that a municipality leaves a network: the last day of its membership",
    "import": "read figures of SSB or emissions of Miljødirektoratet from a file, and write them into the tables",
    "tidy": "write a folder's tables as the standard wants them: UTF-8, commas, numbers of the base edition, dates "
    "with the year first; what they say stays as it is",
}
#: Commands that write what they can also only try.
_TRIED = ("vote", "end", "import", "tidy")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; wrong usage exits with 2."""
    options = _parser().parse_args(arguments)
    _write_anything(sys.stdout)
    _write_anything(sys.stderr)
    command: Callable[[argparse.Namespace], int] = options.command
    return command(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m geodata", description="Look after a data folder.")
    commands = parser.add_subparsers(required=True, metavar="command")
    for name, command in _COMMANDS.items():
        one = commands.add_parser(name, help=_HELP[name], description=_HELP[name])
        one.add_argument(
            "--data", type=Path, default=PROJECT_FOLDER, metavar="DIR", help="the data folder (default: the project's)"
        )
        one.set_defaults(command=command)
        if name == "check":
            one.add_argument("--json", action="store_true", help="print the findings as JSON")
        if name == "explain":
            one.add_argument("text", metavar="NUMBER_OR_NAME", help="a number of any edition, or a name")
        if name == "diff":
            since, day = "the day that is compared with, as 2023-12-31", "the day (default: the register's as_of)"
            one.add_argument("--since", type=_day, required=True, metavar="DAY", help=since)
            one.add_argument("--day", type=_day, metavar="DAY", help=day)
            one.add_argument("--json", action="store_true", help="print the same as JSON")
        if name in ("vote", "end"):
            _add_vote(one)
        if name == "import":
            _add_import(one)
        if name in _TRIED:
            one.add_argument("--dry-run", action="store_true", help="say what would be written, and write nothing")
    return parser


def _add_vote(parser: argparse.ArgumentParser) -> None:
    """What an entry and an exit are told by."""
    parser.add_argument("network", metavar="NETWORK", help="the network's id or name")
    parser.add_argument("municipality", metavar="MUNICIPALITY", help="a number of any edition, or a name")
    day = "a year, a month or a day: 2025, 2025-06, 2025-06-19; the last day, for an exit"
    parser.add_argument("day", type=_partial_day, metavar="DAY", help=day)
    parser.add_argument("--source", type=_filled, required=True, metavar="TEXT", help="where it stands")
    extend = "move the end of the register's span (span.to in datapackage.json) on to it, where it is later"
    parser.add_argument("--extend", action="store_true", help=extend)
    parser.add_argument("--as-of", action="store_true", help="let the page show the register as it stands then")


def _add_import(parser: argparse.ArgumentParser) -> None:
    """What a file of figures is told by."""
    kinds = "statistics: SSB's table as json-stat2, CSV or Excel; emissions: Miljødirektoratet's workbook"
    parser.add_argument("kind", choices=tuple(FIGURE_READERS), help=kinds)
    parser.add_argument("file", type=Path, metavar="FILE", help="the file as it was saved")
    parser.add_argument("--source", type=_filled, metavar="TEXT", help="where it is from (default: the file's name)")
    licence = "under which terms it may be used (default: that this is not stated)"
    parser.add_argument("--licence", type=_filled, default="not stated", metavar="TEXT", help=licence)
    parser.add_argument("--json", action="store_true", help="print what would change as JSON")


def _partial_day(text: str) -> str:
    day = year_first(clean(text))
    if first_day(day) is None:
        raise argparse.ArgumentTypeError(f"“{text}” is no day: write it as 2025, 2025-06 or 2025-06-19")
    return day


def _filled(text: str) -> str:
    if not clean(text):
        raise argparse.ArgumentTypeError("it is blank: say where the vote stands, such as “Rollag council 12/26”")
    return text


def _day(text: str) -> date:
    day = whole_day(text)
    if day is None:
        raise argparse.ArgumentTypeError(f"“{text}” is no day: write it as 2023-12-31")
    return day


def _check(options: argparse.Namespace) -> int:
    findings = check(options.data, today=date.today())
    text = _as_json(findings) if options.json else _as_text(findings)
    _print(text, sys.stdout)
    return int(any(one.severity == "error" for one in findings))


def _explain(options: argparse.Namespace) -> int:
    try:
        register = load(options.data, today=date.today())
        _print(explain(register, options.text), sys.stdout)
    except (DataError, UnknownMunicipality) as problem:
        _print(str(problem), sys.stderr)
        return 1
    return 0


def _diff(options: argparse.Namespace) -> int:
    try:
        register = load(options.data, today=date.today())
        days = options.since, options.day or register.as_of
        text = json.dumps(diff_values(register, *days), indent=2) if options.json else diff(register, *days)
    except (DataError, OutsideSpan) as problem:
        _print(str(problem), sys.stderr)
        return 1
    _print(text, sys.stdout)
    return 0


def _import(options: argparse.Namespace) -> int:
    name = options.file.name
    try:
        content = options.file.read_bytes()
        file = FigureFile(options.kind, name, content, options.source or name, options.licence)
        done = record_figures(options.data, file, date.today(), options.dry_run)
    except (DataError, NotWritten) as problem:
        _print(str(problem), sys.stderr)
        return 1
    except OSError as problem:
        _print(
            f"{name}: the file cannot be read ({problem.strerror}). Check its path, and who may read it.", sys.stderr
        )
        return 1
    _print(
        json.dumps(import_values(done), indent=2) if options.json else import_text(done, options.dry_run), sys.stdout
    )
    return 0


def _migrate(options: argparse.Namespace) -> int:
    try:
        written = migrate(options.data, date.today())
    except (DataError, NotWritten) as problem:
        _print(str(problem), sys.stderr)
        return 1
    _print(f"Written: {', '.join(written)}. What each replaces stands beside it, as FILE{KEPT_SUFFIX}.", sys.stdout)
    return 0


def _vote(options: argparse.Namespace, record: Callable[[Path, Vote, date, bool], Recorded]) -> int:
    said = (options.network, options.municipality, options.day, options.source, options.extend, options.as_of)
    try:
        recorded = record(options.data, Vote(*said), date.today(), options.dry_run)
    except (DataError, NotWritten) as problem:
        _print(str(problem), sys.stderr)
        return 1
    _print("\n".join([recorded.sentence, *map(str, recorded.warnings)]), sys.stdout)
    _print(_written(recorded.files, options.dry_run), sys.stdout)
    return 0


def _tidy(options: argparse.Namespace) -> int:
    try:
        tidied = tidy(options.data, date.today(), options.dry_run)
    except (DataError, NotWritten) as problem:
        _print(str(problem), sys.stderr)
        return 1
    for file, changes in tidied.changed.items():
        _print(f"{file}: {'; '.join(changes)}.", sys.stdout)
    _print(_written(tuple(tidied.changed), options.dry_run), sys.stdout)
    if tidied.left:
        _print("\n".join(["Left as it was, to be mended by hand:", *map(str, tidied.left)]), sys.stderr)
    return 0


def _written(files: Sequence[str], is_dry: bool) -> str:
    if not files:
        return "Nothing to write: every table is as the standard wants it, or cannot be read."
    if is_dry:
        return f"Nothing is written; it would be: {', '.join(files)}."
    return f"Written: {', '.join(files)}. What they replace is beside them, with {KEPT_SUFFIX} at the end of the name."


_COMMANDS = {
    "check": _check,
    "explain": _explain,
    "diff": _diff,
    "vote": partial(_vote, record=record_entry),
    "end": partial(_vote, record=record_exit),
    "import": _import,
    "tidy": _tidy,
    "migrate": _migrate,
}


def _as_json(findings: Sequence[Finding]) -> str:
    lists = {
        f"{severity}s": [one.as_dict() for one in findings if one.severity == severity]
        for severity in ("error", "warning")
    }
    return json.dumps(lists, indent=2)


def _as_text(findings: Sequence[Finding]) -> str:
    errors = sum(one.severity == "error" for one in findings)
    summary = f"{_count(errors, 'error')}, {_count(len(findings) - errors, 'warning')}."
    return "\n".join([*map(str, findings), summary])


def _count(number: int, word: str) -> str:
    return f"{number or 'no'} {word}{'' if number == 1 else 's'}"


def _write_anything(stream: TextIO | None) -> None:
    """Let a console that knows few letters show the others as escapes instead of failing."""
    if stream is not None and hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="backslashreplace")


def _print(text: str, stream: TextIO | None) -> None:
    """Print, and be content when whoever reads (``head``, a full disk) takes no more."""
    if stream is None:
        return
    try:
        print(text, file=stream, flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


if __name__ == "__main__":
    sys.exit(main())
