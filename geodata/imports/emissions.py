"""Miljødirektoratet's emissions of municipalities, from the workbook as it comes. Nothing is written here."""

from __future__ import annotations

from geodata.imports.against import held_against
from geodata.imports.emission_sheet import EmissionPlace, Sums, emission_sums, is_read
from geodata.imports.files import UPLOADED_FIGURES, sheets_of
from geodata.imports.outcome import LeftOut, ReadFigure, ReadFigures
from geodata.imports.placing import Placing
from geodata.imports.sectors import EMISSIONS_INDICATOR, sector_measures
from geodata.numbers import municipality_number
from geodata.planning.intake.grid import ReadingBounds, Unreadable
from geodata.planning.intake.recognise import Places
from geodata.register import Register


def read_emissions(
    content: bytes, name: str, register: Register, bounds: ReadingBounds = UPLOADED_FIGURES
) -> ReadFigures:
    """What the workbook would change in the register. Never raises for anything that a file can hold.

    All municipalities or one area; a CSV with the same columns is read as well. Tonnes of CO2 equivalents a year,
    summed over sources and gases: the total for the measure with the indicator EMISSIONS_INDICATOR, and each sector
    for a measure of its own. Numbers of every edition are understood: newer workbooks use those of 2024 for all years.
    Years that are missing stay missing.
    """
    try:
        sums = emission_sums(sheets_of(content, name, bounds, is_read))
        total = next((one for one in register.declared.values() if one.indicator == EMISSIONS_INDICATOR), None)
        if total is None:
            raise Unreadable("measure_missing", what=EMISSIONS_INDICATOR)
        numbers, left_out = _numbers(sums, register)
        if not numbers:
            raise _nothing(sums)
    except Unreadable as unreadable:
        return ReadFigures(unreadable.problem)
    own = sector_measures(dict.fromkeys(sector for _, _, sector in sums.tonnes), total, register.declared)
    values = [
        (place, year, own[sector], value, sums.lines[place, year, sector])
        for (place, year, sector), value in sums.tonnes.items()
    ]
    first = {(place, year): line for (place, year, _), line in reversed(sums.lines.items())}
    values += [(*key, total, value, first[key]) for key, value in sums.totals().items()]
    figures = [
        ReadFigure(line, *numbers[place], year, measure.id, measure.indicator, measure.unit, value)
        for place, year, measure, value, line in values
        if place in numbers
    ]
    measures = {measure.indicator: measure for measure in (total, *own.values())}
    return held_against(register, figures, [*sums.left_out, *left_out], measures, {})


def _numbers(sums: Sums, register: Register) -> tuple[dict[EmissionPlace, tuple[str, str, str]], list[LeftOut]]:
    """Place → number, name and edition; and the places that are no municipality of the register."""
    lines: dict[EmissionPlace, list[int]] = {}
    for (place, _, _), line in sums.lines.items():
        lines.setdefault(place, []).append(line)
    read = {place: municipality_number(place.number) for place in lines}
    placing, names = Placing(register), Places(register)
    found, left_out = {}, []
    for place in lines:
        what = f"{place.number} {place.name}".strip()
        number = read[place] if place.number else _named(names, place.name)
        placed = placing.place(number) if number else None
        if number and placed and not placed.code:
            found[place] = number, place.name, placed.edition
            continue
        code, parts = (placed.code, placed.parts) if placed else ("not_municipality", ())
        left_out.append(LeftOut(code, what, lines[place][0], len(lines[place]), parts))
    return found, left_out


def _named(names: Places, name: str) -> str | None:
    """The number of the register's municipality of that name."""
    found = names.find(name)
    return found.number if found and not found.outside and not found.parts else None


def _nothing(sums: Sums) -> Unreadable:
    """Why no emissions at all could be taken."""
    first = next((place for place, _, _ in sums.tonnes), None)
    if first is None:
        return Unreadable("no_emissions")
    return Unreadable("no_municipalities", what=f"{first.number} {first.name}".strip())
