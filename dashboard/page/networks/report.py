"""Coverage for leaders: three ways, by county and by network, with the change since the year before."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.markup.swatch import swatch
from dashboard.page.links import link
from dashboard.view.described import population_text
from dashboard.view.measured import heading_text, headline_text, number_text, part_of_whole, partly_known
from dashboard.view.shown import AreaView
from dashboard.view.state import NONE
from dashboard.view.view import MapView
from geodata.coverage import Coverage, Figures, Share, cover
from geodata.measures import POPULATION, YEARLY


def coverage_report(view: MapView) -> list:
    """The sections that leaders read first; each table adds up and says its source."""
    return [_counties(view), _side_by_side(view), _outside(view)]


def data_table(caption: str, head: list, rows: list, foot: list | None = None) -> html.Div:
    """A plain table that scrolls by itself when it is wider than the screen."""
    parts = [html.Caption(caption), html.Thead(html.Tr(head)), html.Tbody(rows)]
    if foot:
        parts.append(html.Tfoot(foot))
    return html.Div(
        html.Table(parts), className="table-scroll", tabIndex=0, role="region", **attributes(aria_label=caption)
    )


def head(*texts: str, numbers_from: int = 1, numbers_to: int | None = None) -> list[html.Th]:
    """Column headings; those from ``numbers_from`` up to ``numbers_to`` stand over numbers."""
    end = len(texts) if numbers_to is None else numbers_to
    return [
        html.Th(text, scope="col", className="number" if numbers_from <= at < end else "")
        for at, text in enumerate(texts)
    ]


def number(text: str) -> html.Td:
    """A cell with a number, aligned right."""
    return html.Td(text, className="number")


def _counties(view: MapView) -> html.Section:
    say = view.say
    before = view.year - 1
    earlier = (
        cover(view.atlas.register, view.assignment, before, view.networks) if before in view.atlas.known.years else None
    )
    moving = frozenset(id for id in view.covered if earlier and _moves(view, id) and _has_moved(view, earlier, id))
    rows = [
        _share_row(view, view.county_names[id], share, earlier.counties[id] if earlier else None, moving)
        for id, share in view.coverage.counties.items()
    ]
    foot = _share_row(view, view.region, view.coverage.organised, earlier.organised if earlier else None, moving)
    titles = [say("column_county"), say("kpi_municipalities")]
    for id in view.covered:
        titles += [headline_text(view, id), say("report_share")]
        if id in moving:
            titles.append(say("report_change", year=before))
    return html.Section(
        [
            html.H2(say("report_counties")),
            html.P(_gap_sentence(view)),
            data_table(say("report_counties_caption", year=view.year), head(*titles), rows, [foot]),
            html.P(
                [
                    f"{say('rounding_note')} {partly_known(view, view.covered)}".strip(),
                    " ",
                    link(say("footer"), view.state.but(view="data")),
                ],
                className="note",
            ),
        ],
        className="report",
        id="report-counties",
    )


def _share_row(view: MapView, name: str, share: Share, earlier: Share | None, moving: Collection[str]) -> html.Tr:
    say, part, whole = view.say, share.part, share.whole
    cells = [number(say("of_total", part=say.integer(part.municipalities), total=say.integer(whole.municipalities)))]
    for id in view.covered:
        told = part_of_whole(say, part.of(id), whole.of(id), partial(number_text, say, view.measure(id)))
        cells += [number(told), number(say.percent(share.ratio(id)))]
        if earlier and id in moving:
            cells.append(number(say.points(share.ratio(id), earlier.ratio(id))))
    return html.Tr([html.Th(name, scope="row"), *cells])


def _moves(view: MapView, id: str) -> bool:
    """Whether a measure has other figures each year, which may be compared."""
    return view.measure(id).period == YEARLY and view.measure(id).is_charted


def _has_moved(view: MapView, earlier: Coverage, id: str) -> bool:
    """Whether any share differs from an earlier year's as it is written: a column of zeros says nothing."""
    pairs = [(view.coverage.organised, earlier.organised)]
    pairs += [(share, earlier.counties[county]) for county, share in view.coverage.counties.items()]
    percent = view.say.percent
    return any(percent(now.ratio(id)) != percent(before.ratio(id)) for now, before in pairs)


def _gap_sentence(view: MapView) -> str:
    """Which counties are complete and which have the gap."""
    say, counties = view.say, view.coverage.counties
    gaps = [
        say(
            "report_gap",
            county=view.county_names[id],
            organised=say.integer(share.part.municipalities),
            total=say.integer(share.whole.municipalities),
        )
        for id, share in counties.items()
        if share.part.municipalities < share.whole.municipalities
    ]
    complete = [view.county_names[id] for id, share in counties.items() if share.part == share.whole]
    parts = [say("report_complete", counties=say.list(complete))] if complete else []
    return " ".join(parts + gaps)


def _side_by_side(view: MapView) -> html.Section:
    say, whole = view.say, view.coverage.organised.whole
    rows = [_group_row(view, group.id, group.name, group.figures, whole) for group in view.groups]
    foot = html.Tr(
        [
            html.Th(view.region, scope="row"),
            *_figure_cells(view, whole, whole),
            html.Td(""),
            html.Td(""),
        ]
    )
    titles = [
        say("legend"),
        say("kpi_municipalities"),
        *(title for id in _of_networks(view) for title in _titles(view, id)),
        say("report_largest"),
        say("report_smallest"),
    ]
    twice = [area.place.name for area in view.areas if len(area.networks) > 1]
    notes = [html.P(say("report_twice", names=say.list(twice)), className="note")] if twice else []
    return html.Section(
        [
            html.H2(say("report_networks")),
            html.P(say("report_mix")),
            data_table(say("report_networks_caption", year=view.year), head(*titles), rows, [foot]),
            *notes,
        ],
        className="report",
        id="report-networks",
    )


def _group_row(view: MapView, id: str, name: str, figures: Figures, whole: Figures) -> html.Tr:
    say = view.say
    members = [area for area in view.areas if (id in area.networks if id != NONE else not area.networks)]
    known = sorted((area for area in members if area.population is not None), key=lambda area: area.population or 0)
    return html.Tr(
        [
            html.Th(
                html.Div(
                    [swatch(f"{NONE}-dialogue" if id == NONE else id, small=True), html.Span(name)], className="network"
                ),
                scope="row",
            ),
            *_figure_cells(view, figures, whole),
            number(_named(view, known[-1]) if known else say("unknown")),
            number(_named(view, known[0]) if known else say("unknown")),
        ],
        **attributes(data_network=id),
    )


def _of_networks(view: MapView) -> list[str]:
    """The measures that networks have figures of, of those that tables show."""
    return [id for id in view.tabled if id in view.of_groups]


def _titles(view: MapView, id: str) -> list[str]:
    """The headings of a measure; inhabitants also have a share of the whole."""
    return [heading_text(view, id), *([view.say("report_share")] if id == POPULATION else [])]


def _figure_cells(view: MapView, figures: Figures, whole: Figures) -> list[html.Td]:
    """How many municipalities, and the cells under ``_titles`` of each measure."""
    say = view.say
    cells = [number(say.integer(figures.municipalities))]
    for id in _of_networks(view):
        cells.append(number(number_text(say, view.measure(id), figures.of(id))))
        if id == POPULATION:
            cells.append(number(say.percent(Share(figures, whole).ratio(id))))
    return cells


def _adding_cells(view: MapView, figures: Figures) -> list[html.Td]:
    """For each additive measure the figure, and how much it adds towards the whole."""
    say, whole = view.say, view.coverage.organised.whole
    return [
        number(text)
        for id in view.covered
        for text in (
            number_text(say, view.measure(id), figures.of(id)),
            say.points(Share(figures, whole).ratio(id), 0.0),
        )
    ]


def _named(view: MapView, area: AreaView) -> str:
    return f"{area.place.name} {view.say.integer(area.population)}"


def _outside(view: MapView) -> html.Section | None:
    """Each of the unorganised: figures, neighbours, the dialogue as known, and how much it adds towards 100 %."""
    say = view.say
    if not view.missing:
        return html.Section([html.H2(say("report_outside")), html.P(say("report_all_in"))], className="report")
    titles = [
        say("column_name"),
        *(title for id in view.covered for title in (heading_text(view, id), say("report_adds"))),
        say("panel_dialogue"),
        say("report_borders"),
    ]
    rows = [_outside_row(view, area) for area in sorted(view.missing, key=lambda area: -(area.population or 0))]
    figures, numbers = view.coverage.unorganised, 1 + 2 * len(view.covered)
    foot = html.Tr(
        [
            html.Th(say("total"), scope="row"),
            *_adding_cells(view, figures),
            html.Td(""),
            html.Td(""),
        ]
    )
    text = say(
        "report_outside_text",
        municipalities=say.count("municipalities", figures.municipalities),
        population=population_text(view, figures.population),
    )
    return html.Section(
        [
            html.H2(say("report_outside")),
            html.P(text),
            data_table(say("report_outside_caption", year=view.year), head(*titles, numbers_to=numbers), rows, [foot]),
        ],
        className="report",
        id="report-outside",
    )


def _outside_row(view: MapView, area: AreaView) -> html.Tr:
    say = view.say
    beside = dict.fromkeys(
        id
        for other in view.atlas.neighbours.of(area.number)
        if other in view.atlas.register.municipalities
        for id in view.area(other).networks
    )
    return html.Tr(
        [
            html.Th(link(area.place.name, view.state.but(view="overview", municipality=area.number)), scope="row"),
            *_adding_cells(view, area.figures),
            html.Td(view.names[area.dialogue] if area.dialogue else say("unknown")),
            html.Td(say.list(view.group(id).short_name for id in beside) or say("report_borders_none")),
        ],
        **attributes(data_municipality=area.number),
    )
