"""The things the subject speaks of: municipality, network, membership, and what else a register holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

METRIC_CRS = "EPSG:25833"  # ETRS89 / UTM 33N, metres: Norway's national grid
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
class County:
    """A county of 2024; ``id`` is what addresses use."""

    id: str
    name: str
    number: str
    source: str


@dataclass(frozen=True)
class Municipality:
    """A municipality under its 2020 number, with the number and county of 2024.

    ``county`` is a county's id. Former names, numbers and counties are those
    before 2020.
    """

    number: str
    name: str
    number_2024: str
    county: str
    former_numbers: tuple[str, ...]
    former_names: tuple[str, ...]
    former_counties: tuple[str, ...]
    note: Words
    source: str


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
    """A climate network, a region in dialogue, or a partner network.

    ``colours`` maps theme ("light", "dark") to "#rrggbb", empty when the network
    is never painted; ``drawn`` says whether its members may be outlined on the map.
    ``founded`` keeps the source's precision (2005, 2014-01, 2022-04-06); None is unknown.
    """

    id: str
    kind: str
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
    """One row of the register. Dates are shown, not applied; None is unknown."""

    network: str
    municipality: str
    name: str
    status: str
    valid_from: str | None
    valid_to: str | None
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
