"""What is measured, on the page about the data: of when, of how many, from where, how sure, and what is not loaded."""

from __future__ import annotations

from dash import html

from dashboard.markup.content import Content
from dashboard.markup.sources import source_text
from dashboard.page import ids
from dashboard.view.measured import name_of
from dashboard.view.view import MapView
from geodata.measures import STANDING, Measure


def measure_cards(view: MapView) -> html.Div:
    """A card for each measure that the folder declares, whatever the year of the view."""
    register = view.atlas.register
    loaded = [_card(view, one, _extent(view, one)) for one in register.measures.values()]
    others = [_card(view, one, _needed(view, one)) for one in register.not_loaded.values()]
    return html.Div([*loaded, *others], className="cards")


def _card(view: MapView, one: Measure, extent: list[tuple[str, Content]]) -> html.Section:
    say, sign, sure = view.say, view.say.of(one.words["sign"]), view.say.of(one.words["sure"])
    facts: list[tuple[str, Content]] = [
        *([(say("data_unit"), sign)] if sign else []),
        *extent,
        (say("panel_source"), _source(view, one)),
        *([] if one.is_ratio else [(say("data_licences"), one.licence or say("unknown"))]),
        *([(say("data_sure"), sure)] if sure else []),
    ]
    parts = [part for name, value in facts for part in (html.Dt(name), html.Dd(value))]
    return html.Section([html.H3(name_of(say, one)), html.Dl(parts)], className="card", id=f"{ids.MEASURES}-{one.id}")


def _source(view: MapView, one: Measure) -> Content:
    """Where the figures are from; a ratio's are those of its parts."""
    if not one.is_ratio:
        return source_text(one.source)
    everything = {**view.measures, **view.atlas.register.not_loaded}
    return " / ".join(name_of(view.say, everything[id]) for id in (one.numerator, one.denominator))


def _extent(view: MapView, one: Measure) -> list[tuple[str, Content]]:
    """The years with figures, and of how many municipalities the newest is known; nothing for a ratio."""
    if one.is_ratio:
        return []
    say, register = view.say, view.atlas.register
    years = register.years_of(one.id)
    first, last = years[0], years[-1]
    known = say("of_total", part=register.known_in(one.id, last), total=len(view.areas))
    return [
        (say("data_years"), str(last) if first == last else f"{first}–{last}"),
        (say("data_known"), known if one.period == STANDING else say("known_in", known=known, year=last)),
    ]


def _needed(view: MapView, one: Measure) -> list[tuple[str, Content]]:
    """That a measure is not loaded, and what loads it."""
    say = view.say
    rows = (
        say("not_loaded_parts")
        if one.is_ratio
        else say("not_loaded_rows", indicator=one.indicator, unit=one.unit, file="statistics.csv")
    )
    return [(say("data_years"), f"{say('not_loaded')}. {rows}")]
