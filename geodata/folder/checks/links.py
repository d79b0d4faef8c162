"""Fixed links: between two different municipalities that do not touch on land, once each."""

from __future__ import annotations

from collections.abc import Iterator

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.errors import Finding
from geodata.folder.checks.areas import is_sound
from geodata.folder.codes import finding
from geodata.folder.reading import Folder


def check_links(folder: Folder) -> Iterator[Finding]:
    """Findings about the table of bridges and tunnels."""
    table = folder.table("fixed_links")
    areas = {feature["number"]: feature.shape for feature in folder.layer("boundaries") if is_sound(feature)}
    seen: dict[tuple[str, ...], int] = {}
    for record in table:
        one, other = record["municipality_a"], record["municipality_b"]
        details = {"number": one, "name": record["name_a"], "other": other, "other_name": record["name_b"]}
        if not one or not other:
            continue
        first = seen.setdefault((*sorted((one, other)), record["kind"], record["name"]), record.line)
        if one == other:
            message, help = f"The link leads from {one} to itself.", "Correct one of the two numbers."
            yield finding("link_to_itself", table.file, message, help, record.line, "municipality_b", **details)
        elif first != record.line:
            message, help = f"The link between {one} and {other} stands in row {first} already.", "Delete one of them."
            yield finding("duplicate_link", table.file, message, help, record.line, "municipality_b", **details)
        elif one in areas and other in areas and _share_a_border(areas[one], areas[other]):
            message = f"{one} and {other} touch on land anyway."
            help = "Delete the row; only links across water are needed."
            yield finding("needless_link", table.file, message, help, record.line, "municipality_b", **details)


def _share_a_border(one: BaseGeometry, other: BaseGeometry) -> bool:
    return bool(shapely.length(shapely.intersection(one, other)) > 0)
