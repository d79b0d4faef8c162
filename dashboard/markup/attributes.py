"""Attributes with hyphens, which are no names in Python: ``aria-label``, ``data-kpi``."""

from __future__ import annotations

from typing import Any


def attributes(**values: str | int | bool | None) -> dict[str, Any]:
    """``aria_label="Map", data_kpi=None`` → ``{"aria-label": "Map"}``: names with hyphens, what is None left out.

    True and False become the words that ARIA has for them. Values are Any for the type checker, since a component
    that takes them as ``**attributes(…)`` has properties of every type.
    """
    return {name.replace("_", "-"): _written(value) for name, value in values.items() if value is not None}


def _written(value: str | int | bool) -> str | int:
    return ("true" if value else "false") if isinstance(value, bool) else value
