"""A gate before costly work: so many at a time, and who would wait too long is told so at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore


class Busy(Exception):
    """The server has too much to do just now. ``seconds``: after which it is worth asking again."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(f"busy: ask again in {seconds} seconds")


class Gate:
    """Lets ``at_once`` in; ``waiting`` more may wait, each for ``seconds`` at most: they hold threads of the server."""

    def __init__(self, at_once: int, waiting: int, seconds: int) -> None:
        self._seconds = seconds
        self._inside, self._near = BoundedSemaphore(at_once), BoundedSemaphore(at_once + waiting)

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Do the work within. Raises Busy where too many wait, or the wait was too long."""
        if not self._near.acquire(blocking=False):
            raise Busy(self._seconds)
        try:
            if not self._inside.acquire(timeout=self._seconds):
                raise Busy(self._seconds)
            try:
                yield
            finally:
                self._inside.release()
        finally:
            self._near.release()
