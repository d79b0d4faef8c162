"""When networks were founded, and who entered and left when: a sentence, a picture, and a table that says it all."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.markup.swatch import swatch
from dashboard.page.networks.report import data_table, head
from dashboard.page.networks.timeline_drawing import (
    DayLine,
    LineWords,
    Ruler,
    axis_drawing,
    line_drawing,
    mark_drawing,
)
from dashboard.view.dated import agreement_text, ends_of, period_text, shared_text
from dashboard.view.described import member_name
from dashboard.view.state import NONE
from dashboard.view.view import MapView
from geodata.model import COVERING_KIND, DIALOGUE_KIND
from geodata.timeline import DatedRows, NetworkTimeline, extent, timelines

#: The kinds of networks that have a line, in order.
TIMELINE_KINDS = (COVERING_KIND, DIALOGUE_KIND)


def timeline(view: MapView) -> html.Section:
    """The networks of the register in time, whatever the scenario."""
    say, register = view.say, view.atlas.register
    lines = timelines(register, TIMELINE_KINDS)
    ruler = Ruler(extent(lines, register.span), register.span, _days(view))
    title = html.H2(say("timeline_title"), id="timeline-title")
    figure = html.Figure(
        [
            html.Ul([_key_row(kind, text) for kind, text in _key(view, lines, ruler)], className="timeline-key"),
            html.Div([html.Span(), axis_drawing(ruler, say("timeline_band"))], className="timeline-row timeline-axis"),
            html.Ul([_row(view, ruler, line) for line in lines]),
            html.Details([html.Summary(say("timeline_table")), _table(view, lines, ruler)], id="timeline-numbers"),
        ],
        className="timeline",
        **attributes(aria_labelledby="timeline-title"),
    )
    return html.Section([title, html.P(_gist(view, lines)), figure], className="report", id="report-timeline")


def _days(view: MapView) -> tuple[DayLine, ...]:
    """The days that the address names, the earlier one of a comparison first."""
    named = (("since", view.state.since), ("day", view.state.day))
    return tuple(DayLine(kind, day, view.say.date(str(day))) for kind, day in named if day)


def _gist(view: MapView, lines: Sequence[NetworkTimeline]) -> str:
    """Which climate network is the oldest, whose founding is not known, and of how many the entry is known."""
    say, covering = view.say, [line for line in lines if line.network.kind == COVERING_KIND]
    founded = sorted((line.founded.first, line.network.id) for line in covering if line.founded)
    unknown = [view.names[line.network.id] for line in covering if not line.founded]
    known = sum(len(one.rows) for line in covering for one in line.entries)
    total = known + sum(len(line.undated) for line in covering)
    sentences = []
    if founded:
        oldest = next(line.network for line in covering if line.network.id == founded[0][1])
        sentences.append(say("timeline_oldest", network=view.names[oldest.id], date=say.date(oldest.founded)))
    if unknown:
        sentences.append(say("timeline_not_known", networks=say.list(unknown)))
    sentences.append(say("timeline_entries", known=say.integer(known), count=say.integer(total)))
    return " ".join(sentences)


def _key(view: MapView, lines: Sequence[NetworkTimeline], ruler: Ruler) -> list[tuple[str, str]]:
    """The marks that are in use, and what each means."""
    say, span = view.say, ruler.span
    used = {
        "founded": any(line.founded for line in lines),
        "+": any(line.entries for line in lines),
        "−": any(line.exits for line in lines),
        "agreement": any(line.agreements for line in lines),
    }
    names = {"+": "entry", "−": "exit"}
    return [
        *((kind, say(f"timeline_key_{names.get(kind, kind)}")) for kind, is_used in used.items() if is_used),
        ("span", say("timeline_span", period=period_text(say, str(span.first), str(span.last)))),
        *((one.kind, say(f"timeline_{one.kind}", date=one.name)) for one in ruler.days),
    ]


def _key_row(kind: str, text: str) -> html.Li:
    return html.Li([mark_drawing(kind), html.Span(text)])


def _row(view: MapView, ruler: Ruler, line: NetworkTimeline) -> html.Li:
    say, network = view.say, line.network
    covering = network.kind == COVERING_KIND
    words = LineWords(
        founded=_founded(view, line),
        agreement=lambda period: agreement_text(say, *ends_of(period)),
        gist=f"{view.names[network.id]}: " + ", ".join([_founded(view, line), *_turned(view, line)]),
    )
    colour = network.id if covering else f"{NONE}-dialogue"
    return html.Li(
        [
            html.Div(
                [
                    html.Div(
                        [swatch(colour, network.initial if covering else ""), html.Strong(view.names[network.id])],
                        className="network",
                    ),
                    *(
                        html.P(text, className="note")
                        for text in (*_unknown_entries(view, line), *_unknown_exits(view, line))
                    ),
                ]
            ),
            line_drawing(ruler, line, colour, words),
        ],
        className="timeline-row",
        id=f"timeline-{network.id}",
    )


def _founded(view: MapView, line: NetworkTimeline) -> str:
    say = view.say
    return say("timeline_founded", date=say.date(line.network.founded)) if line.founded else say("timeline_unfounded")


def _turned(view: MapView, line: NetworkTimeline) -> list[str]:
    """Entries, exits and agreements in short."""
    say = view.say
    turns = [("entered", one) for one in line.entries] + [("left", one) for one in line.exits]
    return [
        *(say.count(f"timeline_{how}", len(one.rows), date=say.date(one.when.text)) for how, one in turns),
        *(say("agreement", period=shared_text(say, period)) for period in line.agreements),
    ]


def _unknown_entries(view: MapView, line: NetworkTimeline) -> list[str]:
    """Of how many it is not known when they entered, within the region and outside it, or whether they did."""
    places = view.atlas.register.municipalities
    inside = sum(row.municipality in places for row in line.undated)
    counted = {"undated": inside, "undated_outside": len(line.undated) - inside, "uncertain": len(line.uncertain)}
    return [view.say.count(f"timeline_{key}", number) for key, number in counted.items() if number]


def _unknown_exits(view: MapView, line: NetworkTimeline) -> list[str]:
    """Of how many who left it is not known when."""
    return [view.say.count("timeline_left_undated", len(line.left_undated))] if line.left_undated else []


def _table(view: MapView, lines: Sequence[NetworkTimeline], ruler: Ruler) -> html.Div:
    say = view.say
    about = [text for _, text in _key(view, (), ruler)]
    titles = [say(f"timeline_column_{key}") for key in ("network", "founded", "entries", "exits", "agreements")]
    rows = [
        html.Tr(
            [
                html.Th(view.names[line.network.id], scope="row"),
                html.Td(say.date(line.network.founded if line.founded else None)),
                _cell(view, [*_named(view, line.entries), *_unknown_entries(view, line)]),
                _cell(view, [*_named(view, line.exits), *_unknown_exits(view, line)]),
                _cell(view, [shared_text(say, period) for period in line.agreements]),
            ]
        )
        for line in lines
    ]
    return data_table(f"{say('timeline_title')}: {', '.join(about)}", head(*titles, numbers_to=0), rows)


def _named(view: MapView, turns: Sequence[DatedRows]) -> list[str]:
    """Each date with who entered or left on it, those outside the region marked as such."""
    return [
        f"{view.say.date(one.when.text)}: {view.say.list(member_name(view, row) for row in one.rows)}" for one in turns
    ]


def _cell(view: MapView, texts: Sequence[str]) -> html.Td:
    return html.Td([html.Div(text) for text in texts] or view.say("none_known"))
