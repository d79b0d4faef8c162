"""The process that listens: waitress, tuned to hear everybody, and forked where more than one shall answer.

waitress takes a request in whole before a thread sees it, and hands an answer out by itself, so that those who send or
read slowly cost a file descriptor and no thread. granian 2.8 and gunicorn 27, attacked in the same way (1 200
connections each of the silent, of half a head, half a body and a dripping one, all at once), were deaf until these
ended. What waitress leaves out is here: an end to a request that never ends, and an end that is awaited.
"""

from __future__ import annotations

import gc
import logging
import select
import socket
import time
from dataclasses import dataclass
from importlib import import_module
from types import FrameType
from typing import Any

from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.server import create_server

from dashboard.server.workers import GoesOn, keep_workers, on_stop

#: Threads of a worker. Eight may wait for costly files; the others answer meanwhile.
THREADS = 16
#: Connections of a worker; what is left of the files that it may open is for answering.
MOST_CONNECTIONS, FILES_LEFT = 4_000, 200
#: Waiting to be accepted.
BACKLOG = 1_024
#: Seconds: a connection that says nothing, a request that has begun, and what is under way when the server is to stop.
SILENT_S, REQUEST_S, DRAIN_S = 60, 20, 9
#: Objects that come before the collector does, and how often it looks at the older ones: an answer makes thousands and
#: leaves none, and at Python's 700 a tenth of the time went into looking for them.
COLLECTIONS = (20_000, 20, 50)
#: How often the silent are looked for.
CLEANUP_S = 5
#: Headers of a request: a scenario's address has 7 000 characters at most.
MOST_HEADER_BYTES = 65_536
#: What never goes to a disk, which may be full: answers are smaller, and bodies are refused before.
IN_MEMORY = 256_000_000


@dataclass(frozen=True)
class Listening:
    """How to answer. ``prefix``: the path that the page lives under; ``proxy``: the one in front that is believed."""

    prefix: str = ""
    proxy: str | None = None
    workers: int = 1


class _Channel(HTTPChannel):
    """A connection whose requests must come whole within REQUEST_S, however often a byte of them does."""

    _begun = 0.0

    def received(self, data: bytes) -> bool:
        if self.request is None:
            self._begun = time.monotonic()
        elif time.monotonic() - self._begun > REQUEST_S:
            self.will_close = True
            return False
        return bool(super().received(data))


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens at an address. Raises OSError where that is taken or nobody's."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=BACKLOG)


def serve(application: Any, how: Listening, listener: socket.socket, most_body_bytes: int) -> None:
    """Answer until told to stop (SIGTERM, SIGINT), then for as long as something is under way.

    With several workers the application is loaded once and shared; one that ends otherwise is replaced.
    """

    def answer(goes_on: GoesOn = lambda: True) -> None:
        _answer(_server(application, how, listener, most_body_bytes), goes_on)

    if how.workers > 1:
        keep_workers(answer, how.workers)
    else:
        answer()


def _server(application: Any, how: Listening, listener: socket.socket, most_body_bytes: int) -> Any:
    """waitress, bounded."""
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a page asks for ten things at once: no cause to warn
    trusted: dict[str, Any] = {
        "trusted_proxy": how.proxy,
        "trusted_proxy_headers": "x-forwarded-for x-forwarded-host x-forwarded-proto",
    }
    server: Any = create_server(  # of its two kinds the one with one socket
        application,
        sockets=[listener],
        threads=THREADS,
        connection_limit=min(MOST_CONNECTIONS, _most_files() - FILES_LEFT),
        backlog=BACKLOG,
        asyncore_use_poll=hasattr(select, "poll"),
        channel_timeout=SILENT_S,
        cleanup_interval=CLEANUP_S,
        max_request_header_size=MOST_HEADER_BYTES,
        max_request_body_size=most_body_bytes,
        inbuf_overflow=IN_MEMORY,
        outbuf_overflow=IN_MEMORY,
        outbuf_high_watermark=IN_MEMORY,
        url_prefix=how.prefix,
        clear_untrusted_proxy_headers=True,
        ident=None,
        **(trusted if how.proxy else {}),
    )
    server.channel_class = _Channel
    return server


def _answer(server: Any, goes_on: GoesOn) -> None:
    """Answer in this process until it is told to stop, or need not go on."""
    gc.set_threshold(*COLLECTIONS)
    asked: list[int] = []

    def stop(number: int, _: FrameType | None) -> None:
        asked.append(number)
        server.pull_trigger()

    on_stop(stop)
    while not asked and goes_on():
        _turn(server)
    _drain(server)


def _turn(server: Any) -> None:
    wasyncore.loop(timeout=1, use_poll=server.adj.asyncore_use_poll, map=server._map, count=1)


def _drain(server: Any) -> None:
    """Take nobody new; let go of who waits for nothing, and of the others once they have their answers."""
    server.accepting = False
    server.del_channel()
    server.socket.close()
    end = time.monotonic() + DRAIN_S
    while server.active_channels and time.monotonic() < end:
        for channel in list(server.active_channels.values()):
            if not channel.requests and not channel.total_outbufs_len:
                channel.will_close = True
        _turn(server)
    server.task_dispatcher.shutdown(timeout=1)


def _most_files() -> int:
    """How many files this process may open, after asking for as many as it may ask for."""
    try:
        resource = import_module("resource")
    except ImportError:  # Windows has no such limit for sockets
        return MOST_CONNECTIONS + FILES_LEFT
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_CONNECTIONS + FILES_LEFT
    if soft < wanted and soft != resource.RLIM_INFINITY:
        soft = wanted if hard == resource.RLIM_INFINITY else min(hard, wanted)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return wanted if soft == resource.RLIM_INFINITY else soft
