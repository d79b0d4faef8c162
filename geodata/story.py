"""The steps of the presentation, as the data folder tells them: which there are, in which order, in which words."""

from __future__ import annotations

import string
from collections.abc import Collection, Iterable, Mapping

#: Placeholders that the words of every step may hold.
EVERYWHERE = ("region", "partnership", "date", "organised", "municipalities")
_NETWORK = ("network", "members", "names", "population", "description")
_GAP = ("missing", "missing_number", "names", "population")
#: Kind of a step → the further placeholders of its words. What each stands for is in data/README.md.
KINDS: Mapping[str, tuple[str, ...]] = {
    "region": ("networks", "network_names"),
    "sizes": ("largest", "largest_population", "smallest", "smallest_population"),
    "network": _NETWORK,
    "outside": (*_GAP, "dialogue"),
    "compare": ("scenario", "before", "change", "population_share", "population_share_before"),
    "differences": ("scenario", "changes", "changes_number"),
    "since": ("since", "day", "before", "change", "population_share", "population_share_before"),
    "changes": ("since", "day", "changes", "changes_number"),
    "notes": ("notes", "notes_number"),
    "founded": _NETWORK,
    "remaining": _GAP,
    "complete": (),
    "sources": ("register_date",),
}
#: The kinds of steps that tell which share of the region something has, of every measure that adds up.
WITH_SHARES = ("region", "network", "outside", "founded", "remaining", "complete")
#: The words of a step, each in every language.
STEP_PARTS = ("headline", "caption", "text")


class BadTemplate(ValueError):
    """A text's braces hold something else than a known placeholder; the message says what."""


def share_name(measure: str) -> str:
    """The placeholder of a measure's share of the region."""
    return f"{measure}_share"


def step_names(kind: str, additive: Iterable[str]) -> tuple[str, ...]:
    """What the words of a kind of step may hold; ``additive``: ids of the measures that add up."""
    shares = map(share_name, additive) if kind in WITH_SHARES else ()
    return (*EVERYWHERE, *KINDS.get(kind, ()), *shares)


def placeholders(template: str, known: Collection[str]) -> frozenset[str]:
    """The placeholders of one text that is filled; ``known``: those that there are. Raises BadTemplate."""
    try:
        fields = [
            (name, spec, turned) for _, name, spec, turned in string.Formatter().parse(template) if name is not None
        ]
    except ValueError:
        raise BadTemplate("a brace is opened and not closed, or closed and not opened") from None
    for name, spec, turned in fields:
        if name not in known or spec or turned:
            written = name + (f"!{turned}" if turned else "") + (f":{spec}" if spec else "")
            raise BadTemplate(f"“{{{written}}}” is no placeholder of this text")
    return frozenset(name for name, _, _ in fields)
