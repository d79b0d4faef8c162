"""The project's own data as a county on the numbers of 2024, with those of 2020 beside them."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from geodata.folder.load import load
from geodata.register import Register
from tests.serving import PROJECT

#: Tables and the columns in them that hold numbers of municipalities.
NUMBERED = {
    "memberships": ("municipality",),
    "statistics": ("municipality",),
    "fixed_links": ("municipality_a", "municipality_b"),
}


def write_renumbered(folder: Path, viken: Register) -> Path:
    """Write the folder: every table and border under the numbers of 2024, which are its base edition."""
    shutil.copytree(PROJECT / "data", folder, ignore=shutil.ignore_patterns("__pycache__"))
    newer = {number: place.numbers_in("2024")[0] for number, place in viken.municipalities.items()}
    for table, columns in NUMBERED.items():
        path = folder / f"{table}.csv"
        with open(path, encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        with open(path, "w", encoding="utf-8", newline="") as lines:
            writer = csv.DictWriter(lines, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows({**row, **{one: newer.get(row[one], row[one]) for one in columns}} for row in rows)
    _renumber(folder / "boundaries.geojson", newer)
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    described["register"]["base_edition"] = "2024"
    (folder / "datapackage.json").write_text(json.dumps(described, ensure_ascii=False, indent=1), encoding="utf-8")
    return folder


def _renumber(layer: Path, newer: Mapping[str, str]) -> None:
    content = json.loads(layer.read_text(encoding="utf-8"))
    for feature in content["features"]:
        number = feature["properties"]["number"]
        feature["properties"]["number"] = newer.get(number, number)
    layer.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def load_renumbered(folder: Path, viken: Register) -> Register:
    """The register of that folder."""
    return load(write_renumbered(folder, viken))
