"""Join municipalities with their networks: who stands in which, nobody left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from geodata.days import UNCERTAIN_STATUS
from geodata.model import COUNTING_STATUS, COVERING_KIND, DIALOGUE_KIND, Membership, Network
from geodata.register import Register

#: The statuses under which a dialogue region concerns a municipality: a member, or one whose council has
#: voted to join. "unconfirmed" is no source at all and does not count.
DIALOGUE_STATUSES = (COUNTING_STATUS, "decided")


class Assignment(Mapping[str, tuple[str, ...]]):
    """Municipality number → ids of its covering networks, the empty tuple included.

    It refuses to exist unless its keys are exactly the known municipalities and
    every id is a known network. Ids stand in the order of the networks' table.
    """

    def __init__(
        self, networks_of: Mapping[str, Iterable[str]], municipalities: Iterable[str], networks: Iterable[str]
    ):
        known, order = list(municipalities), {network: place for place, network in enumerate(networks)}
        self._networks = tuple(order)
        if unlike := set(known) ^ set(networks_of):
            raise ValueError(f"an assignment covers each municipality once; these differ: {sorted(unlike)}")
        if unknown := {network for ids in networks_of.values() for network in ids} - set(order):
            raise ValueError(f"unknown networks in an assignment: {sorted(unknown)}; known are {sorted(order)}")
        self._networks_of = {number: tuple(sorted(set(networks_of[number]), key=order.__getitem__)) for number in known}
        self._members = {
            network: tuple(number for number, ids in self._networks_of.items() if network in ids) for network in order
        }

    @property
    def networks(self) -> tuple[str, ...]:
        """Ids of all networks that may be assigned, those without a member included, in order."""
        return self._networks

    def __getitem__(self, number: str) -> tuple[str, ...]:
        return self._networks_of[number]

    def __iter__(self) -> Iterator[str]:
        return iter(self._networks_of)

    def __len__(self) -> int:
        return len(self._networks_of)

    def members(self, network: str) -> tuple[str, ...]:
        """Numbers of the municipalities in ``network``, in the order of the municipalities' table."""
        return self._members.get(network, ())

    def unorganised(self) -> tuple[str, ...]:
        """Numbers of the municipalities in no network at all."""
        return tuple(number for number, networks in self.items() if not networks)


def covering_networks(register: Register) -> dict[str, Network]:
    """The networks that cover their members, by id, in the order of the table."""
    return {id: network for id, network in register.networks.items() if network.kind == COVERING_KIND}


def join(register: Register) -> Assignment:
    """The assignment on the register's day: every municipality, with the climate networks it is a ``member`` of."""
    covering = covering_networks(register)
    networks_of: dict[str, list[str]] = {number: [] for number in register.municipalities}
    for membership in register.memberships:
        if counts(membership) and membership.network in covering and membership.municipality in networks_of:
            networks_of[membership.municipality].append(membership.network)
    return Assignment(networks_of, register.municipalities, covering)


def counts(membership: Membership) -> bool:
    """Whether a row counts and colours: only the status ``member`` does."""
    return membership.status == COUNTING_STATUS


def uncertain_members(register: Register) -> dict[str, tuple[str, ...]]:
    """Municipality number → ids of covering networks of which the dates do not tell whether it is a member.

    A network that another of its rows makes it a member of for certain is not among them.
    """
    covering, certain = covering_networks(register), join(register)
    found: dict[str, dict[str, None]] = {}
    for row in register.memberships:
        is_open = row.status == UNCERTAIN_STATUS and row.network in covering
        if is_open and row.network not in certain.get(row.municipality, (row.network,)):
            found.setdefault(row.municipality, {})[row.network] = None
    return {number: tuple(ids) for number, ids in found.items()}


def memberships_of(register: Register, number: str) -> tuple[Membership, ...]:
    """Every row of the register about one municipality, whatever its status and its days."""
    return tuple(row for row in register.history if row.municipality == number)


def in_dialogue(register: Register) -> dict[str, str]:
    """Municipality number → id of the dialogue region that concerns it, the organised included."""
    regions = {id for id, network in register.networks.items() if network.kind == DIALOGUE_KIND}
    return {
        row.municipality: row.network
        for row in register.memberships
        if row.network in regions and row.status in DIALOGUE_STATUSES and row.municipality in register.municipalities
    }
