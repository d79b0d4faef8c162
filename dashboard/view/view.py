"""The one view model: everything that map, legend, table, sentence and files are painted from.

One file past 250 lines on purpose: what a view holds and how it is made of a state are read side by side.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from dashboard.view.atlas import Atlas
from dashboard.view.classes import Classes, quantiles
from dashboard.view.new_networks import with_founded
from dashboard.view.selection import is_filtered, select
from dashboard.view.shown import AreaView, GroupView
from dashboard.view.standing import Standing
from dashboard.view.state import BY_NETWORK, NONE, Ignored, State
from dashboard.words.wording import Wording
from geodata.coverage import Coverage, Figures, cover, figures, figures_of_each
from geodata.join import Assignment
from geodata.lists import LIST_KIND, against_register
from geodata.measures import Measure, of_groups
from geodata.model import Network
from geodata.planning.scenario import apply


@dataclass(frozen=True)
class MapView:
    """One state of the page, resolved. Figures follow the scenario and the year, never the filters.

    ``networks``: the networks that cover, by id, those a scenario founds included.
    ``names``, ``county_names``: what a network or county is called in the reader's language, by
    id; a network and a county may share one ("ostfold"). ``standing``: the register on the day that is
    shown, without the scenario; ``before``: what all that changes is held against, the same register unless
    another day is compared with.
    """

    atlas: Atlas = field(repr=False)
    state: State
    say: Wording
    year: int
    assignment: Assignment
    coverage: Coverage
    areas: tuple[AreaView, ...]
    groups: tuple[GroupView, ...]
    selection: Figures | None
    ignored: tuple[Ignored, ...]
    networks: Mapping[str, Network]
    names: Mapping[str, str]
    county_names: Mapping[str, str]
    standing: Standing
    before: Standing
    classes: Classes | None = None
    previous: State | None = None

    @property
    def is_scenario(self) -> bool:
        """Whether a scenario differs from the register; it is then marked as one everywhere."""
        return bool(self.state.scenario.changes)

    @property
    def is_since(self) -> bool:
        """Whether two days are compared."""
        return self.state.since is not None

    @property
    def is_compared(self) -> bool:
        """Whether there is a before and an after: a scenario, or two days."""
        return self.is_scenario or self.is_since

    @property
    def is_marked(self) -> bool:
        """Whether this is anything else than the register as it is shown: it then says so everywhere."""
        return self.is_compared or self.state.day is not None

    @property
    def day(self) -> date:
        """The day that the register is shown on."""
        return self.state.day or self.atlas.register.as_of

    @property
    def earlier(self) -> Coverage:
        """Coverage before: what the figures of a scenario or another day are held against."""
        return self.before.coverage[self.year]

    @cached_property
    def moved(self) -> tuple[AreaView, ...]:
        """The areas that the scenario moves, whatever the days."""
        now = self.standing.assignment
        return tuple(area for area in self.areas if set(area.networks) != set(now[area.number]))

    @cached_property
    def changed(self) -> tuple[AreaView, ...]:
        """The areas whose networks differ from before."""
        return tuple(area for area in self.areas if area.is_changed)

    @property
    def is_sized(self) -> bool:
        """Whether the map tells a number that grows with an area: by circles, not by shades."""
        return self.classes is not None and self.measure(self.state.colour).is_additive

    @property
    def measures(self) -> Mapping[str, Measure]:
        """What is measured, in the order of the folder's table."""
        return self.atlas.register.measures

    @property
    def additive(self) -> tuple[str, ...]:
        """Ids of the measures that can be covered: "x of y"."""
        return tuple(id for id, one in self.measures.items() if one.is_additive)

    @cached_property
    def of_groups(self) -> tuple[str, ...]:
        """Ids of the measures that networks and counties have figures of."""
        return of_groups(self.measures)

    @property
    def further(self) -> tuple[str, ...]:
        """Ids of the measures that a table has a column of only where the map, or the order of its rows, is theirs."""
        return tuple(id for id, one in self.measures.items() if one.is_further)

    @cached_property
    def tabled(self) -> tuple[str, ...]:
        """Ids of the measures that tables show."""
        asked_for = (self.state.colour, self.state.sort.removeprefix("-"))
        return tuple(id for id, one in self.measures.items() if not one.is_further or id in asked_for)

    @property
    def covered(self) -> tuple[str, ...]:
        """Ids of the measures of which tables say how much is covered."""
        return tuple(id for id in self.tabled if id in self.additive)

    def measure(self, id: str) -> Measure:
        """The measure with an id."""
        return self.measures[id]

    def year_of(self, measure: Measure) -> int:
        """Of which year the figures of a yearly measure are that this view tells."""
        return self.atlas.register.year_of(measure, self.year)

    @property
    def region(self) -> str:
        """The region's name in the reader's language."""
        return self.say("region")

    @property
    def chosen(self) -> AreaView | None:
        """The chosen municipality."""
        return self._areas.get(self.state.municipality or "")

    @cached_property
    def _areas(self) -> Mapping[str, AreaView]:
        return {area.number: area for area in self.areas}

    @cached_property
    def _groups(self) -> Mapping[str, GroupView]:
        return {group.id: group for group in self.groups}

    def area(self, number: str) -> AreaView:
        """The area with a number."""
        return self._areas[number]

    def group(self, id: str) -> GroupView:
        """A network, or "none"."""
        return self._groups[id]

    def short_names(self, area: AreaView) -> str:
        """Short names of its networks, or "uten klimanettverk"."""
        return " + ".join(self.group(id).short_name for id in area.networks) or self.say("unorganised_short")

    @cached_property
    def missing(self) -> tuple[AreaView, ...]:
        """The unorganised."""
        return tuple(area for area in self.areas if not area.networks)


def wording(atlas: Atlas, language: str) -> Wording:
    """Words in one language, with the data folder's own names filled in."""
    return Wording(language, {**atlas.register.texts, **atlas.editions_in_words})


def build_view(atlas: Atlas, state: State, ignored: tuple[Ignored, ...] = (), previous: State | None = None) -> MapView:
    """The view of one state; ``previous`` is what was painted before, for what is said of a change."""
    register, say = atlas.register, wording(atlas, state.lang)
    year = state.year or atlas.default_year
    shown = atlas.on(state.day)
    before = atlas.on(state.since) if state.since else shown
    assignment = apply(shown.assignment, state.scenario)
    networks = _shown(with_founded(state.scenario.founded, atlas.covering), atlas, state, assignment)
    coverage = cover(register, assignment, year, networks)
    chosen = select(atlas, assignment, state, year)
    alone = figures_of_each(register, year)
    areas = tuple(
        AreaView(
            place=place,
            networks=assignment[number],
            dialogue=shown.dialogue.get(number),
            selected=number in chosen,
            before=before.assignment[number],
            uncertain=shown.uncertain.get(number, ()),
            figures=alone[number],
        )
        for number, place in register.municipalities.items()
    )
    sized = state.colour != BY_NETWORK and register.measures[state.colour].is_additive
    classes = _classes(state.colour, areas, sized)
    if classes:
        known = {number: "size" if sized else level for number, level in classes.of.items()}
        levels = {number: "unknown" if classes.of[number] is None else known[number] for number in known}
        areas = tuple(replace(area, level=f"class-{levels[area.number]}") for area in areas)
    pressed = state.networks or ()
    groups = [
        GroupView(
            id,
            say.of(network.names),
            network.short_name,
            network.initial,
            network.pattern,
            coverage.networks[id],
            id in pressed,
        )
        for id, network in networks.items()
    ]
    if coverage.missing or NONE in pressed:
        groups.append(
            GroupView(NONE, say("unorganised"), say("unorganised"), "", "", coverage.unorganised, NONE in pressed)
        )
    return MapView(
        atlas=atlas,
        state=state,
        say=say,
        year=year,
        assignment=assignment,
        coverage=coverage,
        areas=areas,
        groups=tuple(groups),
        selection=figures(register, chosen, year) if is_filtered(state) else None,
        ignored=ignored,
        classes=classes,
        networks=networks,
        names={id: say.of(network.names) for id, network in {**register.networks, **networks}.items()},
        standing=shown,
        before=before,
        previous=previous,
        county_names={id: county.name for id, county in register.counties.items()},
    )


def _shown(networks: Mapping[str, Network], atlas: Atlas, state: State, assignment: Assignment) -> dict[str, Network]:
    """Without the networks that a scenario founds and nobody stands in yet: only the planner needs them."""
    planning = state.view == "plan"
    return {
        id: network for id, network in networks.items() if planning or id in atlas.covering or assignment.members(id)
    }


def _classes(colour: str, areas: tuple[AreaView, ...], sized: bool) -> Classes | None:
    """Classes of the measure that the map is coloured by; None when it is coloured by network.

    A size (``sized``) is told by circles: its areas are known or not, and have no limits.
    """
    if colour == BY_NETWORK:
        return None
    values = {area.number: area.figures.of(colour) for area in areas}
    return (
        Classes((), {number: None if value is None else 0 for number, value in values.items()})
        if sized
        else quantiles(values)
    )


def outlined(view: MapView) -> dict[str, str]:
    """The outline laid over the map: number → status, those outside the region included."""
    register, layer = view.standing.register, view.state.layer
    if layer in register.networks and register.networks[layer].kind == LIST_KIND:
        return against_register(register, layer)
    return {row.municipality: row.status for row in register.memberships if row.network == layer}
