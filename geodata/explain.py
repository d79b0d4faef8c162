"""All that the register knows about one municipality, as text for the command line."""

from __future__ import annotations

import pandas

from geodata.errors import UnknownMunicipality
from geodata.join import in_dialogue, join, memberships_of
from geodata.model import Membership
from geodata.numbers import municipality_number, number_index
from geodata.places.neighbours import Neighbours, find_neighbours
from geodata.register import Register
from geodata.text import fold, likely

UNKNOWN = "not known"


def explain(register: Register, text: str) -> str:
    """Numbers, county, networks, statuses and sources of the municipality that ``text`` names.

    ``text`` is a number of 2020 or 2024, or a name. Raises UnknownMunicipality,
    with the likely meant one, when there is none.
    """
    place = register.municipalities[number_meant(register, text)]
    networks = join(register)[place.number]
    dialogue = in_dialogue(register).get(place.number)
    neighbours = find_neighbours(register)
    people = register.population.T[place.number]
    latest = people.dropna()
    lines = [
        f"{place.name}: number {place.number} (2020-2023), {place.number_2024 or UNKNOWN} (from 2024)",
        f"county from 2024: {register.counties[place.county].name}",
        "before 2020: " + (", ".join(place.former_names) or UNKNOWN),
        "climate network: " + (", ".join(register.networks[id].names["nb"] for id in networks) or "none"),
        "in dialogue: " + (register.networks[dialogue].names["nb"] if dialogue else "not known to be"),
        f"inhabitants on 1 January {latest.index[-1]}: {latest.iloc[-1]}" if len(latest) else f"inhabitants: {UNKNOWN}",
        *_change(latest),
        f"land area: {register.land_area_km2.loc[place.number]} km2",
        *_density(register, place.number, latest),
        "borders: " + (", ".join(_border(register, neighbours, place.number)) or "nobody over land"),
        "rows of the register:",
        *(_row(register, row) for row in memberships_of(register, place.number)),
        f"source of the numbers: {place.source}",
    ]
    return "\n".join(lines)


def number_meant(register: Register, text: str) -> str:
    """The 2020 number that a number of either year, or a name, means."""
    if (number := municipality_number(text)) is not None:
        if number in (index := number_index(register.municipalities)):
            return index[number]
        raise UnknownMunicipality(f"no municipality has the number {number}")
    names = {fold(place.name): number for number, place in register.municipalities.items()}
    if fold(text) in names:
        return names[fold(text)]
    meant = likely(text, [place.name for place in register.municipalities.values()])
    raise UnknownMunicipality(f"no municipality is called “{text}”" + (f"; did you mean {meant}?" if meant else ""))


def _change(people: pandas.Series) -> list[str]:
    """Change of population over the years with a figure."""
    if len(people) < 2:
        return []
    return [f"change since {people.index[0]}: {int(people.iloc[-1] - people.iloc[0]):+d}"]


def _density(register: Register, number: str, people: pandas.Series) -> list[str]:
    """Inhabitants per km2 of land, where both are known."""
    area = register.land_area_km2.loc[number]
    if not len(people) or pandas.isna(area) or not area:
        return []
    return [f"inhabitants per km2: {people.iloc[-1] / area:.1f}"]


def _border(register: Register, neighbours: Neighbours, number: str) -> list[str]:
    over_land = neighbours.border_km[number]
    names = {id: place.name for id, place in register.municipalities.items()}
    return [
        *(
            f"{names.get(other) or neighbours.outside[other] + ' (outside)'} {km:.1f} km"
            for other, km in over_land.items()
        ),
        *(f"{names[other]} by {link.kind} ({link.name})" for other, link in neighbours.links[number].items()),
    ]


def _row(register: Register, row: Membership) -> str:
    dates = [
        f"{word} {date}"
        for word, date in (
            ("from", row.valid_from),
            ("to", row.valid_to),
            ("first attested", row.first_attested),
            ("last attested", row.last_attested),
        )
        if date
    ]
    name = register.networks[row.network].names["nb"]
    return f"- {name}: {row.status}; {', '.join(dates) or 'dates ' + UNKNOWN}; source: {row.source}"
