"""What a file says about itself: its sentence, its dates, what it holds, its address, its sources and licences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.exports.tables.columns import Rows
from dashboard.view.atlas import Atlas
from dashboard.view.described import selection_text
from dashboard.view.measured import name_of, partly_known
from dashboard.view.revision import other_revision_text, revision_text
from dashboard.view.sentence import summary
from dashboard.view.titled import licence_title, translated_title
from dashboard.view.unread import unread_text
from dashboard.view.view import MapView
from geodata.model import DataFile

#: The resources of the data folder that the files are made from.
RESOURCES = ("municipalities", "changes", "counties", "networks", "memberships", "statistics", "boundaries")


@dataclass(frozen=True)
class Line:
    """One line: what it is about, what it says, and for a source its address and licence."""

    label: str
    text: str
    address: str | None = None
    licence: str | None = None


def about_lines(view: MapView, rows: Rows, address: str) -> tuple[Line, ...]:
    """Everything a reader must know about a file that holds ``rows``, in the language of the view."""
    say = view.say
    dates = [say("export_dates", date=say.date(f"{view.year}-01-01"))]
    dates += [say.own("register_date")] if say.own("register_date") else []
    notes = [say("export_empty"), say("rounding_note"), say("data_counting")]
    return (
        Line(say("export_title"), say("title")),
        Line(say("export_says"), " ".join(summary(view))),
        Line(say("export_holds"), holding(view, rows)),
        Line(say("export_date"), " ".join(dates)),
        *revision_lines(view),
        Line(say("export_address"), address),
        *([Line(say("export_ignored"), ignored_text(view))] if view.ignored else ()),
        *(Line(say("export_note"), note) for note in notes),
        *measure_lines(view, rows),
        *source_lines(view),
    )


def revision_lines(view: MapView) -> Iterator[Line]:
    """Which data the file is made of, and that its address speaks of others where it does."""
    for text in (revision_text(view), other_revision_text(view)):
        if text:
            yield Line(view.say("export_data"), text)


def measure_lines(view: MapView, rows: Rows) -> Iterator[Line]:
    """A line for each measure in the file of which something has to be known, and for those that are not loaded."""
    say, columns = view.say, {column.name for column in rows.columns}
    for id, one in view.measures.items():
        told = [part for part in (say.of(one.words["sure"]), partly_known(view, [id])) if part]
        if told and one.column in columns:
            yield Line(name_of(say, one), " ".join((f"{one.source}.", *told)), licence=one.licence or None)
    for one in view.atlas.register.not_loaded.values():
        yield Line(name_of(say, one), f"{say('not_loaded')}. {one.source}.")


def holding(view: MapView, rows: Rows) -> str:
    """Which municipalities the rows are about: those that match the filters, or all."""
    say, total = view.say, len(view.areas)
    if rows.total is not None:
        return say("export_networks_all", total=say.integer(total))
    if view.selection is None:
        return say("export_all", total=say.integer(total))
    shown = say("export_some", shown=say.integer(len(rows.rows)), total=say.integer(total))
    return f"{shown} {selection_text(view)}"


def ignored_text(view: MapView) -> str:
    """What in the address was not understood."""
    return unread_text(view, view.ignored, _printable)


def resources(atlas: Atlas) -> Iterator[DataFile]:
    """The files of the data folder that the exports are made from."""
    by_name = {one.name: one for one in atlas.register.files}
    yield from (by_name[name] for name in RESOURCES if name in by_name)


def source_lines(view: MapView) -> Iterator[Line]:
    """A line for each source of each resource that the files are made from."""
    for resource in resources(view.atlas):
        licences = "; ".join(licence_title(view.atlas, view.say, licence) for licence in resource.licences)
        for source in resource.sources:
            label = view.say("export_source", what=view.say(f"resource_{resource.name}"))
            yield Line(label, translated_title(view.atlas, view.say, source.title), source.path, licences or None)


def _printable(text: str) -> str:
    """Without control characters, which XML and SQLite do not carry."""
    return "".join(character if character.isprintable() else "\ufffd" for character in text)
