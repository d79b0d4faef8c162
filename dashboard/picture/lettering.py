"""A name on a picture of the map as SVG: its letters, the label of those that must be seen, an edge where needed."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape

from dashboard.picture.names import Placed

#: Style → letters, and ground and line of its label; other styles stand on the map itself.
LETTERS = {"gap": "gap-ink", "moved": "ink", "landmark": "muted", "county": "muted"}
LABELS = {"gap": ("gap-fill", "gap-ink"), "moved": ("paper", "ink")}
#: The outline of who is moved is dashed, and that of its name.
DASHED = ' stroke-dasharray="3 2"'
FAINT_LABEL = ("land", "line-strong")


def drawn_name(name: Placed, ink: Mapping[str, str], faint: bool, edged: bool) -> str:
    """The name in the colours of ``ink``, in dark letters where its ground is ``faint``.

    ``edged``: the ground has patterns or several shades, so letters are dark within an edge of paper. Other names
    have an edge of their network's colour, so that no border runs through their letters, and no water; a name beside
    its area one of the land's.
    """
    left, top, right, bottom = name.box
    letters = ink[LETTERS.get(name.style, "ink" if faint or edged or name.side else "on-network")]
    label = edge = leader = ""
    if name.leader:
        line = ink["gap-ink" if name.style == "gap" else "ink"]
        x0, y0, x1, y1 = name.leader
        leader = (
            f'<path class="leader" d="M{x0:.1f},{y0:.1f}L{x1:.1f},{y1:.1f}" stroke="{line}" fill="none"/>'
            f'<circle cx="{x1:.1f}" cy="{y1:.1f}" r="2.5" fill="{line}"/>'
        )
    if name.style in LABELS:
        ground, line = (ink[one] for one in (FAINT_LABEL if faint else LABELS[name.style]))
        label = (
            f'<rect x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" height="{bottom - top:.1f}" rx="4"'
            f' fill="{ground}" stroke="{line}"{DASHED if name.style == "moved" else ""}/>'
        )
    elif halo := _halo(name, faint, edged):
        edge = f' paint-order="stroke" stroke="{ink[halo]}" stroke-width="3.5" stroke-linejoin="round"'
    weight = 700 if name.style in ("gap", "network") else 600
    lines = "".join(
        f'<text x="{name.x:.1f}" y="{y:.1f}" font-size="{name.px:.1f}" font-weight="{weight}" text-anchor="middle"'
        f' fill="{letters}"{edge}>{escape(line)}</text>'
        for line, y in name.baselines
    )
    return f'<g class="label {name.style}">{leader}{label}{lines}</g>'


def _halo(name: Placed, faint: bool, edged: bool) -> str:
    """The colour around the letters of a name that stands on the map itself; blank for none."""
    if name.side or faint:
        return "land"
    if edged:
        return "paper"
    return f"network-{name.ground}" if name.ground else ""
