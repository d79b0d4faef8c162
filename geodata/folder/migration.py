"""From a folder without editions and days to one with them: ``python -m geodata migrate``.

The tables before had one row for each municipality, with its numbers of 2020 and 2024 and what it was made of,
and days of memberships that were shown and never applied.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from geodata.dates import first_day
from geodata.errors import DataError, Finding
from geodata.folder.codes import finding
from geodata.folder.descriptor import FILE, LATER
from geodata.folder.reading import Folder, read_folder
from geodata.folder.settings import NATIONAL_CRS, USUAL_LANGUAGES
from geodata.folder.table import Record, Table
from geodata.folder.writing import only_writer, replace_tables
from geodata.text import plain_id

_NEW = Path(__file__).with_name("migration.json")
#: What the columns before meant: numbers before 2020, of 2020, and from 2024.
FORMER, BASE, NEWER = "2019", "2020", "2024"
_OLD_COLUMNS = ("number", "name", "number_2024", "county", "former_numbers", "former_names", "former_counties")
_Row = dict[str, str]
Declared = dict[str, Any]


def migrate(folder: Path, today: date) -> list[str]:
    """Write the new tables of an old folder; what they replace is kept beside (``KEPT_SUFFIX``). Returns the files.

    ``today``: the last day that the register speaks of, where it says no other. Raises DataError, and writes
    nothing, for a folder that is not an old one, that has other errors, or whose new tables would have some; and
    NotWritten where the system does not let it be written. All is written, or nothing.
    """
    with only_writer(folder) if folder.is_dir() else nullcontext():
        read, findings = read_folder(folder)
        places = read.table("municipalities")
        wrong = [one for one in findings if one.severity == "error" and one.details.get("name") not in LATER]
        if wrong:
            raise DataError(tuple(wrong))
        if lacking := [column for column in _OLD_COLUMNS if column not in places.header]:
            raise DataError((_not_old(places, lacking),))
        declared = json.loads((folder / FILE).read_text(encoding="utf-8-sig"))
        files = _files(read, declared, today)
        replace_tables(folder, files, "migrate", "the tables of before", today)
    return list(files)


def _not_old(places: Table, lacking: list[str]) -> Finding:
    """That the folder needs no migration, or, where only some old columns are there, cannot be migrated."""
    if "number_2024" not in places.header:
        kept = "If a migration was interrupted, move the files that end in .before back first."
        message = "The table of municipalities has no column number_2024: the folder needs no migration."
        return finding("bad_descriptor", FILE, message, f"Run “python -m geodata check”. {kept}")
    message = f"The table of municipalities lacks {', '.join(lacking)}, so that its numbers cannot be told."
    return finding("missing_column", places.file, message, "Put the columns back.", column=lacking[0])


def _files(read: Folder, declared: Declared, today: date) -> dict[str, bytes]:
    """The new tables and the descriptor, by their paths in the folder."""
    new = json.loads(_NEW.read_text(encoding="utf-8"))
    paths = {resource.name: resource.path for resource in read.descriptor.resources}
    texts = {one["key"]: one["nb"] for one in read.table("texts")}
    region = texts.get("region") or str(declared.get("title") or "Region")
    tables = {"editions": _editions(), **_places(read.table("municipalities"), read.table("counties"), region)}
    written = {FILE: _json_bytes(_descriptor(declared, new, today))}
    for name, rows in tables.items():
        columns = [field["name"] for field in new["resources"][name]["fields"]]
        written[paths.get(name, f"{name}.csv")] = _table_bytes(columns, rows)
    written[paths["memberships"]] = _table_bytes(*_memberships(read.table("memberships")))
    return written


def _editions() -> list[_Row]:
    about = "numbers as the table of municipalities had them"
    said = ((FORMER, "no", "no"), (BASE, "yes", "no"), (NEWER, "yes", "yes"))
    return [
        {"edition": id, "valid_from": f"{id}-01-01", "numbers_shown": numbers, "counties_shown": group, "source": about}
        for id, numbers, group in said
    ]


def _places(places: Table, counties: Table, region: str) -> dict[str, list[_Row]]:
    """The tables of counties, municipalities and changes."""
    was = _former_counties(places)
    own = _own_counties(places, region)
    source = next((one["source"] for one in counties), "")
    county_rows = [
        *({"edition": FORMER, "id": plain_id(name), "name": name, "number": number} for number, name in was.items()),
        *({"edition": BASE, "id": plain_id(name), "name": name, "number": number} for number, name in own.items()),
        *({"edition": NEWER, **{column: one[column] for column in ("id", "name", "number")}} for one in counties),
    ]
    place_rows: dict[tuple[str, str], _Row] = {}
    changes: list[_Row] = []

    def add(edition: str, number: str, name: str, county: str, one: Record, with_note: bool = False) -> None:
        notes = {column: one[column] for column in places.header if column.startswith("note_") and with_note}
        row = {"edition": edition, "number": number, "name": name, "county": county, **notes, "source": one["source"]}
        place_rows.setdefault((edition, number), row)

    def change(before: str, number: str, after: str, became: str, one: Record) -> None:
        row = {"from_edition": before, "from_number": number, "to_edition": after, "to_number": became}
        changes.append({**row, "share": "1", "source": one["source"]})

    for one in places:
        numbers, names = (_several(one[column]) for column in ("former_numbers", "former_names"))
        if len(names) != len(numbers):
            names = [one["name"]] * len(numbers)
        for number, name in zip(numbers, names, strict=True):
            add(FORMER, number, name, plain_id(was.get(number[:2], "")), one)
            change(FORMER, number, BASE, one["number"], one)
        add(BASE, one["number"], one["name"], plain_id(own[one["number"][:2]]), one, with_note=True)
        if one["number_2024"]:
            add(NEWER, one["number_2024"], one["name"], one["county"], one)
            change(BASE, one["number"], NEWER, one["number_2024"], one)
    return {
        "counties": [{"source": source, **row} for row in county_rows],
        "municipalities": sorted(place_rows.values(), key=lambda row: (row["edition"], row["number"])),
        "changes": sorted(changes, key=lambda row: (row["from_edition"], row["from_number"])),
    }


def _former_counties(places: Table) -> dict[str, str]:
    """County number before 2020 → name, as far as the names beside the numbers tell; the rest is left out."""
    listed = [
        (sorted({number[:2] for number in _several(one["former_numbers"])}), _several(one["former_counties"]))
        for one in places
    ]
    known: dict[str, str] = {}
    for _ in range(len(listed)):
        for numbers, names in listed:
            rest = [number for number in numbers if number not in known]
            unnamed = [name for name in names if name not in known.values()]
            if len(rest) == 1 and len(unnamed) == 1:
                known[rest[0]] = unnamed[0]
    return dict(sorted(known.items()))


def _own_counties(places: Table, region: str) -> dict[str, str]:
    """County number of 2020 → name: the region's where there is one, else a name made of the number."""
    numbers = sorted({one["number"][:2] for one in places})
    return dict.fromkeys(numbers, region) if len(numbers) == 1 else {one: f"Fylke {one}" for one in numbers}


def _memberships(table: Table) -> tuple[list[str], list[_Row]]:
    """The columns and rows of the memberships: days that were never applied are those of the agreement."""
    at = table.header.index("valid_to") + 1
    columns = [*table.header[:at], "agreement_from", "agreement_to", *table.header[at:]]
    return [column for column in columns if column], [
        {
            **one.values,
            "valid_from": "",
            "valid_to": "",
            "agreement_from": one["valid_from"],
            "agreement_to": one["valid_to"],
        }
        for one in table
    ]


def _descriptor(declared: Declared, new: Mapping[str, Any], today: date) -> Declared:
    """The descriptor with the new tables, columns and settings."""
    old = {one.get("name"): one for one in declared["resources"] if isinstance(one, dict)}
    listed = []
    for name, schema in new["resources"].items():
        entry = dict(old.get(name) or {"name": name, "type": "table", "path": f"{name}.csv", "format": "csv"})
        about = {"title": schema["title"], "description": schema["description"], "encoding": "utf-8"}
        keys = ("fields", "primaryKey", "foreignKeys")
        origin = {key: old["municipalities"][key] for key in ("sources", "licenses") if key in old["municipalities"]}
        listed.append({**origin, **entry, **about, "schema": {key: schema[key] for key in keys if key in schema}})
    for entry in declared["resources"]:
        if not isinstance(entry, dict):
            continue
        if entry.get("name") == "memberships":
            fields = entry["schema"]["fields"]
            for field in fields:
                field["description"] = new["days"].get(field["name"], field.get("description", ""))
            at = [field["name"] for field in fields].index("valid_to") + 1
            fields[at:at] = new["memberships"]
        if entry.get("name") not in new["resources"]:
            listed.append(entry)
    said = declared.get("register")
    publication: Declared = said if isinstance(said, dict) else {}
    before = publication.get("before")
    known = first_day(before) if isinstance(before, str) else None
    last = known - timedelta(days=1) if known else today
    settings = {
        "base_edition": BASE,
        "span": {"from": f"{BASE}-01-01", "to": last.isoformat()},
        "as_of": last.isoformat(),
        "metric_crs": NATIONAL_CRS,
        "languages": list(USUAL_LANGUAGES),
    }
    return {**declared, "register": {**publication, **settings}, "resources": listed}


def _several(cell: str) -> list[str]:
    return [part.strip() for part in re.split(r"\|", cell) if part.strip()]


def _json_bytes(content: Declared) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _table_bytes(columns: list[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n", extrasaction="ignore", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()
