"""The kinds of slide: where title, number, words and foot stand, on the layouts that whoever edits the file gets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.exports.slides.box import HEIGHT_IN, WIDTH_IN, Box
from dashboard.exports.slides.markup import language, paragraph, placeholder, run
from dashboard.words.wording import Wording

#: Margins of the words, and where their column ends above the foot, in inches.
LEFT, TOP, FLOOR = 0.5, 0.5, 6.6
#: Sizes of type in points.
TITLE_PT, NUMBER_PT, CAPTION_PT, TEXT_PT, DATE_PT, FOOT_PT = 30, 60, 15, 18, 9, 8
#: Placeholder → the index that slide and layout know it by.
INDEX = {"number": 13, "caption": 14, "text": 15, "date": 10, "foot": 11, "page": 12}


@dataclass(frozen=True)
class Layout:
    """A kind of slide: the key of its name, the width of its words, and the boxes of its pictures."""

    key: str
    width: float
    pictures: tuple[Box, ...] = ()

    @property
    def column(self) -> Box:
        """The room of the words."""
        return Box(LEFT, TOP, self.width, FLOOR - TOP)


def _right(x: float, upto: float = WIDTH_IN) -> Box:
    """A picture as high as the slide."""
    return Box(x, 0, upto - x, HEIGHT_IN)


#: In the order that they stand in the file.
LAYOUTS = {
    "map": Layout("view_overview", 4.45, (_right(5.25),)),
    "chart": Layout("charts", 4.45, (Box(5.5, 0.9, 7.3, 5.6),)),
    "compare": Layout("plan_compare", 3.55, (_right(4.35, 8.81), _right(8.87))),
    "table": Layout("view_table", 6.75, (_right(7.6),)),
    "words": Layout("export_sources", WIDTH_IN - 2 * LEFT),
}


def layout_shapes(layout: Layout, say: Wording) -> Iterator[str]:
    """The placeholders of a layout."""
    column, lang = layout.column, language(say)
    boxes = {
        "title": Box(column.x, column.y, column.width, 1.5),
        "number": Box(column.x, 2.1, column.width, 1.0),
        "caption": Box(column.x, 3.15, column.width, 0.6),
        "text": Box(column.x, 3.9, column.width, FLOOR - 3.9),
    }
    yield placeholder(2, say("slide_title"), 'type="title"', boxes["title"], _prompt(say("slide_title"), lang))
    for id, (part, size, look) in enumerate(
        (
            ("number", NUMBER_PT, ' b="1"'),
            ("caption", CAPTION_PT, ""),
            ("text", TEXT_PT, ""),
        ),
        3,
    ):
        name = say(f"slide_{part}")
        style = _style(size, look, "tx2" if part == "number" else "tx1")
        yield placeholder(id, name, kind_of(part), boxes[part], _prompt(name, lang), style)
    yield from foot_shapes(
        layout, say, iter(range(6, 9)), _prompt(say("slide_date"), lang), _prompt(say("slide_foot"), lang)
    )


def foot_shapes(layout: Layout, say: Wording, ids: Iterator[int], date: str, credits: str) -> Iterator[str]:
    """Date of the data, slide's number and credits under the words. ``date``, ``credits``: paragraphs, or blank."""
    lang, column = language(say), layout.column
    width = column.width
    page_width = 0.6
    field = (
        f'<a:p><a:fld id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum"><a:rPr lang="{lang}"/>'
        f"<a:t>‹#›</a:t></a:fld></a:p>"
    )
    yield placeholder(
        next(ids),
        say("slide_date"),
        kind_of("date"),
        Box(LEFT, 6.74, width - page_width, 0.19),
        date,
        _style(DATE_PT, "", "tx1"),
    )
    if credits:
        box = Box(LEFT, 6.95, width, 0.42)
        yield placeholder(next(ids), say("slide_foot"), kind_of("foot"), box, credits, _style(FOOT_PT, "", "tx1"))
    yield placeholder(
        next(ids),
        say("slide_page"),
        kind_of("page"),
        Box(LEFT + width - page_width, 6.74, page_width, 0.19),
        field,
        _style(DATE_PT, ' b="1"', "tx1", "r"),
    )


def kind_of(part: str) -> str:
    """The attributes of a placeholder."""
    types = {"date": "dt", "foot": "ftr", "page": "sldNum"}
    size = "half" if part == "date" else "quarter"
    return f'type="{types.get(part, "body")}" sz="{size}" idx="{INDEX[part]}"'


def _style(size: float, look: str, colour: str, align: str = "l") -> str:
    return (
        f'<a:lvl1pPr marL="0" indent="0" algn="{align}"><a:buNone/><a:defRPr sz="{round(size * 100)}"{look}>'
        f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    )


def _prompt(text: str, lang: str) -> str:
    return paragraph(run(text, lang))
