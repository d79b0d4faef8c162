"""The headline numbers as bars: municipalities, population and land area in a network."""

from __future__ import annotations

from functools import partial

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.markup.bar import bar
from dashboard.view.measured import covered_text, headline_ids, headline_text, part_of_whole, with_sign
from dashboard.view.view import MapView
from geodata.coverage import MUNICIPALITIES
from geodata.measures import YEARLY


def figure_bars(view: MapView) -> html.Dl:
    """Absolute numbers and shares of the whole. Unknown is said, never drawn as zero."""
    return html.Dl([_bar(view, id) for id in (MUNICIPALITIES, *headline_ids(view))], className="figures")


def _bar(view: MapView, id: str) -> html.Div:
    say, share = view.say, view.coverage.organised
    part, whole, ratio = share.part.of(id), share.whole.of(id), share.ratio(id)
    of = part_of_whole(say, part, whole, partial(covered_text, view, id))
    year = view.year_of(view.measure(id)) if id != MUNICIPALITIES and view.measure(id).period == YEARLY else None
    return html.Div(
        [
            html.Dt(
                [
                    headline_text(view, id),
                    " ",
                    html.Span(of, className="of"),
                    _change(view, id, part),
                ]
            ),
            html.Dd(
                [
                    html.Span(say.percent(ratio), className="share"),
                    bar(ratio, "bar"),
                ]
            ),
        ],
        className="figure",
        **attributes(
            data_kpi=id,
            data_value="" if part is None else str(_plain(view, id, part)),
            data_total="" if whole is None else str(_plain(view, id, whole)),
            data_year=str(year) if year else None,
        ),
    )


def _plain(view: MapView, id: str, value: float) -> float:
    """A figure for programs, with the measure's decimals: whole where it has none."""
    digits = 0 if id == MUNICIPALITIES else view.measure(id).decimals
    return round(value, digits) if digits else round(value)


def _change(view: MapView, id: str, part: float | None) -> html.Span | None:
    """The difference from before, in a scenario or between two days."""
    before, say = view.earlier.organised.part.of(id), view.say
    if part is None or before is None or part == before:
        return None
    text = say.signed(part - before, 0 if id == MUNICIPALITIES else view.measure(id).decimals)
    return html.Span(f" {text if id == MUNICIPALITIES else with_sign(say, view.measure(id), text)}", className="change")
