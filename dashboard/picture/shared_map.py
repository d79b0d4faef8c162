"""The picture that chat and mail programs show beside a link: what the state says, its key and its map."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.colours.palette import THEMES, colours
from dashboard.geometry.typeface import wrap
from dashboard.picture.static_map import MARGIN, PictureSheet, drawn_text, key_rows, painted_map, svg_text
from dashboard.view.circles import LARGEST_PX, key_circles
from dashboard.view.described import class_title
from dashboard.view.measured import figure_text
from dashboard.view.sentence import summary
from dashboard.view.view import MapView

#: The size that Open Graph's readers ask for, and what stands on the left of it.
SHARED = PictureSheet(1200, 630, left=530, names=1.5)
TEXT_WIDTH = SHARED.left - 2 * MARGIN
#: A headline is set in the first of these sizes in which it takes no more lines than stand beside it.
HEADLINES = ((46, 3), (38, 4), (30, 5))
TITLE_PX, SENTENCE_PX, ROW_PX, LINE = 22, 23, 20, 1.3
ROW_HEIGHT, SWATCH = 36, 26
#: Of more groups the first stand in the key.
MOST_KEY_ROWS = 8
#: A letter takes so many em of a bold text more than ``wrap`` reckons with.
BOLD = 1.04


def shared_map(view: MapView) -> str:
    """The SVG text, in the light theme unless the state names another."""
    ink = colours(view.state.theme or THEMES[0], view.networks)
    defined, body = painted_map(view, ink, SHARED)
    beside = f'<svg width="{SHARED.left}" height="{SHARED.height}">'  # an SVG of its own cuts off a word without end
    return svg_text(view, SHARED, defined, [*body, beside, *_beside(view, ink), "</svg>"])


def _beside(view: MapView, ink: dict[str, str]) -> Iterator[str]:
    """From the top the page's title, the headline and as many sentences as there is room for; the key at the bottom."""
    yield f'<rect width="{SHARED.left}" height="{SHARED.height}" fill="{ink["paper"]}"/>'
    rows = _key(view, ink)
    first, *rest = summary(view)
    y = float(MARGIN + TITLE_PX)
    for line in wrap(view.say("title"), TEXT_WIDTH / TITLE_PX):
        yield drawn_text(MARGIN, y, TITLE_PX, 600, ink["muted"], line)
        y += TITLE_PX * LINE
    px, lines = _headline(first)
    y += px * 0.75
    for line in lines:
        yield drawn_text(MARGIN, y, px, 700, ink["ink"], line)
        y += px * 1.2
    end = SHARED.height - MARGIN - len(rows) * ROW_HEIGHT - SENTENCE_PX
    y += SENTENCE_PX * 0.4
    for sentence in rest:
        lines = wrap(sentence, TEXT_WIDTH / SENTENCE_PX)
        if y + (len(lines) - 1) * SENTENCE_PX * LINE > end:
            break
        for line in lines:
            yield drawn_text(MARGIN, y, SENTENCE_PX, 400, ink["ink"], line)
            y += SENTENCE_PX * LINE
    for at, row in enumerate(rows):
        top = SHARED.height - MARGIN - (len(rows) - at) * ROW_HEIGHT + ROW_HEIGHT - SWATCH
        yield f'<g transform="translate({MARGIN} {top})">{row}</g>'


def _headline(text: str) -> tuple[int, list[str]]:
    """Size and lines of the headline: as large as it fits, cut off where even the smallest is too long."""
    for px, most in HEADLINES:
        lines = wrap(text, TEXT_WIDTH / px / BOLD)
        if len(lines) <= most:
            break
    return px, lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]} …"]


def _key(view: MapView, ink: dict[str, str]) -> list[str]:
    """A line for each group or class, what a number means before its classes."""
    rows = []
    if view.classes:
        rows.append(drawn_text(0, 20, ROW_PX, 700, ink["ink"], _one_line(class_title(view), TEXT_WIDTH)))
    for value, radius in key_circles(view):
        text = figure_text(view.say, view.measure(view.state.colour), value)
        rows.append(
            f'<circle cx="{LARGEST_PX}" cy="14" r="{radius:.1f}" fill="{ink["class-3"]}"/>'
            + drawn_text(2 * LARGEST_PX + 12, 20, ROW_PX, 400, ink["ink"], text)
        )
    for fill, line, initial, name, count in key_rows(view, ink):
        text = f"{_one_line(name, TEXT_WIDTH - SWATCH - 70)} ({view.say.integer(count)})"
        rows.append(
            f'<rect width="{SWATCH}" height="{SWATCH}" rx="5" fill="{fill}" {line}/>'
            + drawn_text(SWATCH / 2, 19, 16, 700, ink["on-network"], initial, "middle")
            + drawn_text(SWATCH + 12, 20, ROW_PX, 400, ink["ink"], text)
        )
    return rows[:MOST_KEY_ROWS]


def _one_line(text: str, width: float) -> str:
    """As many words as stand in one line of so many pixels."""
    first, *more = wrap(text, width / ROW_PX)
    return f"{first} …" if more else first
