"""How far two colours lie apart: WCAG contrast, and distance as colour-blind eyes see it."""

from __future__ import annotations

import numpy

#: Simulation of dichromacy at full severity, on linear RGB: Machado, Oliveira & Fernandes (2009),
#: "A Physiologically-based Model for Simulation of Color Vision Deficiency", table 1.
VISION = {
    "normal": numpy.eye(3),
    "protanopia": numpy.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": numpy.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": numpy.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
#: Linear sRGB → CIE XYZ (IEC 61966-2-1), D65 white.
_XYZ = numpy.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_WHITE = numpy.array([0.95047, 1.0, 1.08883])


def contrast(one: str, other: str) -> float:
    """WCAG 2.1 contrast ratio of two "#rrggbb" colours, 1 to 21."""
    low, high = sorted(_linear(colour) @ (0.2126, 0.7152, 0.0722) for colour in (one, other))
    return float((high + 0.05) / (low + 0.05))


def distance(one: str, other: str, vision: str = "normal") -> float:
    """CIE76 distance (ΔE*ab) of two "#rrggbb" colours under a kind of colour vision."""
    return float(numpy.linalg.norm(_lab(one, vision) - _lab(other, vision)))


def _linear(colour: str) -> numpy.ndarray:
    values = numpy.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255
    return numpy.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def _lab(colour: str, vision: str) -> numpy.ndarray:
    xyz = _XYZ @ numpy.clip(VISION[vision] @ _linear(colour), 0, 1) / _WHITE
    f = numpy.where(xyz > 0.008856, numpy.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return numpy.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])
