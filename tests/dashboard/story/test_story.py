"""The story: which steps there are, in the folder's order, and that their numbers are the view's."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.browser.paint import paint
from dashboard.story.kinds import STEP_WRITERS
from dashboard.story.step import Step
from dashboard.story.story import build_story, step_of
from dashboard.view.atlas import Atlas, build_atlas
from dashboard.view.standing import standing
from dashboard.view.state import State
from dashboard.view.view import MapView, build_view
from dashboard.words.wording import LANGUAGES
from geodata.folder.load import load
from geodata.story import KINDS, placeholders, step_names
from tests.geodata.county import write_county

PROJECT = Path(__file__).resolve().parents[3]
SOME = "scenario=3006:kb,3050:kb,3048:hallingdal&new=kb:Kongsberg%20klimanettverk&title=Forslag"
ALL_IN = "scenario=" + ",".join(f"{number}:naik" for number in ("3006", "3045", "3048", "3050", "3051", "3052"))
TODAY = ["region", "sizes", "network-naik", "network-ostfold", "network-follo", "network-hallingdal", "outside"]


def ids(story: tuple[Step, ...]) -> list[str]:
    """The steps by id."""
    return [step.id for step in story]


@pytest.mark.parametrize(
    ("query", "after"),
    [
        ("", ["remaining", "sources"]),
        (f"?{SOME}", ["compare", "differences", "founded-kb", "remaining", "sources"]),
        (f"?{ALL_IN}", ["compare", "differences", "complete", "sources"]),
    ],
    ids=["today", "scenario", "all in"],
)
def test_steps(atlas: Atlas, view: Callable[..., MapView], query: str, after: list[str]) -> None:
    """Today is told first; a scenario adds its steps, stamped; what does not apply is left out."""
    story = build_story(view(query))
    assert ids(story) == [*TODAY, *after]
    stamped = [step.id for step in story if step.stamp not in ("", "I dag")]
    assert stamped == (after if query else [])
    assert {step.stamp for step in story if step.id not in after} == ({"I dag"} if query else {""})


def test_notes(view: Callable[..., MapView]) -> None:
    """Pinned notes are a step of their own, with the number that each has on the map; today's maps have none."""
    story = {step.id: step for step in build_story(view("?pin=3051:Vedtak%20i%20mars&pin=3048:Spør"))}
    assert story["notes"].number == "2"
    assert story["notes"].table is not None
    assert story["notes"].table.rows == (("1. Rollag", "Vedtak i mars"), ("2. Øvre Eiker", "Spør"))
    assert [pin.number for pin in story["notes"].views[0].state.pin] == ["3051", "3048"]
    assert story["region"].views[0].state.pin == ()
    assert "notes" not in ids(build_story(view(f"?{SOME}")))


def test_numbers(atlas: Atlas, view: Callable[..., MapView]) -> None:
    """The numbers of the facts, in the words of the steps."""
    story = {step.id: step for step in build_story(view(""))}
    assert story["region"].headline == "45 av 51 kommuner i Viken er med i et klimanettverk"
    assert (story["region"].number, "77,1\u00a0%" in story["region"].text) == ("95,5\u00a0%", True)
    assert story["outside"].number == "60\u00a0349"
    assert set(story["outside"].focus) == set(atlas.today.unorganised())
    assert len(story["outside"].focus) == 6
    assert story["remaining"].number == "6"
    assert len(story["remaining"].table.rows) == 6
    for id, network in atlas.covering.items():
        step, figures = story[f"network-{id}"], view("").coverage.networks[id]
        assert step.number == view("").say.integer(figures.population), network
        assert {area.number for area in step.views[0].areas if area.selected} == set(atlas.today.members(id))


def test_scenario_beside_today(atlas: Atlas, view: Callable[..., MapView]) -> None:
    """Compared are today's register and the plan; the differences are the plan's."""
    story = {step.id: step for step in build_story(view(f"?{SOME}"))}
    before, after = story["compare"].views
    assert not before.is_scenario
    assert after.is_scenario
    assert len(story["compare"].map_titles) == 2
    assert story["compare"].headline.startswith("48 av 51")
    assert [row[0] for row in story["differences"].table.rows] == ["Kongsberg", "Øvre Eiker", "Flesberg"]
    assert story["founded-kb"].headline == "Nytt: Kongsberg klimanettverk samler 2 kommuner"
    assert not story["region"].views[0].is_scenario


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("query", ["", SOME, ALL_IN, "year=2020"])
def test_words_are_filled(atlas: Atlas, view: Callable[..., MapView], language: str, query: str) -> None:
    """Every step says something, no placeholder is left, nothing is unknown."""
    for step in build_story(view(f"?lang={language}&{query}")):
        texts = (step.headline, step.number, step.caption, step.text, step.notes)
        assert step.headline
        assert step.notes
        assert not [text for text in texts if "{" in text or "}" in text or "  " in text or "None" in text]


def test_filters_stay_outside(atlas: Atlas, view: Callable[..., MapView]) -> None:
    """What a reader filters, chooses or colours by does not change the story."""
    plain = build_story(view(""))
    other = build_story(view("?networks=follo&municipality=3001&colour=area&layer=klimapartnere&q=as&pop=1-5"))
    assert [(step.headline, step.number, step.text) for step in plain] == [
        (step.headline, step.number, step.text) for step in other
    ]


def test_every_placeholder_is_filled(atlas: Atlas, view: Callable[..., MapView]) -> None:
    """What the checks allow in a step's words can be filled in each step of that kind, and each kind has a teller."""
    assert set(STEP_WRITERS) == set(KINDS)
    measures = {**atlas.register.measures, **atlas.register.not_loaded}
    additive = [id for id, one in measures.items() if one.is_additive]
    told: set[str] = set()
    entered = replace(atlas.register.history[0], valid_from="2022-01-01")
    dated = replace(atlas.register, history=(entered, *atlas.register.history[1:]))
    for query in ("", f"?{SOME}&pin=3006:Venter", f"?{ALL_IN}", "?since=2020-01-01"):
        for kind in KINDS:
            names = step_names(kind, additive)
            text = " ".join(f"{{{name}}}" for name in names)
            assert placeholders(text, names) == set(names)
            words = next(one for one in atlas.register.steps if one.kind == kind)
            filled = replace(words, headline=dict.fromkeys(LANGUAGES, text))
            register = replace(dated, steps=(filled,))
            only = replace(atlas, register=register, as_of=standing(register, register.as_of))
            told |= {step.kind for step in build_story(view(query, only)) if "{" not in step.headline}
    assert told == set(KINDS)


def test_edited_order(tmp_path: Path) -> None:
    """A step that is moved or left out in the file is moved or left out on the page."""
    county = write_county(tmp_path)
    header, *rows = county.rows("steps")
    kept = [row for row in rows if row[0] in ("sources", "region")][::-1]
    county.write("steps", [header, *kept])
    atlas = build_atlas(load(county.folder))
    assert ids(build_story(build_view(atlas, State()))) == ["sources", "region"]


def test_painted(atlas: Atlas, view: Callable[..., MapView]) -> None:
    """What the browser gets to paint each step with is the step's own view, and nothing outside ``view=present``."""
    assert paint(view(""))["story"] is None
    shown = view(f"?view=present&{SOME}")
    steps = json.loads(json.dumps(paint(shown)["story"]))
    story = build_story(shown)
    assert [one["layout"] for one in steps] == [step.layout for step in story]
    for painted, step in zip(steps, story, strict=True):
        assert painted["focus"] == list(step.focus)
        if step.layout == "map":
            assert painted["map"]["fills"] == {area.number: area.membership_fill for area in step.views[0].areas}


def test_past_the_last(atlas: Atlas, view: Callable[..., MapView]) -> None:
    """A step past the last is the last."""
    story = build_story(view(""))
    assert step_of(story, 99) is story[-1]
    assert step_of(story, 1) is story[0]
    assert step_of((), 1) is None


def test_placeholders_are_described() -> None:
    """data/README.md lists every placeholder of a step, in the row of its kind or the one it is like."""
    lines = (PROJECT / "data" / "README.md").read_text(encoding="utf-8").splitlines()
    told = {line.split("`")[1]: line for line in lines if line.startswith("| `")}
    like = {"founded": "network", "remaining": "outside"}
    lacking = [
        (kind, name)
        for kind, names in KINDS.items()
        for name in names
        if f"`{{{name}}}`" not in told[kind] + told.get(like.get(kind, ""), "")
    ]
    assert lacking == []
