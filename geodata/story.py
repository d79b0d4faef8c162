"""The steps of the presentation, as the data folder tells them: which there are, in which order, in which words."""

from __future__ import annotations

import string
from collections.abc import Collection, Mapping

#: Placeholders that the words of every step may hold.
EVERYWHERE = ("region", "partnership", "date", "organised", "municipalities")
_NETWORK = ("network", "members", "names", "population", "population_share", "area_share", "description")
_GAP = ("missing", "missing_number", "names", "population", "population_share", "area_share")
#: Kind of a step → the further placeholders of its words. What each stands for is in data/README.md.
KINDS: Mapping[str, tuple[str, ...]] = {
    "region": ("population_share", "area_share", "networks", "network_names"),
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
    "complete": ("population_share", "area_share"),
    "sources": ("register_date",),
}
#: The words of a step, each in every language.
STEP_PARTS = ("headline", "caption", "text")


class BadTemplate(ValueError):
    """A text's braces hold something else than a known placeholder; the message says what."""


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
