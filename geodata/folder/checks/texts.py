"""The folder's own words: the page cannot do without some of them, and shows no others."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from geodata.errors import Finding
from geodata.folder.checks.templates import check_template
from geodata.folder.codes import finding
from geodata.folder.reading import Folder
from geodata.folder.table import Record
from geodata.text import likely

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


#: Texts that a folder may do without.
OPTIONAL = ("about_region", "about_later_list", "credits", "example_network_name")
#: Texts that are filled → their placeholders: a region in dialogue, in the name of the network that it might found.
FILLED: Mapping[str, tuple[str, ...]] = {"example_network_name": ("region",)}


def check_texts(folder: Folder) -> Iterator[Finding]:
    """Findings about texts that are not there, that nothing shows, and that cannot be filled."""
    table = folder.table("texts")
    keys = {record["key"] for record in table}
    for key in REQUIRED if keys else ():
        if key not in keys:
            message, help = f"The text “{key}” is missing.", "Add a row with that key and the text in each language."
            yield finding("missing_text", table.file, message, help, column="key", key=key)
    for record in table:
        if record["key"] in FILLED:
            yield from check_template(table.file, record, folder.settings.languages, FILLED[record["key"]])
        if record["key"] and record["key"] not in (*REQUIRED, *OPTIONAL):
            yield _unknown(table.file, record, keys)


def _unknown(file: str, record: Record, keys: Collection[str]) -> Finding:
    free = [key for key in (*REQUIRED, *OPTIONAL) if key not in keys]
    meant = likely(record["key"], free) or ""
    message = f"No page shows a text “{record['key']}”."
    help = f"Perhaps “{meant}” is meant." if meant else "Delete the row, or compare its key with data/README.md."
    return finding("unknown_text", file, message, help, record.line, "key", key=record["key"], likely=meant)
