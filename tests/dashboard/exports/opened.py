"""Files opened with the readers of other programs: the standard library's csv, openpyxl, GDAL, LibreOffice."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import geopandas
import openpyxl
from openpyxl import Workbook

#: Columns of CSV and Excel by place: their headings are in the reader's language.
MUNICIPALITY_COLUMNS = {"number": 0, "network_ids": 4, "population": 8, "land_area_km2": 10}
NETWORK_COLUMNS = {"id": 0, "municipalities": 3, "population": 4, "land_area_km2": 6}


def program(*names: str) -> str:
    """The path of the first program on the PATH; it fails with what to install."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    assert found, f"install {names[0]} (make test does)"
    return found


def csv_rows(content: bytes) -> list[list[str]]:
    """Header and rows of a CSV file."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def workbook(content: bytes) -> Workbook:
    """An Excel file."""
    return openpyxl.load_workbook(io.BytesIO(content))


def sheet_rows(content: bytes) -> list[tuple]:
    """Header and rows of an Excel file's first sheet."""
    return list(workbook(content).worksheets[0].values)


def layer(content: bytes, name: str | None = None, ending: str = "gpkg") -> geopandas.GeoDataFrame:
    """A layer of a GeoPackage or a GeoJSON file, read by GDAL."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"read.{ending}"
        path.write_bytes(content)
        return geopandas.read_file(path, **({"layer": name} if name else {}))


def picked(rows: Iterable, columns: Mapping[str, int]) -> list[dict]:
    """Chosen cells of rows without their header, whole numbers as such."""
    _, *rest = rows
    names = ("number", "id", "network_ids")
    return [{name: str(row[at]) if name in names else int(row[at]) for name, at in columns.items()} for row in rest]


def converted(files: Mapping[str, bytes], folder: Path, profile: Path) -> dict[str, list[list[str]]]:
    """What LibreOffice makes of workbooks, as CSV: name of the file and sheet → rows."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
    subprocess.run(
        [
            program("soffice", "libreoffice"),
            f"-env:UserInstallation={profile.as_uri()}",
            *("--headless", "--convert-to"),
            "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1",
            *("--outdir", str(folder)),
            *(str(folder / name) for name in files),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return {path.stem: csv_rows(path.read_bytes()) for path in sorted(folder.glob("*.csv"))}


def municipalities(name: str, content: bytes) -> list[dict]:
    """Number, network ids, population and area of every municipality in any of the formats."""
    ending = name.rpartition(".")[2]
    if ending == "csv":
        return picked(csv_rows(content), MUNICIPALITY_COLUMNS)
    if ending == "xlsx":
        return picked(sheet_rows(content), MUNICIPALITY_COLUMNS)
    if ending == "gpkg":
        found = layer(content, "municipalities").to_dict("records")
    elif ending == "geojson":
        found = [feature["properties"] for feature in json.loads(content)["features"]]
    else:
        found = [
            {**one, "network_ids": " ".join(one["network_ids"]) or "none"}
            for one in json.loads(content)["municipalities"]
        ]
    return [{column: one[column] for column in MUNICIPALITY_COLUMNS} for one in found]


def networks(name: str, content: bytes) -> dict[str, dict]:
    """Number of municipalities, population and area of every network, "none", and "total" where the file has it."""
    ending = name.rpartition(".")[2]
    if ending == "csv":
        found = picked(csv_rows(content), NETWORK_COLUMNS)
    elif ending == "xlsx":
        found = picked(sheet_rows(content), NETWORK_COLUMNS)
    elif ending == "gpkg":
        found = layer(content, "networks").to_dict("records")
    else:
        read = json.loads(content)
        found = [*read["networks"], read["total"]]
    return {one["id"]: {column: one[column] for column in NETWORK_COLUMNS if column != "id"} for one in found}
