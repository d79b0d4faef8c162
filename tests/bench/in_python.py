"""What the server computes and sends, without a browser: starting, answering, writing files."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from flask.testing import FlaskClient

from dashboard.browser.first_map import first_map
from dashboard.browser.paint import captions
from dashboard.exports.catalogue import EXPORTS, export
from dashboard.server.app import create_app
from dashboard.view.atlas import Atlas, build_atlas
from dashboard.view.reading import read_query
from dashboard.view.view import build_view
from geodata.coverage import cover, latest_year
from geodata.folder.load import load
from geodata.join import covering_networks, join
from geodata.register import Register
from tests.bench.figure import Figure
from tests.serving import question

PACKED = {"Accept-Encoding": "gzip"}


@dataclass(frozen=True)
class Places:
    """What is pressed in one region: networks, organised municipalities to choose, unorganised ones to assign."""

    networks: tuple[str, ...]
    organised: tuple[str, ...]
    unorganised: tuple[str, ...]

    @property
    def scenario(self) -> str:
        """The query of a plan in which one municipality joins a network."""
        return f"?view=plan&scenario={self.unorganised[0]}:{self.networks[0]}"


def places_of(register: Register) -> Places:
    """The places of a register; those to choose lie far from each other in the table."""
    today = join(register)
    organised = tuple(number for number in today if today[number])
    return Places(tuple(covering_networks(register)), organised[:: len(organised) // 5], today.unorganised())


def median_ms(work: Callable[[], object], times: int = 5) -> float:
    """The median duration of some work, in milliseconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - start))
    return statistics.median(taken)


def started(folder: Path, register: Register, atlas: Atlas, places: Places, times: int = 5) -> list[Figure]:
    """What is computed once, when the server starts, and one view model."""
    networks, year = covering_networks(register), latest_year(register)
    bare = build_view(atlas, *read_query("", atlas.known))
    steps = {
        "load and check the data folder": lambda: load(folder, date.today()),
        "join and coverage": lambda: cover(register, join(register), year, networks),
        "atlas: scene, neighbours, label placement, walk": lambda: build_atlas(register),
        "on first use: across the sea, midpoints, search": lambda: on_first_use(atlas),
        "the map of the first response": lambda: first_map(bare, captions(bare)),
        "one view model": lambda: build_view(atlas, *read_query(places.scenario, atlas.known)),
    }
    return [Figure(what, median_ms(work, times)) for what, work in steps.items()]


def on_first_use(atlas: Atlas) -> tuple[object, ...]:
    """What an atlas computes only when somebody plans or searches."""
    fresh = replace(atlas)
    return fresh.sea, fresh.points, fresh.entries


def answered(register: Register, places: Places, times: int = 5) -> list[Figure]:
    """The page, and the callback's answer to a first visit, a choice, a filter and an assignment: ms and bytes sent."""
    client = create_app(register).server.test_client()
    page = client.get("/", headers=PACKED)
    figures = [Figure("page: HTML with the map, gzip", len(page.data) / 1000, "kB")]
    steps = {
        "first visit": ("", None),
        "choice": (f"?municipality={places.organised[0]}", ""),
        "filter": (f"?networks={places.networks[0]}", ""),
        "assignment": (places.scenario, "?view=plan"),
    }
    for what, (query, painted) in steps.items():
        ask = asking(client, query, painted)
        sent = len(ask())  # what is computed on first use is not counted: a server has been asked before
        figures.append(Figure(f"{what}: the server's answer", median_ms(ask, times)))
        figures.append(Figure(f"{what}: the answer's bytes, gzip", sent / 1000, "kB"))
    return figures


def asking(client: FlaskClient, query: str, painted: str | None) -> Callable[[], bytes]:
    """What the browser posts when the address changes; calling it returns the packed answer."""
    asked, headers = question(query, painted), {**PACKED, "Content-Type": "application/json"}

    def ask() -> bytes:
        answer = client.post("/_dash-update-component", data=asked, headers=headers)
        if answer.status_code != 200:
            raise RuntimeError(f"the callback answered {answer.status}")
        return answer.data

    return ask


def exported(atlas: Atlas, places: Places, times: int = 5) -> list[Figure]:
    """Every file that can be taken along, of a plan: how long it takes, and its size."""
    figures = []
    for name in EXPORTS:
        size = len(export(atlas, name, places.scenario).content)
        duration = median_ms(lambda name=name: export(atlas, name, places.scenario), times)
        figures += [Figure(name, duration), Figure(f"{name}: size", size / 1000, "kB")]
    return figures
