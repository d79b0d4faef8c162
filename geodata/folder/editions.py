"""The tables of editions, counties, municipalities and changes as editions that hang together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction

from geodata.editions import Chain, Change, County, Edition, Numbered
from geodata.folder.table import Record, Table
from geodata.numbers import municipality_number

#: Finer than any statistic: of a million, one.
_SHARE = re.compile(r"[01](?:\.[0-9]{1,12})?", re.ASCII)


def editions_of(tables: Mapping[str, Table]) -> dict[str, Edition]:
    """Every edition by its id, from the oldest on; what cannot be read is left out."""
    found = {record["edition"]: record for record in _records(tables, "editions") if record["edition"]}
    counties: dict[str, dict[str, County]] = {id: {} for id in found}
    for record in _records(tables, "counties"):
        if record["edition"] in found:
            one = County(record["id"], record["name"], record["number"], record["source"])
            counties[record["edition"]][one.id] = one
    places: dict[str, dict[str, Numbered]] = {id: {} for id in found}
    for record in _records(tables, "municipalities"):
        number = municipality_number(record["number"])
        if record["edition"] in found and number:
            county = counties[record["edition"]].get(record["county"])
            places[record["edition"]][number] = Numbered(number, record["name"], county)
    return {
        id: Edition(
            id,
            record["valid_from"],
            record["numbers_shown"] == "yes",
            record["counties_shown"] == "yes",
            counties[id],
            places[id],
            record["source"],
        )
        for id, record in sorted(found.items(), key=lambda pair: (pair[1]["valid_from"], pair[0]))
    }


def chain_of(tables: Mapping[str, Table], editions: Mapping[str, Edition]) -> Chain:
    """How the editions hang together; changes that do not lead from one edition to the next are left out."""
    order = list(editions)
    changes = [change_of(record) for record in _records(tables, "changes")]
    steps = set(zip(order, order[1:], strict=False))
    numbers = {id: one.municipalities for id, one in editions.items()}
    sound = (
        one
        for one in changes
        if (one.before, one.after) in steps and one.number in numbers[one.before] and one.became in numbers[one.after]
    )
    return Chain(numbers, sound)


def change_of(record: Record) -> Change:
    """One row of the changes; a share that is blank or no number is unknown."""
    before, after = (municipality_number(record[column]) or "" for column in ("from_number", "to_number"))
    return Change(record["from_edition"], before, record["to_edition"], after, share_of(record["share"]))


def share_of(text: str) -> Fraction | None:
    """A share from nothing to all, in decimals (0.25); None for what is none."""
    share = Fraction(text) if _SHARE.fullmatch(text) else Fraction(0)
    return share if 0 < share <= 1 else None


def _records(tables: Mapping[str, Table], name: str) -> Iterable[Record]:
    return tables.get(name, ())
