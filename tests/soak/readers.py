"""Many readers at once, each with a connection that stays open and an action every few seconds.

One thread for all (asyncio and plain sockets): the load takes little of the two processors that the server needs.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tests.serving import question

#: Seconds between two actions of a reader, and what a hundred of them are: files 5, slides 1.
PAUSE_S, LONGEST_PLAN = 5.0, 12
ACTIONS: Mapping[str, int] = {"choose": 40, "filter": 24, "plan": 30, "file": 5, "slides": 1}
NUMBERS = [f"30{last:02}" for last in (*range(1, 8), *range(11, 55))]
NETWORKS = ("naik", "follo", "ostfold", "hallingdal", "kb")
FILES = ("municipalities.csv", "municipalities.xlsx", "networks.xlsx", "map.svg", "municipalities.geojson", "map.html")
LANGUAGES = ("", "", "&lang=nn", "&lang=en")


@dataclass
class Told:
    """What the readers saw: milliseconds of each action by its kind, and what went wrong."""

    times: dict[str, list[float]] = field(default_factory=dict)
    wrong: Counter[str] = field(default_factory=Counter)

    def percentile(self, share: float, *kinds: str) -> float:
        """The time that so many of the actions did not exceed, in milliseconds; of all kinds when none is named."""
        every = sorted(ms for kind, some in self.times.items() if not kinds or kind in kinds for ms in some)
        return every[min(int(len(every) * share), len(every) - 1)] if every else 0.0

    def number(self) -> int:
        """How many actions were answered."""
        return sum(map(len, self.times.values()))


class Reader:
    """A connection that stays open, and the state that its page shows."""

    def __init__(self, url: str, seed: int) -> None:
        parts = urlsplit(url)
        self._host, self._port, self._path = parts.hostname or "", parts.port or 80, parts.path
        self._chance, self._painted = random.Random(seed), ""
        self._language = self._chance.choice(LANGUAGES)
        self._changes: dict[str, str] = {}
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def act(self) -> tuple[str, int]:
        """Do one thing; its kind and the status of the answer. Raises OSError where the connection breaks."""
        kind = self._chance.choices(list(ACTIONS), list(ACTIONS.values()))[0]
        if kind == "file":
            return kind, await self.ask("GET", f"/export/{self._chance.choice(FILES)}?{self._painted}")
        if kind == "slides":
            return kind, await self.ask("GET", f"/export/presentation.pptx?{self._plan()}")
        wanted = {"choose": self._choice, "filter": self._filter, "plan": self._plan}[kind]()
        status = await self.ask("POST", "/_dash-update-component", question(wanted, self._painted))
        self._painted = wanted
        return kind, status

    async def ask(self, method: str, path: str, body: bytes = b"") -> int:
        """The status of an answer, once all of it has come."""
        if self._streams is None:
            self._streams = await asyncio.open_connection(self._host, self._port)
        reader, writer = self._streams
        kind = "Content-Type: application/json\r\n" if body else ""
        head = f"{method} {self._path}{path} HTTP/1.1\r\nHost: {self._host}\r\nAccept-Encoding: br\r\n{kind}"
        try:
            writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
            await writer.drain()
            lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            headers = dict(line.lower().split(": ", 1) for line in lines[1:] if ": " in line)
            await reader.readexactly(int(headers.get("content-length", "0")))
        except (OSError, asyncio.IncompleteReadError) as broken:
            self.leave()
            raise ConnectionError(str(broken)) from broken
        if headers.get("connection") == "close":
            self.leave()
        return int(lines[0].split()[1])

    def leave(self) -> None:
        """Close the connection; the next action opens another."""
        if self._streams:
            self._streams[1].close()
        self._streams = None

    def _choice(self) -> str:
        return f"municipality={self._chance.choice(NUMBERS)}{self._language}"

    def _filter(self) -> str:
        shown = self._chance.choice(("naik", "follo", "none", "ostfold,none", "naik,hallingdal"))
        return f"networks={shown}&county={self._chance.choice(('akershus', 'buskerud', 'ostfold'))}{self._language}"

    def _plan(self) -> str:
        """One more municipality in another network; after twelve the planner begins anew."""
        if len(self._changes) == LONGEST_PLAN:
            self._changes = {}
        self._changes[self._chance.choice(NUMBERS)] = self._chance.choice(NETWORKS)
        changes = ",".join(f"{number}:{network}" for number, network in self._changes.items())
        return f"view=plan&scenario={changes}&new=kb:Nytt{self._language}"


def read(
    url: str, readers: int, seconds: float, meanwhile: Callable[[], None] | None = None, pause_s: float = PAUSE_S
) -> Told:
    """Let so many readers act for so long; ``meanwhile`` is called in a thread of its own after a third of it."""
    return asyncio.run(_read(url, readers, seconds, meanwhile, pause_s))


async def _read(url: str, readers: int, seconds: float, meanwhile: Callable[[], None] | None, pause_s: float) -> Told:
    told, end = Told(), time.monotonic() + seconds
    tasks = [
        asyncio.create_task(_one(Reader(url, seed), seed / readers * pause_s, pause_s, end, told))
        for seed in range(readers)
    ]
    if meanwhile:
        await asyncio.sleep(seconds / 3)
        await asyncio.to_thread(meanwhile)
    await asyncio.gather(*tasks)
    return told


async def _one(reader: Reader, after_s: float, pause_s: float, end: float, told: Told) -> None:
    """A reader's actions, at their own times whatever the answers take."""
    due = time.monotonic() + after_s
    while due < end:
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        began = time.monotonic()
        try:
            kind, status = await reader.act()
        except OSError as broken:
            told.wrong[f"connection: {type(broken).__name__}"] += 1
        else:
            if status == 200:
                told.times.setdefault(kind, []).append(1000 * (time.monotonic() - began))
            else:
                told.wrong[f"{kind}: {status}"] += 1
        due = max(due + pause_s, time.monotonic())
    reader.leave()
