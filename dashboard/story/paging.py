"""A step whose table is long goes on over several steps: nobody scrolls on a projector."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.story.step import Step, StepRow, StepTable
from dashboard.words.wording import Wording

#: Characters of a row that stand on one line, and the room between rows, in lines.
LINE_CHARACTERS, BETWEEN = 70, 0.8
#: Lines that have room under headline, number, caption and text; and under a headline alone.
FIRST_LINES, LATER_LINES = 17.0, 25.0


def in_parts(step: Step, say: Wording) -> Iterator[Step]:
    """The step itself, or parts of it, each with a portion of the rows and its place in the headline.

    The first part tells what the step tells; the others have its map again.
    """
    table = step.table
    portions = list(_portions(table.rows)) if table else []
    if table is None or len(portions) < 2:
        yield step
        return
    for place, rows in enumerate(portions, 1):
        title = say("slide_part", title=step.headline, number=say.integer(place), total=say.integer(len(portions)))
        part = replace(step, headline=title, table=StepTable(table.head, rows))
        yield part if place == 1 else replace(part, id=f"{step.id}-{place}", number="", caption="", text="")


def _portions(rows: Sequence[StepRow]) -> Iterator[tuple[StepRow, ...]]:
    """As many rows as have room, one at least; then the next ones."""
    portion: list[StepRow] = []
    room = FIRST_LINES
    for row in rows:
        needed = max(1, math.ceil(sum(map(len, row)) / LINE_CHARACTERS)) + BETWEEN
        if portion and needed > room:
            yield tuple(portion)
            portion, room = [], LATER_LINES
        portion.append(row)
        room -= needed
    yield tuple(portion)
