"""What is measured, on the page about the data: of when, of how many, from where, how sure, and what is not loaded."""

from __future__ import annotations

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.markup.content import Content
from dashboard.markup.sources import source_text
from dashboard.page import ids
from dashboard.view.measured import name_of
from dashboard.view.view import MapView
from geodata.measures import STANDING, Measure

#: The columns, by the ends of the keys of their words.
COLUMNS = ("measure", "unit", "years", "known", "sources", "licences", "sure")


def measures_table(view: MapView) -> html.Div:
    """A row for each measure that the folder declares, whatever the year of the view."""
    say, register = view.say, view.atlas.register
    head = html.Tr([html.Th(say(f"data_{name}"), scope="col") for name in COLUMNS])
    rows = [
        *(_row(view, one, *_extent(view, one)) for one in register.measures.values()),
        *(_row(view, one, say("not_loaded"), _needed(view, one)) for one in register.not_loaded.values()),
    ]
    return html.Div(
        html.Table([html.Thead(head), html.Tbody(rows)], className="files"),
        className="table-scroll",
        tabIndex=0,
        role="region",
        **attributes(aria_label=say("data_measures")),
    )


def _row(view: MapView, one: Measure, years: str, known: str) -> html.Tr:
    say = view.say
    licence = one.licence or say("unknown")
    cells: list[Content] = [
        say.of(one.words["sign"]) or "",
        years,
        known,
        _source(view, one),
        "" if one.is_ratio else licence,
        say.of(one.words["sure"]),
    ]
    heading = html.Th(name_of(say, one), scope="row", id=f"{ids.MEASURES}-{one.id}")
    return html.Tr([heading, *(html.Td(cell) for cell in cells)])


def _source(view: MapView, one: Measure) -> Content:
    """Where the figures are from; a ratio's are those of its parts."""
    if not one.is_ratio:
        return source_text(one.source)
    everything = {**view.measures, **view.atlas.register.not_loaded}
    return " / ".join(name_of(view.say, everything[id]) for id in (one.numerator, one.denominator))


def _extent(view: MapView, one: Measure) -> tuple[str, str]:
    """The years with figures, and of how many municipalities the newest is known; blank for a ratio."""
    if one.is_ratio:
        return "", ""
    say, register = view.say, view.atlas.register
    years = register.years_of(one.id)
    first, last = years[0], years[-1]
    known = say("of_total", part=register.known_in(one.id, last), total=len(view.areas))
    dated = known if one.period == STANDING else say("known_in", known=known, year=last)
    return str(last) if first == last else f"{first}–{last}", dated


def _needed(view: MapView, one: Measure) -> str:
    """What loads a measure that nobody has a figure of."""
    if one.is_ratio:
        return view.say("not_loaded_parts")
    return view.say("not_loaded_rows", indicator=one.indicator, unit=one.unit, file="statistics.csv")
