"""Processes that answer beside each other: forked from one that has read the data, and replaced when they end."""

from __future__ import annotations

import logging
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

#: A worker that ended sooner than this is started again after as long, in seconds.
BRIEF_S = 1.0
STOPS = {signal.SIGTERM, signal.SIGINT}
#: Whether there is a reason to go on.
GoesOn = Callable[[], bool]
_log = logging.getLogger(__name__)


def keep_workers(answer: Callable[[GoesOn], None], workers: int) -> None:
    """Fork workers, replace those that end by themselves, and end when all have ended that were told to."""
    began: dict[int, float] = {}
    asked: list[int] = []

    def stop(number: int, _: FrameType | None) -> None:
        asked.append(number)
        for worker in began:
            _tell(worker, signal.SIGTERM)

    on_stop(stop)
    with _deaf():
        for _ in range(workers):
            began[_forked(answer)] = time.monotonic()
    while began:
        worker, status = os.wait()
        lived = time.monotonic() - began.pop(worker)
        if asked:
            continue
        _log.warning("worker %d ended (%d); another takes its place", worker, os.waitstatus_to_exitcode(status))
        if lived < BRIEF_S:
            time.sleep(BRIEF_S)
        with _deaf():
            if not asked:
                began[_forked(answer)] = time.monotonic()


def _forked(answer: Callable[[GoesOn], None]) -> int:
    """Answer in a process of its own, for as long as its parent is there."""
    parent = os.getpid()
    worker = os.fork()
    if worker:
        return worker
    code = 1
    try:
        answer(lambda: os.getppid() == parent)
        code = 0
    finally:
        os._exit(code)


def on_stop(stop: Callable[[int, FrameType | None], None]) -> None:
    """Call ``stop`` when this process is told to end, also if it was told so while it was deaf."""
    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)


@contextmanager
def _deaf() -> Iterator[None]:
    """Hear of no end until afterwards: a worker that is being forked is not counted yet."""
    signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)


def _tell(worker: int, number: int) -> None:
    with suppress(ProcessLookupError):  # it has ended, and is about to be counted
        os.kill(worker, number)
