"""What the one file rests on: dates, notes, every source with its licence, and the address of the live page."""

from __future__ import annotations

from collections.abc import Iterator

from dash import html

from dashboard.exports.about import resources
from dashboard.markup.content import Item
from dashboard.markup.sources import outside_link
from dashboard.view.revision import revision_text
from dashboard.view.state import state_address
from dashboard.view.titled import licence_title, translated_title
from dashboard.view.view import MapView


def all_sources(view: MapView, public_url: str | None) -> list[Item]:
    """The page has these in a view of its own; a file must say them itself."""
    say = view.say
    dates = [say("export_dates", date=say.date(f"{view.year}-01-01")), say.own("register_date")]
    lines = [" ".join(filter(None, dates)), f"{say('rounding_note')} {say('data_counting')}", say.own("credits")]
    lines.append(f"{revision_text(view)}.")
    address = state_address(view.state, public_url)
    return [
        html.H2(say("footer")),
        *(html.P(line) for line in lines if line),
        html.P([f"{say('export_address')}: ", outside_link(address, address)]) if public_url else None,
        html.Ul(list(_listed(view))),
    ]


def _listed(view: MapView) -> Iterator[html.Li]:
    """Each source once, with all that is taken from it."""
    found: dict[tuple[str, str | None, tuple[tuple[str, str | None], ...]], list[str]] = {}
    around = (one for one in view.atlas.register.files if one.name == "surroundings")
    for resource in (*resources(view.atlas), *around):
        licences = tuple((licence_title(view.atlas, view.say, one), one.path) for one in resource.licences)
        for source in resource.sources:
            title = translated_title(view.atlas, view.say, source.title)
            what = found.setdefault((title, source.path, licences), [])
            what.append(view.say(f"resource_{resource.name}"))
    for (title, path, licences), what in found.items():
        terms = [part for name, address in licences for part in ("; ", _named(name, address))]
        ended = [" (", *terms[1:], ")"] if terms else []
        yield html.Li([html.B(f"{view.say.list(what)}:"), " ", _named(title, path), *ended])


def _named(name: str, address: str | None) -> Item:
    return outside_link(address, name) if address else name
