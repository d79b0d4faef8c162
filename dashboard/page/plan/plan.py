"""The planning page: the bar at the map, and what follows from a scenario."""

from __future__ import annotations

from dashboard.page.plan.bar import plan_bar
from dashboard.page.plan.tabs import plan_tabs
from dashboard.page.settings import Settings
from dashboard.planning.consequences import build_plan
from dashboard.view.view import MapView


def plan_report(view: MapView, settings: Settings) -> list:
    """The bar, then the tabs: changes, checks, suggestions, comparison, costs, files."""
    plan = build_plan(view)
    return [plan_bar(view, plan), plan_tabs(view, plan, settings)]
