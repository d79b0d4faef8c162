"""The picture of a shared link: what it says, that it is drawn whole, with the page's letters, and as PNG."""

from __future__ import annotations

import re
from io import BytesIO
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
import resvg_py
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from dashboard.colours.palette import colours
from dashboard.picture.raster import painted
from dashboard.picture.shared_map import MARGIN, MOST_KEY_ROWS, SHARED, shared_map
from dashboard.view.described import class_title
from dashboard.view.sentence import summary

SVG = "{http://www.w3.org/2000/svg}"
QUERIES = [
    "",
    "?lang=en&theme=dark",
    "?lang=nn&networks=follo",
    "?colour=density",
    "?view=plan&scenario=3052:hallingdal&title=Mot%20vest",
    "?view=present&step=2",
]
#: The longest title that the address carries, in the widest letters, with a space and without.
LONG = ["W" * 60, "W " * 30, "Et navn som " * 5]


def said(svg: str) -> str:
    """Every line of text of the picture, those beside the map first."""
    beside = next(ElementTree.fromstring(svg).iter(f"{SVG}svg")).find(f"{SVG}svg")
    assert beside is not None
    return " ".join(text.text or "" for text in beside.iter(f"{SVG}text"))


def opened(png: bytes) -> Image.Image:
    """The picture, as Pillow reads it."""
    image = Image.open(BytesIO(png))
    image.load()
    return image.convert("RGB")


def differing(one: Image.Image, other: Image.Image, box: tuple[int, int, int, int]) -> int:
    """How many points of a part of two pictures differ."""
    difference = ImageChops.difference(one.crop(box), other.crop(box)).convert("L")
    return sum(difference.histogram()[1:])


@pytest.mark.parametrize("query", QUERIES)
def test_says(view, query: str) -> None:
    """It says the page's title, the sentence's beginning, and each group or class with its number."""
    shown = view(query)
    svg = shared_map(shown)
    assert said(svg).startswith(f"{shown.say('title')} {summary(shown)[0]}")
    for group in () if shown.classes else shown.groups:
        assert f"({shown.say.integer(group.figures.municipalities)})" in said(svg)
    assert not shown.classes or class_title(shown) in said(svg)
    root = ElementTree.fromstring(svg)
    assert (root.get("width"), root.get("height")) == ("1200", "630")
    assert len([one for one in root.iter(f"{SVG}path") if one.get("class") == "area"]) == len(shown.areas)
    assert re.findall(r"(?:href|src|style)=", svg) == []
    assert set(re.findall(r"url\(#([^)]+)\)", svg)) <= {one.get("id") for one in root.iter(f"{SVG}pattern")}


@pytest.mark.parametrize("title", LONG)
def test_long_title(view, title: str) -> None:
    """However long its name is, the key stands whole, and no line of text begins above the one before it."""
    shown = view(f"?scenario=3052:hallingdal&title={quote(title)}")
    svg = shared_map(shown)
    assert title.split()[0] in said(svg)
    beside = ElementTree.fromstring(svg).find(f"{SVG}svg")
    heights = [float(text.get("y", 0)) for text in beside.findall(f"{SVG}text")]
    rows = [int(re.findall(r" (\d+)\)", one.get("transform"))[0]) for one in beside.findall(f"{SVG}g")]
    assert heights == sorted(heights)
    assert max(heights) < rows[0]
    assert 0 < len(rows) <= MOST_KEY_ROWS
    assert rows[-1] < SHARED.height - MARGIN


@given(title=st.text(max_size=60))
def test_any_title(view, title: str) -> None:
    """Whatever the name, the picture is well-formed."""
    ElementTree.fromstring(shared_map(view(f"?scenario=3052:hallingdal&title={quote(title)}")))


@settings(max_examples=5)
@given(title=st.text(min_size=1, max_size=60))
def test_any_title_is_painted(title: str) -> None:
    """Whatever the letters, also those that the typeface has not, a picture comes of it."""
    start = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="50"><text y="40" font-size="30">'
    letters = "".join(f"&#{ord(one)};" for one in title if one.isprintable() and not "\ud800" <= one <= "\udfff")
    assert opened(painted(f"{start}{letters}</text></svg>")).size == (600, 50)


@pytest.mark.parametrize("query", QUERIES)
def test_opened(view, query: str) -> None:
    """Another program opens the PNG: 1200 × 630, the ground of the theme beside, and every fill of the map on it."""
    shown = view(query)
    image, ink = opened(painted(shared_map(shown))), colours(shown.state.theme or "light", shown.networks)
    assert image.size == (1200, 630)
    found = {"#{:02x}{:02x}{:02x}".format(*colour) for _, colour in image.getcolors(1 << 20)}
    assert "#{:02x}{:02x}{:02x}".format(*image.getpixel((2, 2))) == ink["paper"]
    plain = {area.fill for area in shown.areas if area.selected and area.fill in {*shown.networks, *ink}}
    assert {ink[fill if fill in ink else f"network-{fill}"] for fill in plain} <= found
    assert {ink["sea"], ink["land"]} <= found


def test_differs_by_state(view) -> None:
    """Each state has its picture, and the same state the same bytes."""
    pictures = [painted(shared_map(view(query))) for query in QUERIES[:5]]
    assert len(set(pictures)) == 5
    assert painted(shared_map(view(QUERIES[1]))) == pictures[1]


def test_letters(view) -> None:
    """Letters are drawn, beside the map and on it, and those of names are bold: without a typeface there are none."""
    svg = shared_map(view(""))
    mute = opened(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True))
    light = opened(painted(re.sub(r'font-weight="\d+"', 'font-weight="400"', svg)))
    image = opened(painted(svg))
    headline, on_map = (MARGIN, 70, SHARED.left - MARGIN, 240), (SHARED.left, 0, 1200, 630)
    assert differing(image, mute, headline) > 10_000
    assert differing(image, mute, on_map) > 3_000
    assert differing(image, light, headline) > 3_000


def test_weights() -> None:
    """The heavier a text is to be, the more of its ground it covers."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="60" font-family="Inter">'
        '<rect width="400" height="60" fill="#fff"/>'
        '<text y="45" font-size="36" font-weight="{}">Ål Ørje 12</text></svg>'
    )
    dark = [
        sum(255 - point for point in opened(painted(svg.format(w))).convert("L").tobytes()) for w in (400, 600, 700)
    ]
    assert dark[0] * 1.1 < dark[1]
    assert dark[1] * 1.03 < dark[2]
