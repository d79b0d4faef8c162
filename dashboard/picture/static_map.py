"""The map of a state as one SVG file: drawn in Python, title, key and source inside, names where they fit."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from dashboard.colours.palette import FADED_IN_PICTURE, colours
from dashboard.geometry.typeface import wrap
from dashboard.picture.fills import fill_of, patterns, printed_fill, printed_patterns
from dashboard.picture.lettering import drawn_name
from dashboard.picture.names import NAME_PX, NETWORK_PX, NameRules, NameSizes, PictureWindow, names
from dashboard.picture.outlines import outline_rows, outlines
from dashboard.picture.pins import PlacedPin, placed_pins
from dashboard.view.atlas import Atlas
from dashboard.view.borders import border_kind
from dashboard.view.circles import LARGEST_PX, circles, key_circles
from dashboard.view.described import class_rows, class_title, mark_rows
from dashboard.view.measured import figure_text
from dashboard.view.revision import other_revision_text, revision_text
from dashboard.view.sentence import summary
from dashboard.view.shown import AreaView
from dashboard.view.state import NONE
from dashboard.view.view import MapView

#: Sizes of the picture, in pixels.
WIDTH, HEIGHT = 1200, 900
KEY_WIDTH = 330
MARGIN = 28
#: A picture without a key is shown small, beside another or on paper: names and patterns are so much larger.
SMALL_PICTURE = 1.7
#: Width in pixels and colour of each kind of border, in the order of painting; as in assets/map.css.
BORDERS = {
    "edge": (0.8, "line-strong"),
    "inner": (0.8, "seam"),
    "outer": (2.4, "seam"),
    "edge gap": (1.3, "gap-ink"),
    "inner gap": (1.0, "gap-ink"),
    "outer gap": (2.6, "gap-ink"),
}
#: Dash and gap of the outline of who is moved, in pixels.
DASH_PX = (6, 3)
FONT_FAMILY = "Inter, Arial, Helvetica, sans-serif"


@dataclass(frozen=True)
class PictureSheet:
    """What a picture is drawn on, in pixels: the map stands right of ``left``, its names so much larger than usual."""

    width: int
    height: int
    left: int = 0
    names: float = 1


def static_map(
    view: MapView,
    theme: str = "light",
    key: bool = True,
    focus: Collection[str] = (),
    paper: bool = False,
) -> str:
    """The SVG text. Without ``key`` it is the bare map; ``focus``: whom it looks closely at, nobody is the region.

    On ``paper`` the networks have their patterns for black and white, and names dark letters.
    """
    ink = colours(theme, view.networks)
    sheet = PictureSheet(WIDTH, HEIGHT, KEY_WIDTH) if key else PictureSheet(WIDTH, HEIGHT, names=SMALL_PICTURE)
    defined, body = painted_map(view, ink, sheet, focus, paper)
    return svg_text(view, sheet, defined, [*body, *(_key(view, ink) if key else [])])


def painted_map(
    view: MapView, ink: dict[str, str], sheet: PictureSheet, focus: Collection[str] = (), paper: bool = False
) -> tuple[list[str], list[str]]:
    """The map on a sheet: the patterns that it is filled with, and its layers, as SVG."""
    fills = {
        key: printed_fill(key, ink, view.networks) if paper else fill_of(key, ink)
        for key in {area.fill for area in view.areas}
    }
    faint = {area.number for area in view.areas if not area.selected}
    frame, sizes = _fit(view.atlas, sheet, focus), NameSizes(sheet.names * NAME_PX, sheet.names * NETWORK_PX)
    pins = list(placed_pins(view, frame, sizes.name))
    rules = NameRules(sizes, taken=tuple(pin.box for pin in pins))
    body = [
        f'<rect width="{sheet.width}" height="{sheet.height}" fill="{ink["sea"]}"/>',
        f'<g transform="translate({frame.x:.2f} {frame.y:.2f}) scale({frame.scale:.6f})">',
        *_land(view.atlas, ink, frame.scale),
        *(
            f'<path fill="{ink["land"]}" fill-rule="evenodd" d="{view.atlas.scene.areas[area.number]}"/>'
            for area in view.areas
            if not area.selected
        ),
        *(
            f'<path class="area" data-municipality="{area.number}" fill="{fills[area.fill]}" fill-rule="evenodd"'
            f' d="{view.atlas.scene.areas[area.number]}"{_faint(area)}><title>{escape(area.place.name)}</title></path>'
            for area in view.areas
        ),
        *_water(view.atlas, ink, frame.scale),
        *_borders(view, ink, frame.scale),
        *(outlines(view, ink, frame.scale) if sheet.left else ()),  # a bare map has no key to tell what they mean
        *_moved(view, ink, frame.scale),
        "</g>",
        *_circles(view, ink, frame),
        *(
            drawn_name(placed, ink, placed.on in faint, edged=paper or bool(view.classes))
            for placed in names(view, frame, (sheet.left, 0, sheet.width, sheet.height), rules)
        ),
        *(_pin(pin, ink) for pin in pins),
    ]
    printed = printed_patterns(view.networks, ink, frame.scale / sheet.names) if paper else ()
    return [*patterns(view, ink, frame.scale), *printed], body


def svg_text(view: MapView, sheet: PictureSheet, defined: Iterable[str], body: Iterable[str]) -> str:
    """A picture of the view as a file, named by its sentence."""
    size = f'viewBox="0 0 {sheet.width} {sheet.height}" width="{sheet.width}" height="{sheet.height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}'
        f' role="img" aria-label={quoteattr(" ".join(summary(view)))} font-family="{FONT_FAMILY}">\n'
        f"<title>{escape(summary(view)[0])}</title>\n<metadata>{escape(revision_text(view))}</metadata>\n"
        f"<defs>{''.join(defined)}</defs>\n" + "\n".join(body) + "\n</svg>\n"
    )


def _fit(atlas: Atlas, sheet: PictureSheet, focus: Collection[str]) -> PictureWindow:
    shapes = atlas.register.boundaries
    west, top, east, bottom = atlas.scene.frame.box((shapes.loc[list(focus)] if focus else shapes).total_bounds)
    width, height = sheet.width - sheet.left - 2 * MARGIN, sheet.height - 2 * MARGIN
    scale = min(width / (east - west), height / (bottom - top))
    return PictureWindow(
        sheet.left + MARGIN + (width - scale * (east - west)) / 2 - scale * west,
        MARGIN + (height - scale * (bottom - top)) / 2 - scale * top,
        scale,
    )


def _land(atlas: Atlas, ink: dict[str, str], scale: float) -> Iterable[str]:
    for kind, number, path in atlas.scene.land:
        named = number in atlas.register.outside and atlas.register.outside[number].named
        line = f' stroke="{ink["land-near"]}" stroke-width="{1 / scale:.1f}"' if number else ""
        yield f'<path class="{kind}" fill="{ink["land-near" if named else "land"]}"{line} d="{path}"/>'


def _water(atlas: Atlas, ink: dict[str, str], scale: float) -> Iterable[str]:
    """Lakes over the areas, and the border with another country over the land."""
    if atlas.scene.lakes:
        shore = f'stroke="{ink["line-strong"]}" stroke-width="{0.5 / scale:.1f}"'
        yield f'<path class="lakes" fill="{ink["sea"]}" {shore} d="{atlas.scene.lakes}"/>'
    if atlas.scene.frontier:
        line = f'stroke="{ink["line-strong"]}" stroke-width="{1 / scale:.1f}"'
        yield f'<path class="frontier" fill="none" {line} d="{atlas.scene.frontier}"/>'


def _circles(view: MapView, ink: dict[str, str], frame: PictureWindow) -> Iterable[str]:
    """Sizes, the largest first; the unorganised in their own colour."""
    for circle in circles(view):
        x, y = frame.point(*view.atlas.centres[circle.area.number])
        yield (
            f'<circle data-municipality="{circle.area.number}" cx="{x:.1f}" cy="{y:.1f}"'
            f' r="{circle.radius_px:.1f}" fill="{ink["gap-line" if circle.group else "class-3"]}"'
            f' fill-opacity="0.82" stroke="{ink["paper"]}"{_faint(circle.area)}/>'
        )


def _faint(area: AreaView) -> str:
    return "" if area.selected else f' opacity="{FADED_IN_PICTURE:g}"'


def _borders(view: MapView, ink: dict[str, str], scale: float) -> Iterable[str]:
    """Thin within a network, thick between networks, dark around the unorganised: drawn in that order.

    Widths are in the map's own units: not every program that opens an SVG knows lines that keep theirs.
    """
    networks = {area.number: area.networks for area in view.areas}
    drawn: list[tuple[int, str]] = []
    for border in view.atlas.scene.borders:
        kind = border_kind(networks[border.left], networks[border.right] if border.right else None)
        width, colour = BORDERS[kind.classes]
        colour = "line-strong" if view.is_sized and colour == "seam" else colour  # on a ground without colours
        line = (
            f'<path fill="none" stroke="{ink[colour]}" stroke-width="{width / scale:.1f}" stroke-linejoin="round"'
            f' d="{border.path}"/>'
        )
        drawn.append((list(BORDERS).index(kind.classes), line))
    return (line for _, line in sorted(drawn, key=lambda pair: pair[0]))


def _moved(view: MapView, ink: dict[str, str], scale: float) -> Iterable[str]:
    """A dashed line around those that the scenario moves."""
    if view.changed:
        outlines = "".join(view.atlas.scene.areas[area.number] for area in view.changed)
        width, dash, gap = (round(px / scale, 1) for px in (2.2, *DASH_PX))
        yield (
            f'<path class="moved" fill="none" stroke="{ink["ink"]}" stroke-width="{width}"'
            f' stroke-dasharray="{dash} {gap}" stroke-linejoin="round" d="{outlines}"/>'
        )


def _key(view: MapView, ink: dict[str, str]) -> Iterable[str]:
    """Title, sentence, a row for each group, and the source, on paper beside the map."""
    say = view.say
    yield f'<rect width="{KEY_WIDTH}" height="{HEIGHT}" fill="{ink["paper"]}"/>'
    first, *rest = summary(view)
    y = 54.0
    for text, px, weight in ((first, 22, 700), (" ".join(rest), 13, 400)):
        for line in wrap(text, (KEY_WIDTH - 2 * MARGIN) / px):
            yield drawn_text(MARGIN, y, px, weight, ink["ink"], line)
            y += px * 1.35
        y += 12
    if view.classes:
        for line in wrap(class_title(view), (KEY_WIDTH - 2 * MARGIN) / 13):
            yield drawn_text(MARGIN, y + 4, 13, 700, ink["ink"], line)
            y += 18
    for value, radius in key_circles(view):
        yield f'<circle cx="{MARGIN + LARGEST_PX}" cy="{y + radius:.1f}" r="{radius:.1f}" fill="{ink["class-3"]}"/>'
        text = figure_text(say, view.measure(view.state.colour), value)
        yield drawn_text(MARGIN + 2 * LARGEST_PX + 12, y + radius + 5, 13, 600, ink["ink"], text)
        y += max(2 * radius, 16) + 8
    for fill, line, initial, name, count in key_rows(view, ink):
        yield f'<rect x="{MARGIN}" y="{y}" width="24" height="24" rx="4" fill="{fill}" {line}/>'
        yield drawn_text(MARGIN + 12, y + 17, 13, 700, ink["on-network"], initial, "middle")
        for words in wrap(name, (KEY_WIDTH - 2 * MARGIN - 76) / 13):
            yield drawn_text(MARGIN + 36, y + 11, 13, 600, ink["ink"], words)
            y += 16
        yield drawn_text(MARGIN + 36, y + 11, 12, 400, ink["muted"], say.count("municipalities", count))
        y += 34
    for place, pin in enumerate(view.state.pin, 1):
        for text in wrap(f"{place}. {view.area(pin.number).place.name}: {pin.text}", (KEY_WIDTH - 2 * MARGIN) / 12):
            yield drawn_text(MARGIN, y, 12, 400, ink["ink"], text)
            y += 16
    told = [*say.own("credits").split(" · "), other_revision_text(view)]
    lines = [line for part in told if part for line in wrap(part, (KEY_WIDTH - 2 * MARGIN) / 11)]
    y = HEIGHT - MARGIN - 15 * (len(lines) - 1)
    for line in lines:
        yield drawn_text(MARGIN, y, 11, 400, ink["muted"], line)
        y += 15


def key_rows(view: MapView, ink: dict[str, str]) -> Iterable[tuple[str, str, str, str, int]]:
    """Fill and line of the square, initial, name and number of municipalities: what the map is painted with.

    Groups, or the classes of a number; the marks that are in use, and the outlines of a layer.
    """
    for fill, limits, count in class_rows(view):
        yield fill_of(fill, ink), f'stroke="{ink["line-strong"]}"', "", limits, count
    for group in () if view.classes else view.groups:
        gap = group.id == NONE
        fill, line = ("url(#key-gap)", ink["gap-ink"]) if gap else (fill_of(group.id, ink), "none")
        yield fill, f'stroke="{line}"', group.initial, group.name, group.figures.municipalities
    dashed = f'stroke="{ink["ink"]}" stroke-width="1.6" stroke-dasharray="6 3"'
    for one in mark_rows(view):
        yield fill_of(one.fill, ink) if one.fill else "none", "" if one.fill else dashed, "", one.text, one.count
    yield from outline_rows(view, ink)


def _pin(pin: PlacedPin, ink: dict[str, str]) -> str:
    """The number of a note in a circle over its area."""
    circle = (
        f'<circle cx="{pin.x:.1f}" cy="{pin.y:.1f}" r="{pin.radius:.1f}" fill="{ink["paper"]}" stroke="{ink["ink"]}"/>'
    )
    px = pin.radius * 1.3
    number = drawn_text(pin.x, pin.y + 0.35 * px, px, 700, ink["ink"], str(pin.place), "middle")
    return f'<g class="pin"><title>{escape(pin.text)}</title>{circle}{number}</g>'


def drawn_text(x: float, y: float, px: float, weight: int, fill: str, text: str, anchor: str = "start") -> str:
    """A line of text, in pixels."""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{px:g}" font-weight="{weight}" text-anchor="{anchor}"'
        f' fill="{fill}">{escape(text)}</text>'
    )
