"""The command line: ``python -m geodata check``, ``explain``, ``diff`` and ``migrate``."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TextIO

from geodata.dates import whole_day
from geodata.diff import diff, diff_values
from geodata.errors import DataError, Finding, OutsideSpan, UnknownMunicipality
from geodata.explain import explain
from geodata.folder.check import check
from geodata.folder.load import load
from geodata.folder.migration import KEPT_FOLDER, migrate

PROJECT_FOLDER = Path(__file__).resolve().parent.parent / "data"
_HELP = {
    "check": "print everything that is wrong with the data folder; exit 0 when nothing is an error, 1 otherwise",
    "migrate": "write the tables of editions and days from those of a folder that has none; keeps what it replaces",
    "explain": "tell one municipality's numbers, networks, statuses and sources",
    "diff": "print who stands in other networks on a day than on one before, and the coverage of both",
}


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
    return parser


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


def _migrate(options: argparse.Namespace) -> int:
    try:
        written = migrate(options.data, date.today())
    except DataError as problem:
        _print(str(problem), sys.stderr)
        return 1
    _print(f"Written: {', '.join(written)}. What they replace is in {options.data / KEPT_FOLDER}.", sys.stdout)
    return 0


_COMMANDS = {"check": _check, "explain": _explain, "diff": _diff, "migrate": _migrate}


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
