"""A length in per cent as a drawing: the one way to say it without a style attribute."""

from __future__ import annotations

from typing import Any

from dashboard.markup.attributes import attributes
from dashboard.markup.elements import Rect, Svg


def bar(share: float | None, class_name: str, **properties: Any) -> Svg:
    """A bar filled from its start as far as a share of 1 says; nothing of it where the share is unknown.

    The style sheet says how high it is and what it is filled with. It says no more than the words beside it.
    """
    filled = None if share is None else Rect(width=percent_of(share), height="100%")
    return Svg(filled, className=class_name, **attributes(aria_hidden=True), **properties)


def percent_of(share: float) -> str:
    """0.9549 → "95.49%", as SVG has lengths."""
    return f"{100 * share:.2f}%"
