"""What each kind of step tells: its numbers, its map, its table, taken from the views of today and of the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from operator import itemgetter

from dashboard.story.step import Bar, Stage, Step, StepTable
from dashboard.view.sentence import after_name, before_name, dialogue_text, scenario_name
from dashboard.view.state import NONE
from dashboard.view.view import MapView, build_view
from geodata.coverage import Figures, Share
from geodata.measures import POPULATION
from geodata.model import StepWords
from geodata.planning.suggest import Suggestion, suggest
from geodata.story import share_name


def _region(stage: Stage, words: StepWords) -> Iterator[Step]:
    view, say = stage.today, stage.today.say
    organised = view.coverage.organised
    names = [group.short_name for group in view.groups if group.id != NONE]
    values = {
        **_shares(view, organised.part),
        "networks": say.count("story_networks", len(names)),
        "network_names": say.list(names),
    }
    yield stage.step(words, view, values, views=(view,), legend=True)


def _sizes(stage: Stage, words: StepWords) -> Iterator[Step]:
    view, say = stage.today, stage.today.say
    bars = tuple(
        Bar(group, group.figures.population, say.integer(group.figures.population))
        for group in view.groups
        if group.figures.municipalities
    )
    known = [(bar.value, bar) for bar in bars if bar.group.id != NONE and bar.value is not None]
    if not known:
        return
    _, largest = max(known, key=itemgetter(0))
    _, smallest = min(known, key=itemgetter(0))
    values = {
        "largest": largest.group.short_name,
        "largest_population": largest.text,
        "smallest": smallest.group.short_name,
        "smallest_population": smallest.text,
    }
    yield stage.step(words, view, values, bars=bars)


def _networks(stage: Stage, words: StepWords, plan: bool) -> Iterator[Step]:
    """A step for each network of today's, or for each that the scenario founds; none without members."""
    view = stage.plan if plan else stage.today
    for id, network in view.networks.items():
        members = view.assignment.members(id)
        if not members or (id in stage.atlas.covering) == plan:
            continue
        figures = view.coverage.networks[id]
        values = {
            **_shares(view, figures),
            "network": view.names[id],
            "members": view.say.count("municipalities", len(members)),
            "names": _names(view, members),
            "population": view.say.integer(figures.population),
            "description": view.say.of(network.description) if network.description else "",
        }
        shown = stage.near(view, (id,))
        yield stage.step(words, view, values, f"{words.kind}-{id}", views=(shown,), focus=members)


def _outside(stage: Stage, words: StepWords) -> Iterator[Step]:
    view = stage.today
    if view.missing:
        values = _gap(view) | {"dialogue": dialogue_text(view)}
        yield stage.step(words, view, values, views=(stage.near(view, (NONE,)),), focus=view.coverage.missing)


def _compare(stage: Stage, words: StepWords) -> Iterator[Step]:
    if stage.plan.is_scenario:
        name = scenario_name(stage.plan)
        yield _before_and_after(stage, words, stage.today, stage.plan, name, {"scenario": name})


def _since(stage: Stage, words: StepWords) -> Iterator[Step]:
    """The register on two days, side by side."""
    view = stage.since
    if view is not None and view.changed:
        was = build_view(stage.atlas, view.state.but(day=view.state.since, since=None))
        yield _before_and_after(stage, words, was, view, after_name(view), _days(view))


def _before_and_after(
    stage: Stage, words: StepWords, was: MapView, view: MapView, title: str, values: Mapping[str, str]
) -> Step:
    """Two maps beside each other, with how many are members on each, and the share of the inhabitants."""
    after, before, say = view.coverage.organised, was.coverage.organised, view.say
    counted = {
        "before": say.integer(before.part.municipalities),
        "change": say.signed(after.part.municipalities - before.part.municipalities),
        "population_share": say.percent(after.ratio(POPULATION)),
        "population_share_before": say.percent(before.ratio(POPULATION)),
    }
    titles = (before_name(view), title)
    return stage.step(words, view, {**counted, **values}, views=(was, view), map_titles=titles, legend=True)


def _changes(stage: Stage, words: StepWords) -> Iterator[Step]:
    """Who entered or left networks between two days."""
    if stage.since is not None and stage.since.changed:
        yield _listed(stage, words, stage.since, _days(stage.since))


def _days(view: MapView) -> dict[str, str]:
    return {"since": before_name(view), "day": after_name(view)}


def _listed(stage: Stage, words: StepWords, view: MapView, values: Mapping[str, str]) -> Step:
    """Every municipality that stands in other networks than before, beside the map that shows them."""
    say, changed = view.say, view.changed
    counted = {"changes": say.count("municipalities", len(changed)), "changes_number": say.integer(len(changed))}
    rows = tuple(
        (area.place.name, _networks_in_words(view, area.before), _networks_in_words(view, area.networks))
        for area in changed
    )
    table = StepTable((say("column_name"), before_name(view), after_name(view)), rows)
    focus = tuple(area.number for area in changed)
    return stage.step(words, view, {**counted, **values}, views=(view,), focus=focus, table=table)


def _differences(stage: Stage, words: StepWords) -> Iterator[Step]:
    if stage.plan.is_scenario:
        yield _listed(stage, words, stage.plan, {"scenario": scenario_name(stage.plan)})


def _notes(stage: Stage, words: StepWords) -> Iterator[Step]:
    view, say, pins = stage.plan, stage.plan.say, stage.plan.state.pin
    if not pins:
        return
    rows = tuple(
        (f"{say.integer(place)}. {view.area(pin.number).place.name}", pin.text) for place, pin in enumerate(pins, 1)
    )
    values = {"notes": say.count("notes", len(pins)), "notes_number": say.integer(len(pins))}
    table = StepTable((say("column_name"), say("pin_one")), rows)
    yield stage.step(words, view, values, views=(view,), table=table)


def _remaining(stage: Stage, words: StepWords) -> Iterator[Step]:
    view, say, atlas = stage.plan, stage.plan.say, stage.atlas
    if not view.missing:
        return
    found = suggest(view.standing.register, view.assignment, atlas.neighbours, atlas.points, view.year)
    rows = tuple(
        (view.area(number).place.name, _suggested(view, ranked[0]), _reason(view, ranked[0]))
        for number, ranked in found.items()
        if ranked
    )
    table = StepTable((say("column_name"), say("story_suggestion"), say("story_reason")), rows) if rows else None
    shown = stage.near(view, (NONE,))
    yield stage.step(words, view, _gap(view), views=(shown,), focus=view.coverage.missing, table=table)


def _complete(stage: Stage, words: StepWords) -> Iterator[Step]:
    if not stage.plan.missing:
        yield stage.step(
            words, stage.plan, _shares(stage.plan, stage.plan.coverage.organised.part), views=(stage.plan,), legend=True
        )


def _sources(stage: Stage, words: StepWords) -> Iterator[Step]:
    yield stage.step(
        words, stage.plan, {"register_date": stage.plan.say.of(stage.atlas.register.texts["register_date"])}
    )


#: Kind → (stage, words) → its steps: none where it does not apply, several where there are several to tell of.
STEP_WRITERS: Mapping[str, Callable[[Stage, StepWords], Iterator[Step]]] = {
    "region": _region,
    "sizes": _sizes,
    "network": partial(_networks, plan=False),
    "outside": _outside,
    "compare": _compare,
    "differences": _differences,
    "since": _since,
    "changes": _changes,
    "notes": _notes,
    "founded": partial(_networks, plan=True),
    "remaining": _remaining,
    "complete": _complete,
    "sources": _sources,
}


def _shares(view: MapView, part: Figures) -> dict[str, str]:
    """The share of the region of every measure that adds up; one that is not loaded is not known."""
    say, share = view.say, Share(part, view.coverage.organised.whole)
    lacking = {share_name(id): say("unknown") for id, one in view.atlas.register.not_loaded.items() if one.is_additive}
    return lacking | {share_name(id): say.percent(share.ratio(id)) for id in view.additive}


def _gap(view: MapView) -> dict[str, str]:
    figures, say = view.coverage.unorganised, view.say
    return {
        **_shares(view, figures),
        "missing": say.count("municipalities", figures.municipalities),
        "missing_number": say.integer(figures.municipalities),
        "names": _names(view, view.coverage.missing),
        "population": say.integer(figures.population),
    }


def _names(view: MapView, numbers: tuple[str, ...]) -> str:
    return view.say.list(view.area(number).place.name for number in numbers)


def _networks_in_words(view: MapView, ids: tuple[str, ...]) -> str:
    return view.say.list(view.networks[id].short_name for id in ids) or view.say("plan_none_word")


def _suggested(view: MapView, one: Suggestion) -> str:
    if one.network:
        return view.networks[one.network].short_name
    return view.say("suggest_found", region=view.names[one.region or ""])


def _reason(view: MapView, one: Suggestion) -> str:
    say = view.say
    names = say.list(view.area(other).place.name for other in (*one.land, *one.links))
    if not names:
        return say("story_nearest", name=view.area(one.nearest).place.name, distance=say.decimal(one.nearest_km, 0))
    return say("story_borders", names=names, border=say.decimal(one.border_km))
