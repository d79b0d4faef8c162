"""What was measured, and how it is printed beside the same of a larger region."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One thing measured. ``target``: the most it may be, in whole units, where something was promised."""

    what: str
    value: float
    unit: str = "ms"
    target: float | None = None


def yes(value: bool | None) -> str:
    """Yes, no, or a dash where it is not known."""
    return "–" if value is None else "yes" if value else "**no**"


def number(value: float | None, digits: int = 0) -> str:
    """A rounded figure, or a dash where there is none."""
    return "–" if value is None else f"{value:,.{digits}f}".replace(",", "\u00a0")


def side_by_side(title: str, small: Sequence[Figure], large: Sequence[Figure], sizes: tuple[int, int]) -> str:
    """A Markdown table: the same figures of two regions, how they grow, and whether both keep the target."""
    few, many = sizes
    lines = [
        f"| {title} | {few} | {many} | growth ({many / few:.1f} is linear) | target | kept |",
        "| --- | ---: | ---: | ---: | ---: | --- |",
    ]
    for one, other in zip(small, large, strict=True):
        growth = f"{other.value / one.value:.1f}" if one.value else "–"
        target, kept = "–", "–"
        if one.target is not None:
            target = f"{number(one.target)} {one.unit}"
            kept = " / ".join(yes(round(figure.value) <= one.target) for figure in (one, other))
        lines.append(f"| {one.what} | {_with_unit(one)} | {_with_unit(other)} | {growth} | {target} | {kept} |")
    return "\n".join(lines)


def _with_unit(figure: Figure) -> str:
    return f"{number(figure.value, 1 if figure.value < 100 else 0)} {figure.unit}"
