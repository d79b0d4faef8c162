"""Which data a page and a file show, and what they say when a link speaks of others."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from html import unescape

import pytest
from flask.testing import FlaskClient
from pptx import Presentation

from dashboard.exports.catalogue import EXPORTS, export
from dashboard.page.settings import Settings
from dashboard.server.app import create_app
from dashboard.view.atlas import Atlas, build_atlas
from dashboard.view.revision import other_revision_text, revision_text
from dashboard.words.wording import LANGUAGES
from geodata.folder.load import load
from geodata.register import Register
from tests.dashboard.exports.opened import workbook
from tests.geodata.county import County

OTHER = "0123456789ab"
#: The begin of what is said of a link to other data, by language.
SAYS = {
    "nb": f"Lenken gjelder datarevisjon {OTHER}.",
    "nn": f"Lenkja gjeld datarevisjon {OTHER}.",
    "en": f"The link refers to data revision {OTHER}.",
}
NOTICE = re.compile(r'<div id="notice"[^>]*>(.*?)</div>')


@pytest.fixture(scope="module")
def client(viken: Register) -> FlaskClient:
    """The application, asked without a network."""
    return create_app(viken, Settings()).server.test_client()


def notice(page: str) -> str:
    """What stands in the page's notice, as HTML."""
    (found,) = NOTICE.findall(page)
    return unescape(found)


def read(page: str) -> str:
    """What a reader reads on a page."""
    body, _, _ = page[page.index("<body") :].partition("<script")
    return re.sub("<[^>]*>", "", body)


def dated(county: County, created: str) -> Atlas:
    """The atlas of the invented county, edited on some day."""
    county.json("datapackage.json", lambda content: content.update(created=created))
    return build_atlas(load(county.folder))


@pytest.mark.parametrize("created", ["2026-11-25", "2026-11-25T23:59:59Z"])
def test_text(county: County, view: Callable, created: str) -> None:
    """The revision with its date; another hash as soon as a file is another."""
    before = load(county.folder).revision
    shown = view("?lang=en", dated(county, created))
    revision = shown.atlas.register.revision
    assert revision_text(shown) == f"Data revision {revision}, dated 25 November 2026"
    assert revision != before


def test_unknown_date(small: Atlas, view: Callable) -> None:
    """Without a date in the descriptor it is not known, never the day of the server's start."""
    assert small.register.created is None
    assert revision_text(view("?lang=en", small)) == f"Data revision {small.register.revision}, date not known"
    assert "date not known" in other_revision_text(view(f"?lang=en&revision={OTHER}", small))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_other_revision(client: FlaskClient, viken: Register, lang: str) -> None:
    """A link to other data is told which are loaded and of which day, and has a way on with these."""
    page = client.get(f"/?lang={lang}&networks=follo&revision={OTHER}").text
    said = notice(page)
    assert SAYS[lang] in said
    assert viken.revision in said
    assert "2026" in said
    on = "?networks=follo" if lang == "nb" else f"?lang={lang}&networks=follo"
    assert f'href="{on}"' in said
    assert notice(client.get(f"/{on}").text) == ""


def test_same_revision(client: FlaskClient, viken: Register) -> None:
    """A link to the data that are loaded is told nothing, and every page says in its footer which they are."""
    for query in ("?", f"?revision={viken.revision}"):
        page = client.get(f"/{query}").text
        assert notice(page) == ""
        assert f"Datarevisjon {viken.revision}, datert" in page


@pytest.mark.parametrize("wrong", ["0123456789a", "0123456789AB", "latest", "<b>", ""])
def test_malformed(client: FlaskClient, wrong: str) -> None:
    """What is no revision is ignored and said, and nothing is said of other data."""
    said = notice(client.get(f"/?revision={wrong}").text)
    assert f"revision={wrong}" in said
    assert "datarevisjon" not in said


def test_survives(client: FlaskClient) -> None:
    """What is chosen on the page stays with the data that the link speaks of: links, forms, and answers to scripts."""
    page = unescape(client.get(f"/?revision={OTHER}").text)
    assert f"?municipality=3051&revision={OTHER}" in page
    assert f'name="revision" type="hidden" value="{OTHER}"' in page
    sent = client.get(f"/?find=rollag&revision={OTHER}")
    assert sent.headers["Location"] == f"./?municipality=3051&revision={OTHER}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pinned_link(client: FlaskClient, viken: Register, lang: str) -> None:
    """The page about the data links to itself with their revision, which is the same page."""
    page = client.get(f"/?lang={lang}&view=data").text
    (query,) = {unescape(one) for one in re.findall(r'<a href="(\?[^"]*revision=[^"]*)"', page)}
    assert query.endswith(f"view=data&revision={viken.revision}")
    assert read(client.get(f"/{query}").text) == read(page)


def test_no_figure_follows(view: Callable) -> None:
    """It changes nothing that is painted or summed."""
    plain, pinned = view("?year=2023&county=buskerud"), view(f"?year=2023&county=buskerud&revision={OTHER}")
    assert plain.areas == pinned.areas
    assert plain.coverage == pinned.coverage
    assert plain.selection == pinned.selection


def words_of(name: str, content: bytes) -> str:
    """All text of a file: for slides and workbooks, what they hold."""
    if name.endswith(".xlsx"):
        return "\n".join(str(cell.value) for sheet in workbook(content) for row in sheet.rows for cell in row)
    if name.endswith(".pptx"):
        slides = Presentation(io.BytesIO(content)).slides
        return "\n".join(one.text_frame.text for slide in slides for one in slide.shapes if one.has_text_frame)
    return unescape(content.decode("utf-8", "replace"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", [one for one in EXPORTS if not one.endswith(".csv")])
def test_files(atlas: Atlas, name: str, lang: str) -> None:
    """Every file but the plain tables says which data it holds, and that its address speaks of others where it does."""
    revision = atlas.register.revision
    plain = words_of(name, export(atlas, name, f"?lang={lang}").content)
    assert revision in plain
    assert SAYS[lang] not in plain
    other = " ".join(words_of(name, export(atlas, name, f"?lang={lang}&revision={OTHER}").content).split())
    first, *_ = SAYS[lang].split(OTHER)
    assert first.strip() in other
    assert OTHER in other
    assert revision in other


@pytest.mark.parametrize("name", [one for one in EXPORTS if one.endswith(".csv")])
def test_plain_tables(atlas: Atlas, name: str) -> None:
    """Plain tables are the same bytes, whatever data their address speaks of."""
    assert export(atlas, name, f"?revision={OTHER}").content == export(atlas, name, "").content


def test_for_machines(atlas: Atlas) -> None:
    """JSON and GeoJSON name both revisions, and the date as a date."""
    for name in ("municipalities.json", "networks.json", "municipalities.geojson"):
        data = json.loads(export(atlas, name, f"?lang=en&revision={OTHER}").content)["data"]
        assert (data["revision"], data["asked"]) == (atlas.register.revision, OTHER)
        assert data["created"] == atlas.register.created
        assert data["note"].startswith(SAYS["en"])
        data = json.loads(export(atlas, name, f"?revision={atlas.register.revision}").content)["data"]
        assert (data["asked"], data["note"]) == (atlas.register.revision, None)
