"""Fills: a network's colour from the theme of the file, two colours in stripes, and the hatches of those outside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.colours.palette import PAGE
from dashboard.view.state import NONE
from dashboard.view.view import MapView

#: As many networks have a colour of their own in the theme; the fifth and sixth are the line and ink of the gap.
NETWORK_ACCENTS = 4
#: Diagonals of the page: upwards where a dialogue concerns them, downwards where none is known.
IN_DIALOGUE, NOT_KNOWN = "wdUpDiag", "wdDnDiag"
#: Two networks: stripes of both.
STRIPES = "wdUpDiag"
#: As much of its colour keeps what is not selected; the rest is land.
FAINT = 0.4


@dataclass(frozen=True)
class Ink:
    """A colour "#rrggbb", and what the theme calls it where it does."""

    hex: str
    theme: str = ""

    @property
    def xml(self) -> str:
        """The colour as the format writes it."""
        return f'<a:schemeClr val="{self.theme}"/>' if self.theme else f'<a:srgbClr val="{self.hex[1:].upper()}"/>'


@dataclass(frozen=True)
class SlideColours:
    """The inks of a file: the page's by name, the networks' by id."""

    page: Mapping[str, Ink]
    networks: Mapping[str, Ink]

    def fill(self, key: str, faint: bool = False) -> str:
        """The fill of an area (AreaView.membership_fill), as the format writes it."""
        if key in (NONE, f"{NONE}-dialogue"):
            preset = NOT_KNOWN if key == NONE else IN_DIALOGUE
            return self._stripes(preset, self.page["gap-line"], self.page["gap-fill"], faint)
        first, *more = (self.networks[id] for id in key.split("+"))
        if more:
            return self._stripes(STRIPES, more[0], first, faint)
        return f"<a:solidFill>{self._seen(first, faint).xml}</a:solidFill>"

    def _stripes(self, preset: str, front: Ink, back: Ink, faint: bool) -> str:
        front, back = self._seen(front, faint), self._seen(back, faint)
        return f'<a:pattFill prst="{preset}"><a:fgClr>{front.xml}</a:fgClr><a:bgClr>{back.xml}</a:bgClr></a:pattFill>'

    def _seen(self, ink: Ink, faint: bool) -> Ink:
        return Ink(mixed(ink.hex, self.page["land"].hex, FAINT)) if faint else ink


def paint_of(view: MapView) -> SlideColours:
    """The inks of a view: paper is white, so they are the light theme's."""
    named = {"ink": "tx1", "paper": "bg1", "accent": "tx2", "sea": "bg2", "gap-line": "accent5", "gap-ink": "accent6"}
    return SlideColours(
        page={name: Ink(hex, named.get(name, "")) for name, hex in PAGE["light"].items()},
        networks={
            id: Ink(network.colours["light"], f"accent{place}" if place <= NETWORK_ACCENTS else "")
            for place, (id, network) in enumerate(view.networks.items(), 1)
        },
    )


def mixed(colour: str, other: str, share: float) -> str:
    """So much of the first colour, the rest of the other, both "#rrggbb"."""
    pairs = ((int(colour[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(share * one + (1 - share) * two):02x}" for one, two in pairs)
