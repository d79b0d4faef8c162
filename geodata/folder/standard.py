"""A table as the standard wants it: UTF-8, commas, one line ending, the columns and cells of the descriptor."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from geodata.errors import Finding
from geodata.folder.normalise import normalise_tables
from geodata.folder.schema import Field
from geodata.folder.table import Record, Table, parse_table


def whole_table(content: bytes, file: str, columns: Sequence[str]) -> tuple[Table, list[Finding]]:
    """The table with every column that has a name, those that the descriptor does not declare too, and what is wrong.

    Errors alone are returned; a column that is not declared is no reason to lose it.
    """
    _, findings = parse_table(content, file, columns)
    further = [one.details["name"] for one in findings if one.code == "unknown_column"]
    table, findings = parse_table(content, file, [*columns, *further])
    return table, [one for one in findings if one.severity == "error"]


def table_bytes(header: Sequence[str], records: Iterable[Record]) -> bytes:
    """The table under this header in UTF-8 without a byte-order mark, with commas and LF; no cells under ""."""
    columns = [column for column in header if column]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([record[column] for column in columns] for record in records)
    return text.getvalue().encode()


def tidy_table(table: Table, fields: Sequence[Field], index: Mapping[str, str]) -> Table:
    """The table with columns in the descriptor's order, others after them, and cells as the register holds them.

    ``index``: number of any edition → number of the base edition, as ``normalise_tables`` takes it. What cannot be
    read is left as it stands.
    """
    declared = [field.name for field in fields]
    header = (*declared, *(column for column in table.header if column and column not in declared))
    tidied = normalise_tables({"": table}, {"": tuple(fields)}, index)[""]
    return replace(tidied, header=header)
