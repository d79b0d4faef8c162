"""The folder's own words: the page cannot do without some of them."""

from __future__ import annotations

from collections.abc import Iterator

from geodata.errors import Finding
from geodata.folder.codes import finding
from geodata.folder.reading import Folder

REQUIRED = (
    "title",
    "region",
    "partnership",
    "register_date",
    "about_partnership",
    "about_parties",
    "about_financing",
    "about_dialogue",
)


def check_texts(folder: Folder) -> Iterator[Finding]:
    """Findings about texts that are not there."""
    table = folder.table("texts")
    keys = {record["key"] for record in table}
    for key in REQUIRED if keys else ():
        if key not in keys:
            message, help = f"The text “{key}” is missing.", "Add a row with that key and the text in each language."
            yield finding("missing_text", table.file, message, help, column="key", key=key)
