"""What an import did or would do, for the command line: as text and as JSON."""

from __future__ import annotations

from collections import Counter

from geodata.imports.outcome import FigureChange, LeftOut
from geodata.imports.record import RecordedFigures

#: Code of what was left out → why, as the end of a sentence.
_WHY = {
    "total": "is a whole, or a part of one, beside its parts",
    "not_municipality": "is no municipality of the register",
    "split": "was split, or merged and is not alone: it is {parts} in the register",
    "incomplete": "is summed with {parts}, whose figures are not in the file",
    "unknown_contents": "is no figure that the register knows",
    "no_measure": "has no row in measures.csv",
    "not_a_year": "is no year",
    "not_a_number": "is no number",
    "contradiction": "stands twice with different figures",
    "no_sector": "has no sector",
    "not_then": "is nought or unknown in a year in which nobody had the number",
    "other_years": "is of years in which nobody in the register had the number",
}
#: Longer lists are cut, and that is said.
_LISTED = 20


def import_text(done: RecordedFigures, is_tried: bool) -> str:
    """What is new, what changes and by how much, what was left out and why, and what was written."""
    read = done.read
    new = Counter((one.measure, one.year) for one in read.new)
    lines = [f"new: {measure} {year}, {count} municipalities" for (measure, year), count in sorted(new.items())]
    lines += _cut([f"changed: {_change(one)}" for one in read.changed])
    lines += [f"the same: {len(read.same)}"] if read.same else []
    lines += [f"new measure: {id}" for id in read.undeclared]
    lines += _cut([f"left out: {_left_out(one)}" for one in read.left_out])
    lines += _cut([str(one) for one in done.warnings])
    if not done.files:
        return "\n".join([*lines, "Nothing to write: the register has these figures already."])
    written = ", ".join(done.files)
    return "\n".join([*lines, f"Would be written: {written}." if is_tried else f"Written: {written}."])


def import_values(done: RecordedFigures) -> dict[str, object]:
    """The same for programs."""
    read = done.read
    return {
        "new": [_values(one) for one in read.new],
        "changed": [_values(one) for one in read.changed],
        "same": len(read.same),
        "new_measures": list(read.undeclared),
        "left_out": [
            {"code": one.code, "what": one.what, "row": one.line, "count": one.count, "parts": list(one.parts)}
            for one in read.left_out
        ],
        "warnings": [one.as_dict() for one in done.warnings],
        "files": list(done.files),
    }


def _values(one: FigureChange) -> dict[str, object]:
    return {
        "number": one.number,
        "year": one.year,
        "measure": one.measure,
        "before": one.before,
        "after": one.after,
    }


def _change(one: FigureChange) -> str:
    return f"{one.number} {one.measure} {one.year}: {one.before:g} → {one.after:g}"


def _left_out(one: LeftOut) -> str:
    why = _WHY[one.code].format(parts=", ".join(one.parts))
    return f"“{one.what}” (row {one.line}{f' and {one.count - 1} more' if one.count > 1 else ''}) {why}"


def _cut(lines: list[str]) -> list[str]:
    more = len(lines) - _LISTED
    return lines if more <= 0 else [*lines[:_LISTED], f"… and {more} more; --json tells all"]
