"""The outlines of a layer in a picture: who belongs to a network that does not cover, told by dashes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from dashboard.view.state import CLIMATE
from dashboard.view.view import MapView, outlined
from geodata.days import UNCERTAIN_STATUS
from geodata.lists import NAMED, NOT_NAMED
from geodata.model import COUNTING_STATUS

#: Dashes and gaps by status, in pixels; as in assets/map.css. Every other status has OTHER_DASHES_PX.
OUTLINE_DASHES_PX: Mapping[str, tuple[int, ...]] = {
    COUNTING_STATUS: (),
    NAMED: (),
    "unconfirmed": (2, 4),
    NOT_NAMED: (2, 4),
    UNCERTAIN_STATUS: (9, 3, 2, 3),
}
OTHER_DASHES_PX = (7, 4)
#: Width of an outline in pixels, and of the light line under it: dashes are seen on a network of any colour.
OUTLINE_PX, CASING_PX = 3, 5


def outlines(view: MapView, ink: Mapping[str, str], scale: float) -> Iterable[str]:
    """A path around each municipality that has a status, in scene units; the later lies on top, as on the page."""
    paths = {number: path for _, number, path in view.atlas.scene.land if number} | dict(view.atlas.scene.areas)
    for number, status in sorted(outlined(view).items()):
        if number in paths:
            yield (
                f'<path class="casing" fill="none" stroke="{ink["paper"]}" stroke-width="{CASING_PX / scale:.4g}"'
                f' stroke-linejoin="round" d="{paths[number]}"/>'
            )
            yield (
                f'<path class="outline" data-status="{status}" fill="none" {_line(status, ink, scale)}'
                f' stroke-linejoin="round" d="{paths[number]}"/>'
            )


def outline_rows(view: MapView, ink: Mapping[str, str]) -> Iterable[tuple[str, str, str, str, int]]:
    """A row of the key for each status, as ``static_map.key_rows`` has them."""
    if view.state.layer != CLIMATE:
        name = view.names[view.state.layer]
        for status, count in Counter(outlined(view).values()).items():
            yield "none", _line(status, ink, 1), "", f"{name}: {view.say(f'status_{status}')}", count


def _line(status: str, ink: Mapping[str, str], scale: float) -> str:
    dashes = " ".join(f"{px / scale:.4g}" for px in OUTLINE_DASHES_PX.get(status, OTHER_DASHES_PX))
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'stroke="{ink["ink"]}" stroke-width="{OUTLINE_PX / scale:.4g}"{dashed}'
