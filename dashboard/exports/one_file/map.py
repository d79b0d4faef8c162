"""The map of the one file: SVG that needs no script, with colours as CSS variables and names for two widths."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from html import escape
from itertools import groupby

from dashboard.colours.palette import colours
from dashboard.geometry.light_paths import LIGHT_UNIT_M, LightPaths
from dashboard.geometry.scene import UNIT_M as SCENE_UNIT_M
from dashboard.geometry.typeface import width_em
from dashboard.picture.fills import fill_of, patterns, printed_patterns
from dashboard.picture.names import NameRules, NameSizes, PictureWindow, Placed, names
from dashboard.picture.pins import PlacedPin, placed_pins
from dashboard.picture.placing import Bounds
from dashboard.view.atlas import Atlas
from dashboard.view.borders import border_kind
from dashboard.view.circles import circles
from dashboard.view.described import card_network, population_text, spoken
from dashboard.view.selection import select
from dashboard.view.shown import AreaView
from dashboard.view.view import MapView, outlined

#: Height of the picture, in its own pixels; as wide as the region is, in proportion.
HEIGHT = 900
SCENE_MARGIN = 14
#: Sizes of names on a desktop and on a phone, whose picture is so wide.
WIDE_PX, WIDE_NETWORK_PX = 13.5, 20.0
NARROW, NARROW_PX, NARROW_NETWORK_PX = 370, 11.5, 14.0
WIDE, SMALL = NameSizes(WIDE_PX, WIDE_NETWORK_PX), NameSizes(NARROW_PX, NARROW_NETWORK_PX)
WALKED = ("left", "right", "up", "down")


def one_file_map(view: MapView) -> str:
    """The SVG element, and the card that a script fills."""
    paths, ink = view.atlas.light_paths, variables(view)
    width, window = _window(view.atlas)
    step = LIGHT_UNIT_M / SCENE_UNIT_M * window.scale  # pixels of the picture a unit of the paths
    chosen = paths.areas[view.chosen.number] if view.chosen else ""
    moved = "".join(paths.areas[area.number] for area in view.changed)
    body = [
        f"<defs>{''.join([*patterns(view, ink, step), *printed_patterns(view.networks, ink, step)])}</defs>",
        f'<g transform="translate({window.x:.1f} {window.y:.1f}) scale({step:.4f})">',
        f'<g class="around">{"".join(_around(view.atlas, paths))}</g>',
        *_areas(view, paths),
        f'<path class="lakes" d="{paths.lakes}"/>' if paths.lakes else "",
        f'<g class="lines">{"".join(_borders(view, paths))}{"".join(_layer(view, paths))}'
        f'<path class="moved" d="{moved}"/><path id="hovered"/><path id="focused"/>'
        f'<path id="chosen" d="{chosen}"/></g>',
        "</g>",
        f'<g class="circles">{"".join(_circles(view, window))}</g>',
        _names(view, "wide", 1, WIDE, (window, (0, 0, width, HEIGHT))),
        _narrow(view, width, window),
    ]
    kind = f' class="classes{" sized" if view.is_sized else ""}"' if view.classes else ""
    return (
        f'<div id="map"><svg{kind} viewBox="0 0 {width} {HEIGHT}" role="group" aria-label="{escape(view.say("map"))}">'
        + "\n".join(body)
        + '\n</svg><div id="card" hidden></div></div>'
    )


def variables(view: MapView) -> dict[str, str]:
    """Every colour by name, as the CSS variable that carries it in both themes."""
    return {name: f"var(--{name})" for name in colours("light", view.networks)}


def dimmed_by_others(view: MapView) -> set[str]:
    """Who does not stand out whatever the legend says: the other filters leave them out."""
    kept = select(view.atlas, view.assignment, view.state.but(networks=None), view.year)
    return {area.number for area in view.areas} - set(kept)


def _window(atlas: Atlas) -> tuple[int, PictureWindow]:
    west, top, east, bottom = atlas.scene.frame.box(atlas.register.boundaries.total_bounds)
    scale = (HEIGHT - 2 * SCENE_MARGIN) / (bottom - top)
    return round((east - west) * scale + 2 * SCENE_MARGIN), PictureWindow(
        SCENE_MARGIN - west * scale, SCENE_MARGIN - top * scale, scale
    )


def _narrow(view: MapView, width: int, window: PictureWindow) -> str:
    """Names placed for a phone: fewer, and larger beside the map."""
    part = NARROW / width
    small = PictureWindow(window.x * part, window.y * part, window.scale * part)
    return _names(view, "narrow", 1 / part, SMALL, (small, (0, 0, NARROW, HEIGHT * part)))


def _around(atlas: Atlas, paths: LightPaths) -> Iterable[str]:
    yield f'<path d="{paths.land}"/>'
    named = {number for number, place in atlas.register.outside.items() if place.named}
    yield f'<path class="near" d="{"".join(path for number, path in paths.outside.items() if number not in named)}"/>'
    yield f'<path class="landmark" d="{"".join(paths.outside.get(number, "") for number in sorted(named))}"/>'


def _circles(view: MapView, window: PictureWindow) -> Iterable[str]:
    """Dots of the pen, which is as wide however large the file is shown, as in the key beside it."""
    for circle in circles(view):
        number = circle.area.number
        x, y = window.point(*view.atlas.centres[number])
        kind = f"{' gap' if circle.group else ''}{'' if circle.area.selected else ' dim'}"
        for line, more in (("edge", 2), ("size", 0)):
            yield (
                f'<path class="{line}{kind}" data-on="{number}" stroke-width="{2 * circle.radius_px + more:.1f}"'
                f' d="M{x:.1f} {y:.1f}h0"/>'
            )


def _areas(view: MapView, paths: LightPaths) -> Iterable[str]:
    out = dimmed_by_others(view)
    for area in view.areas:
        flags = "".join((' class="dim"' if not area.selected else "", " data-out" if area.number in out else ""))
        data = {
            "municipality": area.number,
            "network": area.network_key,
            "name": area.place.name,
            **({} if len(area.networks) == 1 else {"words": card_network(view, area)}),
            "people": population_text(view, area.population),
            "walk": ",".join(view.atlas.walk[area.number].get(direction, "-") for direction in WALKED),
        }
        attributes = "".join(f" data-{name}={_quoted(value)}" for name, value in data.items())
        yield (
            f'<path{flags} role=img aria-label="{escape(spoken(view, area))}"{attributes}'
            f'{_fill(view, area)} d="{paths.areas[area.number]}"/>'
        )


def _fill(view: MapView, area: AreaView) -> str:
    """Nothing for one network: ``network_rules`` paints it by its id."""
    return "" if area.fill in view.networks else f' fill="{fill_of(area.fill, variables(view))}"'


def _quoted(value: str) -> str:
    """An attribute's value; plain letters and digits need no quotation marks in HTML."""
    return value if value.isascii() and value.isalnum() else f'"{escape(value)}"'


def _borders(view: MapView, paths: LightPaths) -> Iterable[str]:
    """Thick between networks, dark around the unorganised; thin ones are the outlines of the areas themselves."""
    networks = {area.number: area.networks for area in view.areas}

    def is_kind(wanted: str, left: str, right: str | None) -> bool:
        return wanted == border_kind(networks[left], networks[right] if right else None).classes

    for wanted in ("edge", "outer", "edge gap", "inner gap", "outer gap"):
        path = paths.lines(partial(is_kind, wanted))
        if path:
            yield f'<path class="{wanted}" d="{path}"/>'


def _layer(view: MapView, paths: LightPaths) -> Iterable[str]:
    every: Mapping[str, str] = {**paths.outside, **paths.areas}
    for number, status in outlined(view).items():
        if number in every:
            yield f'<path class="casing" d="{every[number]}"/>'
            yield f'<path class="layer" data-status="{escape(status)}" d="{every[number]}"/>'


def _names(view: MapView, kind: str, scale: float, sizes: NameSizes, where: tuple[PictureWindow, Bounds]) -> str:
    """Names and the numbers of notes in a window with its frame, at a scale."""
    (window, frame), px = where, sizes.name
    pins = list(placed_pins(view, window, px))
    placed = names(view, window, frame, NameRules(sizes, taken=tuple(pin.box for pin in pins)))
    dimmed = {area.number for area in view.areas if not area.selected}
    scaled = f' transform="scale({scale:.4f})"' if scale != 1 else ""
    labels = "".join(
        f'<g stroke="{halo}">{"".join(_name(one, " dim" if one.on in dimmed else "", px) for one in alike)}</g>'
        for halo, alike in groupby(sorted(placed, key=_halo), key=_halo)
    )
    labels += "".join(map(_pin, pins))
    return f'<g class="names {kind}" aria-hidden="true" font-size="{px}"{scaled}>{labels}</g>'


def _halo(name: Placed) -> str:
    """The colour around its letters: its network's, so that no border runs through them, and no water."""
    return f"var(--network-{name.ground})" if name.ground and name.style in ("name", "network") else "none"


def _pin(pin: PlacedPin) -> str:
    return (
        f'<g class="pin"><circle cx="{pin.x:.0f}" cy="{pin.y:.0f}" r="{pin.radius:.0f}"/>'
        f'<text x="{pin.x:.0f}" y="{pin.y + 0.45 * pin.radius:.0f}">{pin.place}</text></g>'
    )


def _name(name: Placed, dim: str, usual: float) -> str:
    """A name, as wide as it was measured whatever font the reader has, so that it never meets another."""
    left, top, right, bottom = name.box
    pill = (
        f'<rect x="{left:.0f}" y="{top:.0f}" width="{right - left:.0f}" height="{bottom - top:.0f}" rx="4"/>'
        if name.style in ("gap", "moved")
        else ""
    )
    texts = "".join(
        f'<text x="{name.x:.0f}" y="{y:.0f}" textLength="{width_em(line) * name.px:.0f}">{escape(line)}</text>'
        for line, y in name.baselines
    )
    size = "" if name.px == usual else f' font-size="{name.px:.1f}"'
    beside = " beside" if name.side else ""
    data = f"data-on={_quoted(name.on)}{size}"
    return f'<g class="{name.style}{beside}{dim}" {data}>{_leader(name)}{pill}{texts}</g>'


def _leader(name: Placed) -> str:
    """The line from a name beside the region to its area, with a dot where it arrives."""
    if not name.leader:
        return ""
    x0, y0, x1, y1 = (round(at) for at in name.leader)
    return f'<path d="M{x0},{y0}L{x1},{y1}"/><circle cx="{x1}" cy="{y1}" r="2.5"/>'
