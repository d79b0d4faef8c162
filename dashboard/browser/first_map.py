"""The map as the first response paints it: whole before any script runs. The scripts take it over as it is.

The picture's user units are the scene's (10 m): a viewBox sizes it until a script knows the window. Names cannot be
scaled with it: they lie over it (first_names.py).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from html import escape

from dashboard.browser.first_names import STORY_WINDOWS, WINDOWS, SceneBox, names_over, scale_of
from dashboard.browser.paint import outside_members
from dashboard.browser.sent import Captions
from dashboard.colours.palette import FADED, colours
from dashboard.geometry.scene import Scene
from dashboard.picture.callout import callout_of, is_silent
from dashboard.picture.fills import fill_of, pattern_id, patterns, printed_patterns
from dashboard.view.borders import border_kind
from dashboard.view.circles import circles
from dashboard.view.described import spoken
from dashboard.view.shown import AreaView
from dashboard.view.state import write_query
from dashboard.view.view import MapView, outlined

#: What the ids of patterns end in that fill what does not stand out.
DIMMED = "-dimmed"


def first_map(view: MapView, captions: Captions, shown: MapView | None = None, focus: Collection[str] = ()) -> str:
    """The picture and the names over it, as SVG text.

    ``view`` is the page's, which the links on the areas lead on from; ``shown`` what the map is painted from, where
    that is another (a step of the presentation); ``focus``: whom it looks closely at, nobody is the region.
    """
    shown = shown or view
    callout = None if shown is not view or focus or is_silent(view) else callout_of(view)  # a step has words of its own
    windows = STORY_WINDOWS if view.state.view == "present" else WINDOWS
    box = box_of(view, focus)
    left, top, right, bottom = box
    kinds = {"classes": shown.classes, "sized": shown.is_sized, "aimed": focus}
    label, kind = escape(captions["map"]), "".join(f" {name}" for name, holds in kinds.items() if holds)
    return (
        f'<svg class="scene first{kind}" viewBox="{left} {top} {right - left} {bottom - top}" role="group"'
        f' aria-label="{label}"><defs>{"".join(_patterns(shown, box))}</defs><g class="world">'
        f'<g class="surroundings">{"".join(_land(view))}</g><g class="areas">{"".join(_areas(view, shown))}</g>'
        f'{_water(view.atlas.scene)}<g class="borders">{"".join(_borders(shown))}</g>'
        f'<g class="circles">{"".join(_circles(shown))}</g>'
        f'<g class="layer">{"".join(_layer(shown))}</g>'
        f'<g class="marks">{"".join(_marks(shown))}</g></g><g class="labels" aria-hidden="true"></g></svg>'
        + "".join(names_over(shown, callout, box, window, kind) for window in windows)
    )


def box_of(view: MapView, focus: Collection[str] = ()) -> SceneBox:
    """What a window shows: left, top, right, bottom in scene units."""
    shapes = view.atlas.register.boundaries
    return view.atlas.scene.frame.box((shapes.loc[list(focus)] if focus else shapes).total_bounds)


def printed_areas(networks: Iterable[str]) -> str:
    """CSS that fills areas on paper with the patterns of their networks, which read in black and white too."""
    rules = (
        f'.area[data-fill="{id}"]{{fill:url(#print-{id})}}.area.dimmed[data-fill="{id}"]{{fill-opacity:.3}}'
        for id in networks
    )
    return f"@media print{{{''.join(rules)}}}"


def _ink(view: MapView) -> dict[str, str]:
    return {name: f"var(--{name})" for name in colours("light", view.networks)}


def _faded(ink: dict[str, str]) -> dict[str, str]:
    """What does not stand out fades into the land: by colour, since nothing lies beneath to shine through."""
    return {name: f"color-mix(in srgb, {colour} {FADED:.0%}, var(--land))" for name, colour in ink.items()}


def _patterns(view: MapView, box: SceneBox) -> Iterable[str]:
    ink, scale = _ink(view), scale_of(box, WINDOWS[0])
    yield from patterns(view, ink, scale)
    yield from patterns(view, _faded(ink), scale, DIMMED)
    yield from printed_patterns(view.networks, ink, scale)


def _land(view: MapView) -> Iterable[str]:
    members = outside_members(view)
    known = view.atlas.register.outside
    for kind, number, path in view.atlas.scene.land:
        landmark = " landmark" if number in known and known[number].named else ""
        member = f' stroke="var(--network-{members[number]})"' if number in members else ""
        classes = f"{kind}{landmark}{' member' if member else ''}"
        yield f'<path class="{classes}" data-outside="{escape(number)}"{member} d="{path}"/>'


def _water(scene: Scene) -> str:
    """Lakes lie over the areas, and the border with another country over the land."""
    lakes = f'<path class="lakes" d="{scene.lakes}"/>' if scene.lakes else ""
    return lakes + (f'<path class="frontier" d="{scene.frontier}"/>' if scene.frontier else "")


def _circles(view: MapView) -> Iterable[str]:
    """A dot of the pen, as wide as the circle whatever the zoom, and a wider one beneath it."""
    for circle in circles(view):
        number = circle.area.number
        x, y = view.atlas.centres[number]
        kind = f"{' gap' if circle.group else ''}{'' if circle.area.selected else ' dimmed'}"
        for line, more in (("edge", 2), ("size", 0)):
            yield (
                f'<path class="{line}{kind}" data-municipality="{number}"'
                f' stroke-width="{2 * circle.radius_px + more:.1f}" d="M{x},{y}h0"/>'
            )


def _areas(view: MapView, shown: MapView) -> Iterable[str]:
    """Each a link that chooses it; a script makes buttons of them."""
    ink, link = _ink(shown), view.state.view != "present"
    faded = _faded(ink)
    for area in shown.areas:
        path = _area(area, _fill(area, ink, faded), view.atlas.scene)
        if link:
            here = ' aria-current="true"' if area.number == view.state.municipality else ""
            there = escape(write_query(view.state.but(municipality=area.number)) or "?")
            yield f'<a href="{there}" aria-label="{escape(spoken(shown, area))}"{here}>{path}</a>'
        else:
            yield path


def _area(area: AreaView, fill: str, scene: Scene) -> str:
    dimmed = "" if area.selected else " dimmed"
    return (
        f'<path class="area{dimmed}" data-municipality="{area.number}" data-fill="{escape(area.fill)}" fill="{fill}"'
        f' d="{scene.areas[area.number]}"/>'
    )


def _fill(area: AreaView, ink: dict[str, str], faded: dict[str, str]) -> str:
    if area.selected:
        return fill_of(area.fill, ink)
    fill = fill_of(area.fill, faded)
    return f"url(#{pattern_id(area.fill)}{DIMMED})" if fill.startswith("url") else fill


def _borders(view: MapView) -> Iterable[str]:
    networks = {area.number: area.networks for area in view.areas}
    dimmed = {area.number for area in view.areas if not area.selected}
    for border in view.atlas.scene.borders:
        if not border.path:
            continue
        kind = border_kind(networks[border.left], networks[border.right] if border.right else None)
        faint = border.left in dimmed and (border.right is None or border.right in dimmed)
        classes = f"border {kind.classes}{' dimmed' if faint else ''}"
        yield (
            f'<path class="{classes}" data-left="{border.left}" data-right="{border.right or ""}" d="{border.path}"/>'
        )


def _layer(view: MapView) -> Iterable[str]:
    paths = {number: path for _, number, path in view.atlas.scene.land if number} | dict(view.atlas.scene.areas)
    for number, status in sorted(outlined(view).items()):  # the later lies on top: the order of instrument.js
        if number in paths:
            yield f'<path class="casing" d="{paths[number]}"/>'
            yield f'<path class="outline" data-status="{escape(status)}" d="{paths[number]}"/>'


def _marks(view: MapView) -> Iterable[str]:
    areas, chosen = view.atlas.scene.areas, view.state.municipality or ""
    outlines = {
        "moved": "".join(areas[area.number] for area in view.changed),
        "hovered": "",
        "focused": "",
        "chosen": areas.get(chosen, ""),
    }
    for name, path in outlines.items():
        yield f'<path class="mark {name}" d="{path}"/>'
