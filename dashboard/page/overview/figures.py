"""The headline numbers: municipalities, population and land area in a network, and who is missing."""

from __future__ import annotations

from collections.abc import Callable

from dash import html

from dashboard.page.attributes import attributes
from dashboard.page.links import link
from dashboard.view.view import MapView


def figures(view: MapView) -> list:
    """Three bars with absolute numbers and shares. Unknown is said, never drawn as zero."""
    say = view.say
    measures = (
        ("municipalities", "municipalities", say("kpi_municipalities"), None, str),
        ("population", "population", say("kpi_population", year=view.year), view.year, str),
        ("area", "area_km2", say("kpi_area"), None, lambda number: say("km2", number=number)),
    )
    rows = [_bar(view, *measure) for measure in measures]
    return [
        html.H2(say("figures"), className="visually-hidden"),
        html.Dl(rows, className="figures"),
        html.Span(
            **attributes(data_kpi="unorganised", data_value=str(len(view.missing))),
            className="visually-hidden",
            children=say.count("callout", len(view.missing)),
        ),
        html.P([say("rounding_note"), " ", _sources(view)], className="note"),
    ]


def _sources(view: MapView) -> html.A:
    """To the sources; out of a frame, where there would be no way back."""
    out = {"target": "_blank", "rel": "noopener"} if view.state.embed else {}
    return link(view.say("footer"), view.state.but(view="data", embed=False), **out)


def _bar(
    view: MapView, name: str, measure: str, label: str, year: int | None, with_unit: Callable[[str], str]
) -> html.Div:
    say, share = view.say, view.coverage.organised
    part, whole, ratio = getattr(share.part, measure), getattr(share.whole, measure), share.ratio(measure)
    of = say("of_total", part=with_unit(say.integer(part)), total=with_unit(say.integer(whole)))
    return html.Div(
        [
            html.Dt(
                [
                    label,
                    " ",
                    html.Span(of, className="of"),
                    _change(view, measure, part, with_unit),
                ]
            ),
            html.Dd(
                [
                    html.Span(say.percent(ratio), className="share"),
                    html.Span(
                        html.Span(style={"width": f"{100 * ratio:.2f}%"}) if ratio is not None else None,
                        className="bar",
                        **attributes(aria_hidden=True),
                    ),
                ]
            ),
        ],
        className="figure",
        **attributes(
            data_kpi=name,
            data_value="" if part is None else str(part),
            data_total="" if whole is None else str(whole),
            data_year=str(year) if year else None,
        ),
    )


def _change(view: MapView, measure: str, part: int | None, with_unit: Callable[[str], str]) -> html.Span | None:
    """The difference from today, in a scenario."""
    today = getattr(view.today.organised.part, measure)
    if None in (part, today) or part == today:
        return None
    return html.Span(f" {with_unit(view.say.signed(part - today))}", className="change")
