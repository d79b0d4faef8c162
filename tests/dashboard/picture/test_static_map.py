"""The map as a picture: painted in Python, without Plotly and without a browser."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from dashboard.colours.contrast import contrast
from dashboard.colours.palette import colours
from dashboard.exports.slides.paint import mixed
from dashboard.geometry.shapes import landmarks
from dashboard.picture.static_map import static_map
from dashboard.view.atlas import build_atlas
from dashboard.view.described import class_rows, class_title
from geodata.folder.load import load
from tests.dashboard.picture.test_svg import agree, lines
from tests.geodata.county import County

SVG = "{http://www.w3.org/2000/svg}"


def test_golden(small, view) -> None:
    """The picture of the invented county is the golden one, to the letter, whatever the revision of its data is."""
    agree("map.svg", lines(static_map(view("", small))).replace(small.register.revision, "REVISION"))


@pytest.mark.parametrize("query", ["", "?lang=en&networks=none", "?colour=density", "?year=2020&county=buskerud"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_whole(atlas, view, query: str, theme: str) -> None:
    """It is well-formed, has one area for each municipality, its title and the sentence, and refers only to itself."""
    text = static_map(view(query), theme)
    root = ElementTree.fromstring(text)
    areas = [path for path in root.iter(f"{SVG}path") if path.get("data-municipality")]
    assert len(areas) == len(atlas.register.municipalities)
    assert re.findall(r"(?:href|src)=", text) == []
    defined = {node.get("id") for node in root.iter(f"{SVG}pattern")}
    assert set(re.findall(r"url\(#([^)]+)\)", text)) <= defined
    assert root.find(f"{SVG}title").text in root.get("aria-label")


def test_names(atlas, view) -> None:
    """Every unorganised municipality is named, and no name lies over another."""
    root = ElementTree.fromstring(static_map(view("")))
    groups = [node for node in root.iter(f"{SVG}g") if (node.get("class") or "").startswith("label")]
    texts = {" ".join(text.text for text in group.iter(f"{SVG}text")) for group in groups}
    assert {area.place.name for area in view("").missing} <= {text.replace("- ", "-") for text in texts}
    assert {one.name for one in landmarks(atlas.register)} <= texts


def test_paper(atlas, view) -> None:
    """On paper each network has a pattern of its own, numbers keep their classes, and the unorganised their hatch."""
    shown = view("?scenario=3006:naik")
    root = ElementTree.fromstring(static_map(shown, key=False, paper=True))
    lines = {node.get("id"): node.find(f"{SVG}path") for node in root.iter(f"{SVG}pattern")}
    networks = [id for id in shown.networks if shown.assignment.members(id)]
    assert len({lines[f"print-{id}"].get("d") for id in networks}) == len(networks)
    fills = {path.get("data-municipality"): path.get("fill") for path in root.iter(f"{SVG}path")}
    for area in shown.areas:
        wanted = f"print-{area.networks[0]}" if area.networks else "fill-none"
        assert fills[area.number].startswith(f"url(#{wanted}")
    assert "print-" not in static_map(shown, key=False)
    assert "url(#print-" not in static_map(view("?colour=density"), key=False, paper=True)


def test_paper_without_patterns(county: County, view) -> None:
    """A network without a pattern has its colour on paper, and its name on it; its initial stands in the key."""
    county.cell("networks", 3, "pattern", "")
    shown = view("", build_atlas(load(county.folder)))
    root = ElementTree.fromstring(static_map(shown, key=False, paper=True))
    fills = {path.get("data-municipality"): path.get("fill") for path in root.iter(f"{SVG}path")}
    assert (fills["9101"], fills["9103"]) == ("url(#print-vest)", "#332211")
    assert {"vest", "aust"} <= {node.text for node in root.iter(f"{SVG}text")}
    assert [(group.initial, group.pattern) for group in shown.groups[:2]] == [("V", "dots"), ("A", "")]


def test_key_of_a_number(atlas, view) -> None:
    """Coloured by a number the key has its classes and their limits, and nobody's colour."""
    shown = view("?colour=density&lang=en")
    root = ElementTree.fromstring(static_map(shown))
    texts = [node.text for node in root.iter(f"{SVG}text")]
    rows = class_rows(shown)
    assert class_title(shown) in texts
    assert [text for _, text, _ in rows if text not in texts] == []
    assert sum(count for _, _, count in rows) == len(shown.areas)
    assert not {group.name for group in shown.groups} & set(texts)


def test_faint_over_land(atlas, view) -> None:
    """What does not stand out fades into the land: it lies beneath, not the sea."""
    shown = view("?networks=follo")
    root = ElementTree.fromstring(static_map(shown))
    land, beneath, faint = colours("light", shown.networks)["land"], set(), 0
    for path in root.iter(f"{SVG}path"):
        if path.get("opacity"):
            assert path.get("d") in beneath
            faint += 1
        elif path.get("fill") == land:
            beneath.add(path.get("d"))
    assert faint == len(shown.areas) - 6


def test_moved(atlas, view) -> None:
    """Those that a scenario moves have a dashed outline, and the key a row for them, as page and slides have."""
    root = ElementTree.fromstring(static_map(view("?scenario=3006:naik,3045:naik")))
    (outline,) = (path for path in root.iter(f"{SVG}path") if path.get("class") == "moved")
    assert outline.get("d") == atlas.scene.areas["3006"] + atlas.scene.areas["3045"]
    assert outline.get("stroke-dasharray")
    texts = [text.text for text in root.iter(f"{SVG}text")]
    assert texts[texts.index("Flyttet i scenariet") + 1] == "2 kommuner"
    assert 'class="moved"' not in static_map(view(""))


def test_stripes_of_two_networks(atlas, view) -> None:
    """Whoever comes to two networks at once is striped in both, and in nothing that was before."""
    shown = view("?scenario=3048:naik%2Bostfold")
    root = ElementTree.fromstring(static_map(shown))
    (pattern,) = (node for node in root.iter(f"{SVG}pattern") if node.get("id") == "fill-naik.ostfold")
    ink = colours("light", shown.networks)
    bars = [ink["network-naik"], ink["network-ostfold"]]
    assert [node.get("fill") for node in pattern] == bars


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_names_on_faint_ground(atlas, view, theme: str) -> None:
    """Names can be read on what fades: a network's too, by where it stands."""
    shown = view("?county=buskerud")
    ink = colours(theme, shown.networks)
    letters = {
        " ".join(text.text for text in group.iter(f"{SVG}text")): group.find(f"{SVG}text").get("fill")
        for group in ElementTree.fromstring(static_map(shown, theme)).iter(f"{SVG}g")
        if (group.get("class") or "").startswith("label")
    }
    assert {letters[name] for name in ("Halden", "Nes", "Follo", "Klima Østfold")} == {ink["ink"]}
    assert {letters[name] for name in ("Ringerike", "NAIK", "Hallingdal")} == {ink["on-network"]}
    for network in shown.networks.values():
        assert contrast(ink["ink"], mixed(network.colours[theme], ink["land"], 0.3)) > 4.5


def test_names_over_classes(atlas, view) -> None:
    """Over the shades of a number, pale ones too, names are dark within a light edge."""
    shown = view("?colour=density")
    root = ElementTree.fromstring(static_map(shown))
    ink = colours("light", shown.networks)
    (hol,) = (node for node in root.iter(f"{SVG}text") if node.text == "Hol")
    assert (hol.get("fill"), hol.get("stroke")) == (ink["ink"], ink["paper"])


def test_same_bytes(atlas, view) -> None:
    """The same state gives the same bytes."""
    assert static_map(view("")) == static_map(view(""))
