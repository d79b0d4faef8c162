"""One step of the presentation: one message, one number, and what its map shows; and what steps are told from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypedDict, Unpack

from dashboard.view.atlas import Atlas
from dashboard.view.sentence import mark_name, summary
from dashboard.view.shown import GroupView
from dashboard.view.view import MapView, build_view
from geodata.model import StepWords

Values = Mapping[str, object]
StepRow = tuple[str, ...]


@dataclass(frozen=True)
class StepTable:
    """A small table of texts: headings, and rows whose first cell names the row."""

    head: StepRow
    rows: tuple[StepRow, ...]


@dataclass(frozen=True)
class Bar:
    """One bar of the step's chart: the group, its value in persons (None: unknown), and the value in words."""

    group: GroupView
    value: int | None
    text: str


@dataclass(frozen=True)
class Step:
    """One step, its words filled in.

    ``id``: the kind, or "network-<id>" and "founded-<id>". ``number`` and
    ``caption`` blank: the step has none. ``views``: what its maps show, from left
    to right, none for a step of words; each has a title in ``map_titles`` when
    there are two. ``focus``: the numbers of the municipalities to look closely at,
    empty for the whole region. ``stamp``: the scenario's name where the step
    shows one, "today" on the other steps beside a scenario, else blank. ``notes``:
    for the speaker, the text and the sources; where the step is about the whole
    region, with a key to it, the sentence before them.
    """

    id: str
    kind: str
    headline: str
    number: str
    caption: str
    text: str
    views: tuple[MapView, ...] = ()
    map_titles: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    legend: bool = False
    table: StepTable | None = None
    bars: tuple[Bar, ...] = ()
    stamp: str = ""
    notes: str = ""

    @property
    def layout(self) -> str:
        """How the step is laid out: beside a map, with two maps to compare, or words alone."""
        return ("words", "map", "compare")[len(self.views)]


class Shown(TypedDict, total=False):
    """What a step shows beside its words, as in Step."""

    views: tuple[MapView, ...]
    map_titles: tuple[str, ...]
    focus: tuple[str, ...]
    table: StepTable | None
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Stage:
    """What the steps are told from: the register of the day, and the plan (the same where there is no scenario).

    ``since``: the register compared with another day, None where none is asked for.
    """

    atlas: Atlas
    today: MapView
    plan: MapView
    since: MapView | None = None

    def step(
        self,
        words: StepWords,
        view: MapView,
        values: Values,
        id: str = "",
        legend: bool = False,
        **shown: Unpack[Shown],
    ) -> Step:
        """A step with its words filled in; what every step may say is filled in here."""
        say = view.say
        filled = {
            "region": view.region,
            "partnership": say("partnership"),
            "date": say.date(f"{view.year}-01-01"),
            "organised": say.integer(view.coverage.organised.part.municipalities),
            "municipalities": say.count("municipalities", view.coverage.organised.whole.municipalities),
            **values,
        }

        def fill(template: str) -> str:
            return " ".join(part for part in template.format(**filled).split(" ") if part)  # no-break spaces stay

        text = fill(say.of(words.text))
        sentence = [" ".join(summary(view))] if legend else []
        return Step(
            id=id or words.kind,
            kind=words.kind,
            headline=fill(say.of(words.headline)),
            number=fill(words.number),
            caption=fill(say.of(words.caption)),
            text=text,
            stamp=self._stamp(view),
            legend=legend,
            notes="\n".join(part for part in (*sentence, text, say.own("credits")) if part),
            **shown,
        )

    def _stamp(self, view: MapView) -> str:
        """The scenario's name on its steps; beside a scenario, today's steps say that they are today's."""
        if view.is_marked:
            return mark_name(view)
        return view.say("compare_today") if self.plan.is_scenario else ""

    def near(self, view: MapView, networks: tuple[str, ...]) -> MapView:
        """The same view with some networks (or "none") standing out."""
        return build_view(self.atlas, view.state.but(networks=networks))
