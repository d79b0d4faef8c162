"""What a folder holds, byte by byte, and what a register says, for comparing before and after."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from pandas import DataFrame

from geodata.register import Register

#: What follows from the bytes of the files, or tells of their rows.
_OF_THE_FILES = ("revision", "warnings", "chain")


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Name → content of every file, hidden ones too."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def said_by(register: Register) -> dict[str, object]:
    """What a register says, as values that can be compared."""
    said = {one.name: getattr(register, one.name) for one in fields(register) if one.name not in _OF_THE_FILES}
    said["values"] = {id: (table.dtypes.to_list(), table.to_csv()) for id, table in register.values.items()}
    return {name: value.to_csv() if isinstance(value, DataFrame) else value for name, value in said.items()}
