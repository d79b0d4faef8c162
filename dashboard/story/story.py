"""The presentation as steps, in the order of the data folder. The page and the slides paint the same ones."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.story.kinds import STEP_WRITERS
from dashboard.story.paging import in_parts
from dashboard.story.step import Stage, Step
from dashboard.view.state import NOTHING, State
from dashboard.view.view import MapView, build_view


def build_story(view: MapView) -> tuple[Step, ...]:
    """The steps of a state in the order of the data folder.

    Filters, choice and colouring of the state are left out. Today is told from
    the register; the scenario, where there is one, from the steps that compare on.
    """
    state = State(
        lang=view.state.lang,
        year=view.state.year,
        day=view.state.day,
        theme=view.state.theme,
        scenario=view.state.scenario,
        title=view.state.title,
        pin=view.state.pin,
    )
    register = state.but(scenario=NOTHING, title="", pin=())
    stage = Stage(
        view.atlas,
        build_view(view.atlas, register),
        build_view(view.atlas, state),
        build_view(view.atlas, register.but(since=view.state.since)) if view.is_since else None,
    )
    told = (step for words in view.atlas.register.steps for step in STEP_WRITERS[words.kind](stage, words))
    return tuple(part for step in told for part in in_parts(step, view.say))


def step_of(story: Sequence[Step], number: int) -> Step | None:
    """The step with a number from 1; past the last it is the last, and None when there are no steps."""
    return story[min(number, len(story)) - 1] if story else None
