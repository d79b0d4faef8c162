"""What follows from a plan, in tabs: without a script and on paper one below the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.markup.content import Item
from dashboard.page.plan.advice import checks, open_checks, suggestions
from dashboard.page.plan.changes import changes_panel
from dashboard.page.plan.compare import compare
from dashboard.page.plan.costs import costs
from dashboard.page.plan.file import file_panel
from dashboard.page.settings import Settings
from dashboard.planning.consequences import Plan
from dashboard.view.view import MapView


@dataclass(frozen=True)
class Tab:
    """A tab: what its panel holds, how much there is to do in it, and whether that much is a fault."""

    id: str
    fill: Callable[[MapView, Plan, Settings], list]
    count: Callable[[MapView, Plan], int] = lambda view, plan: 0
    is_fault: bool = False


#: In their order; the first is open to begin with.
TABS = (
    Tab("changes", lambda view, plan, settings: changes_panel(view, plan), lambda view, plan: len(plan.differences)),
    Tab("checks", lambda view, plan, settings: [checks(view, plan)], lambda view, plan: len(open_checks(plan)), True),
    Tab("suggestions", lambda view, plan, settings: [suggestions(view, plan)]),
    Tab("compare", lambda view, plan, settings: [compare(view, plan)], lambda view, plan: len(view.state.compare)),
    Tab("costs", lambda view, plan, settings: [costs(view, plan)]),
    Tab("file", lambda view, plan, settings: file_panel(view, plan, settings)),
)


def plan_tabs(view: MapView, plan: Plan, settings: Settings) -> html.Div:
    """The list of tabs and their panels; assets/modules/plan/tabs.js shows the chosen one."""
    return html.Div(
        [
            html.Div(
                [_tab(view, plan, tab) for tab in TABS],
                className="tabs needs-script",
                role="tablist",
                **attributes(aria_label=view.say("plan_tabs")),
            ),
            *(_panel(view, plan, settings, tab) for tab in TABS),
        ],
        className="plan-tabs",
        id="plan-tabs",
    )


def _tab(view: MapView, plan: Plan, tab: Tab) -> html.Button:
    is_first, count = tab is TABS[0], tab.count(view, plan)
    said: list[Item] = [view.say(f"tab_{tab.id}")]
    if count:
        said += [" ", html.Span(view.say.integer(count), className="tally fault" if tab.is_fault else "tally")]
    return html.Button(
        said,
        type="button",
        role="tab",
        id=f"tab-{tab.id}",
        tabIndex=0 if is_first else -1,
        **attributes(aria_selected=is_first, aria_controls=f"plan-{tab.id}"),
    )


def _panel(view: MapView, plan: Plan, settings: Settings, tab: Tab) -> html.Div:
    return html.Div(
        tab.fill(view, plan, settings),
        role="tabpanel",
        id=f"plan-{tab.id}",
        hidden=tab is not TABS[0] or None,
        **attributes(aria_labelledby=f"tab-{tab.id}"),
    )
