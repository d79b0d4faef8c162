"""What the server computes once: load and check, join, atlas, one view."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date

from dashboard.atlas import build_atlas
from dashboard.state import read_query
from dashboard.svg import bare_scene
from dashboard.view import build_view
from geodata.coverage import cover, latest_year
from geodata.join import covering_networks, join
from geodata.load import load
from tests.serving import PROJECT


def median_ms(work: Callable[[], object], times: int = 5) -> float:
    """The median duration of some work, in milliseconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - start))
    return statistics.median(taken)


def measure() -> list[tuple[str, str]]:
    """(what, duration) for each step."""
    register = load(PROJECT / "data", date.today())
    atlas = build_atlas(register)
    networks, year = covering_networks(register), latest_year(register)
    query = "?networks=follo,none&municipality=3051&lang=en"
    steps = {
        "load and check the data folder": lambda: load(PROJECT / "data", date.today()),
        "join and coverage": lambda: cover(register, join(register), year, networks),
        "atlas: scene, neighbours, label placement, walk": lambda: build_atlas(register),
        "static SVG of the scene": lambda: bare_scene(atlas.scene),
        "one view model": lambda: build_view(atlas, *read_query(query, atlas.known)),
    }
    return [(what, f"{median_ms(work):.1f} ms") for what, work in steps.items()]
