"""The map as shapes: every municipality a freeform with its name, its fill and what it says aloud."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.exports.slides.box import Box
from dashboard.exports.slides.markup import (
    RECTANGLE,
    group,
    language,
    leader_line,
    line,
    paragraph,
    run,
    shape,
    text_box,
)
from dashboard.exports.slides.names import Name, names_on, pins_on
from dashboard.exports.slides.paint import SlideColours
from dashboard.exports.slides.window import Window
from dashboard.picture.pins import PlacedPin
from dashboard.view.described import card_network
from dashboard.view.sentence import summary
from dashboard.view.shown import AreaView
from dashboard.view.state import NONE
from dashboard.view.view import MapView

ELLIPSE = '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
NO_LINE = "<a:ln><a:noFill/></a:ln>"
#: Widths of lines in points: between municipalities and between those outside; around networks, those outside, and
#: those moved; from a name to its area.
SEAM, GAP_SEAM, NETWORK, GAP, MOVED, LEADER = 0.5, 0.75, 2.0, 2.0, 1.5, 0.75
#: Smaller parts, as shares of the largest, have no outline of their network, and of who is moved.
NETWORK_PART, MOVED_PART = 0.02, 0.3


@dataclass(frozen=True)
class SlideMap:
    """The map of a view in its window on a slide, and what the group is called.

    ``focus``: the numbers of the municipalities to look closely at; ``taken``: where no name may stand; ``moved``:
    whether those that the scenario moves are named.
    """

    view: MapView
    window: Window
    name: str
    focus: tuple[str, ...] = ()
    taken: tuple[Box, ...] = ()
    moved: bool = True


def map_group(drawn: SlideMap, paint: SlideColours, ids: Iterator[int]) -> str:
    """The map as one group, which says its sentence to those who do not see it.

    From the bottom: sea, land around, municipalities, outlines, names, the numbers of notes.
    """
    view, window = drawn.view, drawn.window
    parts = [
        *_around(view, paint, window, ids),
        *(_area(view, area, paint, window, ids) for area in view.areas),
        *_outlines(view, paint, window, ids),
        *(_name(view, one, paint, ids) for one in names_on(view, window, drawn.focus, drawn.taken, drawn.moved)),
        *(_pin(view, pin, box, paint, next(ids)) for pin, box in pins_on(view, window)),
    ]
    return group(next(ids), drawn.name, window.box, "".join(parts), " ".join(summary(view)))


def _around(view: MapView, paint: SlideColours, window: Window, ids: Iterator[int]) -> Iterator[str]:
    """The sea, and in a group the land and whoever is named outside."""
    say = view.say
    sea = f"<a:solidFill>{paint.page['sea'].xml}</a:solidFill>{NO_LINE}"
    yield shape(next(ids), say("slide_sea"), window.box.xfrm + RECTANGLE, sea, decorative=True)
    name = say("resource_surroundings")
    lands = [(name, window.land, paint.page["land"])] if window.land else []
    lands += [(near, form, paint.page["land-near"]) for near, form in window.near.items()]
    shapes = [
        shape(next(ids), one, form, f"<a:solidFill>{ink.xml}</a:solidFill>{NO_LINE}", decorative=True)
        for one, form, ink in lands
    ]
    if shapes:
        yield group(next(ids), name, window.box, "".join(shapes), decorative=True)


def _area(view: MapView, area: AreaView, paint: SlideColours, window: Window, ids: Iterator[int]) -> str:
    place = area.place
    apart = area.selected and not area.networks
    border = line(paint.page["gap-ink"].xml, GAP_SEAM) if apart else line(paint.page["seam"].xml, SEAM)
    return shape(
        next(ids),
        f"{area.number} {place.name}",
        window.areas[area.number],
        paint.fill(area.membership_fill, faint=not area.selected) + border,
        f"{place.name}, {card_network(view, area)}",
    )


def _outlines(view: MapView, paint: SlideColours, window: Window, ids: Iterator[int]) -> Iterator[str]:
    """Light around each network, dark around those outside, dashed around those that the scenario moves."""
    say = view.say
    for one in view.groups:
        members = tuple(area.number for area in view.areas if area.selected and _is_in(area, one.id))
        if members:
            ink, width = (paint.page["gap-ink"], GAP) if one.id == NONE else (paint.page["seam"], NETWORK)
            name = say("slide_outline", name=one.short_name)
            look = "<a:noFill/>" + line(ink.xml, width)
            yield shape(next(ids), name, window.union(members, NETWORK_PART), look, decorative=True)
    for area in view.changed:
        ink, width = (paint.page["ink"], MOVED) if area.selected else (paint.page["line-strong"], MOVED / 2)
        name = say("slide_outline", name=area.place.name)
        look = "<a:noFill/>" + line(ink.xml, width, "sysDash")
        yield shape(next(ids), name, window.union((area.number,), MOVED_PART), look, decorative=True)


def _is_in(area: AreaView, id: str) -> bool:
    return not area.networks if id == NONE else id in area.networks


def _name(view: MapView, name: Name, paint: SlideColours, ids: Iterator[int]) -> str:
    """A name as a text box of its own: on a label for those outside and those moved, beside the region with a line.

    A network's stands on its own colour, so that no border crosses its letters.
    """
    ink, look = paint.page["ink" if name.leader else "paper"], "<a:noFill/>"
    if name.style in ("gap", "moved"):
        ink, back = (
            (paint.page["gap-ink"], paint.page["gap-fill"])
            if name.style == "gap"
            else (paint.page["ink"], paint.page["paper"])
        )
        look = f"<a:solidFill>{back.xml}</a:solidFill>{line(ink.xml, 0.75)}"
    elif name.style == "network" and not name.leader:
        look = f"<a:solidFill>{paint.networks[name.network].xml}</a:solidFill>"
    elif name.style in ("landmark", "county"):
        ink = paint.page["muted"]
    bold = name.style in ("gap", "network")
    texts = "".join(
        paragraph(run(text, language(view.say), round(name.size * 2) / 2, bold, ink.xml), "ctr") for text in name.lines
    )
    title = " ".join(name.lines).replace("- ", "-")
    said = view.say("slide_name", name=title)
    led = leader_line(next(ids), said, name.leader, line(ink.xml, LEADER)) if name.leader else ""
    return led + text_box(next(ids), said, name.box, texts, look, wrap=False)


def _pin(view: MapView, pin: PlacedPin, box: Box, paint: SlideColours, id: int) -> str:
    """The number of a note in a circle over its area; the note is what it says aloud."""
    number, size = view.say.integer(pin.place), round(pin.radius * 2.4) / 2
    words = paragraph(run(number, language(view.say), size, True, paint.page["ink"].xml), "ctr")
    look = f"<a:solidFill>{paint.page['paper'].xml}</a:solidFill>{line(paint.page['ink'].xml, 1)}"
    told = view.say("pin_said", number=number, text=f"{view.area(pin.number).place.name}, {pin.text}")
    return text_box(id, told, box, words, look, wrap=False, outline=ELLIPSE)
