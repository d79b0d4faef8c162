"""The feed of changes, read by another program than the one that wrote it, by the rules of RFC 4287."""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import urljoin
from uuid import UUID

import pytest
from lxml import etree, html

from dashboard.exports.feed import feed
from dashboard.view.atlas import Atlas, build_atlas
from dashboard.words.wording import LANGUAGES
from geodata.folder.load import load
from tests.geodata.county import County

ATOM = "{http://www.w3.org/2005/Atom}"


def read(content: bytes) -> etree._Element:
    """The feed, after it has kept what RFC 4287 asks for in sections 3 and 4."""
    root = etree.fromstring(content)
    assert root.tag == ATOM + "feed"
    assert {one.tag for one in root.iter(etree.Element)} <= {
        ATOM + name for name in ["feed", "id", "title", "updated", "author", "name", "link", "entry", "content"]
    }
    assert len(root.findall(ATOM + "author")) == 1
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    for part in (root, *root.iter(ATOM + "entry")):
        for needed in ("id", "title", "updated"):
            assert len(part.findall(ATOM + needed)) == 1
        assert UUID(part.findtext(ATOM + "id").removeprefix("urn:uuid:")).version == 5
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", part.findtext(ATOM + "updated"))
        relations = [(one.get("rel"), one.get("type")) for one in part.findall(ATOM + "link")]
        assert len(relations) == len(set(relations))
        assert ("alternate", "text/html") in relations
    for content in root.iter(ATOM + "content"):
        assert content.get("type") == "html"
        assert len(content) == 0
        assert html.fragments_fromstring(content.text, no_leading_text=True)
    ids = [one.text for one in root.iter(ATOM + "id")]
    assert len(ids) == len(set(ids))
    times = [datetime.fromisoformat(one.findtext(ATOM + "updated")) for one in root.iter(ATOM + "entry")]
    assert times == sorted(times, reverse=True)
    assert datetime.fromisoformat(root.findtext(ATOM + "updated")) == times[0]
    return root


def titles(root: etree._Element) -> list[str]:
    """The titles of the entries, in order."""
    return [one.findtext(ATOM + "title") for one in root.iter(ATOM + "entry")]


def ids(root: etree._Element) -> list[str]:
    """Every id, the feed's own first."""
    return [one.text for one in root.iter(ATOM + "id")]


def entry(root: etree._Element, title: str) -> tuple[str, list[str]]:
    """Where the entry with a title leads, and what its paragraphs and list say."""
    found = next(one for one in root.iter(ATOM + "entry") if one.findtext(ATOM + "title") == title)
    parts = html.fragments_fromstring(found.findtext(ATOM + "content"))
    told = [one for part in parts for one in (part if part.tag == "ul" else [part])]
    return found.find(ATOM + "link").get("href"), [one.text_content().strip() for one in told]


def vote(county: County, network: str, number: str, name: str, **days: str) -> None:
    """Add a membership with its days."""
    county.append("memberships", network=network, municipality=number, name=name, status="member", **days)


@pytest.fixture
def votes(county: County) -> County:
    """Aa moves at the new year of 2023, Elvær and Fjell enter in March, Dal leaves some day in May; told in June."""
    rows = {row[1]: place for place, row in enumerate(county.rows("memberships"), start=1)}
    county.cell("memberships", rows["9101"], "valid_to", "2022-12-31")
    county.cell("memberships", rows["9104"], "valid_to", "2023-05")
    vote(county, "aust", "9101", "Aa", valid_from="2023-01-01")
    vote(county, "vest", "9105", "Elvær", valid_from="2023-03-01")
    vote(county, "vest", "9106", "Fjell", valid_from="2023-03-01")
    county.json("datapackage.json", lambda content: content.update(created="2023-06-20"))
    return county


def test_no_change(atlas: Atlas) -> None:
    """Where no day is known there is one entry: the data that are loaded, with their date and a link naming them."""
    root, register = read(feed(atlas, "en")), atlas.register
    assert titles(root) == [f"Data revision {register.revision}, dated 25 November 2026"]
    assert root.findtext(ATOM + "updated") == "2026-11-25T00:00:00Z"
    address, told = entry(root, titles(root)[0])
    assert address == f"./?lang=en&view=data&revision={register.revision}"
    assert "45 of 51 municipalities in Viken are in a climate network." in told[0]
    assert told[1].startswith("Changes whose day is not known")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "nb",
            [
                "Datarevisjon {revision}, datert 20. juni 2023",
                "mai 2023: Dal går ut av name vest",
                "1. mars 2023: Elvær og Fjell blir med i name vest",
                "1. januar 2023: Aa går fra name vest til name aust",
            ],
        ),
        (
            "nn",
            [
                "Datarevisjon {revision}, datert 20. juni 2023",
                "mai 2023: Dal går ut av name vest",
                "1. mars 2023: Elvær og Fjell blir med i name vest",
                "1. januar 2023: Aa går frå name vest til name aust",
            ],
        ),
        (
            "en",
            [
                "Data revision {revision}, dated 20 June 2023",
                "May 2023: Dal leaves name vest",
                "1 March 2023: Elvær and Fjell join name vest",
                "1 January 2023: Aa moves from name vest to name aust",
            ],
        ),
    ],
)
def test_titles(votes: County, language: str, said: list[str]) -> None:
    """A title says when, as exactly as it is known, who and which network; the newest comes first."""
    register = load(votes.folder)
    root = read(feed(build_atlas(register), language))
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    assert titles(root) == [one.format(revision=register.revision) for one in said]
    updated = [one.findtext(ATOM + "updated")[:10] for one in root.iter(ATOM + "entry")]
    assert updated == ["2023-06-20", "2023-05-01", "2023-03-01", "2023-01-01"]


def test_content(votes: County) -> None:
    """An entry lists who changed and says the coverage after it; it leads to the page that shows the change."""
    root = read(feed(build_atlas(load(votes.folder)), "en"))
    address, told = entry(root, "1 March 2023: Elvær and Fjell join name vest")
    assert address == "./?lang=en&day=2023-03-01&since=2023-02-28"
    assert told[:3] == [
        "2 municipalities stand otherwise than before.",
        "Elvær: without a climate network \u2192 name vest",
        "Fjell: without a climate network \u2192 name vest",
    ]
    assert "All 6 municipalities in region are in a climate network." in told[3]
    assert len(told) == 4


def test_inexact(votes: County) -> None:
    """Where only the month is known that is said, with the day from which it counts, and who is uncertain."""
    root = read(feed(build_atlas(load(votes.folder)), "en"))
    _, told = entry(root, "May 2023: Dal leaves name vest")
    assert "5 of 6 municipalities in region are in a climate network." in told[2]
    assert "Dal (name vest)" in told[2]
    assert told[3] == "The exact day is not known; coverage counts the change from 1 May 2023."


def test_many(votes: County) -> None:
    """More than three that do the same are counted in the title, and all named in the list."""
    for number, name in (("9102", "Bø"), ("9104", "Dal"), ("9105", "Elvær"), ("9106", "Fjell")):
        vote(votes, "aust", number, name, valid_from="2024-01-01")
    root = read(feed(build_atlas(load(votes.folder)), "nb"))
    title = "1. januar 2024: 4 kommuner blir med i name aust"
    assert titles(root)[0] == title
    _, told = entry(root, title)
    assert [one.partition(":")[0] for one in told[1:5]] == ["Bø", "Dal", "Elvær", "Fjell"]


def test_same_bytes(votes: County) -> None:
    """The same data give the same bytes, from another folder and another reading too."""
    atlases = [build_atlas(load(votes.folder)) for _ in range(2)]
    assert feed(atlases[0], "nn") == feed(atlases[1], "nn")


def test_ids_last(votes: County) -> None:
    """An entry keeps its id while it says the same, whatever else changes; a vote on its day makes another of it."""
    before = read(feed(build_atlas(load(votes.folder)), "nb"))
    vote(votes, "vest", "9103", "Co", valid_from="2023-04-01")
    votes.cell("networks", 2, "name_nb", "Nytt navn")
    after = read(feed(build_atlas(load(votes.folder)), "nb"))
    assert ids(after)[0] == ids(before)[0]
    assert set(ids(before)) - set(ids(after)) == {ids(before)[1]}, "all but the entry of the data are still there"
    assert len(set(ids(after)) - set(ids(before))) == 2
    vote(votes, "aust", "9102", "Bø", valid_from="2023-03-01")
    later = read(feed(build_atlas(load(votes.folder)), "nb"))
    assert "1. mars 2023: Bø blir med i name aust; Elvær og Fjell blir med i Nytt navn" in titles(later)
    assert len(set(ids(after)) - set(ids(later))) == 2


def test_ids_by_language_and_register(votes: County, county: County, atlas: Atlas) -> None:
    """No two feeds share an id: not those of two languages, nor those of two registers."""
    small = build_atlas(load(votes.folder))
    found = [one for of in (small, atlas) for language in LANGUAGES for one in ids(read(feed(of, language)))]
    assert len(found) == len(set(found)) == 3 * (5 + 2)


@pytest.mark.parametrize(
    ("public_url", "home"), [(None, "./"), ("https://kart.example/viken/", "https://kart.example/viken/")]
)
def test_addresses(votes: County, public_url: str | None, home: str) -> None:
    """Addresses are whole where the server's own is known, relative to the feed's otherwise; no base is named."""
    root = read(feed(build_atlas(load(votes.folder)), "nb", public_url))
    links = {one.get("rel"): one.get("href") for one in root.findall(ATOM + "link")}
    assert links == {"self": home + "changes.atom", "alternate": home}
    hrefs = [one.get("href") for one in root.iter(ATOM + "link")]
    assert all(one.startswith(home) for one in hrefs)
    assert root.xpath("//@xml:base") == []
    read_at = urljoin("https://other.example/kart/changes.atom", hrefs[3])
    assert read_at == (home if public_url else "https://other.example/kart/") + "?day=2023-05-01&since=2023-04-30"


def test_escaped(votes: County) -> None:
    """Names of the data are text, in the title and in the list, whatever letters they have."""
    name = '<b>&amp; "Vest"</b> ]]>'
    votes.cell("networks", 2, "name_nb", name)
    root = read(feed(build_atlas(load(votes.folder)), "nb"))
    title = f"1. mars 2023: Elvær og Fjell blir med i {name}"
    _, told = entry(root, title)
    assert told[1] == f"Elvær: uten klimanettverk \u2192 {name}"


def test_undated(votes: County) -> None:
    """Data without a date say so; the day of the register stands in for it, never the clock."""
    votes.json("datapackage.json", lambda content: content.pop("created"))
    register = load(votes.folder)
    root = read(feed(build_atlas(register), "en"))
    assert titles(root)[0] == f"Data revision {register.revision}, date not known"
    assert root.findtext(ATOM + "updated") == f"{register.as_of}T00:00:00Z"
