"""What forms send without a script: queries beyond the address's grammar, and the address that each means.

A button sends ``go``, the query it leads to. A search sends ``find``, a range ``pop_from`` and ``pop_to``, several
ticks ``networks`` more than once, a note ``pin_at`` and ``pin_note``. A form also sends fields that were left empty.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl, quote, urlencode

from dashboard.view.reading import read_query
from dashboard.view.state import LONGEST, Known, State, write_query

#: The query that a button leads to.
GO = "go"
#: What the page's search is to find.
FIND = "find"
#: The ends of a range of inhabitants.
RANGE_FROM, RANGE_TO = "pop_from", "pop_to"
#: Longer numbers are no inhabitants.
MOST_DIGITS = 12
#: A municipality and the note that is pinned to it; an empty note takes it away.
PIN_AT, PIN_NOTE = "pin_at", "pin_note"
#: Fields that mean nothing when they are sent empty. An empty ``networks`` means that none stands out.
MAY_BE_EMPTY = ("q", "equal", "each", "most", "day", "since")

Pairs = list[tuple[str, str]]
#: Where a search leads from a state: parameters to set, or with None to take away.
Leads = Callable[[State, str], Mapping[str, str | None]]


def canonical(query: str, known: Known, leads: Leads) -> str | None:
    """The query, "?…" or empty, that a form's query means; None when no form sent it, or it stands written so already.

    An address in which something is not understood is left as it is, so that the page can say so. What is returned
    is always written by ``write_query``: nothing that was sent can lead to another site or path.
    """
    sent = _pairs(query)
    asked = dict(sent)
    if GO in asked:
        return write_query(read_query(asked[GO], known)[0])
    if not _is_of_form(sent):
        return None
    plain = _written(_in_grammar(sent))
    state, ignored = read_query(plain, known)
    if ignored or len(plain) > LONGEST:
        return None
    if text := " ".join(asked.get(FIND, "").split()):
        found = leads(state, text)
        rest = [pair for pair in _pairs(write_query(state)) if pair[0] not in found]
        set_now = [(name, value) for name, value in found.items() if value is not None]
        state, _ = read_query(_written([*rest, *set_now]), known)
    meant = write_query(state)
    return None if _pairs(meant) == sent or len(meant) > LONGEST else meant


def _is_of_form(sent: Pairs) -> bool:
    names = [name for name, _ in sent]
    return (
        any(name in (FIND, RANGE_FROM, RANGE_TO, PIN_AT) for name in names)
        or names.count("networks") > 1
        or any(name in ("networks", *MAY_BE_EMPTY) and not value.strip() for name, value in sent)
    )


def _in_grammar(sent: Pairs) -> Pairs:
    """The same in the grammar of addresses, without what is to be found."""
    kept = [
        (name, value)
        for name, value in sent
        if name not in ("networks", FIND, RANGE_FROM, RANGE_TO, PIN_AT, PIN_NOTE)
        and (value.strip() or name not in MAY_BE_EMPTY)
    ]
    asked = dict(sent)
    if at := asked.get(PIN_AT):
        kept = [pair for pair in kept if pair[0] != "pin" or not pair[1].startswith(f"{at}:")]
        if note := asked.get(PIN_NOTE, "").strip():
            kept.append(("pin", f"{at}:{note}"))
    networks = [value for name, value in sent if name == "networks"]
    if networks:
        kept.append(("networks", ",".join(value for value in networks if value.strip())))
    if any(name in (RANGE_FROM, RANGE_TO) for name, _ in sent):
        kept = [pair for pair in kept if pair[0] != "pop"] + _range(dict(sent))
    return kept


def _range(asked: Mapping[str, str]) -> Pairs:
    """Both ends as one range, the smaller first; nothing for two empty fields, and as it came what is no number."""
    ends = ["".join(asked.get(name, "").split()) for name in (RANGE_FROM, RANGE_TO)]
    if any(end and not (end.isascii() and end.isdigit() and len(end) <= MOST_DIGITS) for end in ends):
        return [(name, asked[name]) for name in (RANGE_FROM, RANGE_TO) if name in asked]
    if not any(ends):
        return []
    return [("pop", "-".join(sorted(ends, key=int) if all(ends) else ends))]


def _pairs(query: str) -> Pairs:
    return parse_qsl(query.removeprefix("?"), keep_blank_values=True)


def _written(pairs: Pairs) -> str:
    return "?" + urlencode(pairs, quote_via=quote, safe=",:")
