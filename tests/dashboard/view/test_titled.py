"""Sources and licences in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dashboard.view.atlas import Atlas
from dashboard.view.titled import licence_title, translated_title
from dashboard.words.wording import Wording
from geodata.model import Licence

#: What is called so in every language.
PROPER_NAMES = ("Creative Commons Attribution 4.0", "viken.no «Fv. 108 Kjøkøysund bru»", "Wikipedia «Oslofjord Tunnel»")


def titles(atlas: Atlas) -> Iterator[str]:
    """Every title of a source or a licence in the descriptor."""
    for file in atlas.register.files:
        for one in (*file.sources, *file.licences):
            yield one.title


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_every_title(atlas: Atlas, language: str) -> None:
    """Each title is there in both Norwegian languages, but for proper names; English is as it stands."""
    say, english = Wording(language), Wording("en")
    translations = atlas.register.translations
    for title in titles(atlas):
        if title in PROPER_NAMES:
            continue
        assert translations[title][language]
        assert translated_title(atlas, say, title) == translations[title][language]
        assert translated_title(atlas, english, title) == title
    assert set(translations) <= set(titles(atlas)), "nothing is translated that is not there"


def test_without_translation(small: Atlas) -> None:
    """What nobody translated stands as it is; a licence without a title has its name."""
    say = Wording("nb")
    assert translated_title(small, say, "Somebody's own list") == "Somebody's own list"
    assert licence_title(small, say, Licence("CC0-1.0", "", None)) == "CC0-1.0"
