"""How a border is drawn: thin within a network, thick around it, dark around the unorganised."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class BorderKind:
    """``inner``: both sides are in the very same networks. ``gap``: one side is in none."""

    inner: bool
    gap: bool


def border_kind(left: tuple[str, ...], right: tuple[str, ...] | None) -> BorderKind:
    """The kind of a border between the networks of two areas; ``right`` is None where the region ends.

    The browser knows the same rule (assets/modules/map/borders.js); tests/cases/borders.json holds both together.
    """
    inner = right is not None and left == right
    return BorderKind(inner, not left or (right is not None and not right))
