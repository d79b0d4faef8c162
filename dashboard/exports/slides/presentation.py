"""The presentation as a PowerPoint file: a slide a step, everything on it PowerPoint's own and to be edited."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Emu

from dashboard.exports.about import revision_lines, source_lines
from dashboard.exports.slides.archive import same_bytes
from dashboard.exports.slides.box import Box
from dashboard.exports.slides.chart import add_chart
from dashboard.exports.slides.code import code_picture
from dashboard.exports.slides.corner import cornered
from dashboard.exports.slides.deck import new_deck
from dashboard.exports.slides.fit import height_of, lines_of
from dashboard.exports.slides.layouts import FLOOR, LAYOUTS, Layout, foot_shapes
from dashboard.exports.slides.legend import SMALL_PT, legend_group, legend_of
from dashboard.exports.slides.map import SlideMap, map_group
from dashboard.exports.slides.markup import language, paragraph, parsed, run, text_box
from dashboard.exports.slides.notes import prepare_notes, write_notes
from dashboard.exports.slides.paint import SlideColours, paint_of
from dashboard.exports.slides.sources import sources_columns
from dashboard.exports.slides.table import LARGEST_PT, SlideRow, SlideTable, fitting, heights, paged, table_frame
from dashboard.exports.slides.window import Window, window_of
from dashboard.exports.slides.words import FAR, WELL, WORD_SIZES, Sizes, TextColumn, write_words
from dashboard.story.step import Step, StepTable
from dashboard.story.story import build_story
from dashboard.view.state import state_address
from dashboard.view.view import MapView

#: Inches from the edges of a map to its key, its title and the region, and between words and table.
EDGE_IN, ABOVE_TABLE_IN = 0.25, 0.2
#: Sizes of type in points: a map's title on one line and on several, tables, and one that goes on over slides.
MAP_TITLE_PT, LONG_TITLE_PT, TABLE_PT, SPLIT_PT = 16, 11, (LARGEST_PT, 13, 12, 11), 12
QR_IN = 1.9


def presentation_file(view: MapView, public_url: str | None) -> bytes:
    """The file. The same state and data give the same bytes."""
    story = build_story(view)
    paint = paint_of(view)
    deck = new_deck(view, paint)
    prepare_notes(deck, view, paint)
    writer = _Writer(view, paint, deck, public_url)
    for step in story:
        writer.write(step)
    buffer = io.BytesIO()
    deck.save(buffer)
    return same_bytes(buffer.getvalue())


class _Writer:
    """Puts steps onto slides: what they share is handed over once."""

    def __init__(self, view: MapView, paint: SlideColours, deck: Deck, public_url: str | None) -> None:
        self.view, self.paint, self.deck = view, paint, deck
        self.say, self.public_url = view.say, public_url
        self.windows: dict[object, Window] = {}
        self.layouts = dict(zip(LAYOUTS, deck.slide_layouts, strict=True))

    def write(self, step: Step) -> None:
        """The slide of a step; more of them where its table is long."""
        if len(step.views) > 1:
            self._compare(step)
        elif step.table:
            self._tables(step, step.table)
        elif step.bars:
            slide, layout, ids = self._begin("chart")
            self._words(slide, step, step.headline, layout, ids)
            add_chart(slide, self.view, step.bars, self.paint, layout.pictures[0], _bars_told(step))
            self._end(slide, step, layout, count(5000))
        elif step.views:
            self._map(step)
        else:
            self._last(step)

    def _map(self, step: Step) -> None:
        slide, layout, ids = self._begin("map")
        self._words(slide, step, step.headline, layout, ids)
        box, view, say = layout.pictures[0], step.views[0], self.say
        if step.legend:
            window, legend, card = cornered(
                view, box, EDGE_IN, lambda left, below: self._window(box, left=left, below=below, right=True)
            )
            self._add(slide, map_group(SlideMap(view, window, say("map"), step.focus, (card,)), self.paint, ids))
            self._add(slide, legend_group(view, legend, self.paint, card, ids))
        else:
            drawn = SlideMap(view, self._window(box, right=True), say("map"), step.focus)
            self._add(slide, map_group(drawn, self.paint, ids))
        self._end(slide, step, layout, ids)

    def _compare(self, step: Step) -> None:
        """Two maps side by side at the same scale, each under its title, its key below."""
        slide, layout, ids = self._begin("compare")
        self._words(slide, step, step.headline, layout, ids)
        width = layout.pictures[0].width - 2 * EDGE_IN
        legends = [legend_of(view, SMALL_PT, width) if step.legend else None for view in step.views]
        below = max((EDGE_IN + one.height for one in legends if one), default=0)
        long = any(lines_of(title, MAP_TITLE_PT, width, True) > 1 for title in step.map_titles)
        size = LONG_TITLE_PT if long else MAP_TITLE_PT
        high = max(height_of(title, size, width, True) for title in step.map_titles) + 0.05
        for view, title, picture, legend in zip(step.views, step.map_titles, layout.pictures, legends, strict=True):
            box = Box(picture.x, picture.y, picture.width, picture.height - below)
            heading = Box(box.x + EDGE_IN, EDGE_IN, width, high)
            words = run(title, language(self.say), size, True, self.paint.page["accent"].xml)
            window = self._window(box, above=heading.bottom + 0.15)
            drawn = SlideMap(view, window, f"{self.say('map')}: {title}", step.focus, (heading,), moved=False)
            self._add(slide, map_group(drawn, self.paint, ids))
            self._add(slide, text_box(next(ids), title, heading, paragraph(words)))
            if legend:
                card = Box(box.x, box.bottom + 0.1, legend.width, legend.height)
                self._add(slide, legend_group(view, legend, self.paint, card, ids))
        self._end(slide, step, layout, ids)

    def _tables(self, step: Step, table: StepTable) -> None:
        """The table beside the map, in the largest type that all of it fits in; else the rest on slides of its own."""
        say, rows = self.say, table.rows
        layout = LAYOUTS["table" if step.views else "words"]
        for sizes in (WELL, FAR):
            for size in TABLE_PT:
                needed = sum(heights(table, layout.width, size))
                if needed <= self._left(step, step.headline, layout, needed, sizes):
                    self._table(step, step.headline, table, rows, size, needed)
                    return
        longest = say("slide_part", title=step.headline, number=len(rows), total=len(rows))
        first = max(1, fitting(table, layout.width, SPLIT_PT, self._left(step, longest, layout)))
        rest = StepTable(table.head, rows[first:])
        more = _continued(step, rest)
        wide = LAYOUTS["words"]
        portions = [rows[:first], *paged(rest, wide.width, SPLIT_PT, self._left(more, longest, wide))]
        for place, portion in enumerate(portions, 1):
            title = say("slide_part", title=step.headline, number=say.integer(place), total=say.integer(len(portions)))
            part, of = (step, table) if place == 1 else (more, rest)
            self._table(part, title, of, portion, SPLIT_PT)

    def _left(
        self, step: Step, title: str, layout: Layout, needed: float = 0, sizes: Sequence[Sizes] = WORD_SIZES
    ) -> float:
        """The height that the words leave for a table when it needs some, in inches."""
        column = layout.column
        room = Box(column.x, column.y, column.width, column.height - needed - ABOVE_TABLE_IN)
        words = write_words(step, title, self.say, self.paint, TextColumn(room, True, sizes), count(2))
        return FLOOR - words.bottom - ABOVE_TABLE_IN

    def _table(
        self, step: Step, title: str, table: StepTable, rows: Sequence[SlideRow], size: float, needed: float = 0
    ) -> None:
        """A slide with rows of the step's table, and with its map where it has one; ``needed``: the table's height."""
        slide, layout, ids = self._begin("table" if step.views else "words")
        column = layout.column
        room = Box(column.x, column.y, column.width, column.height - needed - ABOVE_TABLE_IN)
        words = write_words(step, title, self.say, self.paint, TextColumn(room, beside=True), ids)
        for shape in words.shapes:
            self._add(slide, shape)
        box = Box(column.x, words.bottom + ABOVE_TABLE_IN, layout.width, 1)
        told = f"{title}: {', '.join(table.head)}"
        drawn = SlideTable(table, rows, box, size, told)
        self._add(slide, table_frame(self.view, drawn, self.paint, next(ids)))
        for view, picture in zip(step.views, layout.pictures, strict=True):
            shown = SlideMap(view, self._window(picture), self.say("map"), step.focus)
            self._add(slide, map_group(shown, self.paint, ids))
        self._end(slide, step, layout, ids)

    def _last(self, step: Step) -> None:
        """Words alone; for the sources also their list, and the state's link as a code."""
        slide, layout, ids = self._begin("words")
        bottom = self._words(slide, step, step.headline, layout, ids)
        if step.kind == "sources":
            code = code_picture(self.view, self.public_url)
            room = Box(layout.column.x, bottom + 0.3, layout.width - (QR_IN + 0.5 if code else 0), FLOOR - bottom - 0.3)

            def link(address: str) -> str:
                return slide.part.relate_to(address, RT.HYPERLINK, is_external=True)

            lines = (*revision_lines(self.view), *source_lines(self.view))
            for shape in sources_columns(self.view, lines, self.paint, room, ids, link):
                self._add(slide, shape)
            if code and self.public_url:
                self._add_code(
                    slide, code, self.public_url, Box(layout.column.right - QR_IN, bottom + 0.3, QR_IN, QR_IN), link
                )
        self._end(slide, step, layout, count(5000))

    def _add_code(self, slide: Slide, code: bytes, public_url: str, box: Box, link: Callable[[str], str]) -> None:
        picture = slide.shapes.add_picture(io.BytesIO(code), *(Emu(one) for one in box.emu))
        picture.name = "QR"
        picture._element._nvXxPr.cNvPr.set("descr", self.say("story_qr"))
        address = state_address(self.view.state, public_url)
        words = run(public_url.partition("//")[2].rstrip("/"), language(self.say), 11, link=link(address))
        under = Box(box.x, box.bottom + 0.05, box.width, 0.25)
        self._add(slide, text_box(4000, self.say("export_address"), under, paragraph(words, "ctr")))

    def _begin(self, kind: str) -> tuple[Slide, Layout, Iterator[int]]:
        """An empty slide of a layout, the layout, and numbers for its shapes."""
        slide = self.deck.slides.add_slide(self.layouts[kind])
        for one in list(slide.placeholders):
            one._element.getparent().remove(one._element)
        return slide, LAYOUTS[kind], count(2)

    def _words(self, slide: Slide, step: Step, title: str, layout: Layout, ids: Iterator[int]) -> float:
        words = write_words(step, title, self.say, self.paint, TextColumn(layout.column), ids)
        for shape in words.shapes:
            self._add(slide, shape)
        return words.bottom

    def _window(
        self, box: Box, left: float = EDGE_IN, above: float = EDGE_IN, below: float = EDGE_IN, right: bool = False
    ) -> Window:
        """The window of a box: the same one for every slide that has it."""
        key = (box, left, above, below, right)
        if key not in self.windows:
            self.windows[key] = window_of(self.view.atlas.ground, box, (left, above, EDGE_IN, below), right)
        return self.windows[key]

    def _end(self, slide: Slide, step: Step, layout: Layout, ids: Iterator[int]) -> None:
        """The foot last, as it is read; and the notes."""
        say, lang = self.say, language(self.say)
        date = paragraph(run(say("export_dates", date=say.date(f"{self.view.year}-01-01")), lang))
        credits = paragraph(run(say.own("credits"), lang)) if say.own("credits") else ""
        for shape in foot_shapes(layout, say, ids, date, credits):
            self._add(slide, shape)
        write_notes(slide, self.view, step.notes)

    def _add(self, slide: Slide, xml: str) -> None:
        slide.shapes._spTree.append(parsed(xml))


def _continued(step: Step, rest: StepTable) -> Step:
    """A step whose number, caption, text and map have been told on the slide before."""
    return replace(step, number="", caption="", text="", views=(), table=rest)


def _bars_told(step: Step) -> str:
    return f"{step.headline}: " + "; ".join(f"{bar.group.name} {bar.text}" for bar in step.bars)
