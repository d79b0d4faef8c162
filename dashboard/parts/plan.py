"""The planner's tools: try, see what follows, compare, pass it on. Today's register is never changed."""

from __future__ import annotations

from decimal import Decimal

from dash import dcc, html

from dashboard.atlas import Atlas
from dashboard.links import button, href, link
from dashboard.parts.swatch import swatch
from dashboard.plan import Plan, build_plan
from dashboard.state import NONE, NOTHING
from dashboard.view import MapView


def tools(atlas: Atlas, view: MapView) -> list:
    """The brush, who to move, and the list of differences; empty outside ``view=plan``."""
    if view.state.view != "plan":
        return []
    say = view.say
    return [
        html.H2(say("plan_title")),
        html.P(say("plan_intro"), className="note"),
        html.Div(
            [
                html.Button(say(f"plan_{step}"), type="button", className="quiet", **{"data-plan": step})
                for step in ("undo", "redo", "reset")
            ]
            + [html.Button(say("plan_share"), type="button", className="quiet", **{"data-copy": "shared"})],
            className="plan-steps",
        ),
        html.Label(
            [
                html.Span(say("plan_name")),
                dcc.Input(id="plan-name", type="text", value=view.state.title, maxLength=60, autoComplete="off"),
            ],
            htmlFor="plan-name",
            className="table-search",
        ),
        html.Fieldset(
            [
                html.Legend(say("plan_brush")),
                html.Div([_brush(view, id, name, fill) for id, name, fill in brushes(view)], className="brushes"),
                html.Button(
                    say("plan_also"), type="button", className="quiet", **{"data-plan": "also", "aria-pressed": "false"}
                ),
            ],
            className="brush",
        ),
        html.Div(
            [
                html.Label(say("plan_found"), htmlFor="found-name"),
                html.Div(
                    [
                        dcc.Input(id="found-name", type="text", maxLength=40, autoComplete="off"),
                        html.Button(say("plan_found_do"), type="button", className="quiet", **{"data-plan": "found"}),
                    ],
                    className="found",
                ),
            ]
        ),
        html.Div([html.P(say("plan_whom"), className="option-title"), _bulk(view)], className="plan-whom"),
    ]


def brushes(view: MapView) -> list[tuple[str, str, str]]:
    """What can be assigned: id, name, fill; no network and "as today" last."""
    say = view.say
    found = [(id, view.names[id], id) for id in view.networks]
    return [*found, (NONE, say("unorganised"), NONE), ("today", say("plan_as_today"), "")]


def _brush(view: MapView, id: str, name: str, fill: str) -> html.Button:
    content = [swatch(fill, small=True) if fill else None, html.Span(name)]
    return html.Button(content, type="button", className="brush-choice", **{"data-brush": id, "aria-pressed": "false"})


def _bulk(view: MapView) -> html.Div:
    say = view.say
    dialogue = [area.number for area in view.areas if area.dialogue and not area.before]
    outside = [area.number for area in view.areas if not area.before]
    chosen = [area.number for area in view.areas if area.selected] if view.selection else []
    groups = [("plan_all_outside", outside), ("plan_in_dialogue", dialogue), ("plan_selected", chosen)]
    return html.Div(
        [
            html.Button(
                say(key, count=say.integer(len(numbers))),
                type="button",
                className="quiet",
                **{"data-assign": ",".join(numbers)},
            )
            for key, numbers in groups
            if numbers
        ],
        className="take-buttons",
    )


def assign_buttons(view: MapView, number: str) -> html.Div:
    """For one municipality: a button for each network, pressed where it is a member; in the panel."""
    say, area = view.say, view.area(number)
    buttons = [
        html.Button(
            [swatch(id, small=True), html.Span(view.networks[id].short_name)],
            type="button",
            className="brush-choice",
            **{
                "data-toggle-member": id,
                "data-number": number,
                "aria-pressed": "true" if id in area.networks else "false",
            },
        )
        for id in view.networks
    ]
    rest = [
        html.Button(say(key), type="button", className="quiet", **{"data-assign": number, "data-to": to})
        for key, to in (("plan_none", NONE), ("plan_as_today", "today"))
    ]
    return html.Div([html.H3(say("plan_assign")), html.Div([*buttons, *rest], className="brushes")])


def report(atlas: Atlas, view: MapView) -> list:
    """What follows: differences, checks, suggestions, examples, comparison, costs, import; only on ``view=plan``."""
    if view.state.view != "plan":
        return []
    plan = build_plan(atlas, view)
    return [
        _differences(view, plan),
        _everyone(view),
        _examples(view, plan),
        _checks(atlas, view, plan),
        _suggestions(atlas, view, plan),
        _compare(atlas, view, plan),
        _costs(atlas, view, plan),
        _import(view),
    ]


def _names(view: MapView, ids: tuple[str, ...]) -> str:
    return view.say.list(view.names[id] for id in ids) or view.say("plan_none_word")


def _differences(view: MapView, plan: Plan) -> html.Section:
    say = view.say
    rows = [
        html.Li(
            [
                html.Span(
                    [
                        html.Strong(view.area(one.number).place.name),
                        f": {_names(view, one.before)} \u2192 {_names(view, one.after)} ",
                    ]
                ),
                html.Button(
                    say("plan_as_today"),
                    type="button",
                    className="quiet",
                    **{
                        "data-assign": one.number,
                        "data-to": "today",
                        "aria-label": f"{view.area(one.number).place.name}: {say('plan_as_today')}",
                    },
                ),
            ],
            **{"data-difference": one.number},
        )
        for one in plan.differences
    ]
    query = href(view.state)
    files = [
        html.A(f"{say('plan_list')} {kind.upper()}", href=f"export/scenario.{kind}{query}", download=f"scenario.{kind}")
        for kind in ("csv", "xlsx")
    ]
    body = [html.Ul(rows, className="differences"), html.P(files, className="note plan-files")] if rows else []
    text = say.count("plan_changes", len(rows)) if rows else say("plan_no_changes")
    return html.Section([html.H2(say("plan_differences")), html.P(text), *body], id="differences", className="report")


def _everyone(view: MapView) -> html.Details:
    """Every municipality as a row to press with the chosen network: what the map does, without the map."""
    say = view.say
    rows = [
        html.Li(
            html.Button(
                [swatch(area.membership_fill, small=True), html.Span(area.place.name)],
                type="button",
                className="brush-choice",
                title=view.short_names(area),
                **{"data-assign": area.number, "aria-label": f"{area.place.name}, {view.short_names(area)}"},
            )
        )
        for area in view.areas
    ]
    return html.Details([html.Summary(say("plan_everyone")), html.Ul(rows, className="all-rows")])


def _examples(view: MapView, plan: Plan) -> html.Section:
    say = view.say
    made = [
        html.Li(
            button(
                say(
                    f"example_{one.code}",
                    count=say.integer(len(one.numbers)),
                    network=next((new.name for new in one.scenario.founded), None) or view.names.get(one.network, ""),
                ),
                view.state.but(scenario=one.scenario),
                className="quiet",
                **{"data-example": one.code},
            )
        )
        for one in plan.examples
    ]
    return html.Section(
        [html.H2(say("plan_examples")), html.Ul(made, className="examples")] if made else [], className="report"
    )


def _checks(atlas: Atlas, view: MapView, plan: Plan) -> html.Section:
    say = view.say
    rows = []
    for check in plan.checks:
        values = check.values
        words = {
            "network": view.names.get(check.network, ""),
            "names": say.list(view.area(number).place.name for number in check.numbers),
            "count": say.integer(len(check.numbers)),
            "links": say.list(link.name for link in values.get("links", ())),
            "pieces": "; ".join(
                say.list(view.area(number).place.name for number in piece) for piece in values.get("pieces", ())
            ),
            "largest": _place(view, values.get("largest")),
            "smallest": _place(view, values.get("smallest")),
            "ratio": say.decimal(values.get("ratio")),
            "share": say.percent(values.get("share"), 0),
            "county": view.county_names.get(values.get("county"), ""),
            "counties": say.list(
                f"{view.county_names[id]} ({say.integer(len(numbers))})"
                for id, numbers in values.get("counties", {}).items()
            ),
        }
        state = html.Span(say(f"check_state_{check.state}"), className="check-state", **{"data-state": check.state})
        rows.append(html.Li([state, html.Span(say(f"check_{check.code}", **words))], **{"data-check": check.code}))
    return html.Section([html.H2(say("plan_checks")), html.Ul(rows, className="checks")], className="report")


def _place(view: MapView, number: str | None) -> str:
    return view.area(number).place.name if number else ""


def _suggestions(atlas: Atlas, view: MapView, plan: Plan) -> html.Section:
    say = view.say
    parts = []
    for number, ranked in plan.suggestions.items():
        rows = []
        for one in ranked:
            name = view.names[one.network] if one.network else say("suggest_found", region=view.names[one.region])
            reasons = say(
                "suggest_reasons",
                neighbours=say.list(view.area(other).place.name for other in (*one.land, *one.links))
                or say("none_known"),
                border=say.decimal(one.border_km),
                nearest=_place(view, one.nearest),
                distance=say.decimal(one.nearest_km, 0),
                county=say.integer(len(one.same_county)),
                members=say.integer(len(one.members)),
                after=say.count("municipalities", one.municipalities_after),
                people=say.integer(one.population_after),
            )
            do = (
                [
                    html.Button(
                        say("suggest_do"),
                        type="button",
                        className="quiet",
                        **{
                            "data-assign": number,
                            "data-to": one.network,
                            "aria-label": f"{say('suggest_do')}: {_place(view, number)}, {name}",
                        },
                    )
                ]
                if one.network
                else []
            )
            rows.append(html.Li([html.Strong(name), html.Span(f" {reasons} "), *do]))
        parts.append(
            html.Details([html.Summary(view.area(number).place.name), html.Ol(rows)], **{"data-suggest": number})
        )
    text = say("suggest_method") if parts else say("report_all_in")
    return html.Section([html.H2(say("plan_suggestions")), html.P(text, className="note"), *parts], className="report")


def _compare(atlas: Atlas, view: MapView, plan: Plan) -> html.Section:
    say, state = view.say, view.state
    titles = [
        say("compare_today"),
        say("compare_this"),
        *(say("compare_other", number=place + 1) for place in range(len(state.compare))),
    ]
    measures = (
        ("kpi_municipalities", "municipalities", say.integer),
        ("column_population", "population", say.integer),
        ("column_area", "area_km2", say.integer),
    )
    today = plan.compared[0].coverage.organised.part
    rows = []
    for key, measure, write in measures:
        cells = []
        for one in plan.compared:
            value, base = getattr(one.coverage.organised.part, measure), getattr(today, measure)
            change = "" if None in (value, base) or value == base else f" ({say.signed(value - base)})"
            cells.append(html.Td(write(value) + change, className="number"))
        rows.append(html.Tr([html.Th(say(key, year=view.year), scope="row"), *cells]))
    rows.append(
        html.Tr(
            [html.Th(say("compare_changes"), scope="row")]
            + [html.Td(say.integer(one.changes), className="number") for one in plan.compared]
        )
    )
    pictures = [
        html.Img(
            src="picture.svg" + href(state.but(scenario=one.scenario, compare=(), view="overview", municipality=None)),
            alt=f"{title}: {say.integer(one.coverage.organised.part.municipalities)}",
        )
        for title, one in zip(titles, plan.compared, strict=True)
    ]
    head = html.Tr([html.Td(""), *[html.Th(title, scope="col", className="number") for title in titles]])
    foot = html.Tr([html.Td(""), *[html.Td(picture) for picture in pictures]])
    keep = []
    if view.is_scenario and state.scenario not in state.compare and len(state.compare) < 2:
        keep.append(button(say("compare_keep"), state.but(compare=(*state.compare, state.scenario)), className="quiet"))
    if state.compare:
        keep.append(button(say("compare_clear"), state.but(compare=()), className="quiet"))
    return html.Section(
        [
            html.H2(say("plan_compare")),
            html.Div(keep, className="take-buttons"),
            html.Div(
                html.Table(
                    [html.Caption(say("compare_caption")), html.Thead(head), html.Tbody(rows), html.Tfoot(foot)],
                    className="compare",
                ),
                className="table-scroll",
                tabIndex=0,
                role="region",
                **{"aria-label": say("plan_compare")},
            ),
        ],
        className="report",
    )


def _costs(atlas: Atlas, view: MapView, plan: Plan) -> html.Section:
    say, texts = view.say, atlas.register.texts
    about = [
        html.P(say.of(texts[key]), className="note") for key in ("about_financing", "about_klimasats") if key in texts
    ]
    example = texts.get("example_equal_kr")
    offered = (
        [
            button(
                say("cost_example", kr=say.integer(int(example["nb"]))),
                view.state.but(equal=Decimal(example["nb"])),
                className="quiet",
            )
        ]
        if example
        else []
    )
    body: list = []
    if plan.costs is not None:
        body.append(_cost_table(view, plan))
    return html.Section(
        [
            html.H2(say("plan_costs")),
            html.P(say("cost_intro")),
            *about,
            html.Div(
                [
                    _amount("equal", say("cost_equal"), view),
                    _amount("each", say("cost_each"), view),
                    *offered,
                ],
                className="amounts",
            ),
            *body,
        ],
        className="report",
        id="costs",
    )


def _amount(name: str, label: str, view: MapView) -> html.Label:
    value = getattr(view.state, name)
    return html.Label(
        [
            html.Span(label),
            dcc.Input(
                id=f"cost-{name}",
                type="text",
                inputMode="decimal",
                value="" if value is None else view.say.kr(value),
                autoComplete="off",
            ),
        ],
        htmlFor=f"cost-{name}",
        className="table-search",
    )


def _cost_table(view: MapView, plan: Plan) -> html.Div:
    say = view.say
    rows = []
    for id, one in plan.costs.networks.items():
        before = plan.costs_today.networks.get(id)
        rows.append(
            html.Tr(
                [html.Th(view.names[id], scope="row")]
                + [
                    html.Td(say.kr(value), className="number")
                    for value in (
                        before.municipalities_kr if before else 0,
                        one.municipalities_kr,
                        one.county_kr,
                        one.total_kr,
                    )
                ]
            )
        )
    foot = html.Tr(
        [html.Th(say("total"), scope="row")]
        + [
            html.Td(say.kr(value), className="number")
            for value in (
                plan.costs_today.municipalities_kr,
                plan.costs.municipalities_kr,
                plan.costs.county_kr,
                plan.costs.total_kr,
            )
        ]
    )
    names = ("legend", "cost_today", "cost_municipalities", "cost_county", "cost_total")
    head = html.Tr(
        [html.Th(say(name), scope="col", className="number" if place else "") for place, name in enumerate(names)]
    )
    shares = html.Ul(
        [
            html.Li(f"{view.area(number).place.name}: {say.kr(plan.costs_today.shares[number])} \u2192 {say.kr(value)}")
            for number, value in plan.costs.shares.items()
            if value or plan.costs_today.shares[number]
        ]
    )
    return html.Div(
        [
            html.Div(
                html.Table(
                    [
                        html.Caption(say("cost_caption", year=view.year)),
                        html.Thead(head),
                        html.Tbody(rows),
                        html.Tfoot(foot),
                    ]
                ),
                className="table-scroll",
                tabIndex=0,
                role="region",
                **{"aria-label": say("plan_costs")},
            ),
            html.Details([html.Summary(say("cost_each_municipality")), shares]),
        ]
    )


def _import(view: MapView) -> html.Section:
    say = view.say
    return html.Section(
        [
            html.H2(say("plan_import")),
            html.P(say("import_intro"), className="note"),
            html.Button(say("import_choose"), type="button", className="act", **{"data-plan": "import"}),
            html.Div(id="import-report", **{"aria-live": "polite"}),
        ],
        className="report",
        id="import",
    )


def badge(view: MapView) -> list:
    """On every view of a scenario: that it is one, and the way to try another or to go back to today."""
    if not view.is_scenario:
        return []
    say, state = view.say, view.state
    there = link(say("scenario_try"), state.but(view="plan")) if state.view != "plan" else None
    return [
        html.P(
            [
                html.Strong(say("scenario_titled", title=state.title) if state.title else say("scenario")),
                " ",
                html.Span(say.count("plan_changes", len(view.changed))),
                " ",
                there,
                " ",
                link(say("scenario_today"), state.but(scenario=NOTHING, compare=(), title="")),
            ],
            className="scenario-badge",
        )
    ]
