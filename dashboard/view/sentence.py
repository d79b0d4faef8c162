"""The sentence that says what the map says, made from the view."""

from __future__ import annotations

from dashboard.view.measured import covered_share, headline_ids
from dashboard.view.view import MapView


def summary(view: MapView) -> tuple[str, ...]:
    """What the map shows, in sentences that can be repeated and trusted; the first stands alone as the headline."""
    say, organised = view.say, view.coverage.organised
    total = organised.whole.municipalities
    if view.missing:
        first = say.count("summary_some", total, organised=say.integer(organised.part.municipalities))
    else:
        first = say.count("summary_all", total)
    shares = say("summary_shares", shares=say.list(covered_share(view, id) for id in headline_ids(view)))
    if view.is_marked:
        first = f"{mark_name(view)}: {first}"
    told = (first, shares, _missing(view), _where(view), dialogue_text(view), _uncertain(view))
    return tuple(text for text in told if text)


def dated_summary(view: MapView) -> str:
    """What the map shows with the days of both the population and the register: as it may leave the page."""
    return " ".join((*summary(view), view.say.own("register_date"))).strip()


def mark_name(view: MapView) -> str:
    """What marks anything else than the register as it is shown: a scenario's name, and the days."""
    return " · ".join(
        ([scenario_name(view)] if view.is_scenario else []) + ([text] if (text := days_name(view)) else [])
    )


def days_name(view: MapView) -> str:
    """Which days are compared, or of which day the register is; blank for the one that is shown anyway."""
    say, day = view.say, view.say.date(view.day.isoformat())
    if view.state.since:
        return say("days_compared", since=say.date(view.state.since.isoformat()), day=day)
    return say("days_shown", day=day) if view.state.day else ""


def before_name(view: MapView) -> str:
    """What before is called: a day, or "today" where the register is shown as it is."""
    day = view.state.since or view.state.day
    return view.say.date(day.isoformat()) if day else view.say("compare_today")


def after_name(view: MapView) -> str:
    """What after is called: the scenario, or the day that another is compared with."""
    if view.is_since and not view.is_scenario:
        return view.say.date(view.day.isoformat())
    return view.say("compare_this")


def scenario_name(view: MapView) -> str:
    """What the scenario is called: its title, or just "Scenario"."""
    return view.say("scenario_titled", title=view.state.title) if view.state.title else view.say("scenario")


def _uncertain(view: MapView) -> str:
    """Of whom the dates do not tell whether they are members on the day; they do not count."""
    say = view.say
    names = [
        say("uncertain_in", name=area.place.name, networks=say.list(view.names[id] for id in area.uncertain))
        for area in view.areas
        if area.uncertain
    ]
    return say.count("summary_uncertain", len(names), names=say.list(names)) if names else ""


def _missing(view: MapView) -> str:
    if not view.missing:
        return ""
    return view.say.count(
        "summary_missing", len(view.missing), names=view.say.list(area.place.name for area in view.missing)
    )


def _where(view: MapView) -> str:
    """The county, when every unorganised municipality lies in the same one and there is another."""
    counties = {area.place.county for area in view.missing}
    if len(counties) != 1 or len(view.coverage.counties) < 2 or len(view.missing) < 2:
        return ""
    return view.say("summary_county", county=view.county_names[next(iter(counties))])


def dialogue_text(view: MapView) -> str:
    """Whom the dialogue concerns, and whom it is not known to concern: they are different sets."""
    say = view.say
    concerned = [area for area in view.missing if area.dialogue]
    if not concerned:
        return ""
    others = [area.place.name for area in view.missing if not area.dialogue]
    regions = say.list(dict.fromkeys(view.names[area.dialogue] for area in concerned if area.dialogue))
    text = say.count("summary_dialogue", len(concerned), regions=regions)
    return text + (" " + say("summary_no_dialogue", names=say.list(others)) if others else "")
