"""Telling what was asked and how it went, whatever the application did with it."""

from __future__ import annotations

import time
from collections.abc import Callable

from flask import Flask, Response, g, request_finished, request_started

#: Told of an answer, and of the seconds that it took.
Teller = Callable[[Response, float], None]


def observe(server: Flask, *tellers: Teller) -> None:
    """Call the tellers once an answer is ready, within its request; also where it was refused before it was read."""

    def begin(sender: Flask, **_: object) -> None:
        g.began = time.perf_counter()

    def end(sender: Flask, response: Response, **_: object) -> None:
        seconds = time.perf_counter() - g.began
        for tell in tellers:
            tell(response, seconds)

    request_started.connect(begin, server, weak=False)
    request_finished.connect(end, server, weak=False)
