"""What the server answers to a question: the parts that a change touches, as HTML, and what paints the map."""

from __future__ import annotations

from dashboard.browser.paint import captions, paint
from dashboard.browser.sent import Answer
from dashboard.markup.writer import as_html
from dashboard.page.parts import FOLLOWED_BY_FIGURES, PARTS, changed
from dashboard.page.settings import Settings
from dashboard.view.atlas import Atlas
from dashboard.view.reading import read_query
from dashboard.view.state_sheet import state_sheet
from dashboard.view.view import build_view


def answer(atlas: Atlas, settings: Settings, search: str, painted: str | None) -> Answer:
    """What the page needs to go from the state of one query to that of another (``painted`` None: it has nothing).

    Parts are filled anew where they follow a field that has changed; the notice also where what was not understood
    has.
    """
    state, ignored = read_query(search, atlas.known)
    before, unread = read_query(painted, atlas.known) if painted is not None else (None, ())
    view = build_view(atlas, state, ignored, before)
    differs = changed(before, state) | {one.name for one in set(ignored) ^ set(unread)}
    return {
        "parts": {
            part.id: as_html(part.content(view, settings))
            for part in PARTS
            if part.is_due(state, differs) or part.is_always_due
        },
        "paint": paint(view),
        "captions": captions(view) if differs & (FOLLOWED_BY_FIGURES | {"colour"}) else None,
        "sheet": state_sheet(view),
    }
