"""The parts of the page: what fills each place of the layout from the state, what it follows, and in which view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields

from dashboard.components.sentences import sentences
from dashboard.markup.content import Content
from dashboard.page import ids
from dashboard.page.frame.about import about, footer
from dashboard.page.frame.badge import badge
from dashboard.page.frame.embedded import embedded
from dashboard.page.frame.finder import finder
from dashboard.page.frame.header import header
from dashboard.page.frame.help import help_page
from dashboard.page.frame.keys import keys_help
from dashboard.page.frame.notices import announcement, notice, selection
from dashboard.page.frame.take import take
from dashboard.page.networks.networks import networks
from dashboard.page.overview.figures import headline_figures
from dashboard.page.overview.key import key
from dashboard.page.overview.legend import legend
from dashboard.page.overview.maptools import map_tools
from dashboard.page.overview.options import options
from dashboard.page.overview.panel import panel
from dashboard.page.plan.plan import plan_report
from dashboard.page.plan.tools import plan_tools as plan_tools
from dashboard.page.present import presentation_page
from dashboard.page.settings import Settings
from dashboard.page.table import brief_table, municipality_table, table_head
from dashboard.view.filters import FILTERING
from dashboard.view.state import State
from dashboard.view.view import MapView

Fill = Callable[[MapView, Settings], Content]
EVERYTHING = frozenset(field.name for field in fields(State))
LANGUAGE = frozenset({"lang"})
#: What the figures of the region follow; filters and choice never move them.
FOLLOWED_BY_FIGURES = LANGUAGE | {"year", "scenario"}
FILTERED = FOLLOWED_BY_FIGURES | set(FILTERING)


def of_view(fill: Callable[[MapView], Content]) -> Fill:
    """What fills a part from the view alone, whatever the settings of the server."""
    return lambda view, settings: fill(view)


def said(key: str) -> Fill:
    """A part that is one text of the words."""
    return lambda view, settings: view.say(key)


def nothing(view: MapView, settings: Settings) -> Content:
    """What stands in a part outside its view."""
    return []


@dataclass(frozen=True)
class Part:
    """A place in the layout, what fills it, and the fields of the state that it follows.

    A part with a ``view`` of its own is filled there; in the other views it has what ``elsewhere`` says, which is
    nothing unless told otherwise, and follows only ``follows_elsewhere``. So no part asks which view it is in.
    """

    id: str
    fill: Fill
    follows: frozenset[str] = EVERYTHING
    view: str | None = None
    not_in: str | None = None  # a view that shows the same otherwise: there it has what ``elsewhere`` says
    elsewhere: Fill = nothing
    follows_elsewhere: frozenset[str] = frozenset()
    is_always_due: bool = False  # it tells what in the address was not understood, which is no field

    def is_in(self, state: State) -> bool:
        """Whether the state shows a view that this part belongs to."""
        return self.view in (None, state.view) and self.not_in != state.view

    def is_due(self, after: State, differs: frozenset[str]) -> bool:
        """Whether a change of these fields must be painted; out of its view a part follows less."""
        follows = self.follows if self.is_in(after) else self.follows_elsewhere
        return bool(differs & (follows if self.view is self.not_in is None else follows | {"view"}))

    def content(self, view: MapView, settings: Settings) -> Content:
        """What the part holds in a view of the page."""
        return (self.fill if self.is_in(view.state) else self.elsewhere)(view, settings)


PARTS = (
    Part(ids.HEADER, of_view(header)),
    Part(ids.NOTICE, of_view(notice), is_always_due=True),
    Part(ids.SUMMARY, of_view(sentences), FOLLOWED_BY_FIGURES),
    Part(ids.EMBEDDED, of_view(embedded)),
    Part(ids.FIGURES, of_view(headline_figures)),
    Part(ids.LEGEND, of_view(legend), not_in="plan"),
    Part(ids.SELECTION, of_view(selection)),
    Part(ids.PANEL, of_view(panel)),
    Part(ids.TABLE_HEAD, of_view(table_head), view="table"),
    Part(
        ids.TABLE,
        of_view(municipality_table),
        EVERYTHING - {"theme", "colour"},
        view="table",
        elsewhere=of_view(brief_table),
        follows_elsewhere=FILTERED,
    ),
    Part(ids.DATA, about, view="data"),
    Part(ids.FOOTER, footer),
    Part(ids.MAP_TOOLS, of_view(map_tools), LANGUAGE),
    Part(ids.OPTIONS, of_view(options)),
    Part(ids.KEY, of_view(key), frozenset({"lang", "year", "colour", "layer", "scenario"})),
    Part(ids.TAKE, take, not_in="plan"),
    Part(ids.HELP, of_view(help_page), FOLLOWED_BY_FIGURES, view="help"),
    Part(ids.PLAN_TOOLS, of_view(plan_tools), view="plan"),
    Part(ids.PLAN, plan_report, view="plan"),
    Part(ids.STORY, presentation_page, FOLLOWED_BY_FIGURES | {"title", "theme", "step"}, view="present"),
    Part(ids.BADGE, of_view(badge)),
    Part(ids.FINDER, of_view(finder)),
    Part(ids.KEYS, of_view(keys_help), LANGUAGE),
    Part(ids.NETWORKS, of_view(networks), FOLLOWED_BY_FIGURES | {"day", "since"}, view="networks"),
    Part(ids.ANNOUNCER, of_view(announcement), FILTERED | {"municipality"}),
    Part(ids.OPTIONS_TITLE, said("options"), LANGUAGE),
    Part(ids.TAKE_TITLE, said("take"), LANGUAGE, not_in="plan"),
)


def whole_page(view: MapView, settings: Settings) -> dict[str, Content]:
    """What fills every place, by the place's id."""
    return {part.id: part.content(view, settings) for part in PARTS}


def changed(before: State | None, after: State) -> frozenset[str]:
    """Names of the fields that differ; all of them when nothing was painted before."""
    if before is None:
        return EVERYTHING
    return frozenset(name for name in EVERYTHING if getattr(before, name) != getattr(after, name))
