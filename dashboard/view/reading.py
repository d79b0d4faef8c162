"""Query → state: what an address asks for, and what in it is not understood."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import parse_qsl

from dashboard.colours.palette import THEMES
from dashboard.view.filters import FILTERS
from dashboard.view.pins import MOST_PINS, PIN_LENGTH, Pin, note_of, with_pin
from dashboard.view.readers import (
    one_of,
    read_amount,
    read_colour,
    read_day,
    read_embed,
    read_layer,
    read_municipality,
    read_revision,
    read_since,
    read_sort,
    read_step,
    read_title,
    read_year,
)
from dashboard.view.state import LONGEST, MOST_COMPARED, VIEWS, Ignored, Known, Reader, State
from dashboard.words.wording import LANGUAGES
from geodata.join import Assignment
from geodata.planning.scenario import Scenario
from geodata.planning.scenario_text import read_founded, read_scenario

#: Parameter → its reader; the scenarios are read together (``_read_scenarios``).
READERS: dict[str, Reader] = {
    "lang": one_of(LANGUAGES),
    "view": one_of(VIEWS),
    "year": read_year,
    "day": read_day,
    "since": read_since,
    **{one.parameter: one.read for one in FILTERS},
    "sort": read_sort,
    "municipality": read_municipality,
    "colour": read_colour,
    "layer": read_layer,
    "title": read_title,
    "equal": read_amount,
    "each": read_amount,
    "most": read_amount,
    "step": read_step,
    "theme": one_of(THEMES),
    "embed": read_embed,
    "revision": read_revision,
}


def read_query(query: str, known: Known) -> tuple[State, tuple[Ignored, ...]]:
    """The state a query asks for, and what in it was ignored. Never raises.

    Numbers of other editions become the register's own. Of a repeated parameter the last
    understood one counts.
    """
    values: dict[str, Any] = {}
    ignored: list[Ignored] = []
    pairs = parse_qsl(query.lstrip("?")[:LONGEST], keep_blank_values=True, max_num_fields=None)
    scenarios, unread = _read_scenarios(pairs, known, known.standing(_day(pairs, known)))
    ignored += unread
    known = replace(known, networks=(*known.networks, *(one.id for one in scenarios["scenario"].founded)))
    for name, text in pairs:
        if name in ("scenario", "new", "compare", "pin"):
            continue
        reader = READERS.get(name)
        try:
            if reader is None:
                raise ValueError(name)
            values[name], unknown = reader(text, known)
        except ValueError:
            unknown = (text,)
        ignored += [Ignored(name[:40], part[:60]) for part in unknown]
    values["pin"], unread = _read_pins([text for name, text in pairs if name == "pin"], known)
    ignored += unread
    read = {name: value for name, value in values.items() if value is not None or name == "networks"}
    return State(**read, **scenarios), tuple(ignored)


def _day(pairs: list[tuple[str, str]], known: Known) -> date | None:
    """The day that the address asks for, before the rest of it is read: the last that is understood."""
    found: date | None = None
    for name, text in pairs:
        if name == "day":
            with suppress(ValueError):
                found, _ = read_day(text, known)
    return found


def _read_pins(texts: list[str], known: Known) -> tuple[tuple[Pin, ...], list[Ignored]]:
    """Notes on municipalities, by numbers of any edition: the last one on each; one that is too long is cut."""
    pins: tuple[Pin, ...] = ()
    ignored = []
    for text in texts:
        number, colon, note = text.partition(":")
        found, kept = known.number(number), note_of(note)
        if found is None or not colon or not kept:
            ignored.append(Ignored("pin", text[:60]))
            continue
        pin = Pin(found, kept[:PIN_LENGTH].rstrip())
        if len(with_pin(pins, pin)) > MOST_PINS or len(kept) > PIN_LENGTH:
            ignored.append(Ignored("pin", text[:60]))
        if len(with_pin(pins, pin)) <= MOST_PINS:
            pins = with_pin(pins, pin)
    return pins, ignored


def _read_scenarios(
    pairs: list[tuple[str, str]], known: Known, now: Assignment
) -> tuple[dict[str, Any], list[Ignored]]:
    """The scenario with the networks it founds, and those compared with it, which may use the same networks.

    ``now``: what they differ from, the register on the day that the address asks for.
    """
    found = {name: [text for key, text in pairs if key == name] for name in ("scenario", "new", "compare")}
    founded, wrong = read_founded(found["new"], known.vocabulary)
    ignored = [Ignored("new", one.part) for one in wrong]
    networks = (*known.networks, *(one.id for one in founded))

    def read(name: str, text: str) -> Scenario:
        scenario, wrong = read_scenario(text, known.vocabulary, founded)
        ignored.extend(Ignored(name, one.part) for one in wrong)
        order = {network: place for place, network in enumerate(networks)}
        changes = {
            number: tuple(sorted(ids, key=order.__getitem__))
            for number, ids in scenario.changes.items()
            if set(ids) != set(now[number])
        }
        return Scenario(changes, founded)

    compared = tuple(read("compare", text) for text in found["compare"][:MOST_COMPARED])
    ignored += [Ignored("compare", text[:60]) for text in found["compare"][MOST_COMPARED:]]
    return {"scenario": read("scenario", ",".join(found["scenario"])), "compare": compared}, ignored
