"""How the register stood on a day, and what follows from that alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from geodata.coverage import Coverage, cover
from geodata.join import Assignment, covering_networks, in_dialogue, join, uncertain_members
from geodata.register import Register


@dataclass(frozen=True, eq=False)
class Standing:
    """The register as it stood from one of its turning days to the next: the same for everybody who asks for it.

    ``uncertain``: number → ids of the covering networks of which the dates do not tell whether it is a member.
    """

    register: Register
    assignment: Assignment
    dialogue: Mapping[str, str]
    uncertain: Mapping[str, tuple[str, ...]]

    @cached_property
    def coverage(self) -> Mapping[int, Coverage]:
        """Coverage with the population of every year that has one."""
        covering = covering_networks(self.register)
        return {year: cover(self.register, self.assignment, year, covering) for year in self.register.inhabitants}


def standing(register: Register, day: date) -> Standing:
    """How the register stood on a day of its span; raises ValueError outside it."""
    dated = register.at(day=day)
    return Standing(dated, join(dated), in_dialogue(dated), uncertain_members(dated))
