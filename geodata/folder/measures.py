"""The rows of the table of measures as measures."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from geodata.folder.table import Record, Table
from geodata.measures import WORDS, YEARLY, Measure

#: What the column "shown" says: not at all, in tables only where it is asked for, in tables and controls ("yes"),
#: or among the headline figures too.
NOT_SHOWN, FURTHER, HEADLINE = "no", "more", "headline"


def measures_of(table: Table, languages: Collection[str]) -> dict[str, Measure]:
    """Every row by its id, those that are not shown included."""
    return {record["id"]: _measure(record, languages) for record in table}


def is_shown(record: Record) -> bool:
    """Whether readers meet the measure; one that is not only helps to check others."""
    return record["shown"] != NOT_SHOWN


def loaded(measures: Mapping[str, Measure], indicators: Iterable[str]) -> dict[str, Measure]:
    """The measures that have figures: rows with their indicator, or, for a ratio, both parts that have."""
    filled = frozenset(indicators)
    own = {id for id, one in measures.items() if one.indicator in filled}
    return {id: one for id, one in measures.items() if id in own or (own >= {one.numerator, one.denominator})}


def _measure(record: Record, languages: Collection[str]) -> Measure:
    return Measure(
        id=record["id"],
        indicator=record["indicator"],
        numerator=record["numerator"],
        denominator=record["denominator"],
        unit=record["unit"],
        decimals=int(record["decimals"]) if record["decimals"].isdecimal() else 0,
        is_additive=record["additive"] == "yes",
        period=record["period"] or YEARLY,
        window=int(record["window"]) if record["window"].isdecimal() else 1,
        column=record["column"],
        is_headline=record["shown"] == HEADLINE,
        is_further=record["shown"] == FURTHER,
        is_charted=record["charted"] == "yes",
        words={
            what: {language: record[f"{what}_{language}"] for language in languages if record[f"{what}_{language}"]}
            for what in WORDS
        },
        source=record["source"],
        licence=record["licence"],
    )
