"""The fixed layout: the places of the page, which dashboard/page/parts.py fills from the state."""

from __future__ import annotations

from dash import dcc, html

from dashboard.page import ids
from dashboard.page.attributes import attributes


def layout() -> html.Div:
    """The page's places, empty: the first callback fills them."""
    return html.Div(
        [
            dcc.Location(id=ids.ADDRESS, refresh=False),
            dcc.Store(id=ids.PAINTED),
            dcc.Store(id=ids.PAINT),
            dcc.Store(id=ids.CAPTIONS),
            html.Header(
                [
                    html.Div(id=ids.HEADER, className="header-parts"),
                    html.Div([html.Div(id="find-place"), html.Div(id=ids.FINDER)], className="finder", role="search"),
                ],
                className="site-header",
            ),
            html.Main(
                [
                    html.Div(id=ids.NOTICE),
                    html.Div(
                        [
                            html.Div(id=ids.BADGE),
                            html.Div(id=ids.SUMMARY),
                            html.Div(id=ids.FIGURES),
                            html.Div(id=ids.EMBEDDED),
                            html.Section(id=ids.PLAN_TOOLS, className="plan-tools"),
                            html.Section(
                                id=ids.LEGEND, className="legend", **attributes(aria_labelledby="legend-title")
                            ),
                            html.Div(id=ids.PLAN, className="plan-report"),
                            html.Details([html.Summary(id=ids.TAKE_TITLE), html.Div(id=ids.TAKE)], className="take"),
                        ],
                        className="sidebar",
                    ),
                    html.Div(
                        [
                            html.Div(id=ids.MAP, **attributes(data_ready=False)),
                            html.Div(id=ids.SELECTION),
                            html.Div(id=ids.MAP_TOOLS, className="map-tools"),
                            html.Div(id=ids.KEY, className="key"),
                            html.Div(id="map-card", **attributes(aria_hidden=True)),
                            html.Aside(id=ids.PANEL, className="panel"),
                        ],
                        className="stage",
                    ),
                    html.Div(
                        [
                            html.Details([html.Summary(id=ids.OPTIONS_TITLE), html.Div(id=ids.OPTIONS)]),
                        ],
                        className="options",
                    ),
                    html.Section(
                        [html.Div(id=ids.TABLE_HEAD, className="table-head"), html.Div(id=ids.TABLE)],
                        className="table-view",
                    ),
                    html.Article(id=ids.DATA, className="article"),
                    html.Div(id=ids.NETWORKS, className="article"),
                    html.Article(id=ids.HELP, className="article"),
                    html.Div(id=ids.STORY, className="story"),
                ],
                id=ids.MAIN,
                tabIndex=-1,
            ),
            html.Footer(id=ids.FOOTER, className="site-footer"),
            html.Dialog(id=ids.KEYS, className="dialog", **attributes(aria_labelledby="keys-title")),
            html.Div(id="map-hint", className="map-hint", hidden=True, **attributes(aria_hidden=True)),
            html.Div(id=ids.ANNOUNCER, className="visually-hidden", role="status", **attributes(aria_live="polite")),
        ],
        className="page",
    )
