"""Text as offices type it, made comparable: composed letters, no invisible characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process

#: Below this likeness (0–100) a suggestion would be a guess; "Nes" and "Nesbyen" score 60.
LIKELY_FROM = 75
#: Among the few words that a column allows, half alike is a fair question: "Medlem" and "member" score 50.
LIKELY_OF_FEW_FROM = 50

_INVISIBLE = frozenset("\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff")
_REPEATED_MARK = re.compile(r"([\u0300-\u036f])\1+")
_DASHES = re.compile("[\u2010-\u2015\u2212]")


def clean(text: str) -> str:
    """The text in NFC, without invisible characters, control characters and outer white space.

    A combining mark that stands twice ("oppnå̊") is kept once; line breaks inside
    the text become ``\\n``.
    """
    if text.isascii() and text.isprintable():
        return text.strip()  # most cells; nothing in them can be composed or invisible
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(character for character in text if not _is_invisible(character))
    text = _REPEATED_MARK.sub(r"\1", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", text).strip()


def fold(text: str) -> str:
    """The text for comparing names: cleaned, without case, one kind of dash and of space."""
    text = unicodedata.normalize("NFC", clean(text).casefold())
    return " ".join(_DASHES.sub("-", text).split())


def likely(name: str, names: Iterable[str], likely_from: int = LIKELY_FROM) -> str | None:
    """The one of ``names`` that ``name`` most likely means, or None when none is near."""
    candidates = {known: fold(known) for known in names}
    best = process.extractOne(fold(name), candidates, scorer=fuzz.ratio, score_cutoff=likely_from)
    return best[2] if best else None


def _is_invisible(character: str) -> bool:
    if character in _INVISIBLE:
        return True
    return unicodedata.category(character) == "Cc" and character not in "\n\t"


def in_language(words: Mapping[str, str], language: str) -> str:
    """A text that the data carries in several languages: this one, else the first there is, else blank."""
    return words.get(language) or next((text for text in words.values() if text), "")


def plain_id(name: str) -> str:
    """A name as an id of the letters a–z alone: "Østfold" becomes "ostfold"."""
    spelt = fold(name).replace("ø", "o").replace("æ", "ae")
    return "".join(letter for letter in unicodedata.normalize("NFD", spelt) if "a" <= letter <= "z")
