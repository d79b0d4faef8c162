"""What a visit sends and how much of the page moves: bounds that do not depend on how fast the machine is."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from dashboard.view.views import ALL_VIEWS
from tests.bench.watched import DESKTOP, ELSEWHERE, MOST, PHONE, Visit, newcomer, watch
from tests.serving import Server

#: Each view, one with a choice and a filter made, and the map on somebody else's site.
QUERIES = (*(f"?view={one.id}" for one in ALL_VIEWS), ELSEWHERE, "?networks=none&lang=en&theme=dark", "?embed=1")


@pytest.fixture(scope="module")
def visits(chromium: Browser, server: Server, works: None) -> Iterator[tuple[Visit, Visit]]:
    """The first visit of a newcomer, and their second at another address, both at rest."""
    with newcomer(chromium) as context:
        first, second = watch(context), watch(context)
        first.open(server.url + "/")
        first.rest()
        second.open(f"{server.url}/{ELSEWHERE}")
        second.rest()
        yield first, second


def heaviest(visit: Visit) -> list[tuple[str, int]]:
    """The paths of what weighs most, and their bytes."""
    files = sorted(visit.sent(), key=lambda one: -one.bytes)
    return [(urlsplit(one.url).path, one.bytes) for one in files[:10]]


def test_bytes_before_the_map_is_ready(visits: tuple[Visit, Visit]) -> None:
    """The map can be used before 350 kB have come."""
    first, _ = visits
    assert first.before_ready()[0] <= MOST.before_ready, heaviest(first)


def test_bytes_in_all(visits: tuple[Visit, Visit]) -> None:
    """A first visit takes 500 kB at most."""
    first, _ = visits
    assert 0 < first.bytes() <= MOST.in_all, heaviest(first)


def test_bytes_of_a_second_visit(visits: tuple[Visit, Visit]) -> None:
    """Whoever comes back, at another address, gets 90 kB at most: the rest is kept."""
    _, second = visits
    assert 0 < second.bytes() <= MOST.second, heaviest(second)


def test_requests_before_the_map_is_ready(visits: tuple[Visit, Visit]) -> None:
    """At most eight files are asked for before the map can be used."""
    first, _ = visits
    assert 0 < first.before_ready()[1] <= MOST.requests, [urlsplit(one.url).path for one in first.sent()]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=str)
@pytest.mark.parametrize("query", QUERIES)
def test_nothing_moves(chromium: Browser, server: Server, works: None, query: str, size: tuple[int, int]) -> None:
    """A newcomer's page stays where it is while it becomes usable: layout shift as Chromium counts it."""
    with newcomer(chromium, size) as context:
        visit = watch(context)
        visit.open(f"{server.url}/{query}")
        visit.rest()
        assert visit.shift() <= MOST.shift, visit.shifts()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=str)
def test_no_step_moves(chromium: Browser, server: Server, works: None, size: tuple[int, int]) -> None:
    """Nor does any step of the presentation, opened from its address."""
    moved = {}
    with newcomer(chromium, size) as context:
        step = steps = 1
        while step <= steps:
            visit = watch(context)
            visit.open(f"{server.url}/?view=present&step={step}")
            visit.page.wait_for_selector(".step.now")
            visit.page.wait_for_timeout(300)
            if visit.shift() > MOST.shift:
                moved[step] = visit.shifts()
            steps, step = visit.page.locator(".step").count(), step + 1
            visit.page.close()
    assert steps > 1
    assert moved == {}
