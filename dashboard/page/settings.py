"""How this server was started, as far as the page shows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """Where to report errors, where others reach the page, and the origins that may embed it (``parents``)."""

    feedback: str | None = None
    public_url: str | None = None
    parents: tuple[str, ...] = ()
