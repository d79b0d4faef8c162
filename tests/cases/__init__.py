"""Rules that Python and the browser both know: the same cases, run by pytest and by ``node --test``."""

from __future__ import annotations

import json
from pathlib import Path


def read_cases(name: str) -> dict:
    """A file of cases: what it is about, what holds for all, and ``cases``."""
    return json.loads((Path(__file__).parent / f"{name}.json").read_text(encoding="utf-8"))
