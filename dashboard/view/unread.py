"""What in an address was not understood, in words: why, where that can be told, and what is shown instead."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.view.state import NUMBERED, Ignored
from dashboard.view.view import MapView
from geodata.dates import whole_day
from geodata.numbers import municipality_number


def unread_text(
    view: MapView, ignored: tuple[Ignored, ...], write: Callable[[str], str] = str, most: int | None = None
) -> str:
    """Days outside the register's span, numbers of municipalities that were split, and then the rest by itself.

    ``write``: what each part of the address is written by; no more than ``most`` are listed.
    """
    reasons = {one: _reason(view, one) for one in ignored}
    rest = [one for one in ignored if not reasons[one]]
    told = list(dict.fromkeys(reason for reason in reasons.values() if reason))
    if rest:
        names = view.say.list(write(f"{item.name}={item.value}") for item in rest[:most])
        told.insert(0, view.say.count("ignored", len(rest), names=names))
    return " ".join(told)


def _reason(view: MapView, one: Ignored) -> str:
    register, say = view.atlas.register, view.say
    if one.name in ("day", "since") and (day := whole_day(one.value)) and day not in register.span:
        ends = {"first": register.span.first, "last": register.span.last, "shown": register.span.clamped(day)}
        dates = {name: say.date(end.isoformat()) for name, end in ends.items()}
        return say("ignored_day", day=say.date(one.value), **dates)
    meant = register.meant(municipality_number(one.value.partition(":")[0]) or "") if one.name in NUMBERED else ()
    if len(meant) > 1:
        names = say.list(f"{number} {register.municipalities[number].name}" for number in meant)
        return say("ignored_split", number=one.value.partition(":")[0], names=names)
    return ""
