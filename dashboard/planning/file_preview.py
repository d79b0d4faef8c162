"""What a planner's file would do, in the reader's words, and the address that would do it."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from dashboard.view.state import write_query
from dashboard.view.view import MapView
from geodata.planning.intake.grid import MOST_BYTES
from geodata.planning.intake.read import read_assignment
from geodata.planning.intake.report import Unmatched

#: So many rows of each kind are told one by one.
TOLD = 40


class Preview(TypedDict):
    """What the browser is told of a file; ``go``: the query that accepts it, ``apply``: the words for that."""

    headline: str
    lines: list[str]
    go: str | None
    apply: NotRequired[str]


def preview(view: MapView, content: bytes, name: str) -> Preview:
    """A headline, lines, and ``go``: the query of the scenario with the file accepted, None when it changes nothing.

    Nothing is applied and nothing is kept.
    """
    say, state = view.say, view.state
    report = read_assignment(
        content[: MOST_BYTES + 1], name, view.standing.register, view.standing.assignment, state.scenario
    )
    if report.problem:
        values = {"row": report.problem.row or "", **report.problem.values}
        text = say(f"import_problem_{report.problem.code}", **values)
        return {"headline": say("import_failed"), "lines": [text], "go": None}
    names = {**view.names} | {one.id: one.name for one in (*state.scenario.founded, *report.founded)}

    def place(number: str) -> str:
        return view.atlas.register.municipalities[number].name

    def networks(ids: tuple[str, ...]) -> str:
        return say.list(names[id] for id in ids) or say("plan_none_word")

    lines = [
        *(
            say("import_matched", line=one.line, name=place(one.number), networks=networks(one.networks))
            for one in report.matched[:TOLD]
        ),
        *(say("import_new", name=one.name) for one in report.founded),
        *(say("import_already", line=one.line, name=place(one.number)) for one in report.already[:TOLD]),
        *(_unmatched(view, one) for one in report.unmatched[:TOLD]),
        *(say("import_outside", line=one.line, text=one.text) for one in report.outside[:TOLD]),
        *(
            say("import_contradiction", name=place(one.number), lines=say.list(str(row.line) for row in one.rows))
            for one in report.contradictions[:TOLD]
        ),
        *(say("import_duplicate", line=one.line, name=place(one.number)) for one in report.duplicates[:TOLD]),
        *(say(f"import_note_{code}", count=say.integer(count)) for code, count in report.notes.items() if count),
    ]
    headline = say(
        "import_summary",
        rows=say.integer(report.rows),
        matched=say.integer(len(report.matched)),
        already=say.integer(len(report.already)),
        unmatched=say.integer(len(report.unmatched) + len(report.contradictions)),
        outside=say.integer(len(report.outside)),
    )
    go = write_query(state.but(scenario=report.scenario)) if report.matched else None
    return {"headline": headline, "lines": lines, "go": go, "apply": say("import_apply")}


def _unmatched(view: MapView, one: Unmatched) -> str:
    say = view.say
    text = say(
        "import_unmatched", line=one.line, column=one.column, text=one.text, reason=say(f"import_code_{one.code}")
    )
    if one.parts:
        names = (f"{number} {view.atlas.register.municipalities[number].name}" for number in one.parts)
        return f"{text} ({say.list(names)})"
    if not one.likely:
        return text
    place = view.atlas.register.municipalities.get(one.likely)
    return text + " " + say("import_likely", name=place.name if place else view.names.get(one.likely, one.likely))
