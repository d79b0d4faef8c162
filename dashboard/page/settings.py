"""How this server was started, as far as the application knows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """Where to report errors, where others reach the page, and the origins that may embed it (``parents``).

    ``log``: None, ``requests`` or ``addresses``, a line for each request without or with who asked; ``metrics``:
    whether they are counted for ``/metrics``.
    """

    feedback: str | None = None
    public_url: str | None = None
    parents: tuple[str, ...] = ()
    log: str | None = None
    metrics: bool = False
