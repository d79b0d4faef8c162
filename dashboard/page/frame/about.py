"""The page about the data, and the footer: sources, dates, licences, warnings, privacy."""

from __future__ import annotations

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.markup.sources import outside_link, source_text
from dashboard.page import ids
from dashboard.page.frame.measures import measure_cards
from dashboard.page.links import href, link
from dashboard.page.settings import Settings
from dashboard.view.atlas import Atlas
from dashboard.view.revision import revision_text
from dashboard.view.state import feed_address
from dashboard.view.titled import licence_title, translated_title
from dashboard.view.view import MapView
from geodata.errors import Finding
from geodata.model import Licence, Source


def about(view: MapView, settings: Settings) -> list:
    """Everything on ``view=data``."""
    say, texts = view.say, view.atlas.register.texts
    sections = [
        (say("data_partnership"), ("about_partnership", "about_parties", "about_financing")),
        (say("data_dialogue"), ("about_dialogue",)),
        (say("data_register"), ("register_date", "about_region", "about_later_list")),
    ]
    return [
        html.H1(say("data_title")),
        html.P(say("data_intro"), className="lead"),
        *[
            html.Section([html.H2(title), *[_told(view, view.atlas, key) for key in keys if key in texts]])
            for title, keys in sections
            if any(key in texts for key in keys)
        ],
        html.P(say("data_counting")),
        html.Section([html.H2(say("data_measures"), id=ids.MEASURES), measure_cards(view)]),
        html.Section([html.H2(say("data_cite")), *_revision(view)]),
        html.Section([html.H2(say("data_files")), _files(view)]),
        html.Section([html.H2(say("data_warnings")), _warnings(view)]),
        html.Section(
            [html.H2(say("data_privacy_title")), html.P(say("privacy")), html.P(feedback_line(view, settings.feedback))]
        ),
    ]


def footer(view: MapView, settings: Settings) -> list:
    """Sources and licences in one line, privacy, and where to report errors; on paper, which data they are."""
    say = view.say
    return [
        html.P(say.own("credits"), className="credits"),
        html.P(
            [
                html.Span(
                    [
                        link(say("footer"), view.state.but(view="data")),
                        " · ",
                        html.A(say("access_title"), href=f"{href(view.state.but(view='help'))}#{ids.ACCESSIBILITY}"),
                        " · ",
                        say("privacy_short"),
                    ],
                    className="on-screen",
                ),
                html.Span(revision_text(view), className="on-paper"),
                *([" · ", *feedback_line(view, settings.feedback)] if settings.feedback else []),
            ]
        ),
    ]


def feedback_line(view: MapView, feedback: str | None) -> list:
    """Where to say what is wrong: the address that the server was started with."""
    return [outside_link(feedback, view.say("feedback"))] if feedback else [view.say("feedback_none")]


def _revision(view: MapView) -> list:
    """Which data these are, and this view's address with their revision in it, for who refers to its figures."""
    say, pinned = view.say, view.state.but(revision=view.atlas.register.revision)
    return [
        html.P([revision_text(view), ". ", say("data_cite_text")]),
        html.P(link(say("data_cite_link"), pinned)),
        html.P(html.A(say("feed_follow"), href=feed_address(view.state.lang))),
    ]


def _told(view: MapView, atlas: Atlas, key: str) -> html.P:
    return html.P(view.say.of(atlas.register.texts[key]))


def _files(view: MapView) -> html.Div:
    say = view.say
    head = html.Tr([html.Th(say(f"data_{name}"), scope="col") for name in ("file", "what", "sources", "licences")])
    rows = [
        html.Tr(
            [
                html.Th(html.Code(resource.path), scope="row"),
                html.Td(say(f"resource_{resource.name}") if say.knows(f"resource_{resource.name}") else resource.title),
                html.Td([html.Div(_source(view, source)) for source in resource.sources]),
                html.Td([html.Div(_licence(view, licence)) for licence in resource.licences]),
            ]
        )
        for resource in view.atlas.register.files
    ]
    return html.Div(
        html.Table([html.Thead(head), html.Tbody(rows)], className="files"),
        className="table-scroll",
        tabIndex=0,
        role="region",
        **attributes(aria_label=say("data_files")),
    )


def _source(view: MapView, source: Source) -> list:
    title = translated_title(view.atlas, view.say, source.title)
    return [outside_link(source.path, title)] if source.path else source_text(title)


def _licence(view: MapView, licence: Licence) -> html.A | str:
    name = licence_title(view.atlas, view.say, licence)
    return outside_link(licence.path, name) if licence.path else name


def _warnings(view: MapView) -> html.P | html.Ul:
    warnings = view.atlas.register.warnings
    if not warnings:
        return html.P(view.say("data_no_warnings"))
    return html.Ul([html.Li(warning_text(view, warning)) for warning in warnings])


def warning_text(view: MapView, warning: Finding) -> list:
    """A warning in the reader's language, with its place; English where its code has no translation."""
    say, key = view.say, f"finding_{warning.code}"
    text = say(key, **warning.details) if say.knows(key) else f"{warning.message} {warning.help}"
    place = "data_place" if warning.row and warning.column else "data_place_row" if warning.row else None
    where = say(place, file=warning.file, row=warning.row, column=warning.column) if place else warning.file
    return [html.Code(where), " ", text]
