"""A scenario's files: marked as one, following its figures, and read back as the same scenario."""

from __future__ import annotations

import csv
import io
from xml.etree import ElementTree

import openpyxl
import pytest

from dashboard.exports.catalogue import export
from dashboard.view.atlas import Atlas
from dashboard.view.reading import read_query
from dashboard.view.state import write_query
from dashboard.view.view import build_view
from geodata.planning.intake.read import read_assignment

QUERY = (
    "?scenario=3006:kongsberg,3039:naik%2Bhallingdal,3050:kongsberg,3051:hallingdal"
    "&new=kongsberg:Kongsberg%20klimanettverk"
)


def rows(content: bytes) -> list[dict[str, str]]:
    """A CSV file as dictionaries."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


@pytest.mark.parametrize("extension", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_read_back(atlas: Atlas, extension: str, language: str) -> None:
    """The list of differences, imported again, is the scenario it was written from."""
    wanted, _ = read_query(QUERY, atlas.known)
    name = f"scenario.{extension}"
    file = export(atlas, name, f"{QUERY}&lang={language}")
    report = read_assignment(file.content, name, atlas.register, atlas.today)
    assert report.problem is None
    assert report.unmatched == ()
    assert report.scenario.changes == wanted.scenario.changes


def test_networks_follow(atlas: Atlas) -> None:
    """The networks' file has the founded one, and its members add up with the page's figures."""
    view = build_view(atlas, read_query(QUERY, atlas.known)[0])
    found = {
        row["Id"] if "Id" in row else next(iter(row.values())): row
        for row in rows(export(atlas, "networks.csv", QUERY).content)
    }
    assert "kongsberg" in found
    members = [
        row for row in rows(export(atlas, "municipalities.csv", QUERY).content) if "kongsberg" in ";".join(row.values())
    ]
    assert len(members) == view.coverage.networks["kongsberg"].municipalities == 2


def test_marked(atlas: Atlas) -> None:
    """Every file that can carry a sentence says that it is a scenario; today's files do not."""
    for query, marked in ((QUERY, True), ("", False)):
        picture = ElementTree.fromstring(export(atlas, "map.svg", query).content)
        assert ("Scenario" in picture.get("aria-label")) is marked
        book = openpyxl.load_workbook(io.BytesIO(export(atlas, "municipalities.xlsx", query).content))
        told = " ".join(str(cell.value) for row in book.worksheets[1].iter_rows() for cell in row if cell.value)
        assert ("Scenario" in told) is marked


def test_same_bytes(atlas: Atlas) -> None:
    """The same scenario gives the same bytes, and its address is canonical."""
    for name in ("scenario.csv", "scenario.xlsx", "map.svg", "municipalities.gpkg"):
        assert export(atlas, name, QUERY).content == export(atlas, name, QUERY).content
    state, ignored = read_query(QUERY, atlas.known)
    assert ignored == ()
    assert read_query(write_query(state), atlas.known)[0] == state
