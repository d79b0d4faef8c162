"""What follows from a plan: its figures beside today's, the checks, the suggestions, the examples and the costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.view.view import MapView
from geodata.coverage import Coverage, cover
from geodata.join import Assignment
from geodata.planning.costs import Costs, cost
from geodata.planning.differences import Difference, differences
from geodata.planning.examples import Example, examples
from geodata.planning.plan_checks import Check, check_plan
from geodata.planning.scenario import Scenario, apply
from geodata.planning.suggest import Suggestion, suggest


@dataclass(frozen=True)
class Compared:
    """One column of the comparison: before, the scenario, or another."""

    scenario: Scenario
    coverage: Coverage
    changes: int
    checks: tuple[Check, ...]


@dataclass(frozen=True)
class Plan:
    """Everything that the planning page tells of a scenario. Costs are None until somebody gives a sum."""

    differences: tuple[Difference, ...]
    checks: tuple[Check, ...]
    suggestions: Mapping[str, tuple[Suggestion, ...]]
    examples: tuple[Example, ...]
    compared: tuple[Compared, ...]
    costs: Costs | None
    costs_today: Costs | None


def build_plan(view: MapView) -> Plan:
    """The plan of a view. Examples start from the register, suggestions from the scenario."""
    register, state, year = view.standing.register, view.state, view.year
    now, before = view.standing.assignment, view.before.assignment

    def suggestions(assignment: Assignment, year: int = view.year) -> Mapping[str, tuple[Suggestion, ...]]:
        if assignment is view.atlas.today and year == view.atlas.default_year:
            return view.atlas.suggestions_today
        return suggest(register, assignment, view.atlas.neighbours, view.atlas.points, year)

    def checked(assignment: Assignment, scenario: Scenario) -> tuple[Check, ...]:
        founded = [one.id for one in scenario.founded]
        return check_plan(register, assignment, founded, view.atlas.neighbours, view.atlas.sea, year)

    def compared(scenario: Scenario, base: Assignment) -> Compared:
        after = apply(base, scenario)
        coverage = cover(register, after, year, after.networks)
        return Compared(scenario, coverage, len(differences(before, after)), checked(after, scenario))

    people = register.inhabitants[year]
    plans = (compared(Scenario(), before), *(compared(one, now) for one in (state.scenario, *state.compare)))
    return Plan(
        differences=differences(before, view.assignment),
        checks=plans[1].checks,
        suggestions=suggestions(view.assignment),
        examples=examples(register, now, suggestions(now, view.atlas.default_year), state.lang),
        compared=plans,
        costs=cost(view.assignment, people, state.equal, state.each, most_kr=state.most),
        costs_today=cost(before, people, state.equal, state.each, most_kr=state.most),
    )
