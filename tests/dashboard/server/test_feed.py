"""The feed of changes, as it is served."""

from __future__ import annotations

import gzip
import http.client
import re
from collections.abc import Callable
from email.message import Message
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import etree, html

from tests.geodata.county import write_county
from tests.serving import Server

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def voting(serve: Callable[..., Server], tmp_path_factory: pytest.TempPathFactory) -> Server:
    """The invented county with a vote in each of three years, served."""
    county = write_county(tmp_path_factory.mktemp("votes"))
    for network, number, name, entry in (
        ("vest", "9105", "Elvær", "2022-01-01"),
        ("aust", "9106", "Fjell", "2023-05-04"),
        ("aust", "9101", "Aa", "2024"),
    ):
        county.append("memberships", network=network, municipality=number, name=name, status="member", valid_from=entry)
    return serve(data=county.folder)


def asked(server: Server, method: str, path: str, **headers: str) -> tuple[int, Message, bytes]:
    """Status, headers and body of an answer to any method."""
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=30)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    found = answer.status, answer.headers, answer.read()
    connection.close()
    return found


def test_scenario(voting: Server) -> None:
    """Votes in three years are three entries and the data a fourth; each leads to the page that shows its change."""
    status, headers, body = voting.get("/changes.atom?lang=en")
    assert status == 200
    assert headers["Content-Type"].partition(";")[0] == "application/atom+xml"
    root = etree.fromstring(body)
    titles = [one.findtext(ATOM + "title") for one in root.iter(ATOM + "entry")]
    assert [one for one in titles if not one.startswith("Data revision")] == [
        "2024: Aa joins name aust",
        "4 May 2023: Fjell joins name aust",
        "1 January 2022: Elvær joins name vest",
    ]
    assert len(titles) == 4
    for entry in root.iter(ATOM + "entry"):
        leads = urlsplit(urljoin(voting.url + "/changes.atom", entry.find(ATOM + "link").get("href")))
        status, _, page = voting.get(f"{leads.path}?{leads.query}")
        assert status == 200
        if "joins" in entry.findtext(ATOM + "title"):
            days = re.search(r"day=(.*)&since=(.*)", leads.query)
            assert days
            text = html.fromstring(page.decode()).text_content()
            assert entry.findtext(ATOM + "title").split(": ")[1].split(" joins")[0] in text
            assert "1 municipality stands otherwise than before." in text


@pytest.mark.parametrize(
    ("query", "language"), [("", "nb"), ("?lang=nn", "nn"), ("?lang=en&view=table", "en"), ("?lang=se", "nb")]
)
def test_language(server: Server, query: str, language: str) -> None:
    """It is in the language of the address, and in Bokmål when that is none."""
    root = etree.fromstring(server.get("/changes.atom" + query)[2])
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    own = root.find(f"{ATOM}link[@rel='self']").get("href")
    assert own == "./changes.atom" + ("" if language == "nb" else f"?lang={language}")


def test_unchanged(server: Server) -> None:
    """Who has it is told so without a body; HEAD has the headers alone; no clock is in either."""
    status, headers, body = asked(server, "GET", "/changes.atom")
    assert status == 200
    assert "Last-Modified" not in headers
    head = asked(server, "HEAD", "/changes.atom")
    assert (head[0], head[2]) == (200, b"")
    assert (head[1]["ETag"], head[1]["Content-Length"]) == (headers["ETag"], str(len(body)))
    again = asked(server, "GET", "/changes.atom", **{"If-None-Match": headers["ETag"]})
    assert (again[0], again[2]) == (304, b"")
    assert asked(server, "GET", "/changes.atom")[2] == body
    assert asked(server, "GET", "/changes.atom?lang=en")[1]["ETag"] != headers["ETag"]
    assert asked(server, "POST", "/changes.atom")[0] == 405


def test_packed_feed(server: Server) -> None:
    """It is packed for who can read that, as pages are."""
    _, headers, packed = asked(server, "GET", "/changes.atom", **{"Accept-Encoding": "gzip"})
    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed) == asked(server, "GET", "/changes.atom")[2]


@pytest.mark.parametrize(("query", "language"), [("", "nb"), ("?lang=nn&view=plan", "nn"), ("?embed=1&lang=en", "en")])
def test_named_by_the_page(server: Server, query: str, language: str) -> None:
    """Every page names the feed of its language in its head, where readers look for it."""
    page = html.fromstring(server.get("/" + query)[2].decode())
    link = page.find(".//head/link[@type='application/atom+xml']")
    assert (link.get("rel"), link.get("href")) == (
        "alternate",
        "./changes.atom" + ("" if language == "nb" else f"?lang={language}"),
    )
    assert etree.fromstring(server.get(urljoin("/" + query, link.get("href")))[2]).findtext(ATOM + "title")


def test_linked_from_the_data(server: Server) -> None:
    """The page about the data links to it."""
    page = html.fromstring(server.get("/?view=data&lang=en")[2].decode())
    found = [one.get("href") for one in page.iter("a") if "Atom" in one.text_content()]
    assert found == ["./changes.atom?lang=en"]


def test_public_address(serve: Callable[..., Server]) -> None:
    """Under a path of its own it is there, and a server that knows its address writes it whole."""
    other = serve("--prefix", "/kart", "--public-url", "https://kart.example/kart")
    root = etree.fromstring(other.get("/kart/changes.atom")[2])
    hrefs = [one.get("href") for one in root.iter(ATOM + "link")]
    assert hrefs[0] == "https://kart.example/kart/changes.atom"
    assert all(one.startswith("https://kart.example/kart/") for one in hrefs)
    assert other.get("/changes.atom")[2] == other.get("/kart/changes.atom")[2], "for proxies that take the path away"
    assert b'href="./changes.atom"' in other.get("/kart/")[2]
