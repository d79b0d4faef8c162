"""What may stand inside a component, as types."""

from __future__ import annotations

from collections.abc import Sequence

from dash.development.base_component import Component

#: A text, a number, a component, or nothing.
Item = str | int | float | Component | None
#: One of them, or several.
Content = Item | Sequence[Item]
