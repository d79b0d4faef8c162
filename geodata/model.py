"""The things the subject speaks of: municipality, network, membership, and what else a register holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from geodata.editions import Chain, Edition, Numbered

#: The coordinates of files and exports: WGS 84, longitude and latitude.
FILE_CRS = "EPSG:4326"

#: A text in each language that the data carries, by language code ("nb", "nn", "en").
Words = Mapping[str, str]

#: The only status that counts and colours (data/README.md explains the others).
COUNTING_STATUS = "member"
#: The kind of network that covers a municipality.
COVERING_KIND = "climate_network"
#: The kind of region that Klima Viken, or whoever keeps the register, talks with.
DIALOGUE_KIND = "dialogue_region"


@dataclass(frozen=True)
class Municipality:
    """A municipality under its number of the edition that the register is keyed by.

    ``county``: id of a county of the edition that groups municipalities. ``elsewhere``:
    for each other edition, by id and from the oldest on, what it corresponds to
    there: one for the same municipality or for a merger, several where it was made
    of several or split. ``former``: those of the editions before this one whose
    numbers are not shown.
    """

    number: str
    name: str
    county: str
    elsewhere: Mapping[str, tuple[Numbered, ...]]
    former: tuple[Numbered, ...]
    note: Words
    source: str

    def numbers_in(self, edition: str) -> tuple[str, ...]:
        """Its numbers in another edition."""
        return tuple(one.number for one in self.elsewhere.get(edition, ()))

    @property
    def former_names(self) -> tuple[str, ...]:
        """Names of what it was before, in the order of their numbers."""
        return tuple(one.name for one in self.former)

    @property
    def other_names(self) -> tuple[str, ...]:
        """Names that it has or had in other editions, without its own."""
        names = dict.fromkeys(one.name for several in self.elsewhere.values() for one in several)
        return tuple(name for name in names if name != self.name)

    @property
    def other_numbers(self) -> tuple[str, ...]:
        """Numbers that it has or had in other editions, without its own."""
        numbers = dict.fromkeys(one.number for several in self.elsewhere.values() for one in several)
        return tuple(number for number in numbers if number != self.number)


def municipality_of(
    number: str, base: str, editions: Mapping[str, Edition], chain: Chain, note: Words, source: str
) -> Municipality:
    """A municipality of the edition ``base``, with what it is and was in the others.

    Its county is that of the edition that groups; where it lies in several of them it has none ("").
    """
    elsewhere = {
        id: tuple(one.municipalities[part.number] for part in chain.parts(base, number, id))
        for id, one in editions.items()
        if id != base
    }
    earlier = list(editions)[: list(editions).index(base)]
    hidden = [id for id in earlier if not editions[id].shows_numbers]
    own = editions[base].municipalities[number]
    grouping = next((id for id, one in editions.items() if one.groups), base)
    counties = {one.county.id for one in (elsewhere[grouping] if grouping != base else (own,)) if one.county}
    return Municipality(
        number=number,
        name=own.name,
        county=counties.pop() if len(counties) == 1 else "",
        elsewhere=elsewhere,
        former=tuple(one for id in hidden for one in elsewhere[id]),
        note=note,
        source=source,
    )


@dataclass(frozen=True)
class OutsideMunicipality:
    """A municipality outside the region: a name and context, never in totals.

    ``named``: its name stands on the map for orientation.
    """

    number: str
    name: str
    named: bool
    source: str


@dataclass(frozen=True)
class Network:
    """A climate network, a region in dialogue, a partner network, or a list of another network's members.

    ``list_of``: of a list, the id of the network whose members it lists. ``colours``
    maps theme ("light", "dark") to "#rrggbb", empty when the network
    is never painted; ``drawn`` says whether its members may be outlined on the map.
    ``founded`` keeps the source's precision (2005, 2014-01, 2022-04-06); None is unknown.
    """

    id: str
    kind: str
    list_of: str
    status: str
    names: Words
    short_name: str
    initial: str
    other_names: tuple[str, ...]
    colours: Mapping[str, str]
    pattern: str
    drawn: bool
    founded: str | None
    host: Words
    url: str | None
    description: Words
    completeness: Words
    source: str


@dataclass(frozen=True)
class Membership:
    """One row of the register; None is unknown.

    ``valid_from`` and ``valid_to``: entry and exit (geodata.days tells when they hold). ``agreement_from`` and
    ``agreement_to``: the period of an agreement that it rests on, which is shown and never applied.
    """

    network: str
    municipality: str
    name: str
    status: str
    valid_from: str | None
    valid_to: str | None
    agreement_from: str | None
    agreement_to: str | None
    first_attested: str | None
    last_attested: str | None
    note: Words
    source: str


@dataclass(frozen=True)
class FixedLink:
    """A bridge or tunnel between two municipalities that do not touch on land."""

    municipality_a: str
    municipality_b: str
    kind: str
    name: str
    note: Words
    source: str


@dataclass(frozen=True)
class StepWords:
    """One row of the presentation's steps: templates with placeholders (geodata.story); ``number`` is the same
    in each language."""

    kind: str
    number: str
    headline: Words
    caption: Words
    text: Words


@dataclass(frozen=True)
class CostExample:
    """Amounts that some network asks or asked for; None where it has none. ``currency``: ISO 4217."""

    id: str
    name: str
    equal: Decimal | None
    each: Decimal | None
    most: Decimal | None
    currency: str
    about: Words
    source: str


@dataclass(frozen=True)
class Source:
    """Where something was taken from: its title as the descriptor has it, and its address where there is one."""

    title: str
    path: str | None


@dataclass(frozen=True)
class Licence:
    """Under which terms something may be used: a short name (an SPDX identifier), a title and an address."""

    name: str
    title: str
    path: str | None


@dataclass(frozen=True)
class DataFile:
    """One file of the data folder, as the descriptor tells of it; "" is not said."""

    name: str
    path: str
    title: str
    description: str
    sources: tuple[Source, ...]
    licences: tuple[Licence, ...]
