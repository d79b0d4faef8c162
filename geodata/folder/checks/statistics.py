"""Statistics that are missing, impossible, or hardly believable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from geodata.errors import Finding
from geodata.folder.codes import finding
from geodata.folder.measures import measures_of
from geodata.folder.reading import Folder
from geodata.folder.statistics import Statistic, in_edition, statistics_of
from geodata.measures import LAND_AREA, PERCENT, POPULATION, TOTAL_AREA, YEARLY, Measure

#: A change of more than this share in one year is more likely a slip of the keyboard.
JUMP = 0.25
#: Statistics with a value by measure, municipality and year.
Sound = Mapping[tuple[str, str, int], Statistic]
#: No municipality on Earth has more persons or km².
_MOST = 1e9


def check_statistics(folder: Folder) -> Iterator[Finding]:
    """Findings about the values of the table of statistics."""
    table = folder.table("statistics")
    if not table.records or not folder.municipalities or not folder.table("measures").records:
        return
    measures = {
        one.indicator: one
        for one in measures_of(folder.table("measures"), folder.settings.languages).values()
        if one.indicator
    }
    statistics = [one for one in statistics_of(table) if one.indicator in measures]
    for one in statistics:
        yield from _value(table.file, measures[one.indicator], one)
    carried = in_edition(statistics, measures.values(), folder.chain, folder.settings.base)
    sound = {(measures[one.indicator].id, one.municipality, one.year): one for one in carried if one.value is not None}
    yield from _missing_parts(folder, statistics)
    yield from _missing(folder, sound, {one.id: one.indicator for one in measures.values()})
    yield from _year_gaps(table.file, sound, measures.values())
    yield from _land_exceeds_total(table.file, sound)
    yield from _jumps(table.file, sound)


def _missing_parts(folder: Folder, statistics: Sequence[Statistic]) -> Iterator[Finding]:
    """Figures under numbers of other editions that would be summed with some that are not there."""
    base, table = folder.settings.base, folder.table("statistics")
    known = {(one.indicator, one.year, one.municipality) for one in statistics if one.value is not None}
    for one in statistics:
        edition = folder.chain.edition_of(one.municipality, base)
        parts = folder.chain.meant(one.municipality, base) if edition not in (base, None) else ()
        if len(parts) != 1 or (one.indicator, one.year, parts[0].number) in known or one.value is None:
            continue
        beside = [part.number for part in folder.chain.parts(base, parts[0].number, edition or base)]
        if lacking := [number for number in beside if (one.indicator, one.year, number) not in known]:
            listed = ", ".join(lacking)
            message = f"{one.municipality} {one.name} is summed with {listed}, which has no figure for {one.year}."
            help = "Add the row; until then the sum is unknown."
            details = {"number": one.municipality, "name": one.name, "parts": listed, "year": one.year}
            yield finding("missing_part", table.file, message, help, one.line, "municipality", **details)


def _value(file: str, measure: Measure, one: Statistic) -> Iterator[Finding]:
    unit = measure.unit
    if unit and one.unit and one.unit != unit:
        message = f"The unit of {one.indicator} is “{one.unit}”, but it is read as {unit}."
        help = f"Convert the value to {unit} and write that unit."
        yield finding("wrong_unit", file, message, help, one.line, "unit", value=one.unit, unit=unit)
    if one.value is None:
        return
    if not _is_possible(measure, one):
        message = f"{one.text} cannot be the {one.indicator} of a municipality."
        help = "Write a number that is not negative; persons are whole, and no share is above 100 per cent."
        yield finding("impossible_value", file, message, help, one.line, "value", value=one.text)


def _is_possible(measure: Measure, one: Statistic) -> bool:
    if measure.id == POPULATION:
        return _is_count(one)
    return one.value is not None and 0 <= one.value <= (100 if measure.unit == PERCENT else _MOST)


def _is_count(one: Statistic) -> bool:
    return one.value is not None and 0 <= one.value <= _MOST and one.value == int(one.value)


def _missing(folder: Folder, sound: Sound, indicators: Mapping[str, str]) -> Iterator[Finding]:
    table = folder.table("statistics")
    years = sorted({year for measure, _, year in sound if measure == POPULATION})
    area, people = (indicators.get(measure, measure) for measure in (LAND_AREA, POPULATION))
    for record in folder.municipalities:
        number, name = record["number"], record["name"]
        about = {"number": number, "name": name}
        if not any((LAND_AREA, number) == key[:2] for key in sound):
            message, help = f"{number} {name} has no land area.", f"Add a row with the indicator {area}."
            yield finding("missing_land_area", table.file, message, help, None, "indicator", **about)
        lacking = [year for year in years if (POPULATION, number, year) not in sound]
        if len(lacking) == len(years):
            message, help = f"{number} {name} has no population.", f"Add rows with the indicator {people}."
            yield finding("missing_population", table.file, message, help, None, "indicator", **about)
            continue
        for year in lacking:
            message = f"{number} {name} has no population for {year}, which others have."
            help = "Add the row; until then the year is shown as incomplete."
            yield finding("missing_year", table.file, message, help, None, "year", **about, year=year)


def _year_gaps(file: str, sound: Sound, measures: Iterable[Measure]) -> Iterator[Finding]:
    """Years without any figure of a measure that is told by year, between years that have one."""
    for one in measures:
        years = {year for measure, _, year in sound if measure == one.id and one.period == YEARLY}
        for year in sorted(set(range(min(years, default=0), max(years, default=0))) - years):
            message = (
                f"No municipality has a figure of “{one.id}” for {year}, though there are earlier and later years."
            )
            help = f"Add the year's rows with the indicator {one.indicator}."
            yield finding("year_gap", file, message, help, column="year", year=year, measure=one.id)


def _land_exceeds_total(file: str, sound: Sound) -> Iterator[Finding]:
    for (measure, number, year), land in sound.items():
        total = sound.get((TOTAL_AREA, number, year))
        if measure != LAND_AREA or not total or land.value is None or total.value is None:
            continue
        if land.value > total.value:
            message = (
                f"The land area of {number} {land.name}, {land.text}, is larger than its total area, {total.text}."
            )
            help = "Correct one of the two; total area includes fresh water."
            details = {"number": number, "name": land.name, "land": land.text, "total": total.text}
            yield finding("land_exceeds_total", file, message, help, land.line, "value", **details)


def _jumps(file: str, sound: Sound) -> Iterator[Finding]:
    for (measure, number, year), now in sound.items():
        before = sound.get((POPULATION, number, year - 1))
        if measure != POPULATION or not before or not before.value or not now.value:
            continue  # nothing to compare
        if not _is_count(before) or not _is_count(now):
            continue  # named as impossible already
        if abs(now.value - before.value) > JUMP * before.value:
            message = f"The population of {number} {now.name} goes from {before.text} to {now.text} in a year."
            help = "Check both figures against the source."
            details = {"number": number, "name": now.name, "before": before.text, "now": now.text, "year": year}
            yield finding("population_jump", file, message, help, now.line, "value", **details)
