"""The map of a state as one SVG file: drawn in Python, title, key and source inside, names where they fit.

One file past 250 lines on purpose: one picture, painted from bottom to top, read in the same order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

import shapely

from dashboard.atlas import Atlas
from dashboard.palette import colours
from dashboard.scene import UNIT_M
from dashboard.sentence import summary
from dashboard.state import NONE
from dashboard.typeface import width_em
from dashboard.view import AreaView, MapView, before_and_after
from geodata.labels import LINE_HEIGHT_EM, Label, place

#: Sizes of the picture, in pixels.
WIDTH, HEIGHT = 1200, 900
KEY_WIDTH = 330
MARGIN = 28
NAME_PX, NETWORK_PX, SMALLEST = 12.0, 18.0, 0.8
#: A picture without a key is shown small, beside another or on paper: its names are so much larger.
SMALL_PICTURE = 1.45
#: At most so many names are shown whether they fit or not; more would hide the map.
MOST_ALWAYS = 12
FONT = "Inter, Arial, Helvetica, sans-serif"


@dataclass(frozen=True)
class Placed:
    """A name that is shown: centre and size in pixels, and the box it takes; ``of`` is a municipality or network."""

    lines: tuple[str, ...]
    x: float
    y: float
    px: float
    style: str
    of: str

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        width = max(width_em(line) for line in self.lines) * self.px + 8
        height = (1 + (len(self.lines) - 1) * LINE_HEIGHT_EM) * self.px + 5
        return self.x - width / 2, self.y - height / 2, self.x + width / 2, self.y + height / 2


def static_map(atlas: Atlas, view: MapView, theme: str = "light", key: bool = True, focus: Collection[str] = ()) -> str:
    """The SVG text. Without ``key`` it is the bare map; ``focus``: whom it looks closely at, nobody is the region."""
    ink = colours(theme, view.networks)
    left = KEY_WIDTH if key else 0
    frame = _fit(atlas, left, focus)
    sizes = (NAME_PX, NETWORK_PX) if key else (SMALL_PICTURE * NAME_PX, SMALL_PICTURE * NETWORK_PX)
    body = [
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{ink["sea"]}"/>',
        f'<g transform="translate({frame.x:.2f} {frame.y:.2f}) scale({frame.scale:.6f})">',
        *_land(atlas, ink),
        *(
            f'<path class="area" data-municipality="{area.number}" fill="{fill_of(area.fill, ink)}" fill-rule="evenodd"'
            f' d="{atlas.scene.areas[area.number]}"{_faint(area)}><title>{escape(area.place.name)}</title></path>'
            for area in view.areas
        ),
        *_borders(atlas, view, ink, frame.scale),
        "</g>",
        *(_name(placed, ink) for placed in names(atlas, view, frame, left, *sizes) if _is_inside(placed.box)),
        *(_key(atlas, view, ink) if key else []),
    ]
    title = escape(summary(view)[0])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
        f' role="img" aria-label={quoteattr(" ".join(summary(view)))} font-family="{FONT}">\n<title>{title}</title>\n'
        f"<defs>{''.join(patterns(view, ink, frame.scale))}</defs>\n" + "\n".join(body) + "\n</svg>\n"
    )


@dataclass(frozen=True)
class Window:
    """From scene units to pixels of a picture."""

    x: float
    y: float
    scale: float  # pixels a scene unit

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the scene in pixels."""
        return self.x + x * self.scale, self.y + y * self.scale


def _fit(atlas: Atlas, left: float, focus: Collection[str]) -> Window:
    shapes = atlas.register.boundaries
    west, top, east, bottom = atlas.scene.frame.box((shapes.loc[list(focus)] if focus else shapes).total_bounds)
    width, height = WIDTH - left - 2 * MARGIN, HEIGHT - 2 * MARGIN
    scale = min(width / (east - west), height / (bottom - top))
    return Window(
        left + MARGIN + (width - scale * (east - west)) / 2 - scale * west,
        MARGIN + (height - scale * (bottom - top)) / 2 - scale * top,
        scale,
    )


def _land(atlas: Atlas, ink: dict[str, str]) -> Iterable[str]:
    for kind, number, path in atlas.scene.land:
        named = number in atlas.register.outside and atlas.register.outside[number].named
        line = f' stroke="{ink["land-near"]}" stroke-width="1" vector-effect="non-scaling-stroke"' if number else ""
        yield f'<path class="{kind}" fill="{ink["land-near" if named else "land"]}"{line} d="{path}"/>'


def fill_of(key: str, ink: dict[str, str]) -> str:
    """A colour, or the pattern that ``patterns`` defines for the key."""
    if key.startswith(NONE) or "+" in key or "~" in key or key == "class-unknown":
        return f"url(#{pattern_id(key)})"
    return ink[key] if key.startswith("class") else ink[f"network-{key}"]


def pattern_id(key: str) -> str:
    """The id of the pattern for a key: "+" (both) and "~" (before and after) are different pictures."""
    return "fill-" + key.replace("+", ".").replace("~", "_")


def patterns(view: MapView, ink: dict[str, str], scale: float) -> Iterable[str]:
    """A pattern for every fill on the map that is not one colour; its lines keep their width in pixels."""
    yield _pattern("key-gap", 9, 45, ((0, 9, ink["gap-fill"]), (0, 2.6, ink["gap-line"])), 1)
    for key in dict.fromkeys(area.fill for area in view.areas):
        if "~" in key:
            before, after = (
                ink["gap-fill"] if one.startswith(NONE) else ink[f"network-{one}"] for one in before_and_after(key)
            )
            yield _pattern(pattern_id(key), 14, 45, ((0, 10, after), (10, 4, before)), scale)
        elif key.startswith(NONE):
            angle = 45 if key.endswith("dialogue") else -45
            bars = ((0, 9, ink["gap-fill"]), (0, 2.6, ink["gap-line"]))
            yield _pattern(pattern_id(key), 9, angle, bars, scale)
        elif key == "class-unknown":
            yield _pattern(pattern_id(key), 9, 0, ((0, 9, ink[key]), (0, 1.2, ink["line-strong"])), scale)
        elif "+" in key:
            networks = key.split("+")
            bars = tuple((9 * place, 9, ink[f"network-{id}"]) for place, id in enumerate(networks))
            yield _pattern(pattern_id(key), 9 * len(networks), 45, bars, scale)


def _pattern(id: str, step: float, angle: float, bars: Iterable[tuple[float, float, str]], scale: float) -> str:
    rects = "".join(f'<rect x="{x}" width="{width}" height="{step}" fill="{fill}"/>' for x, width, fill in bars)
    return (
        f'<pattern id="{id}" patternUnits="userSpaceOnUse" width="{step}" height="{step}"'
        f' patternTransform="rotate({angle}) scale({1 / scale:.4f})">{rects}</pattern>'
    )


def _faint(area: AreaView) -> str:
    return "" if area.selected else ' opacity="0.3"'


def _borders(atlas: Atlas, view: MapView, ink: dict[str, str], scale: float) -> Iterable[str]:
    """Thin within a network, thick around it, dark around the unorganised: drawn in that order."""
    networks = {area.number: area.networks for area in view.areas}
    drawn: list[tuple[int, str]] = []
    for border in atlas.scene.borders:
        inner = border.right is not None and networks[border.left] == networks[border.right]
        gap = not networks[border.left] or (border.right is not None and not networks[border.right])
        colour = ink["gap-ink"] if gap else ink["seam"]
        width = (1.0 if gap else 0.8) if inner else (2.6 if gap else 2.4)
        line = (
            f'<path fill="none" stroke="{colour}" stroke-width="{width}" stroke-linejoin="round"'
            f' vector-effect="non-scaling-stroke" d="{border.path}"/>'
        )
        drawn.append((2 * gap + (not inner), line))
    return (line for _, line in sorted(drawn, key=lambda pair: pair[0]))


def names(
    atlas: Atlas, view: MapView, frame: Window, left: float, name_px: float = NAME_PX, network_px: float = NETWORK_PX
) -> list[Placed]:
    """The unorganised always, then networks, then the rest from the roomiest; none over another or over the key."""
    few = sum(area.is_changed or not area.networks for area in view.areas) <= MOST_ALWAYS
    always = [
        (area.number, atlas.labels[area.number], name_px, "moved" if area.networks else "gap", few)
        for area in view.areas
        if area.is_changed or not area.networks
    ]
    networks = [(id, label, network_px, "network", False) for id, label in network_labels(atlas, view).items()]
    inside = {area.number for area in view.areas if area.networks and not area.is_changed}
    others = sorted(inside, key=lambda number: (-atlas.labels[number].em_m, atlas.labels[number].lines))
    rest = [(number, atlas.labels[number], name_px, "name", False) for number in others]
    placed: list[Placed] = []
    for of, label, px, style, must in [*always, *networks, *rest]:
        initials = _initials(atlas, frame, of, label, px, view) if style == "network" else ()
        for candidate in (*_candidates(atlas, frame, of, label, px, style, must), *initials):
            box = candidate.box
            if box[0] >= left and not any(_overlap(box, other.box) for other in placed):
                placed.append(candidate)
                break
    for number, name, x, y in landmarks(atlas):
        candidate = Placed((name,), *frame.point(x, y), name_px, "landmark", number)
        if not any(_overlap(candidate.box, other.box) for other in placed):
            placed.append(candidate)
    return placed


def network_labels(atlas: Atlas, view: MapView) -> dict[str, Label]:
    """Where the name of each network stands: those with members, those that a scenario founds among its own."""
    shapes = atlas.register.boundaries.geometry
    labels = {}
    for id, network in view.networks.items():
        members = view.assignment.members(id)
        if id in atlas.network_labels and members:
            labels[id] = atlas.network_labels[id]
        elif members:
            labels[id] = place(network.short_name, shapely.union_all(shapes.loc[list(members)].values), width_em)
    return labels


def landmarks(atlas: Atlas) -> Iterable[tuple[str, str, int, int]]:
    """Municipalities outside that are named for orientation: number, name, and a point inside in scene units."""
    for row in atlas.register.surroundings.itertuples():
        if row.number in atlas.register.outside and atlas.register.outside[row.number].named:
            yield row.number, row.name, *atlas.scene.frame.point(*row.geometry.representative_point().coords[0])


def _candidates(
    atlas: Atlas, frame: Window, of: str, label: Label, px: float, style: str, must: bool
) -> Iterable[Placed]:
    """Its own place if it fits; a name that must be shown may also move aside."""
    x, y = frame.point(*atlas.scene.frame.point(label.x, label.y))
    fitting = min(1.0, label.em_m / UNIT_M * frame.scale / px)
    if must:
        for across, down in ((0, 0), (-0.6, 0), (0.6, 0), (0, -1), (0, 1), (-1.1, 0), (1.1, 0)):
            width = max(width_em(line) for line in label.lines) * px
            yield Placed(label.lines, x + across * width, y + down * px * 1.6, px, style, of)
    elif fitting >= SMALLEST:
        yield Placed(label.lines, x, y, px * fitting, style, of)


def _is_inside(box: tuple[float, ...]) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= WIDTH and box[3] <= HEIGHT


def _initials(atlas: Atlas, frame: Window, of: str, label: Label, px: float, view: MapView) -> Iterable[Placed]:
    """Where the name of a network has no room, as in a small picture, its initial stands, as in the legend."""
    x, y = frame.point(*atlas.scene.frame.point(label.x, label.y))
    for across, down in ((0, 0), (0, 1), (0, -1), (1, 0), (-1, 0)):
        yield Placed((view.networks[of].initial,), x + across * px, y + down * px, px, "network", of)


def _overlap(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _name(name: Placed, ink: dict[str, str]) -> str:
    left, top, right, bottom = name.box
    pill = ""
    fill = ink["muted" if name.style == "landmark" else "on-network"]
    weight = 700 if name.style in ("gap", "network") else 600
    if name.style in ("gap", "moved"):
        fill, ground = (ink["gap-ink"], ink["gap-fill"]) if name.style == "gap" else (ink["ink"], ink["paper"])
        pill = (
            f'<rect x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" height="{bottom - top:.1f}" rx="4"'
            f' fill="{ground}" stroke="{fill}"/>'
        )
    first = 0.35 - (len(name.lines) - 1) / 2 * LINE_HEIGHT_EM  # baseline of the first line below the centre, in em
    lines = "".join(
        f'<text x="{name.x:.1f}" y="{name.y + (first + at * LINE_HEIGHT_EM) * name.px:.1f}"'
        f' font-size="{name.px:.1f}" font-weight="{weight}" text-anchor="middle" fill="{fill}">{escape(line)}</text>'
        for at, line in enumerate(name.lines)
    )
    return f'<g class="label {name.style}">{pill}{lines}</g>'


def _key(atlas: Atlas, view: MapView, ink: dict[str, str]) -> Iterable[str]:
    """Title, sentence, a row for each group, and the source, on paper beside the map."""
    say = view.say
    yield f'<rect width="{KEY_WIDTH}" height="{HEIGHT}" fill="{ink["paper"]}"/>'
    first, *rest = summary(view)
    y = 54.0
    for text, px, weight in ((first, 22, 700), (" ".join(rest), 13, 400)):
        for line in wrap(text, (KEY_WIDTH - 2 * MARGIN) / px):
            yield _text(MARGIN, y, px, weight, ink["ink"], line)
            y += px * 1.35
        y += 12
    for group in view.groups:
        gap = group.id == NONE
        fill, line = ("url(#key-gap)", ink["gap-ink"]) if gap else (fill_of(group.id, ink), "none")
        yield f'<rect x="{MARGIN}" y="{y}" width="24" height="24" rx="4" fill="{fill}" stroke="{line}"/>'
        yield _text(MARGIN + 12, y + 17, 13, 700, ink["on-network"], group.initial, "middle")
        for line in wrap(group.name, (KEY_WIDTH - 2 * MARGIN - 76) / 13):
            yield _text(MARGIN + 36, y + 11, 13, 600, ink["ink"], line)
            y += 16
        yield _text(
            MARGIN + 36, y + 11, 12, 400, ink["muted"], say.count("municipalities", group.figures.municipalities)
        )
        y += 34
    credits = say.of(atlas.register.texts["credits"]) if "credits" in atlas.register.texts else ""
    lines = [line for part in credits.split(" · ") for line in wrap(part, (KEY_WIDTH - 2 * MARGIN) / 11)]
    y = HEIGHT - MARGIN - 15 * (len(lines) - 1)
    for line in lines:
        yield _text(MARGIN, y, 11, 400, ink["muted"], line)
        y += 15


def wrap(text: str, width: float) -> list[str]:
    """Lines no wider than ``width`` em, broken at spaces; a longer word stands alone."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_em(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _text(x: float, y: float, px: float, weight: int, fill: str, text: str, anchor: str = "start") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{px:g}" font-weight="{weight}" text-anchor="{anchor}"'
        f' fill="{fill}">{escape(text)}</text>'
    )
