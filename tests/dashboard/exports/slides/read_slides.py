"""Slides opened again with python-pptx: their shapes, fills and texts; and as LibreOffice shows them."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import shapely
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.presentation import Presentation as Deck
from pptx.shapes.base import BaseShape
from pptx.shapes.group import GroupShape
from pptx.slide import Slide

from dashboard.colours.palette import PAGE
from dashboard.view.shown import AreaView
from dashboard.view.view import MapView
from tests.dashboard.exports.opened import program

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
#: What the slide's own names for theme colours stand for (the master's colour map).
MAPPED = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}


def deck(content: bytes) -> Deck:
    """A PowerPoint file."""
    return Presentation(io.BytesIO(content))


def walk(shapes) -> Iterator[BaseShape]:
    """Every shape, groups and what is in them."""
    for shape in shapes:
        yield shape
        if isinstance(shape, GroupShape):
            yield from walk(shape.shapes)


def maps(slide: Slide) -> list[GroupShape]:
    """The maps of a slide from left to right."""
    return [one for one in slide.shapes if isinstance(one, GroupShape) and areas(one)]


def areas(group: GroupShape) -> dict[str, BaseShape]:
    """The municipalities of a map by number: shapes named "3006 Kongsberg"."""
    return {one.name[:4]: one for one in group.shapes if re.match(r"\d{4} ", one.name)}


def told(shape: BaseShape) -> str:
    """The alternative text."""
    return shape._element.xpath(".//p:cNvPr")[0].get("descr", "")


def is_decorative(shape: BaseShape) -> bool:
    """Whether it is marked as nothing to tell."""
    first = shape._element.xpath(".//p:cNvPr")[0]
    return any(one.tag.endswith("}decorative") for one in first.iter())


def theme(file: Deck) -> dict[str, str]:
    """The theme's colours by name, "#rrggbb"."""
    part = file.slide_masters[0].part.part_related_by(RT.THEME)
    scheme = etree.fromstring(part.blob).find(f".//{A}clrScheme")
    return {one.tag.removeprefix(A): "#" + one[0].get("val").lower() for one in scheme}


def fill(shape: BaseShape, colours: Mapping[str, str]) -> tuple[str, ...]:
    """("solid", colour) or (pattern, front, back), theme colours resolved."""
    properties = shape._element.spPr
    solid, pattern = properties.find(f"{A}solidFill"), properties.find(f"{A}pattFill")
    if solid is not None:
        return ("solid", _colour(solid, colours))
    parts = (pattern.find(f"{A}{name}") for name in ("fgClr", "bgClr"))
    return (pattern.get("prst"), *(_colour(one, colours) for one in parts))


def _colour(parent: etree._Element, colours: Mapping[str, str]) -> str:
    value = parent[0].get("val")
    return colours[MAPPED.get(value, value)] if parent[0].tag == f"{A}schemeClr" else f"#{value.lower()}"


def expected_fill(view: MapView, area: AreaView) -> tuple[str, ...]:
    """What the view says an area is filled with."""

    def seen(colour: str) -> str:
        if area.selected:
            return colour
        channels = ((int(one[at : at + 2], 16) for one in (colour, PAGE["light"]["land"])) for at in (1, 3, 5))
        return "#" + "".join(f"{round(0.4 * own + 0.6 * land):02x}" for own, land in channels)

    if not area.networks:
        page = PAGE["light"]
        return ("wdUpDiag" if area.dialogue else "wdDnDiag", seen(page["gap-line"]), seen(page["gap-fill"]))
    own = [view.networks[id].colours["light"] for id in area.networks]
    return ("wdUpDiag", seen(own[1]), seen(own[0])) if len(own) > 1 else ("solid", seen(own[0]))


def form(shape: BaseShape) -> shapely.Geometry:
    """A freeform as geometry in points on the slide, filled by even and odd."""
    (path,) = shape._element.iter(f"{A}path")
    emu = (shape.width / int(path.get("w")), shape.height / int(path.get("h")))
    rings: list[list[tuple[float, float]]] = []
    for step in path:
        if step.tag == f"{A}moveTo":
            rings.append([])
        for point in step.iter(f"{A}pt"):
            x, y = (int(point.get(name)) * size for name, size in zip("xy", emu, strict=True))
            rings[-1].append(((shape.left + x) / 12700, (shape.top + y) / 12700))
    whole = shapely.Polygon()
    for ring in rings:
        whole = shapely.symmetric_difference(whole, shapely.make_valid(shapely.Polygon(ring)))
    return whole


def texts(slide: Slide) -> list[str]:
    """Every text on a slide, tables and groups included, in reading order."""
    found = []
    for shape in walk(slide.shapes):
        if shape.has_text_frame:
            found.append(shape.text_frame.text)
        if getattr(shape, "has_table", False):
            found += [cell.text for row in shape.table.rows for cell in row.cells]
    return found


def pages(files: Mapping[str, bytes], folder: Path, profile: Path, dpi: int = 50) -> dict[str, tuple[list, list]]:
    """What LibreOffice shows of each file: for each page its words with their boxes in inches, and its picture.

    LibreOffice opens all ``files`` (name without ending → content) in one go.
    """
    for name, content in files.items():
        (folder / f"{name}.pptx").write_bytes(content)
    office = [program("soffice", "libreoffice"), f"-env:UserInstallation={profile.as_uri()}"]
    decks = [str(folder / f"{name}.pptx") for name in files]
    run([*office, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *decks])
    return {name: _pages(folder / f"{name}.pdf", dpi) for name in files}


def _pages(file: Path, dpi: int) -> tuple[list[list[tuple[str, tuple[float, ...]]]], list]:
    assert file.exists(), "install libreoffice-impress-nogui (make test does)"
    told = file.with_suffix(".html")
    run([program("pdftotext"), "-bbox", str(file), str(told)])
    run([program("pdftoppm"), "-r", str(dpi), "-png", str(file), str(file.with_suffix(""))])
    words = []
    for page in told.read_text(encoding="utf-8").split("<page ")[1:]:
        found = re.findall(r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', page)
        words.append([(text, tuple(float(one) / 72 for one in box)) for *box, text in found])
    pictures = sorted(file.parent.glob(f"{file.stem}-*.png"))
    return words, [Image.open(one).convert("RGB") for one in pictures]


def run(command: list[str]) -> None:
    """Run a program to its end."""
    subprocess.run(command, check=True, capture_output=True, timeout=120)
