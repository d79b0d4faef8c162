"""SSB's figures of municipalities, as Statbanken answers or saves them. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable

from geodata.imports.against import held_against
from geodata.imports.answer import SavedAnswer, SavedValue
from geodata.imports.cells import figure_of, is_whole, region_of, year_of_cell
from geodata.imports.contents import indicator_of
from geodata.imports.files import UPLOADED_FIGURES, sheets_of
from geodata.imports.json_stat import parse_json_stat
from geodata.imports.outcome import LeftOut, ReadFigure, ReadFigures
from geodata.imports.placing import Placing
from geodata.imports.saved_table import parse_saved_table
from geodata.measures import Measure
from geodata.planning.intake.grid import ReadingBounds, Unreadable
from geodata.register import Register


def read_statistics(
    content: bytes, name: str, register: Register, bounds: ReadingBounds = UPLOADED_FIGURES
) -> ReadFigures:
    """What a file of SSB's would change in the register. Never raises for anything that a file can hold.

    json-stat2, or CSV or XLSX as Statbanken saves them (tables 07459, 09280 and others with the same contents), told
    apart by content, not by ``name``. Several contents at once; persons at 1 January, areas in km². Unknown stays
    unknown. A figure of a municipality whose number another edition has is kept under that number.
    """
    try:
        answer = _answer(content, name, bounds)
        reader = _Reader(register, answer)
        figures = [figure for one in answer.values if (figure := reader.figure(one))]
        if not figures:
            raise _nothing(answer, reader.left_out)
    except Unreadable as unreadable:
        return ReadFigures(unreadable.problem)
    return held_against(register, figures, reader.left_out, reader.measures, answer.notes)


def _answer(content: bytes, name: str, bounds: ReadingBounds) -> SavedAnswer:
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        return parse_json_stat(content, name, bounds)
    grids = sheets_of(content, name, bounds, lambda _: False)
    return parse_saved_table(next(iter(grids.values())))


def _nothing(answer: SavedAnswer, left_out: Iterable[LeftOut]) -> Unreadable:
    """Why no figure at all could be taken, by the commonest reason that a steward can mend."""
    first = {one.code: one.what for one in reversed(list(left_out))}
    if "unknown_contents" in first or "no_measure" in first:
        what = first.get("unknown_contents") or first.get("no_measure") or "the table has no title"
        return Unreadable("no_contents", what=what)
    if "not_a_year" in first:
        return Unreadable("no_years")
    if not answer.values or "not_a_number" in first:
        return Unreadable("no_values")
    return Unreadable("no_municipalities", what=next(iter(first.values()), ""))


class _Reader:
    """Takes one value after the other; remembers what it left out and which measures it met."""

    def __init__(self, register: Register, answer: SavedAnswer):
        self._placing, self._title = Placing(register), answer.title
        self._declared = {one.indicator: one for one in register.declared.values() if one.indicator}
        self._indicators: dict[tuple[tuple[str, ...], ...], str | None] = {}
        self._names = {
            (id, number): one.name
            for id, edition in register.editions.items()
            for number, one in edition.municipalities.items()
        }
        self.left_out: list[LeftOut] = []
        self.measures: dict[str, Measure] = {}

    def figure(self, one: SavedValue) -> ReadFigure | None:
        """The figure that a value is, or None for one that is left out."""
        region = region_of(one.region)
        if region is None:
            return self._left("total" if is_whole(one.region) else "not_municipality", one.region, one)
        placed = self._placing.place(region.number)
        if placed.code:
            return self._left(placed.code, one.region, one, placed.parts)
        if region.has_period and not self._placing.is_used(region.number, region.first, region.last):
            return self._left("other_years", one.region, one)
        if one.categories not in self._indicators:
            self._indicators[one.categories] = indicator_of(one.categories, self._title)
        indicator = self._indicators[one.categories]
        measure = self._declared.get(indicator or "")
        if indicator is None or measure is None:
            said_as = ", ".join(next((word for word in reversed(names) if word), "") for names in one.categories)
            return self._left("no_measure" if indicator else "unknown_contents", said_as or self._title, one)
        year = year_of_cell(one.year)
        if year is None:
            return self._left("not_a_year", one.year, one)
        value, is_readable = figure_of(one.text)
        if not is_readable:
            return self._left("not_a_number", one.text, one)
        if not value and not self._placing.is_used(region.number, year, year):
            return self._left("not_then", one.region, one)
        self.measures[indicator] = measure
        name = region.name or self._names.get((placed.edition, region.number), "")
        return ReadFigure(
            one.line, region.number, name, placed.edition, year, measure.id, indicator, measure.unit, value
        )

    def _left(self, code: str, what: str, one: SavedValue, parts: tuple[str, ...] = ()) -> ReadFigure | None:
        """Note that a value is left out: there is no figure."""
        self.left_out.append(LeftOut(code, what, one.line, parts=parts))
        return None
