"""How a border is drawn: thin within a network, thick between networks, a hairline at the region's edge."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class BorderKind:
    """``kind``: "inner" (both sides in the very same networks), "outer", or "edge" (coast and border of the region).

    ``gap``: one side is in none.
    """

    kind: str
    gap: bool

    @property
    def classes(self) -> str:
        """As the style sheets know it."""
        return f"{self.kind}{' gap' if self.gap else ''}"


def border_kind(left: tuple[str, ...], right: tuple[str, ...] | None) -> BorderKind:
    """The kind of a border between the networks of two areas; ``right`` is None where the region ends.

    The browser knows the same rule (assets/modules/map/borders.js); tests/cases/borders.json holds both together.
    """
    kind = "edge" if right is None else "inner" if left == right else "outer"
    return BorderKind(kind, not left or (right is not None and not right))
