"""What changed in the register from one day to another, as text for the command line and as values for programs."""

from __future__ import annotations

from datetime import date

from geodata.coverage import Share, cover, latest_year
from geodata.join import covering_networks, join, uncertain_members
from geodata.planning.differences import BETWEEN_NAMES, difference_rows
from geodata.register import Register
from geodata.text import in_language

_LANGUAGE = "en"


def diff(register: Register, since: date, day: date) -> str:
    """A line for each municipality that changed, one for each of whom it is uncertain, and the coverage of both days.

    Inhabitants are those of the latest year with all of them. Raises OutsideSpan for a day outside the register's span.
    """
    standings = _standings(register, since, day)
    changes = [
        f"{row['number']} {row['name']}: {row['before']} \u2192 {row['after']}" for row in _differences(standings)
    ]
    uncertain = [
        f"uncertain on {one.day}: {row['number']} {row['name']} ({row['names']})"
        for one in standings
        for row in _uncertain(one)
    ]
    covered = "; ".join(f"on {one.day} {_covered(_share(one))}" for one in standings)
    return "\n".join(
        [
            *(changes or [f"No change is known from {since} to {day}."]),
            *uncertain,
            f"In a climate network: {covered} (population of 1 January {latest_year(register)}).",
        ]
    )


def diff_values(register: Register, since: date, day: date) -> dict[str, object]:
    """The same for JSON: ``differences`` as in a plan's file, ``uncertain`` and ``coverage`` for each of the two days.

    Networks are ids separated by "+", "none" for no network; a sum of inhabitants is None where one of them is unknown.
    """
    standings = _standings(register, since, day)
    named = {"since": standings[0], "day": standings[1]}
    return {
        "revision": register.revision,
        "edition": register.edition,
        "since": since.isoformat(),
        "day": day.isoformat(),
        "differences": _differences(standings),
        "uncertain": {name: _uncertain(one) for name, one in named.items()},
        "coverage": {name: _coverage(one) for name, one in named.items()},
    }


def _standings(register: Register, since: date, day: date) -> tuple[Register, Register]:
    return register.at(day=since), register.at(day=day)


def _differences(standings: tuple[Register, Register]) -> list[dict[str, str]]:
    earlier, later = standings
    return difference_rows(later, join(earlier), join(later), language=_LANGUAGE)


def _uncertain(register: Register) -> list[dict[str, str]]:
    """Who may be a member of which networks on the register's day, in the order of the municipalities' table."""
    found = uncertain_members(register)
    return [
        {
            "number": number,
            "name": place.name,
            "names": BETWEEN_NAMES.join(in_language(register.networks[id].names, _LANGUAGE) for id in found[number]),
            "ids": "+".join(found[number]),
        }
        for number, place in register.municipalities.items()
        if number in found
    ]


def _share(register: Register) -> Share:
    return cover(register, join(register), latest_year(register), covering_networks(register)).organised


def _covered(share: Share) -> str:
    part, whole = share.part, share.whole
    if part.population is None:
        people = "an unknown number of inhabitants"
    elif whole.population is None:
        people = f"{part.population} of an unknown number of inhabitants"
    else:
        people = f"{part.population} of {whole.population} inhabitants"
    return f"{part.municipalities} of {whole.municipalities} municipalities with {people}"


def _coverage(register: Register) -> dict[str, int | None]:
    share = _share(register)
    return {
        "municipalities": share.part.municipalities,
        "municipalities_total": share.whole.municipalities,
        "population": share.part.population,
        "population_total": share.whole.population,
        "year": latest_year(register),
    }
