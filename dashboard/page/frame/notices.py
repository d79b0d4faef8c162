"""What the page has to say about the address: what it ignored, other data than it meant, what the filters select."""

from __future__ import annotations

from datetime import date

from dash import html

from dashboard.components.selection_line import selection_line
from dashboard.markup.attributes import attributes
from dashboard.markup.content import Content
from dashboard.page.links import button, link
from dashboard.view.described import card_network, naming, population_text, selection_text
from dashboard.view.filters import FILTERS
from dashboard.view.revision import other_revision_text
from dashboard.view.selection import unfiltered
from dashboard.view.sentence import summary
from dashboard.view.state import State
from dashboard.view.unread import unread_text
from dashboard.view.view import MapView
from geodata.planning.scenario import Scenario

#: What the planning page says beside the field that it was typed into.
SAID_THERE = ("equal", "each", "most")
#: More that is not understood is not listed.
MOST_LISTED = 5


def notice(view: MapView) -> Content:
    """That the link speaks of other data than are loaded, and what in the address was not understood; else empty."""
    said: list[html.P] = []
    if other := other_revision_text(view):
        on = link(view.say("revision_go_on"), view.state.but(revision=""))
        said.append(html.P([other, " ", on], className="notice on-paper", role="status"))
    ignored = [item for item in view.ignored if not (view.state.view == "plan" and item.name in SAID_THERE)]
    if ignored:
        said.append(html.P(unread_text(view, tuple(ignored), most=MOST_LISTED), className="notice", role="status"))
    return said


def selection(view: MapView) -> Content:
    """The figures of what the filters select, a chip to take each filter away, and one for all; empty without any."""
    say = view.say
    if view.selection is None:
        return []
    words, nothing = naming(view), State()
    chips = [
        button(
            text,
            view.state.but(**{one.parameter: one.value(nothing)}),
            className="chip",
            **attributes(data_chip=one.parameter, aria_label=say("chip_remove", filter=text)),
        )
        for one in FILTERS
        if one.is_set(view.state)
        for text in [one.words(one.value(view.state), words)]
    ]
    clear = button(say("clear_selection"), unfiltered(view.state), className="quiet")
    return html.Div(
        [
            selection_line(view),
            html.Div([*chips, clear], className="chips"),
        ],
        className="selection",
    )


def announcement(view: MapView) -> str:
    """What a screen reader hears after a choice: whom it was, and what the filters select."""
    said = []
    if view.previous is not None and _days_of(view.previous) != _days_of(view.state):
        return summary(view)[0]
    if view.previous is not None and view.previous.scenario != view.state.scenario:
        return moved(view, view.previous.scenario)
    if view.chosen:
        area = view.chosen
        said.append(
            view.say(
                "announce_chosen",
                name=area.place.name,
                network=card_network(view, area),
                population=population_text(view, area.population),
            )
        )
    if view.selection:
        said.append(selection_text(view))
    return " ".join(said)


def _days_of(state: State) -> tuple[date | None, date | None]:
    return state.day, state.since


def moved(view: MapView, previous: Scenario) -> str:
    """What differs from the scenario before: "Rollag lagt til Hallingdal. 46 av 51 kommuner."."""
    say, before = view.say, previous.changes
    said = []
    for area in view.areas:
        if before.get(area.number, area.before) != area.networks:
            names = say.list(view.names[id] for id in area.networks)
            key = "moved_to" if area.networks else "moved_out"
            said.append(say(key, name=area.place.name, networks=names))
    known = {one.id: one.name for one in previous.founded}
    founded = [one.name for one in view.state.scenario.founded if known.get(one.id) != one.name]
    organised = view.coverage.organised
    total = say(
        "moved_total",
        organised=say.integer(organised.part.municipalities),
        total=say.integer(organised.whole.municipalities),
    )
    many = [say("moved_many", count=say.integer(len(said)))] if len(said) > 6 else said
    return " ".join([*(say("found_said", name=name) for name in founded), *many, total])
