"""Everything that follows from one data folder, computed once when the server starts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

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
from dashboard.view.standing import Standing, standing
from dashboard.view.state import Known
from geodata.coverage import latest_year
from geodata.join import Assignment, covering_networks
from geodata.model import Network
from geodata.numbers import municipality_number
from geodata.places.labels import Label, place
from geodata.places.neighbours import Neighbours, find_neighbours
from geodata.places.sea import Sea, across_sea
from geodata.places.walk import walk_table
from geodata.planning.scenario_text import vocabulary
from geodata.planning.suggest import Midpoints, Suggestion, midpoints, near_km, suggest
from geodata.register import Register
from geodata.search import Entry, entries

#: So many days of a register are kept at a time, each with its coverage.
MOST_STANDINGS = 32


@dataclass(frozen=True)
class Atlas:
    """A register and what is the same for every visitor: how it stands on its ``as_of``, geometry, placement."""

    register: Register
    as_of: Standing
    covering: Mapping[str, Network]
    neighbours: Neighbours
    scene: Scene
    labels: Mapping[str, Label]
    cells: Cells
    spots: Mapping[str, NameSpots]
    walk: Mapping[str, Mapping[str, str]]
    default_year: int

    @property
    def today(self) -> Assignment:
        """Who stands in which network, as the register is shown unless another day is asked for."""
        return self.as_of.assignment

    def on(self, day: date | None) -> Standing:
        """How the register stood on a day of its span; None is the day that is shown unless another is asked for."""
        register = self.register
        turned = max(one for one in register.turning_days if one <= (day or register.as_of))
        shown = max(one for one in register.turning_days if one <= register.as_of)
        return self.as_of if turned == shown else self._standings(turned)

    @cached_property
    def turning_days(self) -> tuple[date, ...]:
        """The days on which the map may look otherwise than on the day before, the span's first included."""
        days = self.register.turning_days
        looks = [(one.assignment, one.dialogue, one.uncertain) for one in map(self.on, days)]
        seen = [(dict(assignment), dialogue, uncertain) for assignment, dialogue, uncertain in looks]
        return tuple(day for place, day in enumerate(days) if not place or seen[place] != seen[place - 1])

    @cached_property
    def _standings(self) -> Callable[[date], Standing]:
        return lru_cache(maxsize=MOST_STANDINGS)(lambda day: standing(self.register, day))

    @cached_property
    def editions_in_words(self) -> Mapping[str, Mapping[str, str]]:
        """The years that words name, as texts of the folder: of the register's numbers, of the counties, of what was
        before."""
        register = self.register
        hidden = [id for id in register.editions if id not in (register.edition, *register.beside)]
        shown = [id for id in register.editions if id not in hidden]
        years = {"edition": register.edition, "county_edition": register.grouping.id, "first_edition": shown[0]}
        return {key: dict.fromkeys(register.languages, year) for key, year in years.items()}

    @cached_property
    def layers(self) -> tuple[str, ...]:
        """Networks that do not cover but may be outlined on top: those marked as drawn that have rows."""
        listed = {row.network for row in self.register.history}
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
    def points(self) -> Midpoints:
        """Midpoints of the municipalities, for distances."""
        return midpoints(self.register)

    @cached_property
    def near_km(self) -> float:
        """How far apart municipalities of this region still are near."""
        return near_km(self.neighbours, self.points)

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
            years=frozenset(self.register.told_years),
            default_year=self.default_year,
            networks=tuple(self.covering),
            vocabulary=vocabulary(self.register),
            standing=lambda day: self.on(day).assignment,
            span=self.register.span,
            as_of=self.register.as_of,
            layers=self.layers,
            counties=tuple(self.register.counties),
            measures=tuple(self.register.measures),
            number=self.number,
        )

    def number(self, text: str) -> str | None:
        """The register's number of the municipality that a number of any edition means; None for none and several."""
        return self.register.number_index.get(municipality_number(text) or "")


def build_atlas(register: Register) -> Atlas:
    """The atlas of a checked register."""
    covering, cells = covering_networks(register), build_cells(register)
    neighbours = find_neighbours(register)
    shapes = areas(register)
    labels = {number: place(item.name, shapes[number], width_em) for number, item in register.municipalities.items()}
    return Atlas(
        register=register,
        as_of=standing(register, register.as_of),
        covering=covering,
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
