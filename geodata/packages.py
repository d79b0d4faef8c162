"""Whether what the project stands on is installed for the Python that runs it."""

from __future__ import annotations

import sys
from importlib.util import find_spec


def require(*names: str) -> None:
    """End with one line that says what to do when a package of these names is not there; nothing is imported."""
    missing = [name for name in names if find_spec(name) is None]
    if missing:
        sys.exit(
            f"This Python ({sys.executable}) lacks {', '.join(missing)}. Run “make run” or “make check” once: they set "
            "up .venv; then call .venv/bin/python (on Windows .venv\\Scripts\\python) instead. README.md tells more."
        )
