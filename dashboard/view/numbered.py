"""Municipality numbers in words: those of the register's edition, and those of the editions that stand beside it."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.view.atlas import Atlas
from dashboard.view.shown import AreaView
from dashboard.view.view import MapView
from dashboard.words.wording import Wording
from geodata.editions import Edition
from geodata.model import Municipality
from geodata.planning.differences import BETWEEN_NUMBERS, numbers_beside

#: The column of the register's own numbers; those of other editions have the edition's year behind it.
NUMBER = "number"


def number_columns(atlas: Atlas) -> tuple[str, ...]:
    """The columns of numbers: the register's own, then one for each edition beside it."""
    return NUMBER, *(f"{NUMBER}_{edition}" for edition in atlas.register.beside)


def number_headings(atlas: Atlas, say: Wording) -> dict[str, str]:
    """What stands over each column of numbers."""
    editions = (atlas.register.edition, *atlas.register.beside)
    return {
        column: say("column_number", edition=edition)
        for column, edition in zip(number_columns(atlas), editions, strict=True)
    }


def number_cells(atlas: Atlas, place: Municipality) -> dict[str, str]:
    """The numbers of a municipality by column."""
    return {NUMBER: place.number, **numbers_beside(atlas.register, place)}


def short_numbers(view: MapView, area: AreaView) -> str:
    """ "3006 / 3303": its numbers, the register's own first."""
    return BETWEEN_NUMBERS.join(number for number in number_cells(view.atlas, area.place).values() if number)


def numbers_text(view: MapView, area: AreaView) -> str:
    """ "3006, fra 2024 3303": its numbers and when those of other editions held."""
    return ", ".join((area.number, *_others(view, area)))


def _others(view: MapView, area: AreaView) -> Iterator[str]:
    register, say = view.atlas.register, view.say
    for edition in register.beside:
        numbers = BETWEEN_NUMBERS.join(area.place.numbers_in(edition)) or say("unknown")
        following = _following(list(register.editions.values()), edition)
        if following is None:
            yield say("number_from", year=edition, number=numbers)
        else:
            yield say("number_years", first=edition, last=int(following.id) - 1, number=numbers)


def _following(editions: list[Edition], id: str) -> Edition | None:
    return next((after for before, after in zip(editions, editions[1:], strict=False) if before.id == id), None)
