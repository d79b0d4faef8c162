"""``python -m tests.soak``: how the server holds out; prints Markdown. For a machine where nothing else runs."""

from __future__ import annotations

import argparse
import sys
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import psutil

from tests.serving import Server, start
from tests.soak.readers import ACTIONS, read

#: Workers, and readers at once.
LOADS = ((1, 50), (1, 100), (1, 200), (2, 100), (2, 200), (4, 200))
DECKS, AT_ONCE = 40, 8
VIEWS = ("overview", "table", "networks", "plan", "data", "help")


def main() -> int:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--seconds", type=float, default=25, help="for each row of the table of loads")
    parser.add_argument("--requests", type=int, default=20_000, help="for the memory that many requests leave")
    options = parser.parse_args()
    print(f"\n| workers | readers | actions | wrong | median | 95 % | {' | '.join(ACTIONS)} | memory |")
    print("| ---: " * (7 + len(ACTIONS)) + "|")
    for workers, readers in LOADS:
        with_workers(workers, readers, options.seconds)
    decks()
    flat(options.requests)
    return 0


def with_workers(workers: int, readers: int, seconds: float) -> None:
    """A line of the table of loads."""
    server = start("--workers", str(workers))
    try:
        read(server.url, readers, 10)  # what every server does once
        told = read(server.url, readers, seconds)
        each = " | ".join(f"{told.percentile(0.95, kind):.0f}" for kind in ACTIONS)
        print(
            f"| {workers} | {readers} | {told.number()} | {dict(told.wrong) or 0} | {told.percentile(0.5):.0f} ms "
            f"| {told.percentile(0.95):.0f} ms | {each} | {memory_mb(server):.0f} MB |",
            flush=True,
        )
    finally:
        server.stop()


def decks() -> None:
    """What slides leave behind: many in a row, and some at once."""
    server = start()
    try:
        deck(server, 0)
        before = memory_mb(server)
        for one in range(DECKS):
            deck(server, one + 1)
        row = memory_mb(server)
        with ThreadPoolExecutor(AT_ONCE) as several:
            sizes = list(several.map(lambda one: deck(server, 100 + one), range(AT_ONCE)))
        print(
            f"\n{DECKS} decks in a row: {before:.0f} → {row:.0f} MB; {sum(map(bool, sizes))} of {AT_ONCE} at once "
            f"delivered, then {memory_mb(server):.0f} MB",
            flush=True,
        )
    finally:
        server.stop()


def deck(server: Server, one: int) -> int:
    """The bytes of a deck that nobody has asked for before."""
    query = f"?scenario=3006:naik,{3011 + one % 40}:kb&new=kb:Nytt%20{one}"
    with urllib.request.urlopen(f"{server.url}/export/presentation.pptx{query}", timeout=60) as answer:
        return len(answer.read())


def flat(requests: int) -> None:
    """The memory after each fifth of many requests."""
    server, began = start(), time.monotonic()
    try:
        seen = []
        for part in range(5):
            with ThreadPoolExecutor(4) as several:
                list(
                    several.map(
                        lambda one: server.get(query(one)), range(part * requests // 5, (part + 1) * requests // 5)
                    )
                )
            seen.append(f"{memory_mb(server):.0f}")
        print(f"\n{requests} requests in {time.monotonic() - began:.0f} s: {', '.join(seen)} MB")
    finally:
        server.stop()


def query(one: int) -> str:
    """A state: every tenth one that nobody has asked for yet, else one of those that many ask for."""
    view = VIEWS[one % len(VIEWS)]
    if one % 10:
        return f"/?view={view}&municipality={3011 + one % 8}"
    return f"/?view={view}&municipality={3011 + one % 44}&year={2020 + one % 7}&q={one}"


def memory_mb(server: Server) -> float:
    """Resident memory of the server and its workers, what they share counted once, in megabytes."""
    first = psutil.Process(server.process.pid)
    return sum(one.memory_full_info().pss for one in (first, *first.children())) / 1e6


if __name__ == "__main__":
    sys.exit(main())
