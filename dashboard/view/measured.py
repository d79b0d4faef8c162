"""Measures in words: what each is called where it stands, and its figures as they are written."""

from __future__ import annotations

from dashboard.view.view import MapView
from dashboard.words.wording import Wording
from geodata.coverage import MUNICIPALITIES
from geodata.measures import STANDING, Measure


def figure_text(say: Wording, measure: Measure, value: float | None) -> str:
    """A figure with the measure's decimals and its sign: "22 768 km²"; None → "ikke kjent"."""
    return with_sign(say, measure, number_text(say, measure, value))


def number_text(say: Wording, measure: Measure, value: float | None) -> str:
    """A figure without the sign, for a column whose heading says it."""
    return say.decimal(value, measure.decimals)


def with_sign(say: Wording, measure: Measure, text: str) -> str:
    """A number that is written already, with the measure's sign behind it."""
    sign = say.of(measure.words["sign"])
    return say("with_sign", number=text, sign=sign) if sign else text


def name_of(say: Wording, measure: Measure) -> str:
    """What the measure is called."""
    return say.of(measure.words["name"])


def control_text(say: Wording, measure: Measure) -> str:
    """What stands on a control."""
    return say.of(measure.words["short"]) or name_of(say, measure)


def headline_text(view: MapView, id: str) -> str:
    """What stands over a headline figure: its name, and the year where it has one of its own."""
    if id == MUNICIPALITIES:
        return view.say("kpi_municipalities")
    measure = view.measure(id)
    return f"{name_of(view.say, measure)}{_own_year(view, measure)}"


def headline_ids(view: MapView) -> tuple[str, ...]:
    """The measures among the headline figures."""
    return tuple(id for id, one in view.measures.items() if one.is_headline)


def covered_text(view: MapView, id: str, value: float | None) -> str:
    """A figure of a measure or of "municipalities", as it stands in "x of y"."""
    return view.say.decimal(value, 0) if id == MUNICIPALITIES else figure_text(view.say, view.measure(id), value)


def heading_text(view: MapView, id: str) -> str:
    """What stands over a narrow column."""
    if id == MUNICIPALITIES:
        return view.say("kpi_municipalities")
    return view.say.of(view.measure(id).words["heading"]) or file_heading(view, view.measure(id))


def file_heading(view: MapView, measure: Measure) -> str:
    """What stands over a column in a file: the name, the year where it has one of its own, and the sign."""
    sign = view.say.of(measure.words["sign"])
    return f"{name_of(view.say, measure)}{_own_year(view, measure)}" + (f" ({sign})" if sign else "")


def share_heading(say: Wording, measure: Measure) -> str:
    """What stands over a column of shares of the whole."""
    return say("export_share", whole=say.of(measure.words["whole"]) or name_of(say, measure))


def dated_name(view: MapView, measure: Measure) -> str:
    """The name, and the day of the figure where the measure says one: "Innbyggere 1. januar 2026"."""
    as_of = view.say.of(measure.words["as_of"]).format(year=view.year_of(measure))
    return f"{name_of(view.say, measure)} {as_of}".rstrip()


def title_text(view: MapView, measure: Measure) -> str:
    """What stands over a key: the name, the unit and of when the figures are."""
    say, sign = view.say, view.say.of(measure.words["sign"])
    name = say("measure_in", name=name_of(say, measure), sign=sign) if sign else name_of(say, measure)
    if measure.period == STANDING:
        return name
    as_of = say.of(measure.words["as_of"]) or "{year}"
    return f"{name} {as_of.format(year=view.year_of(measure))}"


def _own_year(view: MapView, measure: Measure) -> str:
    """ " 2026" for a yearly measure with figures of its own; a ratio's year is that of its parts."""
    return "" if measure.is_ratio or measure.period == STANDING else f" {view.year_of(measure)}"
