"""The list of differences between today and a plan: for reading, for files, and back to a scenario."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from geodata.join import Assignment
from geodata.planning.new_network import NO_NETWORK, NewNetwork
from geodata.planning.scenario import Scenario, apply
from geodata.register import Register
from geodata.text import in_language

#: The columns of ``difference_rows``. A file that has ``number`` and ``after_id`` is imported exactly as it was;
#: of a file without ``after_id`` the import reads the names in ``after``.
DIFFERENCE_COLUMNS = ("number", "number_2024", "name", "before", "after", "before_id", "after_id")
#: Between the names of several networks in one cell; no name holds it.
BETWEEN_NAMES = " | "


@dataclass(frozen=True)
class Difference:
    """One municipality that changes: ids of its networks today and in the plan, empty for none."""

    number: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def differences(today: Assignment, after: Assignment) -> tuple[Difference, ...]:
    """Every municipality whose networks differ, in the order of the municipalities' table."""
    return tuple(
        Difference(number, today[number], after[number]) for number in today if set(today[number]) != set(after[number])
    )


def from_differences(found: Iterable[Difference], founded: Iterable[NewNetwork] = ()) -> Scenario:
    """The scenario that makes these differences."""
    return Scenario({one.number: one.after for one in found}, tuple(founded))


def difference_rows(
    register: Register, today: Assignment, scenario: Scenario, language: str = "nb", none: str = NO_NETWORK
) -> list[dict[str, str]]:
    """The differences as text for a file, one dictionary of ``COLUMNS`` a municipality.

    ``before`` and ``after`` are names in ``language``, ``none`` standing for no
    network ("ingen" is read back as well as "none"); ``before_id`` and
    ``after_id`` are as the address writes them.
    """
    names = {id: in_language(network.names, language) for id, network in register.networks.items()}
    names |= {one.id: one.name for one in scenario.founded}
    rows = []
    for one in differences(today, apply(today, scenario)):
        place = register.municipalities[one.number]
        rows.append(
            {
                "number": one.number,
                "number_2024": place.number_2024,
                "name": place.name,
                "before": BETWEEN_NAMES.join(names[id] for id in one.before) or none,
                "after": BETWEEN_NAMES.join(names[id] for id in one.after) or none,
                "before_id": "+".join(one.before) or NO_NETWORK,
                "after_id": "+".join(one.after) or NO_NETWORK,
            }
        )
    return rows
