"""Measures in words: what each is called where it stands, and its figures as they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable

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
    return say("with_percent" if sign == "%" else "with_sign", number=text, sign=sign) if sign else text


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


def part_of_whole(say: Wording, part: float | None, whole: float | None, written: Callable[[float | None], str]) -> str:
    """ "45 av 51"; just "ikke kjent" where neither is known."""
    if part is None and whole is None:
        return say("unknown")
    return say("of_total", part=written(part), total=written(whole))


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


def covered_share(view: MapView, id: str) -> str:
    """ "95,5 % av innbyggerne (1. januar 2026)": how much of a measure stands in a network, in a sentence."""
    say, one = view.say, view.measure(id)
    share = say.percent(view.coverage.organised.ratio(id))
    told = say("share_of_whole", share=share, whole=say.of(one.words["whole"]) or name_of(say, one))
    return told if one.period == STANDING else f"{told} ({_when(view, one)})"


def dated_name(view: MapView, measure: Measure) -> str:
    """The name, and the day of the figure where the measure says one: "Innbyggere 1. januar 2026"."""
    as_of = _as_of(view, measure, view.say.of(measure.words["as_of"]))
    return f"{name_of(view.say, measure)} {as_of}".rstrip()


def title_text(view: MapView, measure: Measure) -> str:
    """What stands over a key: the name, the unit and of when the figures are."""
    say, sign = view.say, view.say.of(measure.words["sign"])
    name = say("measure_in", name=name_of(say, measure), sign=sign) if sign else name_of(say, measure)
    if measure.period == STANDING:
        return name
    return f"{name} {_when(view, measure)}"


def years_of(view: MapView, measure: Measure) -> tuple[int, int]:
    """The first and the last year that a figure is about."""
    year = view.year_of(measure)
    return year - measure.window + 1, year


def years_text(view: MapView, measure: Measure) -> str:
    """Which years a figure is about: "2026", or "2021–2024" where it is about several."""
    return _as_of(view, measure, "{first}–{year}" if measure.window > 1 else "{year}")


def partly_known(view: MapView, ids: Iterable[str]) -> str:
    """Which of some measures are not known of everybody, and of how many; blank where all are or none is."""
    say, everybody = view.say, len(view.areas)
    own = (id for id in ids if not view.measure(id).is_ratio)
    counted = {id: view.atlas.register.known_in(id, view.year) for id in own}
    told = [
        say(
            "known_for",
            measure=f"{name_of(say, view.measure(id))}{_own_year(view, view.measure(id))}",
            known=known,
            total=everybody,
        )
        for id, known in counted.items()
        if 0 < known < everybody
    ]
    return " ".join([*told, say("known_for_sums")]) if told else ""


def _when(view: MapView, measure: Measure) -> str:
    """The day of a figure as the measure has it, else the years that it is about."""
    return _as_of(view, measure, view.say.of(measure.words["as_of"])) or years_text(view, measure)


def _as_of(view: MapView, measure: Measure, template: str) -> str:
    """A template with the year of a figure, and the first year that it is about."""
    first, year = years_of(view, measure)
    return template.format(first=first, year=year)


def _own_year(view: MapView, measure: Measure) -> str:
    """ " 2026" for a yearly measure with figures of its own; a ratio's year is that of its parts."""
    return "" if measure.is_ratio or measure.period == STANDING else f" {years_text(view, measure)}"
