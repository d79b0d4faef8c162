"""Titles of sources and licences in the reader's language, as the descriptor translates them."""

from __future__ import annotations

from dashboard.view.atlas import Atlas
from dashboard.words.wording import Wording
from geodata.model import Licence


def translated_title(atlas: Atlas, say: Wording, title: str) -> str:
    """A title of the descriptor: its translation where there is one, else as it stands."""
    return atlas.register.translations.get(title, {}).get(say.language) or title


def licence_title(atlas: Atlas, say: Wording, licence: Licence) -> str:
    """What a licence is called; one without a title by its name."""
    return translated_title(atlas, say, licence.title) if licence.title else licence.name
