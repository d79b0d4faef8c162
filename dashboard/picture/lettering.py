"""A name on a picture of the map as SVG: its letters, the label of those that must be seen, an edge where needed."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape

from dashboard.picture.names import Placed

#: Style → letters, and ground and line of its label; other styles stand on the map itself.
LETTERS = {"gap": "gap-ink", "moved": "ink", "landmark": "muted"}
LABELS = {"gap": ("gap-fill", "gap-ink"), "moved": ("paper", "ink")}
FAINT_LABEL = ("land", "line-strong")


def drawn_name(name: Placed, ink: Mapping[str, str], faint: bool, edged: bool) -> str:
    """The name in the colours of ``ink``, in dark letters where its ground is ``faint``.

    ``edged``: the ground has patterns or several shades, so letters are dark within an edge of paper.
    """
    left, top, right, bottom = name.box
    letters = ink[LETTERS.get(name.style, "ink" if faint or edged else "on-network")]
    label = edge = ""
    if name.style in LABELS:
        ground, line = (ink[one] for one in (FAINT_LABEL if faint else LABELS[name.style]))
        label = (
            f'<rect x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" height="{bottom - top:.1f}" rx="4"'
            f' fill="{ground}" stroke="{line}"/>'
        )
    elif edged:
        edge = f' paint-order="stroke" stroke="{ink["paper"]}" stroke-width="3.5" stroke-linejoin="round"'
    weight = 700 if name.style in ("gap", "network") else 600
    lines = "".join(
        f'<text x="{name.x:.1f}" y="{y:.1f}" font-size="{name.px:.1f}" font-weight="{weight}" text-anchor="middle"'
        f' fill="{letters}"{edge}>{escape(line)}</text>'
        for line, y in name.baselines
    )
    return f'<g class="label {name.style}">{label}{lines}</g>'
