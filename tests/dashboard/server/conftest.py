"""Servers that one test starts, attacks or stops."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from tests.serving import Server, start


@pytest.fixture
def own() -> Iterator[Callable[..., Server]]:
    """Start servers for one test alone, as ``tests.serving.start`` does; they end with it."""
    with ExitStack() as running:

        def started(*flags: str, **how: Any) -> Server:
            server = start(*flags, **how)
            running.callback(server.stop)
            return server

        yield started
