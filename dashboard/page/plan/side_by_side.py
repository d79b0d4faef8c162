"""Two plans on large maps: side by side or behind a curtain, with their figures, shares and checks.

assets/modules/plan/side_by_side.js opens it, shows two of the plans and draws the curtain.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from dash import dcc, html

from dashboard.markup.attributes import attributes
from dashboard.markup.content import Item
from dashboard.markup.swatch import swatch
from dashboard.page.plan.advice import check_text
from dashboard.page.small_map import small_map
from dashboard.planning.consequences import Compared, Plan
from dashboard.view.measured import covered_text, headline_text, part_of_whole
from dashboard.view.sentence import after_name, before_name
from dashboard.view.state import NONE, State, write_query
from dashboard.view.view import MapView
from geodata.coverage import MUNICIPALITIES

#: How two maps can stand, and on which sides.
MODES = ("beside", "curtain")
SIDES = ("left", "right")


def side_by_side(view: MapView, plan: Plan) -> html.Dialog:
    """The choice of two plans, their maps with figures and checks, and the key to the maps."""
    say, titles = view.say, plan_titles(view)
    maps = [_map(view, place, title, one) for place, (title, one) in enumerate(zip(titles, plan.compared, strict=True))]
    return html.Dialog(
        [
            html.Div(
                [
                    html.H2(say("side_title"), id="side-title"),
                    *(_choice(view, side, titles) for side in SIDES),
                    html.Div(
                        [_mode(view, mode) for mode in MODES],
                        className="side-modes",
                        role="group",
                        **attributes(aria_label=say("side_modes")),
                    ),
                    html.Button(say("print"), type="button", className="quiet", **attributes(data_side="print")),
                    html.Button(
                        say("panel_close"), type="button", className="close", **attributes(data_close="dialog")
                    ),
                ],
                className="side-head",
            ),
            html.Div(
                [
                    html.Label(say("side_curtain"), htmlFor="side-at"),
                    dcc.Input(id="side-at", type="range", min=0, max=100, step=1, value=50),
                ],
                className="side-slider",
            ),
            html.Div(maps, className="side-maps", id="side-maps"),
            _key(view),
        ],
        id="side-by-side",
        className="dialog side",
        **attributes(aria_labelledby="side-title"),
    )


def plan_titles(view: MapView) -> list[str]:
    """What today, the scenario and each alternative are called; the browser's tab knows the alternatives' own names."""
    say = view.say
    others = [say("compare_other", number=place + 1) for place in range(len(view.state.compare))]
    return [before_name(view), view.state.title or after_name(view), *others]


def compared_state(view: MapView, place: int, one: Compared) -> State:
    """What a plan's picture shows: the first is before, the others are held against it."""
    state = view.state
    day, since = (state.since or state.day, None) if place == 0 else (state.day, state.since)
    return State(lang=state.lang, year=state.year, theme=state.theme, day=day, since=since, scenario=one.scenario)


def named_in_tab(view: MapView, place: int) -> dict[str, Any]:
    """By what an alternative's own name is found, which only the browser's tab knows."""
    if place < 2:
        return {}
    return attributes(data_alternative=write_query(State(scenario=view.state.compare[place - 2])))


def _mode(view: MapView, mode: str) -> html.Button:
    return html.Button(
        view.say(f"side_{mode}"),
        type="button",
        className="quiet",
        **attributes(data_side=mode, aria_pressed=mode == MODES[0]),
    )


def _choice(view: MapView, side: str, titles: list[str]) -> html.Label:
    shown = (2 if view.state.compare else 0, 1)[SIDES.index(side)]  # what is kept beside the scenario, else today
    options = [
        html.Option(title, value=str(place), selected=place == shown, **named_in_tab(view, place))
        for place, title in enumerate(titles)
    ]
    return html.Label([html.Span(view.say(f"side_{side}")), html.Select(options, id=f"side-{side}")])


def _map(view: MapView, place: int, title: str, one: Compared) -> html.Figure:
    say = view.say
    shown = compared_state(view, place, one)
    said = say.count("municipalities", one.coverage.organised.part.municipalities)
    open_ones = [html.Li(check_text(view, check)) for check in one.checks if check.state != "fine"]
    figures = [
        part
        for id in (MUNICIPALITIES, *view.covered)
        for part in (html.Dt(headline_text(view, id)), html.Dd(coverage_text(view, one, id)))
    ]
    return html.Figure(
        [
            small_map(shown, f"{title}: {said}", lazy=True),
            html.Figcaption(
                [
                    html.H3(title, **named_in_tab(view, place)),
                    html.P(say.count("plan_changes", one.changes) if one.changes else say("plan_no_changes")),
                    html.Dl(figures, className="side-figures"),
                    html.Details(
                        [
                            html.Summary(say.count("side_checks", len(open_ones))),
                            html.Ul(open_ones, className="side-checks"),
                        ],
                        open=len(open_ones) < 4,
                        id=f"side-checks-{place}",
                    )
                    if open_ones
                    else html.P(say("plan_all_fine")),
                ]
            ),
        ],
        className="side-map",
        id=f"side-map-{place}",
    )


def coverage_text(view: MapView, one: Compared, id: str) -> str:
    """ "45 av 51 (88,2 %)"."""
    share = one.coverage.organised
    part, whole = share.part.of(id), share.whole.of(id)
    told = part_of_whole(view.say, part, whole, partial(covered_text, view, id))
    return told if part is None and whole is None else f"{told} ({view.say.percent(share.ratio(id))})"


def _key(view: MapView) -> html.Ul:
    """What the maps are painted with."""
    rows: list[tuple[Item, str]] = [(swatch(id, small=True), one.short_name) for id, one in view.networks.items()]
    rows += [(swatch(NONE, small=True), view.say("unorganised"))]
    rows += [(html.Span(className="swatch small moved", **attributes(aria_hidden=True)), view.say("key_moved"))]
    return html.Ul([html.Li([mark, html.Span(name)]) for mark, name in rows], className="side-key")
