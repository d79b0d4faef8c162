"""The places of the page; dashboard/page/parts.py fills them from the state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.markup.content import Content
from dashboard.page import ids


def layout(filled: Mapping[str, Content]) -> list[html.Div | html.Form]:
    """The page with what fills each place, by the place's id; the map's place stays empty."""

    def place(id: str) -> dict[str, Any]:
        return {"id": id, "children": filled.get(id)}

    def titled(id: str) -> dict[str, Any]:
        return attributes(aria_labelledby=id)

    return [
        html.Div(
            [
                html.Header(
                    [
                        html.Div(**place(ids.HEADER), className="header-parts"),
                        html.Div(**place(ids.FINDER), className="finder"),
                    ],
                    className="site-header",
                ),
                html.Main(
                    [
                        html.Div(**place(ids.NOTICE)),
                        html.Div(
                            [
                                html.Div(**place(ids.BADGE)),
                                html.Div(**place(ids.SUMMARY)),
                                html.Div(**place(ids.FIGURES)),
                                html.Div(**place(ids.EMBEDDED)),
                                html.Section(**place(ids.LEGEND), className="legend", **titled("legend-title")),
                                html.Section(
                                    **place(ids.PLAN_TOOLS), className="plan-tools", **titled("palette-title")
                                ),
                                html.Details(
                                    [html.Summary(**place(ids.TAKE_TITLE)), html.Div(**place(ids.TAKE))],
                                    id="take-along",
                                    className="take",
                                ),
                            ],
                            className="sidebar",
                        ),
                        html.Div(
                            [
                                html.Div(id=ids.MAP),
                                html.Div(**place(ids.SELECTION)),
                                html.Div(**place(ids.MAP_TOOLS), className="map-tools needs-script"),
                                html.Div(**place(ids.KEY), className="key"),
                                html.Div(id="map-card", hidden=True, **attributes(aria_hidden=True)),
                                html.Aside(**place(ids.PANEL), className="panel"),
                            ],
                            className="stage",
                        ),
                        html.Div(**place(ids.DAYS), className="days-place"),
                        # After the map, so that Tab leads from a brush to what it paints.
                        html.Div(**place(ids.PLAN), className="plan-report"),
                        html.Div(
                            html.Details(
                                [html.Summary(**place(ids.OPTIONS_TITLE)), html.Div(**place(ids.OPTIONS))],
                                id="map-options",
                            ),
                            className="options",
                        ),
                        html.Section(
                            [html.Div(**place(ids.TABLE_HEAD), className="table-head"), html.Div(**place(ids.TABLE))],
                            className="table-view",
                        ),
                        html.Article(**place(ids.DATA), className="article"),
                        html.Div(**place(ids.NETWORKS), className="article"),
                        html.Article(**place(ids.HELP), className="article"),
                        html.Div(**place(ids.STORY), className="story"),
                    ],
                    id=ids.MAIN,
                    tabIndex=-1,
                ),
                html.Footer(**place(ids.FOOTER), className="site-footer"),
                html.Dialog(**place(ids.KEYS), className="dialog", **titled("keys-title")),
                html.Div(id="map-hint", className="map-hint", hidden=True, **attributes(aria_hidden=True)),
                html.Div(
                    **place(ids.ANNOUNCER), className="visually-hidden", role="status", **attributes(aria_live="polite")
                ),
            ],
            className="page",
        ),
        # What goes to another state is a button of this form, so that it works without script too.
        html.Form(id=ids.GO_FORM, method="get", action="./"),
    ]
