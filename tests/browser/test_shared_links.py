"""What chat and mail programs show of a link: title, sentence and picture of its state."""

from __future__ import annotations

import io
from html.parser import HTMLParser

import pytest
from PIL import Image

from tests.serving import Server

SCENARIO = "scenario=3006:kb,3051:hallingdal&new=kb:Kongsberg%20klimanettverk&title=Et%20%3Cforslag%3E"


class Meta(HTMLParser):
    """What a page says of itself, by property or name."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.said: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "meta" and "content" in found:
            self.said[found.get("property") or found.get("name") or ""] = found["content"]


def said(server: Server, query: str) -> dict[str, str]:
    """What the page of a query says of itself."""
    return Meta(server.get("/" + query)[2].decode()).said


def picture(server: Server, address: str) -> tuple[bytes, Image.Image]:
    """A picture that a page of this server names, as bytes and opened."""
    assert address.startswith(server.url + "/og.png")
    status, headers, content = server.get(address.removeprefix(server.url))
    assert (status, headers["Content-Type"]) == (200, "image/png")
    return content, Image.open(io.BytesIO(content))


@pytest.mark.parametrize(
    ("query", "title", "sentence"),
    [
        ("", "Klimanettverk i Viken", "45 av 51"),
        ("?lang=en&municipality=3051", "Rollag", "45 of 51"),
        (f"?view=plan&{SCENARIO}", "Et <forslag>", "Scenario «Et <forslag>»: 47 av 51"),
    ],
)
def test_told(server: Server, query: str, title: str, sentence: str) -> None:
    """Title, sentence, whole addresses of page and picture, and the picture's size, in the link's language."""
    found = said(server, query)
    assert title in found["og:title"]
    assert sentence in found["og:description"]
    assert found["og:url"] == f"{server.url}/{query}"
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
    assert found["twitter:card"] == "summary_large_image"
    content, image = picture(server, found["og:image"])
    assert image.size == (1200, 630)
    assert image.format == "PNG"
    assert len(image.convert("RGB").getcolors(1200 * 630)) > 20, "a map, not a blank sheet"
    assert content == picture(server, found["og:image"])[0]


def test_states_differ(server: Server) -> None:
    """Each state has a picture of its own: scenario, language, filter, theme, step."""
    queries = ("", f"?{SCENARIO}", "?lang=en", "?networks=none", "?theme=dark", "?view=present&step=3")
    pictures = {picture(server, said(server, query)["og:image"])[0] for query in queries}
    assert len(pictures) == len(queries)
