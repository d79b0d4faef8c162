"""The one file: everything of a state in one HTML document that asks for nothing."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dashboard.__main__ import main
from dashboard.exports.catalogue import export
from dashboard.geometry.light_paths import LIGHT_UNIT_M, light_paths
from dashboard.view.atlas import Atlas, build_atlas
from dashboard.view.described import network_text, spoken
from dashboard.view.sentence import summary
from dashboard.view.view import MapView
from dashboard.words.wording import LANGUAGES
from geodata.folder.load import load
from tests.geodata.county import County

#: The whole region with every attribute: small enough for a mail, a stick, a slow line.
MOST_BYTES = 97_000
#: What a stranger may type: tags, quotes, ends of elements, marks and letters from right to left.
NASTY = (
    "</title></style></script><script>alert(1)</script>\"'<img src=x onerror=alert(2)> & \u202eab\u200f \u05e9\u05dc"
)


class Read(HTMLParser):
    """Elements in order as (tag, attributes), and the text."""

    def __init__(self, content: bytes):
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(content.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def text(self) -> str:
        """All text on one line, without style and script."""
        return " ".join(" ".join(self.texts).replace("\u00a0", " ").split())

    def of(self, tag: str, **attributes: str) -> list[dict[str, str | None]]:
        """Attributes of the elements of a kind that have these (``data_x`` stands for ``data-x``)."""
        wanted = {name.replace("_", "-"): value for name, value in attributes.items()}
        return [found for name, found in self.elements if name == tag and wanted.items() <= found.items()]


def plain(text: str) -> str:
    """With ordinary spaces."""
    return text.replace("\u00a0", " ")


def areas(page: Read) -> dict[str, dict[str, str | None]]:
    """The areas of the map by number."""
    return {one["data-municipality"]: one for one in page.of("path") if "data-walk" in one}


def rows(page: Read) -> dict[str, dict[str, str | None]]:
    """The rows of the table by number."""
    return {one["data-municipality"]: one for one in page.of("tr") if "data-municipality" in one}


@pytest.mark.parametrize("language", LANGUAGES)
def test_says_what_the_page_says(
    atlas: Atlas, view: Callable[..., MapView], content: Callable[..., bytes], language: str
) -> None:
    """Sentence, figures, legend, table and areas are those of the view, in its language."""
    query = f"?lang={language}&year=2023"
    page, seen = Read(content("map.html", query)), view(query)
    assert page.of("html", lang=language)
    for text in (
        *summary(seen),
        *(group.name for group in seen.groups),
        seen.say("export_dates", date=seen.say.date("2023-01-01")),
    ):
        assert plain(text) in page.text
    share = seen.coverage.organised
    for measure in ("municipalities", "population", "area"):
        assert plain(seen.say.percent(share.ratio(measure))) in page.text
        assert plain(seen.say.integer(share.part.of(measure))) in page.text
    found = areas(page)
    assert list(found) == list(rows(page)) == [area.number for area in seen.areas]
    for area in seen.areas:
        assert found[area.number]["aria-label"] == spoken(seen, area)
        assert found[area.number]["data-network"] == rows(page)[area.number]["data-network"] == area.network_key
        for cell in (*area.place.numbers_in("2024"), network_text(seen, area), seen.say.integer(area.population)):
            assert plain(cell) in page.text


def test_filters(view: Callable[..., MapView], content: Callable[..., bytes]) -> None:
    """The map keeps everybody and dims who does not match; the table holds who does, in the page's order."""
    query = "?lang=en&networks=none,follo&county=buskerud&sort=-population"
    page, seen = Read(content("map.html", query)), view(query)
    found = areas(page)
    assert {number for number, one in found.items() if one.get("class") == "dim"} == {
        area.number for area in seen.areas if not area.selected
    }
    assert len(found) == 51
    assert {number for number, one in found.items() if "data-out" in one} == {
        area.number for area in seen.areas if area.place.county != "buskerud"
    }
    assert next(iter(rows(page))) == "3006"
    assert set(rows(page)) == {area.number for area in seen.missing}
    assert "Selection: 6 of 51 municipalities in Viken, those that match the filters" in page.text
    pressed = {one["data-network-toggle"] for one in page.of("div") if "data-pressed" in one}
    assert pressed == {"none", "follo"}


def test_names_fade_with_their_ground(content: Callable[..., bytes]) -> None:
    """The name of a network fades where the area under it does, however many of its members do."""
    names = [one for one in Read(content("map.html", "?county=buskerud")).of("g") if "data-on" in one]
    faint = {one["class"].split()[0] for one in names if one["class"].endswith("dim")}
    networks = [one["class"] for one in names if one["class"].split()[0] == "network"]
    assert faint >= {"name", "network"}
    assert networks.count("network") >= 2, "NAIK and Hallingdal stand on members in the county"


def test_asks_for_nothing(content: Callable[..., bytes]) -> None:
    """Nothing in it is fetched; links lead to sources; the policy allows its one script and its one sheet alone."""
    text = content("map.html").decode("utf-8")
    page = Read(text.encode())
    assert [one for _, one in page.elements if {"src", "srcset", "data", "action"} & set(one)] == []
    assert {name for name, _ in page.elements} & {"link", "img", "iframe", "object", "use", "base", "form"} == set()
    links = {one["href"] for one in page.of("a")}
    assert links
    assert all(one.startswith("https://") for one in links)
    without = re.sub(r'<a href="[^"]*"', "<a", text)
    assert "http" not in without.replace("http-equiv", "").replace(">http", "")
    assert re.findall(r"url\((?!#)", without) == []
    assert "@import" not in without
    scripts = re.findall(r"<script>(.*?)</script>", text, re.S)
    assert len(scripts) == text.count("<script") == 1
    sheets = re.findall(r"<style>(.*?)</style>", text, re.S)
    assert len(sheets) == text.count("<style") == 1
    assert [one for _, one in page.elements if "style" in one] == []
    script, sheet = (base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in (*scripts, *sheets))
    (policy,) = (one["content"] for one in page.of("meta", http_equiv="Content-Security-Policy"))
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{sheet}'; script-src 'sha256-{script}'; img-src")
    assert [name for _, one in page.elements for name in one if name.startswith("on")] == []


def test_references(content: Callable[..., bytes]) -> None:
    """Every pattern and every colour that is used is defined; ids are unique."""
    text = content("map.html", "?scenario=3030:naik+follo,3048:hallingdal&colour=density").decode("utf-8")
    page = Read(text.encode())
    ids = [one["id"] for _, one in page.elements if "id" in one]
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", text)) <= set(ids)
    assert set(re.findall(r"var\(--([\w-]+)\)", text)) <= set(re.findall(r"--([\w-]+):", text))


def test_small(content: Callable[..., bytes]) -> None:
    """It stays small, in every language."""
    assert {
        language: size for language in LANGUAGES if (size := len(content("map.html", f"?lang={language}"))) > MOST_BYTES
    } == {}


def test_same_bytes(written: Callable[..., bytes], tmp_path: Path) -> None:
    """The same state gives the same bytes, by address and by command."""
    query = "?lang=nn&scenario=3051:hallingdal&title=Rollag"
    once = written("map.html", query)
    assert once == written("map.html", query)
    assert main(["export", "map.html", "-o", str(tmp_path / "map.html"), query]) == 0
    assert (tmp_path / "map.html").read_bytes() == once


def test_strangers_words(content: Callable[..., bytes]) -> None:
    """Whatever a title, a founded network's name or an address holds, it is text: the elements stay the same."""
    from_strangers = {"title": NASTY, "new": f"aa:{NASTY[-38:]}", "bogus": NASTY}

    def page(words: dict[str, str]) -> Read:
        pairs = "".join(f"&{name}={_percent(text)}" for name, text in words.items())
        return Read(content("map.html", f"?scenario=3051:aa{pairs}"))

    nasty, kind = page(from_strangers), page({"title": "Title", "new": "aa:Name", "bogus": "text"})
    assert elements(nasty) == elements(kind)
    assert nasty.of("bdi")
    text = content("map.html", f"?scenario=3051:aa&title={_percent(NASTY)}&bogus={_percent(NASTY)}").decode()
    assert text.count("<script") == 1
    assert not set("\u202e\u200f") & set(text)


def elements(page: Read) -> list[tuple[str, set[str]]]:
    """Tags with the names of their attributes; names on the map are left out, since a longer one may not fit."""
    return [(tag, set(one)) for tag, one in page.elements if tag not in ("g", "text", "rect")]


def _percent(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode("utf-8"))


def test_scenario(content: Callable[..., bytes]) -> None:
    """A scenario is marked as one, in title and heading; who moves tells where from."""
    page = Read(content("map.html", "?lang=en&scenario=3051:hallingdal,3030:naik+follo&title=Up"))
    assert page.of("p", **{"class": "scenario-badge"})
    assert "Scenario “Up” – Climate networks in Viken" in page.text
    assert "Today: without a climate network" in page.text
    assert areas(page)["3051"]["data-network"] == "hallingdal"
    assert areas(page)["3030"]["data-network"] == "naik follo"
    assert "fill" not in areas(page)["3051"], "who is moved has the colour of its network"
    assert areas(page)["3030"]["fill"] == "url(#fill-naik.follo)"
    assert "In two networks" in page.text
    assert "Moved in the scenario" in page.text


def test_public_url_and_ignored(content: Callable[..., bytes]) -> None:
    """The live state is a link only when the server knows its address; what was ignored is said."""
    query = "?lang=en&county=oslo"
    with_address = Read(content("map.html", query, "https://kart.example.org/"))
    assert with_address.of("a", href="https://kart.example.org/?lang=en&municipality=3051")
    assert with_address.of("a", href="https://kart.example.org/?lang=en")
    assert "county=oslo" in with_address.text
    assert "example.org" not in content("map.html", query).decode()


def test_theme(content: Callable[..., bytes]) -> None:
    """Without a theme the reader's system decides; a theme in the address fixes it."""
    dark = "prefers-color-scheme:dark"
    assert dark in content("map.html").decode()
    for theme, scheme in (("light", "light"), ("dark", "dark")):
        text = content("map.html", f"?theme={theme}").decode()
        assert dark not in text
        assert f"color-scheme:{scheme}" in text
    assert "color-scheme:dark" not in content("map.html", "?theme=light").decode()


def test_invented_county(odd: Atlas) -> None:
    """Another county has its file too: two networks at once, an unknown population, a name like a formula."""
    page = Read(export(odd, "map.html", "?lang=en&year=2023").content)
    assert list(areas(page)) == list(odd.register.municipalities)
    assert areas(page)["9101"]["data-network"] == "vest aust"
    assert "number of inhabitants not known" in areas(page)["9102"]["data-people"]
    assert "not known" in page.text


def test_light_paths(county: County) -> None:
    """Areas that meet share every edge; each edge of the invented county's grid is there once, with its two sides."""
    atlas = build_atlas(load(county.folder))
    paths = light_paths(atlas.register, atlas.scene.frame)
    between = {frozenset(sides) for sides in paths.edges.values() if sides[1]}
    assert between == {
        frozenset(pair)
        for pair in (
            ("9101", "9102"),
            ("9102", "9103"),
            ("9104", "9105"),
            ("9105", "9106"),
            ("9101", "9104"),
            ("9102", "9105"),
            ("9103", "9106"),
        )
    }
    assert paths.lines(lambda left, right: False) == ""
    assert all(re.fullmatch(r"M-?\d+ -?\d+l[-\d ]+z", path) for path in paths.areas.values())


def test_area_kept(atlas: Atlas) -> None:
    """Simplifying keeps the area of every municipality to three per cent, and of the region to a thousandth."""
    shapes, total = atlas.register.boundaries.geometry, 0.0
    for number, path in atlas.light_paths.areas.items():
        area = sum(map(_area, path.split("z")[:-1])) * LIGHT_UNIT_M**2
        total += area
        assert area == pytest.approx(shapes[number].area, rel=0.03), number
    assert total == pytest.approx(shapes.area.sum(), rel=1e-3)


def _area(ring: str) -> float:
    """The area of a ring in units² (shoelace), positive for outer rings."""
    start, _, steps = ring.removeprefix("M").partition("l")
    x, y = map(int, start.split())
    numbers = list(map(int, re.findall(r"-?\d+", steps)))
    points = [(x, y)]
    for across, down in zip(numbers[::2], numbers[1::2], strict=False):
        x, y = x + across, y + down
        points.append((x, y))
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1], strict=True))) / 2
