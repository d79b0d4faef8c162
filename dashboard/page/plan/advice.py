"""What to look at in a plan, and who fits where: each check and suggestion with its reason in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.markup.content import Item
from dashboard.page.links import button
from dashboard.planning.consequences import Plan
from dashboard.view.view import MapView
from geodata.planning.examples import network_of_region
from geodata.planning.plan_checks import Check
from geodata.planning.scenario import Scenario, assign, found
from geodata.planning.suggest import Suggestion


def open_checks(plan: Plan) -> list[Check]:
    """What is not done yet, then what somebody should look at."""
    return [check for state in ("unfinished", "look") for check in plan.checks if check.state == state]


def checks(view: MapView, plan: Plan) -> html.Section:
    """Everything looked at, with its state and its reason: what to look at in sight, what is fine folded away."""
    say = view.say
    open_ones = [_row(view, check) for check in open_checks(plan)]
    fine = [_row(view, check) for check in plan.checks if check.state == "fine"]
    parts: list[Item] = [html.Ul(open_ones, className="checks")] if open_ones else [html.P(say("plan_all_fine"))]
    if fine:
        parts.append(
            html.Details(
                [html.Summary(say.count("checks_fine", len(fine))), html.Ul(fine, className="checks")], id="checks-fine"
            )
        )
    return html.Section([html.H2(say("plan_checks")), *parts], className="report", id="checks")


def _row(view: MapView, check: Check) -> html.Li:
    state = html.Span(
        view.say(f"check_state_{check.state}"), className="check-state", **attributes(data_state=check.state)
    )
    return html.Li([state, html.Span(check_text(view, check))], **attributes(data_check=check.code))


def check_text(view: MapView, check: Check) -> str:
    """What a check found, in words."""
    say = view.say
    values: Mapping[str, Any] = check.values  # what each check found, by its code
    words = {
        "network": view.names.get(check.network or "", ""),
        "names": say.list(view.area(number).place.name for number in check.numbers),
        "count": say.integer(len(check.numbers)),
        "links": say.list(link.name for link in values.get("links", ())),
        "pieces": "; ".join(
            say.list(view.area(number).place.name for number in piece) for piece in values.get("pieces", ())
        ),
        "largest": place_name(view, values.get("largest")),
        "smallest": place_name(view, values.get("smallest")),
        "ratio": say.decimal(values.get("ratio")),
        "share": say.percent(values.get("share"), 0),
        "county": view.county_names.get(values.get("county", ""), ""),
        "counties": say.list(
            f"{view.county_names[id]} ({say.integer(len(numbers))})"
            for id, numbers in values.get("counties", {}).items()
        ),
    }
    return say(f"check_{check.code}", **words)


def suggestions(view: MapView, plan: Plan) -> html.Section:
    """For each municipality outside: the networks ranked, with what the ranking looked at.

    A network without a border or a link to it is listed only where its nearest member is near; others are counted.
    """
    say = view.say
    parts = []
    for number, ranked in plan.suggestions.items():
        near = [one for one in ranked if one.land or one.links or one.nearest_km <= view.atlas.near_km] or ranked[:1]
        rows = [_suggestion(view, number, one) for one in near]
        more = len(ranked) - len(near)
        rest = [html.P(say.count("suggest_far", more), className="note")] if more > 0 else []
        title = html.Summary(view.area(number).place.name)
        parts.append(
            html.Details([title, html.Ol(rows), *rest], id=f"suggest-{number}", **attributes(data_suggest=number))
        )
    text = say("suggest_method") if parts else say("report_all_in")
    return html.Section(
        [html.H2(say("plan_suggestions")), html.P(text, className="note"), *parts], className="report", id="suggestions"
    )


def _suggestion(view: MapView, number: str, one: Suggestion) -> html.Li:
    say = view.say
    name = view.names[one.network] if one.network else say("suggest_found", region=view.names[one.region or ""])
    reasons = say(
        "suggest_reasons",
        neighbours=say.list(view.area(other).place.name for other in (*one.land, *one.links)) or say("none_known"),
        border=say.decimal(one.border_km),
        nearest=place_name(view, one.nearest),
        distance=say.decimal(one.nearest_km, 0),
        county=say.integer(len(one.same_county)),
        members=say.integer(len(one.members)),
        after=say.count("municipalities", one.municipalities_after),
        people=say.integer(one.population_after),
    )
    label = attributes(aria_label=f"{say('suggest_do')}: {place_name(view, number)}, {name}")
    if one.network:
        to = label | attributes(data_assign=number, data_to=one.network)
        do = html.Button(say("suggest_do"), type="button", className="quiet needs-script", **to)
    else:
        do = button(say("suggest_do"), view.state.but(scenario=_founding(view, one)), className="quiet", **label)
    return html.Li(
        [html.Strong(name), f" {reasons} ", do], id=f"suggest-{number}-{one.network or f'found-{one.region}'}"
    )


def _founding(view: MapView, one: Suggestion) -> Scenario:
    """The scenario in which the municipality and the others of its region found a network of their own."""
    scenario, register = view.state.scenario, view.atlas.register
    taken = [founded.id for founded in scenario.founded]
    network = network_of_region(register, one.region or "", view.state.lang, taken)
    return assign(found(scenario, network), (one.municipality, *one.members), [network.id])


def place_name(view: MapView, number: str | None) -> str:
    """A municipality's name, blank for none."""
    return view.area(number).place.name if number else ""
