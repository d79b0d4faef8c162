"""Measures that cannot be told: without figures, made of what is not there, or in the way of other words."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping

from geodata.errors import Finding
from geodata.folder.codes import finding
from geodata.folder.measures import is_shown, measures_of
from geodata.folder.reading import Folder
from geodata.measures import AS_OF_PLACEHOLDERS, LAND_AREA, PERCENT, POPULATION, STANDING, Measure

#: Measures that sentences, costs and checks of plans are made of.
NEEDED = (POPULATION, LAND_AREA)
#: Words of addresses and files that a measure may not be called.
RESERVED = (
    *("network", "networks", "network_ids", "number", "name", "short_name", "id", "county", "year", "municipalities"),
    *("status", "note", "dialogue_region", "uncertain_networks", "former_municipalities", "municipality_names"),
    *("largest_member", "largest_member_population", "smallest_member", "smallest_member_population", "members"),
    *("other_names", "founded", "host", "url", "completeness", "source"),
    *("before", "after", "before_id", "after_id", "geometry"),
)
#: How columns of files begin that hold numbers of other editions, or shares.
RESERVED_BEGINNINGS = ("number_", "share_")


def check_measures(folder: Folder) -> Iterator[Finding]:
    """Findings about the table of measures."""
    table = folder.table("measures")
    if not table.records:
        return
    measures = measures_of(table, folder.settings.languages)
    shown = {record["id"] for record in table if is_shown(record)}
    for id in NEEDED:
        if id not in shown or not measures[id].is_additive or not measures[id].indicator:
            message = f"The measure “{id}” is not there as one that is shown, adds up and has an indicator."
            help = "Put its row back from the last good copy: sentences and plans are made of it."
            yield finding("missing_measure", table.file, message, help, column="id", id=id)
    owners: dict[str, str] = {}
    for record in table:
        problem = _problem(measures[record["id"]], measures, shown, owners)
        if problem:
            message = f"The measure “{record['id']}” {problem}."
            help = (
                "Give it either an indicator, or a numerator and a denominator that have one; a ratio or a share is "
                "not additive, a headline is, and the day of a figure is written with {year} and {first} alone."
            )
            yield finding("bad_measure", table.file, message, help, record.line, "id", id=record["id"])


def _problem(one: Measure, measures: Mapping[str, Measure], shown: set[str], owners: dict[str, str]) -> str | None:
    """What is wrong with one measure, as the end of a sentence, or None; ``owners`` learns whose an indicator is."""
    if one.id in RESERVED or one.column in RESERVED or one.column.startswith(RESERVED_BEGINNINGS):
        return "has an id or a column that means something else already"
    if bool(one.numerator) != bool(one.denominator):
        return "is a ratio of which one part is blank"
    if bool(one.indicator) == one.is_ratio:
        return "has both an indicator and a ratio" if one.indicator else "has neither an indicator nor a ratio"
    if one.is_additive and (one.is_ratio or one.unit == PERCENT):
        return f"is {'a ratio' if one.is_ratio else 'in per cent'} and cannot be additive"
    if one.is_headline and not one.is_additive and one.id not in NEEDED:
        return "is a headline and does not add up: no share of the region can be told"
    if one.window > 1 and (one.is_ratio or one.period == STANDING):
        return "is about several years, but has no figures of its own for each year"
    if not all(_can_be_filled(text) for text in one.words["as_of"].values()):
        return "has braces in the day of its figure that are neither {year} nor {first}"
    parts = [part for part in (one.numerator, one.denominator) if part]
    if lost := [part for part in parts if part not in shown or measures[part].is_ratio]:
        return f"is a ratio of “{lost[0]}”, which is no measure that is shown and has an indicator"
    if one.indicator and owners.setdefault(one.indicator, one.id) != one.id:
        return f"has the indicator of “{owners[one.indicator]}”"
    return None


def _can_be_filled(template: str) -> bool:
    """Whether the braces of a text hold what the day of a figure may be written with."""
    try:
        fields = [field[1:] for field in string.Formatter().parse(template) if field[1] is not None]
    except ValueError:
        return False
    return all(name in AS_OF_PLACEHOLDERS and not spec and not turned for name, spec, turned in fields)
