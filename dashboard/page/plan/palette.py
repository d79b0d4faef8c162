"""Brushes and legend in one list: what a press on the map would put a municipality into, and how large that is now."""

from __future__ import annotations

from dash import html

from dashboard.markup.attributes import attributes
from dashboard.markup.content import Item
from dashboard.markup.swatch import swatch
from dashboard.page.links import button
from dashboard.page.overview.legend import toggled
from dashboard.view.described import dialogue_lines, unit
from dashboard.view.state import NONE
from dashboard.view.view import MapView

#: So many brushes have a number key of their own on the map; 0 shows the whole region.
KEYED = 9
#: A name of more characters has a row to itself.
BESIDE_ANOTHER = 14


def palette(view: MapView) -> html.Div:
    """A row for each network, for none and for "as today", and whether a press adds to the networks there are."""
    say, shown = view.say, {group.id for group in view.groups}
    brushes = [*view.networks, NONE, "today"]
    rows = [_row(view, id, place + 1, id in shown) for place, id in enumerate(brushes)]
    also = html.Button(
        say("plan_also"),
        type="button",
        className="quiet needs-script",
        id="also",
        **attributes(data_plan="also", aria_pressed=False),
    )
    return html.Div(
        html.Ul([*rows, html.Li(also, className="also")], className="palette-rows"),
        className="palette",
        role="toolbar",
        **attributes(aria_label=say("plan_brush")),
    )


def _row(view: MapView, id: str, place: int, is_group: bool) -> html.Li:
    """The brush lies over the whole row; what a group has more, to stand out on the map, is a small button on it."""
    say = view.say
    is_network = id in view.networks
    full = view.names[id] if is_network else say("unorganised" if id == NONE else "plan_as_today")
    short = view.networks[id].short_name if is_network else full
    count = _count(view, id) if is_group else []
    named = [short] if short == full else [short, full]
    spoken = ", ".join([*named, _spoken_count(view, id)] if is_group else named)
    key = html.Kbd(str(place), **attributes(aria_hidden=True)) if place <= KEYED else None
    return html.Li(
        [
            html.Button(
                type="button",
                className="take-brush needs-script",
                id=f"brush-{id}",
                title=full,
                **attributes(data_brush=id, aria_pressed=False, aria_label=spoken),
            ),
            *_swatch(view, id, is_group),
            html.Span(_words(view, id, short, full), className="words"),
            html.Span(count, className="count"),
            key,
            _highlight(view, id, short) if is_group else None,
        ],
        className=f"palette-row {'' if is_network else 'today' if id != NONE else 'gap'}"
        + (" long" if len(short) > BESIDE_ANOTHER else ""),
        id=f"palette-{id}",
    )


def _swatch(view: MapView, id: str, is_group: bool) -> list[Item]:
    if is_group and id != NONE:
        group = view.group(id)
        return [swatch(id, group.initial, pattern=group.pattern)]
    return [swatch(f"{NONE}-dialogue" if id == NONE else id)] if id != "today" else []


def _words(view: MapView, id: str, short: str, full: str) -> list[Item]:
    """The short name on the screen, the full one on paper; of the unorganised whom a dialogue concerns."""
    lines: list[Item] = [html.Span(short, className="name")]
    if short != full:
        lines.append(html.Span(full, className="name full"))
    if id == NONE and view.missing:
        lines += [
            html.Span([swatch(fill, small=True), html.Span(line)], className="note dialogue")
            for fill, line in dialogue_lines(view)
        ]
    return lines


def _count(view: MapView, id: str) -> list[Item]:
    """How many municipalities, and how many more or fewer than today."""
    now, change = _now_and_change(view, id)
    more: list[Item] = [" ", html.Span(view.say.signed(change), className="change")] if change else []
    return [view.say.integer(now), *more]


def _spoken_count(view: MapView, id: str) -> str:
    now, change = _now_and_change(view, id)
    said = f"{view.say.integer(now)} {unit(view, now)}"
    return f"{said} ({view.say.signed(change)})" if change else said


def _now_and_change(view: MapView, id: str) -> tuple[int, int]:
    now, today = (
        sum((id in networks) if id != NONE else not networks for networks in each)
        for each in ([area.networks for area in view.areas], [area.before for area in view.areas])
    )
    return now, now - today


def _highlight(view: MapView, id: str, short: str) -> Item:
    """The legend's press: the group stands out on the map."""
    words = view.say("palette_highlight", name=short)
    return button(
        html.Span(className="icon eye", **attributes(aria_hidden=True)),
        view.state.but(networks=toggled(view, id)),
        className="highlight",
        id=f"highlight-{id}",
        title=words,
        **attributes(data_network_toggle=id, aria_pressed=view.group(id).pressed, aria_label=words),
    )
