"""The list of differences between before and after, be it a plan or another day: for reading, for files, and back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from geodata.join import Assignment
from geodata.model import Municipality
from geodata.planning.new_network import NO_NETWORK, NewNetwork
from geodata.planning.scenario import Scenario
from geodata.register import Register
from geodata.text import in_language

#: The columns of ``difference_rows``, beside one for the numbers of each other edition that is shown. A file that has
#: ``number`` and ``after_id`` is imported exactly as it was; of one without it the names in ``after`` are read.
DIFFERENCE_COLUMNS = ("number", "name", "before", "after", "before_id", "after_id")
#: Between the names of several networks in one cell; no name holds it.
BETWEEN_NAMES = " | "
#: Between several numbers of one municipality.
BETWEEN_NUMBERS = " / "


@dataclass(frozen=True)
class Difference:
    """One municipality that changes: ids of its networks before and after, empty for none."""

    number: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def differences(before: Assignment, after: Assignment) -> tuple[Difference, ...]:
    """Every municipality whose networks differ, in the order of the municipalities' table."""
    return tuple(
        Difference(number, before[number], after[number])
        for number in before
        if set(before[number]) != set(after[number])
    )


def from_differences(found: Iterable[Difference], founded: Iterable[NewNetwork] = ()) -> Scenario:
    """The scenario that makes these differences."""
    return Scenario({one.number: one.after for one in found}, tuple(founded))


def difference_rows(
    register: Register,
    before: Assignment,
    after: Assignment,
    founded: Iterable[NewNetwork] = (),
    language: str = "nb",
    none: str = NO_NETWORK,
) -> list[dict[str, str]]:
    """The differences as text for a file, one dictionary a municipality.

    ``before`` and ``after`` are names in ``language``, ``none`` standing for no
    network ("ingen" is read back as well as "none"); ``before_id`` and
    ``after_id`` are as the address writes them.
    """
    names = {id: in_language(network.names, language) for id, network in register.networks.items()}
    names |= {one.id: one.name for one in founded}
    rows = []
    for one in differences(before, after):
        place = register.municipalities[one.number]
        rows.append(
            {
                "number": one.number,
                **numbers_beside(register, place),
                "name": place.name,
                "before": BETWEEN_NAMES.join(names[id] for id in one.before) or none,
                "after": BETWEEN_NAMES.join(names[id] for id in one.after) or none,
                "before_id": "+".join(one.before) or NO_NETWORK,
                "after_id": "+".join(one.after) or NO_NETWORK,
            }
        )
    return rows


def numbers_beside(register: Register, place: Municipality) -> dict[str, str]:
    """The numbers of a municipality in the other editions that are shown, by the columns of files that hold them."""
    return {f"number_{edition}": BETWEEN_NUMBERS.join(place.numbers_in(edition)) for edition in register.beside}
