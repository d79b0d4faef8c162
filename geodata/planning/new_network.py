"""A network that a scenario founds: its name as people write it, and an id for addresses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from geodata.text import clean

ID_LENGTH = 12
NAME_LENGTH = 40
#: What stands for "in no network" where ids stand; no network may be called so.
NO_NETWORK = "none"
#: The id of a network whose name has no letter that an id can hold.
NAMELESS = "net"

#: The replacement character: a letter that was lost before it came here.
_LOST = "\ufffd"
_ID = re.compile(rf"[a-z0-9-]{{1,{ID_LENGTH}}}")
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "þ": "th", "ß": "ss"})


@dataclass(frozen=True)
class NewNetwork:
    """A network that does not exist yet. Raises ValueError unless id and name have the form of the contract.

    ``id``: 1-12 of a-z, 0-9 and hyphen, not "none". ``name``: 1-40 characters as ``tidy_name`` leaves them.
    """

    id: str
    name: str

    def __post_init__(self) -> None:
        if not is_id(self.id):
            raise ValueError(
                f"a new network's id is 1-{ID_LENGTH} of a-z, 0-9 and hyphen, and not {NO_NETWORK!r}: {self.id!r}"
            )
        if not self.name or self.name != tidy_name(self.name) or len(self.name) > NAME_LENGTH:
            raise ValueError(f"a new network's name is 1-{NAME_LENGTH} characters, tidied: {self.name!r}")


def is_id(text: str) -> bool:
    """Whether ``text`` has the form of a new network's id."""
    return text != NO_NETWORK and _ID.fullmatch(text) is not None


def tidy_name(text: str) -> str:
    """The name without what nobody can see, with single spaces; it may still be too long, or empty.

    Controls, private, unassigned and lost characters go. So does "|", which separates
    names in files, and what a spreadsheet would read as the beginning of a formula.
    """
    shown = (" " if letter == "|" or letter.isspace() else letter for letter in clean(text))
    kept = "".join(one for one in shown if not unicodedata.category(one).startswith("C") and one != _LOST)
    return clean(" ".join(kept.split()).lstrip("=+-@' "))


def free_id(name: str, taken: Collection[str]) -> str:
    """An id made of the first words of ``name`` that fit, unlike all of ``taken``.

    æ becomes ae, ø o, å a; other marks are dropped: "Øvre Eiker klimanettverk" →
    "ovre-eiker". A second one of the same name gets "-2".
    """
    id = _slug(name) or NAMELESS
    used = {*taken, NO_NETWORK}
    number = 1
    candidate = id
    while candidate in used:
        number += 1
        candidate = f"{id[: ID_LENGTH - len(f'-{number}')].rstrip('-')}-{number}"
    return candidate


def _slug(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.casefold().translate(_LETTERS))
    words = re.findall("[a-z0-9]+", "".join(letter for letter in letters if not unicodedata.combining(letter)))
    slug = words[0][:ID_LENGTH] if words else ""
    for word in words[1:]:
        if len(f"{slug}-{word}") > ID_LENGTH:
            break
        slug = f"{slug}-{word}"
    return slug
