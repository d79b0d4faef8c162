"""Swatches as CSS: what shows a fill says which by ``data-fill``, and a rule gives it as ``--fill``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

#: Pixels of one network among several in a swatch.
STRIPE_PX = 5
#: Ids of networks, in the register and in scenarios; no other may stand in a rule.
NETWORK_ID = re.compile(r"[a-z0-9_-]+")


def background(ids: Sequence[str]) -> str:
    """CSS for one network's colour, or for stripes of several."""
    if len(ids) == 1:
        return f"var(--network-{ids[0]})"
    stops = ",".join(
        f"var(--network-{id}) {place * STRIPE_PX}px {(place + 1) * STRIPE_PX}px" for place, id in enumerate(ids)
    )
    return f"repeating-linear-gradient(-45deg,{stops})"


def fill_rules(combinations: Iterable[Sequence[str]]) -> str:
    """A rule for each combination of networks, one or several; raises ValueError for what can be no network's id."""
    return "".join(_rule(ids) for ids in combinations)


def _rule(ids: Sequence[str]) -> str:
    wrong = [id for id in ids if not NETWORK_ID.fullmatch(id)]
    if wrong or not ids:
        raise ValueError(f"no rule can be written for {wrong}: an id is a-z, 0-9, hyphen and underscore")
    return f'[data-fill="{"+".join(ids)}"]{{--fill:{background(ids)}}}'
