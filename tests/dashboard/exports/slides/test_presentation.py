"""The presentation as slides: the steps' words and numbers, native maps, and nothing that is not theirs."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
import shapely
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Emu

from dashboard.exports.catalogue import export
from dashboard.story.step import Step
from dashboard.story.story import build_story
from dashboard.view.atlas import Atlas, build_atlas
from dashboard.view.reading import read_query
from dashboard.view.view import MapView, build_view
from geodata.folder.load import load
from tests.dashboard.exports.slides import read_slides as slides
from tests.geodata.county import County
from tests.serving import PROJECT

NAME = "presentation.pptx"
ADDRESS = "https://kart.example.org"
NEW = "new=kongsberg:Kongsberg%20klimanettverk"
#: Kongsberg founds a network with Flesberg, Sigdal joins NAIK, Hvaler and Drammen are in two networks.
FOUNDED = (
    f"?lang=en&scenario=3005:naik%2Bfollo,3006:kongsberg,3011:naik%2Bostfold,3045:naik,3050:kongsberg&{NEW}&title=Try"
)
#: All six join.
COMPLETE = "?lang=nn&scenario=" + ",".join(f"{one}:hallingdal" for one in (3006, 3045, 3048, 3050, 3051, 3052))
QUERIES = ["", "?lang=nn", "?lang=en&county=buskerud&colour=density&year=2023&theme=dark", FOUNDED, COMPLETE]


def everyone(atlas: Atlas) -> str:
    """A scenario that moves all 51 into one founded network."""
    return "?scenario=" + ",".join(f"{number}:x" for number in atlas.today) + "&new=x:" + "Felles%20" * 5


@pytest.fixture(scope="module")
def story(atlas: Atlas) -> Callable[[str], tuple[Step, ...]]:
    """The steps at a query."""
    return lru_cache(maxsize=8)(lambda query: build_story(build_view(atlas, *read_query(query, atlas.known))))


@pytest.fixture(scope="module")
def deck(content: Callable[..., bytes]):
    """The slides at a query."""
    return lambda query="", url=None: slides.deck(content(NAME, query, url))


@pytest.mark.parametrize("query", QUERIES)
def test_steps(deck, story, query: str) -> None:
    """A slide a step: its headline as title, its number, caption and text as they stand, and its notes."""
    file, steps = deck(query), story(query)
    assert len(file.slides) == len(steps)
    assert (file.slide_width, file.slide_height) == (Emu(12192000), Emu(6858000))
    for slide, step in zip(file.slides, steps, strict=True):
        assert slide.shapes.title.text_frame.text == step.headline
        assert slide.shapes[0].shape_id == slide.shapes.title.shape_id, "the title is read first"
        shown = slides.texts(slide)
        wanted = [step.headline, step.number, step.caption, step.text, *step.map_titles]
        assert [text for text in wanted if text and text not in shown] == []
        assert slide.notes_slide.notes_text_frame.text == step.notes


@pytest.mark.parametrize("query", QUERIES)
def test_maps(deck, story, query: str) -> None:
    """Every map has all 51 as named freeforms that say who they are, filled as the view says; and a sentence."""
    file = deck(query)
    colours = slides.theme(file)
    for slide, step in zip(file.slides, story(query), strict=True):
        drawn = slides.maps(slide)
        assert len(drawn) == len(step.views)
        for group, view in zip(drawn, step.views, strict=True):
            shapes = slides.areas(group)
            assert len(shapes) == 51
            assert slides.told(group).startswith(view.say("scenario") if view.is_scenario else slides.told(group)[:1])
            for area in view.areas:
                shape = shapes[area.number]
                assert shape.name == f"{area.number} {area.place.name}"
                assert slides.fill(shape, colours) == slides.expected_fill(view, area), (step.id, shape.name)
                names = [view.names[id] for id in area.networks] or [view.say("unorganised_short")]
                assert [one for one in [area.place.name, *names] if one not in slides.told(shape)] == []
                dashed = [one for one in group.shapes if one.name == view.say("slide_outline", name=area.place.name)]
                assert len(dashed) == (1 if area.is_changed else 0)


def test_geometry(deck, atlas: Atlas) -> None:
    """A shape is as large as its area, holes left out, and neighbours do not lie over one another."""
    (group,) = slides.maps(deck().slides[0])
    forms = {number: slides.form(shape) for number, shape in slides.areas(group).items()}
    grounds = atlas.register.boundaries.geometry
    scale = sum(form.area for form in forms.values()) / grounds.area.sum()
    for number, form in forms.items():
        assert form.area / scale == pytest.approx(grounds[number].area, rel=0.03), number
    holed = [number for number, ground in grounds.items() if any(part.interiors for part in shapely.get_parts(ground))]
    assert holed
    for number in holed:
        assert any(len(part.interiors) for part in shapely.get_parts(forms[number])), number
    whole = shapely.union_all(list(forms.values()))
    assert sum(form.area for form in forms.values()) - whole.area < whole.area * 0.001


@pytest.mark.parametrize("query", ["", FOUNDED])
def test_names(deck, story, query: str) -> None:
    """Names are text boxes on the map, none over another; everyone outside is named on a map of their own."""
    for slide, step in zip(deck(query).slides, story(query), strict=True):
        for group, view in zip(slides.maps(slide), step.views, strict=True):
            boxes = [one for one in group.shapes if one.has_text_frame and one.text_frame.text]
            rooms = [shapely.box(one.left, one.top, one.left + one.width, one.top + one.height) for one in boxes]
            tree = shapely.STRtree(rooms)
            assert tree.query(rooms, predicate="overlaps").size == 0, step.id
            frame = shapely.box(group.left, group.top, group.left + group.width, group.top + group.height)
            assert all(frame.covers(room) for room in rooms)
            named = {re.sub(r"- ", "-", one.text_frame.text.replace("\n", " ")) for one in boxes}
            if len(step.views) == 1:
                assert {area.place.name for area in view.missing if area.selected} <= named, step.id
    first = {
        one.text_frame.text.replace("\n", " ") for one in slides.walk(deck().slides[0].shapes) if one.has_text_frame
    }
    assert {"NAIK", "Klima Østfold", "Follo", "Hallingdal", "Oslo"} <= first


def test_names_of_networks_stand_out(deck, view: Callable[..., MapView]) -> None:
    """The name of a network stands on the network's colour, so that no border crosses its letters."""
    file, networks = deck(), view("").networks.values()
    (group,) = slides.maps(file.slides[0])
    grounds = {
        one.text_frame.text.replace("\n", " "): slides.fill(one, slides.theme(file))
        for one in group.shapes
        if one.has_text_frame and one._element.spPr.find(f"{slides.A}solidFill") is not None
    }
    for network in networks:
        assert grounds[network.short_name] == ("solid", network.colours["light"])


def test_members_are_named(deck, story) -> None:
    """On the slide of a network those of its members are named whose names fit within them."""
    named = {}
    for slide, step in zip(deck().slides, story(""), strict=True):
        if step.kind == "network":
            texts = [one.text_frame.text for one in slides.maps(slide)[0].shapes if one.has_text_frame]
            named[step.id] = {re.sub("- ", "-", text.replace("\n", " ")) for text in texts}
    assert {"Ringerike", "Nes", "Lier"} <= named["network-naik"]
    assert {"Gol", "Hol", "Nesbyen"} <= named["network-hallingdal"]


def test_notes(deck, story) -> None:
    """The sentence about the region is in the notes of the slides that are about the region, and of no others."""
    steps = story("?lang=en")
    (sentence,) = (step.notes.split("\n")[0] for step in steps if step.kind == "region")
    assert sentence.startswith("45 of 51 municipalities")
    told = [step.kind for step in steps if sentence in step.notes]
    assert told == ["region"]
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck("?lang=en").slides]
    assert len({text.split("\n")[0] for text in notes}) == len(notes)


@pytest.mark.parametrize("query", [*QUERIES, "everyone"])
def test_room(deck, atlas: Atlas, query: str) -> None:
    """Nothing leaves the slide, and words, tables, charts and maps do not lie over one another."""
    file = deck(everyone(atlas) if query == "everyone" else query, ADDRESS)
    for slide in file.slides:
        boxes = {}
        for one in slide.shapes:
            assert min(one.left, one.top) >= 0
            assert one.left + one.width <= file.slide_width + 1
            assert one.top + one.height <= file.slide_height + 1
            boxes[one.shape_id] = shapely.box(one.left, one.top, one.left + one.width, one.top + one.height)
        over = [
            (one.name, other.name)
            for one in slide.shapes
            for other in slide.shapes
            if one.shape_id < other.shape_id
            and boxes[one.shape_id].intersection(boxes[other.shape_id]).area > 12700**2
            and not any(isinstance(two, slides.GroupShape) and slides.areas(two) for two in (one, other))
        ]
        assert over == [], slide.shapes.title.text_frame.text
        ids = [one.shape_id for one in slides.walk(slide.shapes)]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("query", QUERIES)
def test_nothing_missing(deck, content: Callable[..., bytes], query: str) -> None:
    """No empty placeholder, nothing of the template's words or author, and the language on every run."""
    file = deck(query, ADDRESS)
    locale = {"nn": "nn-NO", "en": "en-GB"}.get(query[6:8], "nb-NO")
    for slide in file.slides:
        assert [one.name for one in slide.placeholders if not one.text_frame.text.strip()] == []
        assert [text for text in slides.texts(slide) if "{" in text or "}" in text] == []
        for page in (slide, slide.notes_slide):
            assert {one.get("lang") for one in page._element.iter(f"{slides.A}rPr")} == {locale}
    with ZipFile(io.BytesIO(content(NAME, query, ADDRESS))) as archive:
        whole = {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}
    for word in ("Click to edit", "Steve", "Canny", "python-pptx", "en-US", "Second level", "Office Theme", "Calibri"):
        assert [name for name, text in whole.items() if word in text and name.endswith((".xml", ".rels"))] == []
    assert not any(name.endswith((".jpeg", ".bin")) for name in whole)
    external = re.findall(r'Target="([^"]*)" TargetMode="External"', "".join(whole.values()))
    assert all(one.startswith("https://") for one in external)
    assert [name for name in whole if "slideLayouts/slideLayout" in name and name.endswith(".xml")] != []
    assert len(file.slide_layouts) == 5


@pytest.mark.parametrize("query", ["", FOUNDED])
def test_told(deck, query: str) -> None:
    """Every map, shape, chart, table and picture says what it is, or is marked as nothing to tell."""
    for slide in deck(query, ADDRESS).slides:
        for one in slides.walk(slide.shapes):
            has_words = one.has_text_frame and one.text_frame.text.strip()
            assert has_words or slides.told(one) or slides.is_decorative(one), (slide.shapes.title.text, one.name)
            assert one.name.strip()


@pytest.mark.parametrize(("query", "date"), [("", "1. januar 2026"), ("?year=2023&lang=en", "1 January 2023")])
def test_foot(deck, query: str, date: str) -> None:
    """Each slide has its number as a field, the date of the data, and the sources."""
    for slide in deck(query).slides:
        kinds = {one._element.xpath(".//p:ph")[0].get("type"): one for one in slide.placeholders}
        assert kinds["sldNum"]._element.xpath(".//a:fld/@type") == ["slidenum"]
        assert date in kinds["dt"].text_frame.text
        assert "Kartverket, CC BY 4.0" in kinds["ftr"].text_frame.text


def test_stamp(deck, story) -> None:
    """Slides about a scenario bear its name; the others beside it say that they are today's."""
    for slide, step in zip(deck(FOUNDED).slides, story(FOUNDED), strict=True):
        labels = [one for one in slide.shapes if one.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE]
        stamps = [one.text_frame.text for one in labels if one.name == one.text_frame.text]
        assert stamps == ([step.stamp] if step.stamp else [])
    assert any(step.stamp for step in story(FOUNDED))


def test_legend(deck, story) -> None:
    """The key has a swatch, a name and a count for each network and for those outside, in the map's fills."""
    file = deck(FOUNDED)
    colours = slides.theme(file)
    for slide, step in zip(file.slides, story(FOUNDED), strict=True):
        keys = [one for one in slide.shapes if one.name == "Key"]
        assert len(keys) == (len(step.views) if step.legend else 0)
        for key, view in zip(keys, step.views, strict=False):
            for group in view.groups:
                count = view.say.count("municipalities", group.figures.municipalities)
                assert f"{group.short_name}  {count}" in [
                    one.text_frame.text for one in key.shapes if one.has_text_frame
                ]
                if group.id in view.networks:
                    (swatch,) = (one for one in key.shapes if slides.told(one).endswith(f": {group.short_name}"))
                    assert slides.fill(swatch, colours) == ("solid", view.networks[group.id].colours["light"])


SIX = ",".join(f"{number}:x" for number in (3006, 3045, 3048, 3050, 3051, 3052))


@pytest.mark.parametrize("scenario", ["", f"&scenario={SIX}&new=x:Kongsberg%20klimanettverk", f"&scenario={SIX}"])
def test_key_leaves_the_map_its_size(deck, story, scenario: str) -> None:
    """A map beside a key is as large as one without, in every language."""
    for lang in ("nb", "nn", "en"):
        query = f"?lang={lang}{scenario}"
        single = [
            (step, slide)
            for slide, step in zip(deck(query).slides, story(query), strict=True)
            if len(step.views) == 1 and not step.table
        ]
        assert any(step.legend for step, _ in single)
        widths = {slides.areas(slides.maps(slide)[0])["3044"].width for _, slide in single}
        assert len(widths) == 1, lang


@pytest.mark.parametrize(("query", "mark"), [("", "\u00a0"), ("?lang=en", ",")])
def test_chart(deck, story, query: str, mark: str) -> None:
    """A native bar chart with a point a group, its numbers in its own workbook, marked as the language does."""
    place, step = next((at, one) for at, one in enumerate(story(query)) if one.bars)
    (frame,) = (one for one in deck(query).slides[place].shapes if one.has_chart)
    series = frame.chart.plots[0].series[0]
    assert list(series.values) == [bar.value for bar in step.bars]
    assert list(frame.chart.plots[0].categories) == [bar.group.short_name for bar in step.bars]
    assert len(series._element.findall("{*}dPt")) == len(step.bars)
    assert f"\\{mark}" in frame.chart.plots[0].data_labels.number_format
    assert all(int(one.get("val")) > 0 for one in frame.chart._chartSpace.iter("{*}axId", "{*}crossAx"))
    blob = frame.chart.part.chart_workbook.xlsx_part.blob
    book = openpyxl.load_workbook(io.BytesIO(blob))
    assert [row[1] for row in list(book["Sheet1"].values)[1:]] == [bar.value for bar in step.bars]
    assert book.properties.created.year == 2026


def test_tables(deck, story, atlas: Atlas) -> None:
    """Tables are native; one of 51 rows goes on over slides that say so, and no row is lost."""
    query = everyone(atlas)
    steps = [one for one in story(query) if one.kind == "differences"]
    titles = [one.headline for one in steps]
    shown = [slide for slide in deck(query).slides if slide.shapes.title.text_frame.text in titles]
    assert len(shown) == len(steps) > 1
    tables = [one.table for slide in shown for one in slide.shapes if one.has_table]
    rows = [tuple(cell.text for cell in row.cells) for table in tables for row in list(table.rows)[1:]]
    assert len(rows) == 51
    assert rows == [row for step in steps for row in step.table.rows]
    assert {tuple(cell.text for cell in table.rows[0].cells) for table in tables} == {steps[0].table.head}
    assert all(len(slides.maps(slide)) == 1 for slide in shown)


def test_sources(deck) -> None:
    """The last slide has every source with its link and licence, and the state's link as a code where it is known."""
    last = list(deck("?lang=en", ADDRESS).slides)[-1]
    text = "\n".join(slides.texts(last))
    assert "Creative Commons Attribution 4.0" in text
    links = [one.target_ref for one in last.part.rels.values() if one.is_external]
    assert any("ssb.no" in link for link in links)
    assert f"{ADDRESS}/?lang=en" in links
    (code,) = (one for one in last.shapes if hasattr(one, "image"))
    assert slides.told(code)
    without = list(deck("?lang=en").slides)[-1]
    assert not any(hasattr(one, "image") for one in without.shapes)


def test_long_address(atlas: Atlas, deck) -> None:
    """An address that no code can hold leaves the code out."""
    scenario = ",".join(f"{number}:naik%2Bfollo" for number in atlas.today)
    last = list(deck(f"?scenario={scenario}&compare={scenario}&compare={scenario}", ADDRESS).slides)[-1]
    assert not any(hasattr(one, "image") for one in last.shapes)


def test_properties(deck) -> None:
    """Title, language, sentence and the partnership as author; dated by the data."""
    told = deck("?lang=en&year=2023").core_properties
    assert (told.title, told.language, told.author) == ("Climate networks in Viken", "en-GB", "Klima Viken")
    assert told.subject.startswith("45 of 51")
    assert (told.created.year, told.modified.year, told.last_modified_by) == (2023, 2023, "Klima Viken")


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The slides at two queries as the command writes them, one after the other in a process of its own."""
    files = {query: tmp_path_factory.mktemp("elsewhere") / NAME for query in ("", FOUNDED)}
    code = (
        "import sys; from dashboard.__main__ import main; _, name, address, *pairs = sys.argv;"
        "written = [main(['export', name, '-o', file, '--public-url', address, query])"
        " for query, file in zip(pairs[::2], pairs[1::2])]; sys.exit(max(written))"
    )
    pairs = [str(one) for pair in files.items() for one in pair]
    subprocess.run([sys.executable, "-c", code, NAME, ADDRESS, *pairs], cwd=PROJECT, check=True, timeout=120)
    return {query: file.read_bytes() for query, file in files.items()}


@pytest.mark.parametrize("query", ["", FOUNDED])
def test_same_bytes(written: Callable[..., bytes], elsewhere: dict[str, bytes], query: str) -> None:
    """The same state gives the same bytes, from another process too; no entry has a time of its own."""
    once = written(NAME, query, ADDRESS)
    assert once == written(NAME, query, ADDRESS)
    assert elsewhere[query] == once
    assert len(once) < 600_000
    with ZipFile(io.BytesIO(once)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        for name in archive.namelist():
            if name.endswith(".xlsx"):
                with ZipFile(io.BytesIO(archive.read(name))) as book:
                    assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_invented_county(odd: Atlas) -> None:
    """Another county has its own slides: its networks' colours, a key beside it, an unknown number as a word."""
    file = slides.deck(export(odd, NAME, "?year=2023&scenario=9105:ny&new=ny:Ny").content)
    assert slides.theme(file)["accent1"] == "#112233"
    drawn = [group for slide in file.slides for group in slides.maps(slide)]
    assert drawn
    assert all(len(slides.areas(group)) == 6 for group in drawn)
    for slide in file.slides:
        for card in (one for one in slide.shapes if one.name == "Tegnforklaring"):
            room = shapely.box(
                *(one / 12700 for one in (card.left, card.top, card.left + card.width, card.top + card.height))
            )
            whole = [slides.form(shape) for group in slides.maps(slide) for shape in slides.areas(group).values()]
            assert not any(form.intersects(room) for form in whole), "the key covers the map"
    (frame,) = (one for slide in file.slides for one in slide.shapes if one.has_chart)
    assert any("(" in name for name in frame.chart.plots[0].categories)
    assert frame.chart.plots[0].series[0].values[0] is None


def test_bare_folder(county: County) -> None:
    """A folder with no step that applies gives a file without slides, not an error."""
    county.write("steps", [row for row in county.rows("steps") if row[0] in ("kind", "complete")])
    file = slides.deck(export(build_atlas(load(county.folder)), NAME, "").content)
    assert len(file.slides) == 0


@pytest.fixture(scope="module")
def shown(content: Callable[..., bytes], tmp_path_factory: pytest.TempPathFactory, profile: Path) -> dict[str, tuple]:
    """The words and the pictures of the slides at two queries, as LibreOffice shows them."""
    files = {"plain": content(NAME, "?lang=nb", ADDRESS), "founded": content(NAME, FOUNDED, ADDRESS)}
    seen = slides.pages(files, tmp_path_factory.mktemp("shown"), profile)
    return {"?lang=nb": seen["plain"], FOUNDED: seen["founded"]}


@pytest.mark.parametrize("query", ["?lang=nb", FOUNDED])
def test_libreoffice(shown: dict[str, tuple], story, query: str) -> None:
    """LibreOffice shows every slide: titles and numbers as text, no words under the floor, the networks' colours."""
    words, pictures = shown[query]
    steps = story(query)
    assert len(words) == len(pictures) == len(steps)
    for step, page, picture in zip(steps, words, pictures, strict=True):
        text = " ".join(word for word, _ in page)
        for wanted in (step.headline, step.number):
            assert " ".join(wanted.split()) in " ".join(text.split()), step.id
        column = [box for word, box in page if box[2] < 4.2 or not step.views]
        assert not [box for box in column if 6.68 < box[3] < 6.74], f"{step.id}: words reach into the foot"
        for bar in step.bars:
            assert " ".join(bar.text.split()) in " ".join(text.split())
        if step.views:
            assert _share_painted(picture, step.views[-1]) == [], step.id


def _share_painted(picture, shown: MapView) -> list[str]:
    """Networks with selected members that stay where they are, whose colour is hardly seen on the right of a slide."""
    width, height = picture.size
    seen = picture.crop((width // 3, 0, width, height)).getcolors(width * height)
    counts: dict[str, int] = {}
    for count, rgb in seen:
        counts["#{:02x}{:02x}{:02x}".format(*rgb)] = count
    members = {id for area in shown.areas if area.selected and not area.is_changed for id in area.networks[:1]}
    return [id for id in members if counts.get(shown.networks[id].colours["light"], 0) < width * height / 3000]
