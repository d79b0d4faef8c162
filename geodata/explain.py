"""All that the register knows about one municipality, as text for the command line."""

from __future__ import annotations

import pandas

from geodata.errors import UnknownMunicipality
from geodata.join import in_dialogue, join
from geodata.model import Membership
from geodata.numbers import municipality_number
from geodata.places.neighbours import Neighbours, find_neighbours
from geodata.register import Register
from geodata.text import fold, in_language, likely

UNKNOWN = "not known"
#: What the command line speaks, as far as the data do.
_LANGUAGE = "nb"


def explain(register: Register, text: str) -> str:
    """Numbers, county, networks, statuses and sources of the municipality that ``text`` names.

    ``text`` is a number of any edition, or a name. Raises UnknownMunicipality,
    with the likely meant one, when there is none.
    """
    place = register.municipalities[number_meant(register, text)]
    networks = join(register)[place.number]
    dialogue = in_dialogue(register).get(place.number)
    neighbours = find_neighbours(register)
    people = register.population.T[place.number]
    latest = people.dropna()
    lines = [
        f"{place.name}: number {place.number} ({register.edition})",
        *(
            f"in the edition {edition}: " + (", ".join(f"{one.number} {one.name}" for one in places) or UNKNOWN)
            for edition, places in place.elsewhere.items()
        ),
        f"county ({register.grouping.id}): {register.counties[place.county].name}",
        f"day of the register: {register.day}",
        "climate network: "
        + (", ".join(in_language(register.networks[id].names, _LANGUAGE) for id in networks) or "none"),
        "in dialogue: "
        + (in_language(register.networks[dialogue].names, _LANGUAGE) if dialogue else "not known to be"),
        f"inhabitants on 1 January {latest.index[-1]}: {latest.iloc[-1]}" if len(latest) else f"inhabitants: {UNKNOWN}",
        *_change(latest),
        f"land area: {register.land_area_km2.loc[place.number]} km2",
        *_density(register, place.number, latest),
        "borders: " + (", ".join(_border(register, neighbours, place.number)) or "nobody over land"),
        "rows of the register:",
        *(_row(register, row) for row in register.history if row.municipality == place.number),
        f"source of the numbers: {place.source}",
    ]
    return "\n".join(lines)


def number_meant(register: Register, text: str) -> str:
    """The register's number of the municipality that a number of any edition, or a name, means.

    Raises UnknownMunicipality when there is none, and, with the names, when it is several.
    """
    places = register.municipalities
    if (number := municipality_number(text)) is not None:
        meant = register.meant(number)
        if not meant:
            raise UnknownMunicipality(f"no municipality has the number {number}")
    else:
        own = [number for number, place in places.items() if fold(place.name) == fold(text)]
        meant = tuple(own or (number for number, place in places.items() if fold(text) in map(fold, place.other_names)))
    if len(meant) > 1:
        raise UnknownMunicipality(f"{text} means {' and '.join(f'{one} {places[one].name}' for one in meant)}")
    if meant:
        return meant[0]
    near = likely(text, [place.name for place in places.values()])
    raise UnknownMunicipality(f"no municipality is called “{text}”" + (f"; did you mean {near}?" if near else ""))


def _name(register: Register, network: str) -> str:
    return in_language(register.networks[network].names, _LANGUAGE)


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
            ("agreement from", row.agreement_from),
            ("agreement to", row.agreement_to),
            ("first attested", row.first_attested),
            ("last attested", row.last_attested),
        )
        if date
    ]
    name = _name(register, row.network)
    return f"- {name}: {row.status}; {', '.join(dates) or 'dates ' + UNKNOWN}; source: {row.source}"
