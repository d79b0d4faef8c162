"""Dates that no calendar has, periods that end before they begin, and memberships that have run out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from geodata.dates import first_day, last_day
from geodata.errors import Finding
from geodata.folder.codes import finding
from geodata.folder.reading import Folder
from geodata.folder.table import Record
from geodata.model import COUNTING_STATUS

_PERIODS = (("valid_from", "valid_to"), ("first_attested", "last_attested"))


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
        if today and record["status"] == COUNTING_STATUS:
            yield from _calendar(table.file, record, today)


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


def _calendar(file: str, record: Record, today: date) -> Iterator[Finding]:
    ends, begins = last_day(record["valid_to"]), first_day(record["valid_from"])
    details = {"network": record["network"], "number": record["municipality"], "name": record["name"]}
    if ends and ends < today:
        message = f"The membership of {record['name']} in “{record['network']}” ended in {record['valid_to']}."
        help = "Write the new date, or change the status to “former”."
        yield finding(
            "ended_membership", file, message, help, record.line, "valid_to", **details, date=record["valid_to"]
        )
    if begins and begins > today:
        message = f"The membership of {record['name']} in “{record['network']}” begins in {record['valid_from']}."
        help = "Change the status to “decided” until then."
        yield finding(
            "future_membership", file, message, help, record.line, "valid_from", **details, date=record["valid_from"]
        )
