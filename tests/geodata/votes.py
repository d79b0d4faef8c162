"""The project's own data with votes in 2023, 2024 and 2025, invented: four different days to look at."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

from tests.serving import PROJECT

#: Network, number, name, entry and exit of the rows that are added. Nore og Uvdal's entry is known to the month.
VOTES = (
    ("hallingdal", "3051", "Rollag", "2023-06-15", ""),
    ("hallingdal", "3052", "Nore og Uvdal", "2024-03", ""),
    ("follo", "3034", "Nes", "2025-01-01", ""),
    ("naik", "3045", "Sigdal", "2025-07-01", ""),
)
#: Nes leaves NAIK on the day before it enters Follo.
EXIT = ("naik", "3034", "2024-12-31")
LAST = "2025-12-31"
#: Day → members of any network, and who stands elsewhere than on the day before in the table, by name.
DAYS = {
    "2023-06-14": (45, ()),
    "2023-12-31": (46, ("Rollag",)),
    "2024-12-31": (47, ("Nore og Uvdal",)),
    "2025-12-31": (48, ("Nes", "Sigdal")),
}


def write_votes(folder: Path) -> Path:
    """Write the folder; its register reaches to the end of 2025 and is shown on that day."""
    shutil.copytree(PROJECT / "data", folder, ignore=shutil.ignore_patterns("__pycache__"))
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    described["register"] |= {"span": {"from": "2020-01-01", "to": LAST}, "as_of": LAST}
    (folder / "datapackage.json").write_text(json.dumps(described, ensure_ascii=False, indent=1), encoding="utf-8")
    table = folder / "memberships.csv"
    with open(table, encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        if (row["network"], row["municipality"], row["status"]) == (*EXIT[:2], "member"):
            row["valid_to"] = EXIT[2]
    keys = ("network", "municipality", "name", "valid_from", "valid_to")
    blank = dict.fromkeys(rows[0], "")
    blank |= {"status": "member", "source": "invented"}
    rows += [{**blank, **dict(zip(keys, vote, strict=True))} for vote in VOTES]
    with open(table, "w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return folder
