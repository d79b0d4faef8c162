"""Dates that no calendar has, periods that end before they begin, and those that the register does not reach."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from geodata.dates import first_day, last_day
from geodata.days import Span
from geodata.errors import Finding
from geodata.folder.codes import finding
from geodata.folder.reading import Folder
from geodata.folder.table import Record
from geodata.model import COUNTING_STATUS

_PERIODS = (("valid_from", "valid_to"), ("agreement_from", "agreement_to"), ("first_attested", "last_attested"))


def check_dates(folder: Folder, today: date | None) -> Iterator[Finding]:
    """Findings about dates; those about what has run out only when ``today`` is given."""
    yield from _impossible(folder)
    table = folder.table("memberships")
    for record in table:
        for start, end in _PERIODS:
            begins, ends = first_day(record[start]), last_day(record[end])
            if begins and ends and begins > ends:
                message = f"{record[end]} ({end}) is before {record[start]} ({start})."
                help = "Exchange or correct the two dates."
                details = {"start": record[start], "end": record[end]}
                yield finding("dates_out_of_order", table.file, message, help, record.line, end, **details)
        if record["status"] == COUNTING_STATUS:
            yield from _outside_span(table.file, record, folder.settings.span)
            yield from _ended(table.file, record, today) if today else ()


def _impossible(folder: Folder) -> Iterator[Finding]:
    for resource in folder.descriptor.resources:
        columns = [field.name for field in resource.fields if field.role == "date"]
        table = folder.table(resource.name)
        for record in table:
            for column in columns:
                if record[column] and not first_day(record[column]):
                    typed = record.typed[column]
                    message = f"“{typed}” is not a date."
                    help = (
                        "Write the year, the month or the day as 2005, 2014-01 or 2022-04-06. "
                        "If a spreadsheet changed what was typed, make the column text first."
                    )
                    yield finding("impossible_date", table.file, message, help, record.line, column, value=typed)


def _outside_span(file: str, record: Record, span: Span) -> Iterator[Finding]:
    """A membership that holds on no day that the register speaks of."""
    begins, ends = first_day(record["valid_from"]), last_day(record["valid_to"])
    for day, column in ((begins, "valid_from"), (ends, "valid_to")):
        if day and (day > span.last if column == "valid_from" else day < span.first):
            details = {"network": record["network"], "number": record["municipality"], "name": record["name"]}
            message = (
                f"The membership of {record['name']} in “{record['network']}” holds on no day of the register, "
                f"{span.first} to {span.last}."
            )
            help = "Extend the span in datapackage.json, or correct the date."
            yield finding("outside_span", file, message, help, record.line, column, **details, date=record[column])


def _ended(file: str, record: Record, today: date) -> Iterator[Finding]:
    ends = last_day(record["agreement_to"])
    if ends and ends < today:
        details = {"network": record["network"], "number": record["municipality"], "name": record["name"]}
        date = record["agreement_to"]
        message = (
            f"The agreement that the membership of {record['name']} in “{record['network']}” rests on ended {date}."
        )
        help = "Write the new agreement's days, or the exit under valid_to."
        yield finding("ended_agreement", file, message, help, record.line, "agreement_to", **details, date=date)
