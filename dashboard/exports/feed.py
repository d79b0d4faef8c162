"""The feed of changes (Atom, RFC 4287): who joined and left networks on which day, and which data are loaded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from dash import html

from dashboard.components.difference_list import difference_list
from dashboard.components.scenario import changes_text
from dashboard.markup.writer import UNWRITABLE, as_html
from dashboard.view.atlas import Atlas
from dashboard.view.revision import revision_text
from dashboard.view.sentence import dated_summary, summary
from dashboard.view.state import FEED_TYPE, State, feed_address, state_address
from dashboard.view.view import MapView, build_view
from geodata.history import Turn, known_date, turns

#: The namespace of RFC 4287.
ATOM = "http://www.w3.org/2005/Atom"
#: The namespace of the ids: they follow from what an entry says, so that the same entry has the same one everywhere.
_IDS = UUID("b1f3a1de-6f3c-4c0e-9a55-3a4c2f6b7d10")
#: More municipalities than these are counted in a title.
_MOST_NAMED = 3


@dataclass(frozen=True)
class FeedEntry:
    """``key``: what it says, in no language; ``day``: when; ``content``: HTML; ``state``: the page that it leads to."""

    key: str
    day: date
    title: str
    content: str
    state: State


def feed(atlas: Atlas, language: str, public_url: str | None = None) -> bytes:
    """One entry for each day on which memberships turned, and one for the data that are loaded, newest first.

    Every date is one of the data; the same data give the same bytes. Addresses are relative to the feed's unless
    the server's own is known.
    """
    view, home = build_view(atlas, State(lang=language)), public_url or "."
    turned = (_of_turn(atlas, language, one) for one in reversed(turns(atlas.register)))
    entries = sorted([_of_data(view), *turned], key=lambda one: one.day, reverse=True)
    root = Element("feed", {"xmlns": ATOM, "xml:lang": language})
    _say(root, "id", _id(view, ""))
    _say(root, "title", view.say("feed_title"))
    _say(root, "updated", _time(entries[0].day))
    _say(SubElement(root, "author"), "name", view.say("title"))
    _link(root, "self", FEED_TYPE, feed_address(language, home))
    _link(root, "alternate", "text/html", state_address(view.state, home))
    for one in entries:
        entry = SubElement(root, "entry")
        _say(entry, "id", _id(view, one.key))
        _say(entry, "title", one.title)
        _say(entry, "updated", _time(one.day))
        _link(entry, "alternate", "text/html", state_address(one.state, home))
        _say(entry, "content", one.content, type="html")
    indent(root)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def _of_data(view: MapView) -> FeedEntry:
    """The edition of the data. Where its day is not known, that of the register stands in; the title says so."""
    register = view.atlas.register
    day = date.fromisoformat(register.created) if register.created else register.as_of
    state = view.state.but(view="data", revision=register.revision)
    content = as_html([html.P(dated_summary(view)), html.P(view.say("feed_undated"))])
    return FeedEntry(f"data {register.revision} {register.created}", day, revision_text(view), content, state)


def _of_turn(atlas: Atlas, language: str, turn: Turn) -> FeedEntry:
    state = State(lang=language, since=turn.day - timedelta(days=1), day=turn.day)
    view, register = build_view(atlas, state), atlas.register
    dates = list(dict.fromkeys(known_date(register, turn, one) for one in turn.differences))
    known, exact = view.say.list(map(view.say.date, dates)), turn.day.isoformat()
    content = [
        html.P(changes_text(view)),
        difference_list(view),
        html.P(" ".join(summary(view))),
    ]
    if dates != [exact]:
        content.append(html.P(view.say("feed_inexact", day=view.say.date(exact))))
    changes = ",".join(f"{one.number}:{'+'.join(one.before)}>{'+'.join(one.after)}" for one in turn.differences)
    title = f"{known}: {_moves(view, turn)}"
    return FeedEntry(f"turn {exact} {changes}", turn.day, title, as_html(content), state)


def _moves(view: MapView, turn: Turn) -> str:
    """Who joined, left and moved, those who did the same together; many are counted."""
    together: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for one in turn.differences:
        left = tuple(id for id in one.before if id not in one.after)
        entered = tuple(id for id in one.after if id not in one.before)
        together.setdefault((left, entered), []).append(view.area(one.number).place.name)
    return "; ".join(_move(view, names, left, entered) for (left, entered), names in together.items())


def _move(view: MapView, names: list[str], left: tuple[str, ...], entered: tuple[str, ...]) -> str:
    say, count = view.say, len(names)
    who = say.list(names) if count <= _MOST_NAMED else say.count("municipalities", count)
    networks = say.list(view.names[id] for id in entered or left)
    if not left:
        return say.count("feed_joined", count, who=who, networks=networks)
    if not entered:
        return say.count("feed_left", count, who=who, networks=networks)
    return say.count("feed_moved", count, who=who, before=say.list(view.names[id] for id in left), networks=networks)


def _id(view: MapView, key: str) -> str:
    """The same for the same words of the same register, wherever it is served; blank ``key``: the feed's own."""
    register = view.atlas.register
    return uuid5(_IDS, f"{register.name or view.say('title')} {view.state.lang} {key}").urn


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _say(parent: Element, tag: str, text: str, **attributes: str) -> None:
    SubElement(parent, tag, attributes).text = UNWRITABLE.sub("\ufffd", text)


def _link(parent: Element, rel: str, type: str, address: str) -> None:
    SubElement(parent, "link", {"rel": rel, "type": type, "href": address})
