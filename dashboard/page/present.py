"""The presentation: every step on the page at once, one of them seen; the browser steps without asking anybody."""

from __future__ import annotations

from dash import html
from segno import QRCode

from dashboard.markup.attributes import attributes
from dashboard.markup.bar import percent_of
from dashboard.markup.content import Item
from dashboard.markup.elements import ForeignObject, Svg
from dashboard.markup.swatch import swatch
from dashboard.page.links import href, link
from dashboard.page.settings import Settings
from dashboard.page.small_map import small_map
from dashboard.page.story_controls import story_controls, story_overview
from dashboard.picture.static_map import HEIGHT, WIDTH
from dashboard.story.qr import qr_code
from dashboard.story.step import Bar, Step, StepTable
from dashboard.story.story import build_story
from dashboard.view.atlas import Atlas
from dashboard.view.revision import revision_text
from dashboard.view.shown import GroupView
from dashboard.view.state import NONE
from dashboard.view.view import MapView
from dashboard.words.wording import Wording

#: A number of more characters is set as if it had so many (assets/story.css has a rule for each length).
LONGEST_NUMBER = 16


def presentation_page(view: MapView, settings: Settings) -> list:
    """All steps, the controls and the overview."""
    story = build_story(view)
    now = min(view.state.step, len(story))
    steps: list[Item] = [
        _step(view, step, place, len(story), place == now, settings.public_url) for place, step in enumerate(story, 1)
    ]
    return [
        html.H1(view.say("title"), className="visually-hidden"),
        *(steps or [html.P(view.say("story_empty"), className="step now")]),
        story_controls(view, now, len(story)),
        story_overview(view, story, now),
    ]


def _step(view: MapView, step: Step, place: int, total: int, now: bool, public_url: str | None) -> html.Section:
    say = view.say
    count = say("story_step", number=say.integer(place), total=say.integer(total))
    stamp = [html.P(step.stamp, className="step-stamp")] if step.stamp else []
    number = [_number(step.number)] if step.number else []
    caption = [html.P(step.caption, className="step-caption")] if step.caption else []
    words = [
        *stamp,
        html.H2(step.headline),
        *number,
        *caption,
        *([html.P(step.text, className="step-text")] if step.text else []),
        *([_legend(step.views[0])] if step.legend and step.layout != "compare" else []),
        *([_table(step.table, step.headline)] if step.table else []),
        *([_sources(view, public_url)] if step.kind == "sources" else []),
    ]
    pictures: list[Item] = [_bars(step.bars)] if step.bars else []
    if step.layout == "compare":
        shape = _shape(view.atlas)
        pictures = [
            _picture(shown, title, shape, step.legend) for shown, title in zip(step.views, step.map_titles, strict=True)
        ]
    elif step.views:
        pictures = [html.Div(className="paper-map", **attributes(data_picture_of=_on_paper(view, place)))]
    kind = "bars" if step.bars else step.layout
    return html.Section(
        [html.Div(words, className="step-words"), *([html.Div(pictures, className="step-side")] if pictures else [])],
        className=f"step {kind}" + (" now" if now else ""),
        id=f"step-{place}",
        tabIndex=0,
        **attributes(data_step=place, data_kind=step.kind, data_layout=step.layout, aria_label=count),
    )


def _legend(view: MapView) -> html.Ul:
    rows = [
        html.Li(
            [
                swatch(f"{NONE}-dialogue" if group.id == NONE else group.id, group.initial, pattern=group.pattern),
                html.Span(group.name),
                html.Span(view.say.integer(group.figures.municipalities), className="count"),
            ]
        )
        for group in view.groups
        if group.figures.municipalities
    ]
    return html.Ul(rows, className="step-legend")


def _table(table: StepTable, name: str) -> html.Div:
    head = html.Tr([html.Th(title, scope="col") for title in table.head])
    rows = [html.Tr([html.Th(row[0], scope="row"), *map(html.Td, row[1:])]) for row in table.rows]
    return html.Div(
        html.Table([html.Thead(head), html.Tbody(rows)]),
        className="table-scroll",
        tabIndex=0,
        role="region",
        **attributes(aria_label=name),
    )


def _bars(bars: tuple[Bar, ...]) -> html.Ul:
    """A bar for each group; the longest has the whole width, one that is not known has none."""
    longest = max((row.value or 0 for row in bars), default=0)
    return html.Ul(
        [
            html.Li(
                [
                    html.Span(row.group.name, className="bar-name"),
                    _line(row.group, (row.value or 0) / longest if longest else 0),
                    html.Span(row.text, className="bar-value"),
                ]
            )
            for row in bars
        ],
        className="step-bars",
    )


def _line(group: GroupView, share: float) -> Svg:
    """A swatch as long as a share of the whole width says."""
    shown = swatch(f"{NONE}-dialogue" if group.id == NONE else group.id, pattern=group.pattern)
    return Svg(
        ForeignObject(shown, width=percent_of(share), height="100%"),
        className="bar-line",
        **attributes(aria_hidden=True),
    )


def _number(text: str) -> html.P:
    """The one number of a step; the style sheet makes it as large as its length lets it be."""
    return html.P(text, className="step-number", **attributes(data_length=min(len(text), LONGEST_NUMBER)))


def _shape(atlas: Atlas) -> float:
    """Width by height of a picture that leaves nothing of the region out: never wider than the picture itself."""
    west, south, east, north = atlas.register.boundaries.total_bounds
    return min(max((east - west) / (north - south), 0.75), WIDTH / HEIGHT)


def _picture(shown: MapView, title: str, shape: float, legend: bool) -> html.Figure:
    """One of two maps side by side, as a picture in the reader's theme, over its own figures; there from the start."""
    said = shown.say.count("municipalities", shown.coverage.organised.part.municipalities)
    # The drawing is empty: it holds the shape, which the picture, always of the same one, is cut to.
    frame = Svg(viewBox=f"0 0 {round(1000 * shape)} 1000", **attributes(aria_hidden=True))
    picture = html.Div([frame, small_map(shown.state, f"{title}: {said}")], className="step-picture")
    paper = html.Div(
        className="paper-map", **attributes(data_picture_of="paper.svg" + href(shown.state.but(theme=None)))
    )
    return html.Figure([html.Figcaption(title), picture, paper, *([_legend(shown)] if legend else [])])


def _on_paper(view: MapView, place: int) -> str:
    return "paper.svg" + href(view.state.but(step=place, theme=None))


def _sources(view: MapView, public_url: str | None) -> html.Div:
    """Credits, which data they are, the way to all about them, and the link as a code where the address is known."""
    say = view.say
    lines = [*(line for line in say.own("credits").split(" · ") if line), revision_text(view)]
    code = qr_code(view, public_url)
    there = link(say("footer"), view.state.but(view="data", step=1))
    listed = html.Div([html.Ul([html.Li(line) for line in lines]), html.P(there)])
    return html.Div(
        [listed, *([_code(say, code, public_url)] if code and public_url else [])], className="step-sources"
    )


def _code(say: Wording, code: QRCode, public_url: str) -> html.Div:
    """The code, what it is for, and the address to type."""
    picture = html.Img(src=code.svg_data_uri(border=4, light="#fff"), alt=say("story_qr"), className="qr")
    address = html.Strong(public_url.partition("//")[2].rstrip("/"))
    return html.Div([picture, html.P([say("story_scan"), html.Br(), address])], className="step-code")
