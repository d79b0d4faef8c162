"""What can be wrong with the data, as values that every reader prints alike."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: where it stands, what it is, and how to mend it.

    ``row`` is the physical line of the file, counted from 1 (the header), or
    None when the finding is about the file as a whole; ``column`` is the
    header's name. ``message`` and ``help`` are English; the page translates by
    ``code`` with ``details`` as the values to fill in.
    """

    code: str
    severity: Severity
    file: str
    message: str
    help: str
    row: int | None = None
    column: str | None = None
    details: dict[str, str] = field(default_factory=dict, compare=False)

    def as_dict(self) -> dict[str, object]:
        """The finding as ``geodata check --json`` prints it."""
        return {key: value for key, value in asdict(self).items() if key not in ("severity", "details")}

    def __str__(self) -> str:
        place = self.file + (f":{self.row}" if self.row else "") + (f" [{self.column}]" if self.column else "")
        return f"{self.severity}: {place}: {self.message} {self.help} ({self.code})"


class DataError(Exception):
    """The data folder has errors; ``findings`` holds all of them, warnings included."""

    def __init__(self, findings: tuple[Finding, ...]):
        self.findings = findings
        super().__init__("\n".join(str(finding) for finding in findings))


class UnknownMunicipality(LookupError):
    """A number or name that no municipality in the data carries."""


class OutsideSpan(ValueError):
    """A day that the register says nothing about."""


class NotWritten(Exception):
    """A change of the data that is not made; the message says where, what is wrong, and how to mend it."""
