"""The map as the first response paints it, without a browser."""

from __future__ import annotations

import os
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
import shapely

from dashboard.browser.first_map import first_map
from dashboard.browser.paint import captions
from dashboard.geometry.scene import Frame, polygon_path
from dashboard.view.atlas import Atlas
from dashboard.view.reading import read_query
from dashboard.view.view import build_view

GOLDEN = Path(__file__).parent / "golden"


def lines(svg: str) -> str:
    """One element a line, so that a person can read it and a diff shows what moved."""
    return svg.replace("><", ">\n<") + "\n"


def agree(name: str, painted: str) -> None:
    """The golden file is what is painted; GOLDEN=write writes it anew."""
    file = GOLDEN / name
    if os.environ.get("GOLDEN") == "write":
        file.write_text(painted, encoding="utf-8", newline="\n")
    assert painted == file.read_text(encoding="utf-8")


def first(atlas: Atlas) -> str:
    """The map of the bare address."""
    view = build_view(atlas, *read_query("", atlas.known))
    return first_map(view, captions(view))


def test_golden_first(small: Atlas) -> None:
    """The first map of the invented county is the golden one, to the letter."""
    agree("first.svg", lines(first(small)))


def test_well_formed(atlas: Atlas) -> None:
    """It is XML with one area for each municipality and every border once."""
    root = ElementTree.fromstring(f"<div>{first(atlas)}</div>")
    paths = root.find("svg").find("g").iter("path")
    kinds: dict[str, list] = {}
    for path in paths:
        kinds.setdefault(path.get("class").split()[0], []).append(path)
    assert [path.get("data-municipality") for path in kinds["area"]] == list(atlas.register.municipalities)
    pairs = [(path.get("data-left"), path.get("data-right")) for path in kinds["border"]]
    assert len(pairs) == len(set(pairs))
    assert sum(1 for _, right in pairs if right) == 104


def test_same_bytes(atlas: Atlas) -> None:
    """Painting twice gives the same bytes."""
    assert first(atlas) == first(atlas)


def ring_areas(path: str) -> float:
    """The area of a path in units², holes taken away (shoelace, even-odd)."""
    total = 0.0
    for ring in path.split("z")[:-1]:
        start, _, rest = ring.removeprefix("M").partition("l")
        x, y = (int(part) for part in start.split(","))
        points = [(x, y)]
        for step in rest.split():
            dx, dy = (int(part) for part in step.split(","))
            x, y = x + dx, y + dy
            points.append((x, y))
        total += shapely.Polygon(points).area if len(points) > 2 else 0
    return total


def test_area_kept(atlas: Atlas) -> None:
    """Rounding to 10 metres keeps the area of every municipality to a thousandth."""
    shapes = atlas.register.boundaries.geometry
    for number, path in atlas.scene.areas.items():
        if "h1" not in path and not any(part.interiors for part in shapely.get_parts(shapes[number])):
            assert ring_areas(path) * 100 == pytest.approx(shapes[number].area, rel=1e-3), number


def test_islet_survives() -> None:
    """An islet smaller than a unit is still a dot."""
    frame = Frame(0, 1000, 100, 100)
    islets = shapely.MultiPolygon([shapely.box(100, 100, 101, 101), shapely.box(200, 200, 300, 300)])
    assert polygon_path(islets, frame).count("M") == 2


def test_holes(small: Atlas) -> None:
    """A hole is a ring of its own."""
    ring = shapely.box(0, 0, 900, 900).difference(shapely.box(300, 300, 600, 600))
    assert polygon_path(ring, small.scene.frame).count("M") == 2


def test_whole_numbers(atlas: Atlas) -> None:
    """Paths hold whole units only: short, and the same on every machine."""
    assert re.findall(r'<path class="[^>]* d="[^"]*\.', first(atlas)) == []
