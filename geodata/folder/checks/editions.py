"""Editions, the changes between them, and the settings that choose one: what hangs together and what does not."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from geodata.dates import whole_day
from geodata.errors import Finding
from geodata.folder.codes import finding
from geodata.folder.descriptor import FILE
from geodata.folder.editions import change_of, share_of
from geodata.folder.reading import Folder
from geodata.folder.settings import setting_problems


def check_editions(folder: Folder) -> Iterator[Finding]:
    """Findings about the settings of the register, the table of editions and the table of changes."""
    yield from setting_problems(folder.descriptor.register)
    yield from _languages(folder)
    table = folder.table("editions")
    if not table.records:
        return
    for record in table:
        if record["valid_from"] and not whole_day(record["valid_from"]):
            message = f"The edition {record['edition']} holds from “{record['valid_from']}”, which is no day."
            help = "Write its first day, such as 2024-01-01."
            yield finding("bad_edition", table.file, message, help, record.line, "valid_from", id=record["edition"])
    yield from _order(folder)
    grouping = [record for record in table if record["counties_shown"] == "yes"]
    if len(grouping) != 1:
        message = f"The counties of {len(grouping)} editions are shown; municipalities are grouped by those of one."
        help = "Write “yes” under counties_shown for one edition, and “no” for the others."
        yield finding("bad_edition", table.file, message, help, None, "counties_shown", id="")
    base = folder.settings.base
    if base and folder.table("municipalities").records and not folder.municipalities:
        message = f"No municipality stands in the base edition, {base}."
        help = "Correct “base_edition” in datapackage.json, or add the municipalities of that edition."
        yield finding("bad_edition", FILE, message, help, None, None, id=base)
    elif base in folder.editions and len(grouping) == 1:
        yield from _counties(folder)
    yield from _changes(folder)


def _languages(folder: Folder) -> Iterator[Finding]:
    """Languages that the tables have no words in."""
    declared = {field.name for one in folder.descriptor.resources if one.name == "texts" for field in one.fields}
    for language in folder.settings.languages:
        if declared and language not in declared:
            message = f"The register's language “{language}” has no column in the table of texts."
            help = "Correct “languages” in datapackage.json, or add the language's columns to every table with words."
            yield finding("bad_setting", FILE, message, help, None, None, key="languages")


def _order(folder: Folder) -> Iterator[Finding]:
    """Editions that begin on the same day, and editions without municipalities."""
    table, first = folder.table("editions"), dict[str, str]()
    for record in table:
        other = first.setdefault(record["valid_from"], record["edition"])
        if record["valid_from"] and other != record["edition"]:
            message = f"The editions {other} and {record['edition']} begin on the same day."
            help = "Correct one of the two: their order is that of their days."
            yield finding("bad_edition", table.file, message, help, record.line, "valid_from", id=record["edition"])
        edition = folder.editions.get(record["edition"])
        if folder.municipalities and edition and not edition.municipalities:
            message = f"No municipality stands in the edition {record['edition']}."
            help = "Add its municipalities to municipalities.csv, or delete the edition."
            yield finding("bad_edition", table.file, message, help, record.line, "edition", id=record["edition"])


def _counties(folder: Folder) -> Iterator[Finding]:
    """Municipalities of the base edition that lie in several counties of the edition that groups, or in none."""
    base, table = folder.settings.base, folder.table("municipalities")
    grouping = next(one for one in folder.editions.values() if one.groups)
    for record in folder.municipalities:
        if record["number"] not in folder.editions[base].municipalities:
            continue
        parts = folder.chain.parts(base, record["number"], grouping.id)
        counties = {place.county.id for one in parts if (place := grouping.municipalities[one.number]).county}
        if len(counties) != 1:
            lies = f"lies in {', '.join(sorted(counties))}" if counties else "is in no county"
            message = f"{record['number']} {record['name']} {lies} of the edition {grouping.id}."
            help = (
                "Say in changes.csv what it corresponds to there, and in municipalities.csv in which county that lies."
            )
            details = {"number": record["number"], "name": record["name"], "edition": grouping.id}
            yield finding("no_county", table.file, message, help, record.line, "county", **details)


def _changes(folder: Folder) -> Iterator[Finding]:
    table, order = folder.table("changes"), list(folder.editions)
    if not folder.municipalities:
        return
    steps = set(zip(order, order[1:], strict=False))
    shares: dict[tuple[str, str], Fraction] = {}
    for record in table:
        one = change_of(record)
        problem = None
        if (one.before, one.after) not in steps:
            problem = f"does not lead from one edition to the next ({', '.join(order)})"
        elif one.number not in folder.editions[one.before].municipalities:
            problem = f"speaks of {record['from_number']}, which no municipality of {one.before} has"
        elif one.became not in folder.editions[one.after].municipalities:
            problem = f"speaks of {record['to_number']}, which no municipality of {one.after} has"
        elif record["share"] and share_of(record["share"]) is None:
            problem = f"has the share {record['share']}, which is not between 0 and 1"
        elif one.share is not None:
            place = one.before, one.number
            shares[place] = shares.get(place, Fraction(0)) + one.share
            if shares[place] > 1:
                problem = f"gives away more of {one.number} than there is"
        if problem:
            message = f"The change of {record['from_number']} {problem}."
            help = "Correct the row; municipalities.csv lists the numbers of each edition."
            yield finding("bad_change", table.file, message, help, record.line, "from_number", number=one.number)
    lines = {(record["from_edition"], change_of(record).number): record.line for record in table}
    unknown = {(one.before, one.number) for one in map(change_of, table) if one.share is None}
    for place, known in shares.items():
        if known < 1 and place not in unknown:
            message = f"The shares of {place[1]} ({place[0]}) add up to {float(known):g}: the rest of it goes nowhere."
            help = (
                "Add where the rest went. Nothing to do if that lies outside the register; figures of it are left out."
            )
            yield finding("lost_share", table.file, message, help, lines[place], "share", number=place[1])
