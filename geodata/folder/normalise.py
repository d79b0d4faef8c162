"""Cells as the register holds them: numbers of the base edition, points for decimals, dates from the year down."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from geodata.folder.layer import Layer
from geodata.folder.schema import Field
from geodata.folder.table import Record, Table
from geodata.numbers import municipality_number

_SPACES = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?:\D|$))")
_DECIMAL_COMMA = re.compile(r"([+-]?\d+),(\d+)")
_WHOLE = re.compile(r"([+-]?\d+)[.]0+")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def normalise_tables(
    tables: Mapping[str, Table], fields: Mapping[str, tuple[Field, ...]], index: Mapping[str, str]
) -> dict[str, Table]:
    """The tables with the cells of every column written as the column's role and type ask for.

    ``index``: number of any edition → number of the base edition, of those that mean exactly the same
    municipality. What cannot be read is left as it stands, for the checks to name.
    """
    return {name: _normalise_table(table, fields[name], index) for name, table in tables.items()}


def normalise_layer(layer: Layer, index: Mapping[str, str]) -> Layer:
    """The layer with every feature's number in the numbering of the base edition."""
    return replace(
        layer,
        features=tuple(
            replace(feature, properties={**feature.properties, "number": _municipality(feature["number"], index)})
            for feature in layer
        ),
    )


def _normalise_table(table: Table, fields: tuple[Field, ...], index: Mapping[str, str]) -> Table:
    return replace(table, records=tuple(_normalise_record(record, table, fields, index) for record in table))


def _normalise_record(record: Record, table: Table, fields: tuple[Field, ...], index: Mapping[str, str]) -> Record:
    changed = {field.name: _cell(record[field.name], field, index) for field in fields if record[field.name]}
    return record.with_values(table.header, changed)


def _cell(cell: str, field: Field, index: Mapping[str, str]) -> str:
    if field.role == "municipality":
        return _municipality(cell, index)
    if field.role == "number":
        return municipality_number(cell) or cell
    if field.role == "numbers":
        return "|".join(municipality_number(part) or part.strip() for part in cell.split("|"))
    if field.role == "date":
        return year_first(cell)
    if field.type in ("number", "integer", "year"):
        return _amount(cell)
    return cell


def _municipality(cell: str, index: Mapping[str, str]) -> str:
    number = municipality_number(cell) or cell
    return index.get(number, number)


def _amount(cell: str) -> str:
    """A number as Norwegians write it (1 234,5), as computers read it; a comma is a decimal comma."""
    digits = _SPACES.sub("", cell)
    comma = _DECIMAL_COMMA.fullmatch(digits)
    digits = f"{comma[1]}.{comma[2]}" if comma else digits
    whole = _WHOLE.fullmatch(digits)
    return whole[1] if whole else digits


def year_first(cell: str) -> str:
    """A date that a spreadsheet turned into day, month, year, with the year first again; years lose ".0"."""
    match = _DAY_FIRST.fullmatch(cell)
    if match:
        return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    return re.sub(r"^(\d{4})[.,]0$", r"\1", cell)
