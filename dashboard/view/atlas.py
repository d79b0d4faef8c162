"""Everything that follows from one data folder, computed once when the server starts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.geometry.cells import Cells, build_cells
from dashboard.geometry.centres import centres
from dashboard.geometry.county_names import county_names
from dashboard.geometry.ground import Ground, build_ground
from dashboard.geometry.light_paths import LightPaths, light_paths
from dashboard.geometry.name_spots import CoveredBy, NameSpots, municipality_spots, network_spots
from dashboard.geometry.placement import NAME_PX, REGION_PX
from dashboard.geometry.scene import Scene, build_scene
from dashboard.geometry.shapes import areas
from dashboard.geometry.typeface import width_em
from dashboard.view.state import Known
from geodata.coverage import Coverage, cover, latest_year
from geodata.join import Assignment, covering_networks, in_dialogue, join
from geodata.model import Network
from geodata.numbers import municipality_number, number_index
from geodata.places.labels import Label, place
from geodata.places.neighbours import Neighbours, find_neighbours
from geodata.places.sea import Sea, across_sea
from geodata.places.walk import walk_table
from geodata.planning.scenario_text import vocabulary
from geodata.planning.suggest import Midpoints, Suggestion, midpoints, suggest
from geodata.register import Register
from geodata.search import Entry, entries


@dataclass(frozen=True)
class Atlas:
    """A register and what is the same for every visitor: today's assignment, geometry, placement."""

    register: Register
    today: Assignment
    covering: Mapping[str, Network]
    dialogue: Mapping[str, str]
    neighbours: Neighbours
    scene: Scene
    labels: Mapping[str, Label]
    cells: Cells
    spots: Mapping[str, NameSpots]
    walk: Mapping[str, Mapping[str, str]]
    default_year: int

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """Number of either year → number of 2020."""
        return number_index(self.register.municipalities)

    @cached_property
    def layers(self) -> tuple[str, ...]:
        """Networks that do not cover but may be outlined on top: those marked as drawn that have rows."""
        listed = {row.network for row in self.register.memberships}
        return tuple(
            id
            for id, network in self.register.networks.items()
            if network.drawn and id in listed and id not in self.covering
        )

    @cached_property
    def ground(self) -> Ground:
        """The geometry of slides."""
        return build_ground(self.register)

    @cached_property
    def by_population(self) -> tuple[str, ...]:
        """The municipalities in the order in which their names are placed: the most people first, unknown last."""
        people = self.register.inhabitants[self.default_year]
        return tuple(sorted(self.labels, key=lambda number: -(people.get(number) or 0)))

    @cached_property
    def covered(self) -> CoveredBy:
        """The names that those of networks had better not cover."""
        west, south, east, north = self.register.boundaries.total_bounds
        em_m = NAME_PX * max(east - west, north - south) / REGION_PX
        return CoveredBy(self.labels, em_m, width_em)

    def network_spots(self, members: Collection[str], network: Network) -> NameSpots:
        """Where the name of a network may stand that has members."""
        names = network.short_name, network.initial
        return network_spots(self.cells, frozenset(members), *names, width_em, self.covered)

    @cached_property
    def county_names(self) -> Mapping[str, NameSpots]:
        """Where the neighbouring counties may be named."""
        return county_names(self.register, width_em)

    @cached_property
    def centres(self) -> Mapping[str, tuple[int, int]]:
        """Where each municipality's circle stands, in scene units."""
        found = centres(self.register, self.labels)
        return {number: self.scene.frame.point(*point) for number, point in found.items()}

    @cached_property
    def sea(self) -> Sea:
        """Who faces whom across the water."""
        return across_sea(self.register)

    @cached_property
    def suggestions_today(self) -> Mapping[str, tuple[Suggestion, ...]]:
        """Suggestions from today's register in the default year: what examples start from, the same for everybody."""
        return suggest(self.register, self.today, self.neighbours, self.points, self.default_year)

    @cached_property
    def coverage_today(self) -> Mapping[int, Coverage]:
        """Coverage by today's register, for every year with statistics."""
        return {year: cover(self.register, self.today, year, self.covering) for year in self.register.inhabitants}

    @cached_property
    def points(self) -> Midpoints:
        """Midpoints of the municipalities, for distances."""
        return midpoints(self.register)

    @cached_property
    def light_paths(self) -> LightPaths:
        """The geometry for a file that carries all of it."""
        return light_paths(self.register, self.scene.frame)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """What the search can find."""
        return entries(self.register)

    @cached_property
    def known(self) -> Known:
        """What addresses may name."""
        return Known(
            years=frozenset(self.register.years),
            default_year=self.default_year,
            networks=tuple(self.covering),
            vocabulary=vocabulary(self.register),
            today=self.today,
            layers=self.layers,
            counties=tuple(self.register.counties),
            measures=tuple(self.register.measures),
            number=self.number,
        )

    def number(self, text: str) -> str | None:
        """The 2020 number that a text means, or None."""
        return self.numbers.get(municipality_number(text) or "")


def build_atlas(register: Register) -> Atlas:
    """The atlas of a checked register."""
    today, covering, cells = join(register), covering_networks(register), build_cells(register)
    neighbours = find_neighbours(register)
    shapes = areas(register)
    labels = {number: place(item.name, shapes[number], width_em) for number, item in register.municipalities.items()}
    return Atlas(
        register=register,
        today=today,
        covering=covering,
        dialogue=in_dialogue(register),
        neighbours=neighbours,
        scene=build_scene(register, neighbours),
        labels=labels,
        cells=cells,
        spots={
            number: municipality_spots(cells, number, item.name, labels[number], width_em)
            for number, item in register.municipalities.items()
        },
        walk=walk_table(register, neighbours, {number: (label.x, label.y) for number, label in labels.items()}),
        default_year=latest_year(register),
    )
