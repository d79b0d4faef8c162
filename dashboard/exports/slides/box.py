"""Where things stand on a slide."""

from __future__ import annotations

from dataclasses import dataclass

#: English metric units, which the format counts in, to an inch and to a point.
EMU_IN = 914_400
EMU_PT = 12_700
#: The slide in inches: 16:9.
WIDTH_IN, HEIGHT_IN = 40 / 3, 7.5


@dataclass(frozen=True)
class Box:
    """A rectangle on the slide in inches: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def emu(self) -> tuple[int, int, int, int]:
        """Left, top, width, height in English metric units."""
        x, y, width, height = (round(one * EMU_IN) for one in (self.x, self.y, self.width, self.height))
        return x, y, width, height

    @property
    def xfrm(self) -> str:
        """The rectangle as the format writes it."""
        x, y, width, height = self.emu
        return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'

    def meets(self, other: Box) -> bool:
        """Whether the two have more than an edge in common."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def holds(self, other: Box) -> bool:
        """Whether the other lies inside."""
        return self.x <= other.x and self.y <= other.y and other.right <= self.right and other.bottom <= self.bottom


SLIDE = Box(0, 0, WIDTH_IN, HEIGHT_IN)
