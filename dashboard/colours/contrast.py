"""How far two colours lie apart: WCAG contrast, and distance as colour-blind eyes see it."""

from __future__ import annotations

from functools import lru_cache

from coloraide import Color

#: Kind of colour vision → coloraide's filter for it at full severity; normal vision needs none. The simulation is
#: Machado, Oliveira & Fernandes (2009), "A Physiologically-based Model for Simulation of Color Vision Deficiency".
VISION = {"normal": None, "protanopia": "protan", "deuteranopia": "deutan", "tritanopia": "tritan"}


def contrast(one: str, other: str) -> float:
    """WCAG 2.1 contrast ratio of two "#rrggbb" colours, 1 to 21."""
    return _seen(one, "normal").contrast(_seen(other, "normal"), method="wcag21")


def distance(one: str, other: str, vision: str = "normal") -> float:
    """CIE76 distance (ΔE*ab, D65 white) of two "#rrggbb" colours under a kind of colour vision."""
    return _seen(one, vision).delta_e(_seen(other, vision), method="76")


@lru_cache(maxsize=2048)
def _seen(colour: str, vision: str) -> Color:
    """A colour in CIELAB as an eye sees it, what no screen can show clipped.

    Kept, since a free colour is compared with every other one: converting it is nearly all of the work.
    """
    seen, filtered = Color(colour), VISION[vision]
    if filtered:
        seen = seen.filter(filtered, method="machado").clip("srgb")
    return seen.convert("lab-d65")
