"""The fixed layout, and what fills each place of it from the state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields

from dash import dcc, html

from dashboard.browser.paint import captions, paint
from dashboard.page import ids
from dashboard.page.attributes import attributes
from dashboard.page.frame.about import about, footer
from dashboard.page.frame.badge import badge
from dashboard.page.frame.embedded import embedded, frame_code
from dashboard.page.frame.finder import finder
from dashboard.page.frame.header import header
from dashboard.page.frame.help import help_page
from dashboard.page.frame.keys import keys_help
from dashboard.page.frame.notices import announcement, notice, selection
from dashboard.page.frame.take import take
from dashboard.page.networks.networks import networks
from dashboard.page.overview.figures import figures
from dashboard.page.overview.key import key
from dashboard.page.overview.legend import legend
from dashboard.page.overview.maptools import tools
from dashboard.page.overview.options import options
from dashboard.page.overview.panel import panel
from dashboard.page.overview.sentences import sentences
from dashboard.page.plan.plan import report
from dashboard.page.plan.tools import tools as plan_tools
from dashboard.page.present import presentation
from dashboard.page.table import table, table_head
from dashboard.view.state import State
from dashboard.view.view import MapView

EVERYTHING = frozenset(field.name for field in fields(State))
#: What the figures of the region follow; filters and choice never move them.
FIGURES = frozenset({"lang", "year", "scenario"})
FILTERED = FIGURES | {"networks", "county", "status", "pop", "near", "q"}


@dataclass(frozen=True)
class Settings:
    """How this server was started, as far as the page shows it; ``parents`` are the origins that may embed it."""

    feedback: str | None = None
    public_url: str | None = None
    parents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """A place in the layout, what fills it, and the fields of the state that it follows.

    A part with a ``view`` of its own follows only the fields of ``elsewhere`` in the other views.
    """

    id: str
    fill: Callable[[MapView, Settings], object]
    follows: frozenset[str] = EVERYTHING
    property: str = "children"
    view: str | None = None
    elsewhere: frozenset[str] = frozenset()

    def is_due(self, after: State, differs: frozenset[str]) -> bool:
        """Whether a change of these fields must be painted: out of its view a part follows less."""
        at_home = self.view is None or self.view == after.view
        return bool(differs & (self.follows if at_home else self.elsewhere | {"view"}))


PARTS = (
    Part(ids.HEADER, lambda view, settings: header(view)),
    Part(ids.NOTICE, lambda view, settings: notice(view)),
    Part(ids.SUMMARY, lambda view, settings: sentences(view), FIGURES),
    Part(ids.EMBEDDED, lambda view, settings: embedded(view)),
    Part(ids.FIGURES, lambda view, settings: figures(view)),
    Part(ids.LEGEND, lambda view, settings: legend(view)),
    Part(ids.SELECTION, lambda view, settings: selection(view)),
    Part(ids.PANEL, lambda view, settings: panel(view)),
    Part(ids.TABLE_HEAD, lambda view, settings: table_head(view), frozenset({"lang"})),
    Part(
        ids.TABLE,
        lambda view, settings: table(view),
        EVERYTHING - {"theme", "colour"},
        view="table",
        elsewhere=FILTERED,
    ),
    Part(ids.DATA, lambda view, settings: about(view, settings.feedback), frozenset({"lang", "view"})),
    Part(ids.FOOTER, lambda view, settings: footer(view, settings.feedback)),
    Part(ids.MAP_TOOLS, lambda view, settings: tools(view), frozenset({"lang"})),
    Part(ids.OPTIONS, lambda view, settings: options(view)),
    Part(ids.KEY, lambda view, settings: key(view), frozenset({"lang", "year", "colour", "layer"})),
    Part(ids.TAKE, lambda view, settings: take(view, frame_code(view, settings.public_url, settings.parents))),
    Part(ids.HELP, lambda view, settings: help_page(view), frozenset({"lang", "view", "year", "scenario"})),
    Part(ids.PLAN_TOOLS, lambda view, settings: plan_tools(view), FILTERED | {"view", "title"}),
    Part(ids.PLAN, lambda view, settings: report(view), EVERYTHING - {"municipality", "theme"}),
    Part(
        ids.STORY,
        lambda view, settings: presentation(view, settings.public_url),
        frozenset({"lang", "view", "year", "scenario", "title", "theme", "step"}),
    ),
    Part(ids.BADGE, lambda view, settings: badge(view)),
    Part(ids.FINDER, lambda view, settings: finder(view), frozenset({"lang"})),
    Part(ids.KEYS, lambda view, settings: keys_help(view), frozenset({"lang"})),
    Part(
        ids.NETWORKS,
        lambda view, settings: networks(view),
        frozenset({"lang", "view", "year", "scenario"}),
    ),
    Part(ids.ANNOUNCER, lambda view, settings: announcement(view), FILTERED | {"municipality"}),
    Part("options-title", lambda view, settings: view.say("options"), frozenset({"lang"})),
    Part("take-title", lambda view, settings: view.say("take"), frozenset({"lang"})),
    Part(ids.CAPTIONS, lambda view, settings: captions(view), FIGURES, "data"),
    Part(ids.PAINT, lambda view, settings: paint(view), EVERYTHING, "data"),
)


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
                            html.Details([html.Summary(id="take-title"), html.Div(id=ids.TAKE)], className="take"),
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
                            html.Details([html.Summary(id="options-title"), html.Div(id=ids.OPTIONS)]),
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


def changed(before: State | None, after: State) -> frozenset[str]:
    """Names of the fields that differ; all of them when nothing was painted before."""
    if before is None:
        return EVERYTHING
    return frozenset(name for name in EVERYTHING if getattr(before, name) != getattr(after, name))
