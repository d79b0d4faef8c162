"""One municipality, and one network, as they are shown."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.view.state import NONE
from geodata.coverage import Figures
from geodata.model import Municipality


@dataclass(frozen=True)
class AreaView:
    """One municipality as it is shown. ``networks`` empty = unorganised; a figure that is None is unknown.

    ``before``: its networks before, as ``MapView.before``; ``uncertain``: those of which its dates do not tell.
    """

    place: Municipality
    networks: tuple[str, ...]
    dialogue: str | None
    selected: bool
    before: tuple[str, ...]
    uncertain: tuple[str, ...]
    figures: Figures
    level: str | None = None

    @property
    def number(self) -> str:
        """The number in the register's edition."""
        return self.place.number

    @property
    def network_key(self) -> str:
        """Ids separated by spaces, or "none": what ``data-network`` carries."""
        return " ".join(self.networks) or NONE

    @property
    def fill(self) -> str:
        """What the area is painted with: a class of a number, a network, two in stripes, or one of two hatches."""
        return self.level or self.membership_fill

    @property
    def is_changed(self) -> bool:
        """Whether a scenario moves it, or the time between two days."""
        return set(self.networks) != set(self.before)

    @property
    def membership_fill(self) -> str:
        """What tells its networks, whatever the map is coloured by: who is moved has the solid colour of where to."""
        return "+".join(self.networks) or (f"{NONE}-dialogue" if self.dialogue else NONE)

    @property
    def population(self) -> int | None:
        """Inhabitants; None is unknown."""
        return self.figures.population


@dataclass(frozen=True)
class GroupView:
    """A network, or the unorganised ("none"), as legend and headline show it."""

    id: str
    name: str
    short_name: str
    initial: str
    pattern: str
    figures: Figures
    pressed: bool
