"""Files of the page: one hash in their folder's name, packed once, kept for a year, and found by an old name too."""

from __future__ import annotations

import gzip
import re
import threading
from collections.abc import Callable

import brotli
import pytest
from dash import Dash, html
from flask import Response
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from dashboard.server import delivery as module
from dashboard.server.delivery import PACKERS, Delivery, build_delivery
from tests.serving import PROJECT

ASSETS = PROJECT / "assets"
UNPACK: dict[str, Callable[[bytes], bytes]] = {"br": brotli.decompress, "gzip": gzip.decompress, "identity": bytes}
FILES = {
    "page.js": b"export const a = 1;\n" * 200,
    "base.css": b"a{}" * 500,
    "icon.svg": b"<svg/>" * 200,
    "fonts/letters.woff2": bytes(range(256)) * 9,
    "LICENSE.md": b"not served",
}
#: What a browser says that it understands.
BROWSER = {"Accept-Encoding": "gzip, deflate, br, zstd"}


def client_of(files: Delivery) -> FlaskClient:
    """Asks a Dash application that compresses by itself what goes through it, and that serves its own assets."""
    app = Dash("asked", compress=True, assets_folder=str(ASSETS))
    app.layout = html.Div()

    @app.server.get("/assets/<string(length=12):version>/<path:name>")
    def answer(version: str, name: str) -> Response:
        return files.answer(version, name)

    return app.server.test_client()


@pytest.fixture(scope="module")
def files() -> Delivery:
    """A few files."""
    return Delivery(FILES)


@pytest.fixture(scope="module")
def client(files) -> FlaskClient:
    """Asks for them."""
    return client_of(files)


@pytest.mark.parametrize("asked", ["br", "gzip", "gzip, deflate, br, zstd", "gzip;q=1, br;q=0.5", "identity", "", "*"])
@pytest.mark.parametrize("name", [name for name in FILES if name != "LICENSE.md"])
def test_same_bytes(client, files, name: str, asked: str) -> None:
    """Unpacked, each file is what it was; one that is packed already goes as it is, whatever a browser understands."""
    answer = client.get(f"/{files.url(name)}", headers={"Accept-Encoding": asked})
    encoding = answer.headers.get("Content-Encoding", "identity")
    best = {"": "identity", "gzip;q=1, br;q=0.5": "gzip", "identity": "identity", "gzip": "gzip"}.get(asked, "br")
    assert encoding == ("identity" if name.endswith("woff2") else best)
    assert UNPACK[encoding](answer.data) == FILES[name]
    assert int(answer.headers["Content-Length"]) == len(answer.data)
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "Accept-Encoding" in answer.headers.get("Vary", "")


def test_media_types(client, files) -> None:
    """Each file says what it is, texts their letters as well."""
    types = {name: client.get(f"/{files.url(name)}").headers["Content-Type"] for name in files.files}
    assert types == {
        "base.css": "text/css; charset=utf-8",
        "fonts/letters.woff2": "font/woff2",
        "icon.svg": "image/svg+xml",
        "page.js": "text/javascript; charset=utf-8",
    }


def test_packed_once(monkeypatch) -> None:
    """However many ask, also at the same time, a file is packed once in each way, and not before it is asked for."""
    times: list[str] = []

    def counted(encoding: str) -> Callable[[bytes], bytes]:
        return lambda content, pack=PACKERS[encoding]: (times.append(encoding), pack(content))[1]

    monkeypatch.setattr(module, "PACKERS", {encoding: counted(encoding) for encoding in PACKERS})
    files = Delivery({"page.js": FILES["page.js"] * 50})
    client, start, got = client_of(files), threading.Barrier(8), []

    def ask(encoding: str) -> None:
        start.wait(timeout=30)
        got.extend(client.get(f"/{files.url('page.js')}", headers={"Accept-Encoding": encoding}).data for _ in range(5))

    assert times == []
    threads = [threading.Thread(target=ask, args=(one,)) for one in ["br", "gzip"] * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert (len(got), sorted(times), len(set(got))) == (40, ["br", "gzip"], 2)


@pytest.mark.parametrize("asked", ["br", "gzip", ""])
def test_asked_again(client, files, asked: str) -> None:
    """A browser that has a file is told so, without the file; one that has another gets it."""
    headers = {"Accept-Encoding": asked}
    first = client.get(f"/{files.url('page.js')}", headers=headers)
    again = client.get(f"/{files.url('page.js')}", headers={**headers, "If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert [again.headers[one] for one in ("ETag", "Cache-Control")] == [
        first.headers[one] for one in ("ETag", "Cache-Control")
    ]
    other = client.get(f"/{files.url('base.css')}", headers={**headers, "If-None-Match": first.headers["ETag"]})
    assert other.status_code == 200


def test_head(client, files) -> None:
    """Who asks for the headers gets them alone."""
    answer = client.head(f"/{files.url('page.js')}", headers=BROWSER)
    assert (answer.status_code, answer.data, answer.headers["Content-Encoding"]) == (200, b"", "br")


def test_old_folder(client, files) -> None:
    """A page of yesterday still finds its files, and is told to ask again."""
    old = client.get("/assets/0123456789ab/page.js", headers=BROWSER)
    new = client.get(f"/{files.url('page.js')}", headers=BROWSER)
    assert (old.status_code, old.data) == (200, new.data)
    assert old.headers["Cache-Control"] == "public, no-cache"


@pytest.mark.parametrize(
    "path",
    [
        "{folder}none.js",
        "{folder}LICENSE.md",
        "{folder}",
        "{folder}fonts",
        "{folder}fonts/../page.js",
        "{folder}../page.js",
        "{folder}../../README.md",
        "{folder}%2e%2e/%2e%2e/README.md",
        "{folder}..%2f..%2fREADME.md",
        "{folder}..\\..\\README.md",
        "{folder}/page.js",
        "{folder}page.js%00",
        "{folder}page.js/",
        "{folder}/etc/passwd",
        "assets/zzzzzzzzzzzz/page.js",
        "assets/0123456789AB/page.js",
        "assets/0123456789a%0a/page.js",
    ],
)
def test_not_found(client, files, path: str) -> None:
    """An unknown name is not found, wherever it would lead, and neither is a folder that is no hash."""
    answer = client.get("/" + path.format(folder=files.folder))
    assert answer.status_code in (404, 308)
    if answer.status_code == 308:  # Flask mends a doubled stroke; what it mends leads to what there is
        assert client.get(answer.headers["Location"]).data == FILES["page.js"]


@given(
    st.dictionaries(st.from_regex(r"[a-z]{1,3}\.(js|css)", fullmatch=True), st.binary(max_size=9), max_size=3),
    st.data(),
)
def test_version(files: dict[str, bytes], data: st.DataObject) -> None:
    """The version follows from names and contents, in whatever order, and from each of them."""
    version = Delivery(files).version
    assert re.fullmatch("[0-9a-f]{12}", version)
    assert Delivery(dict(reversed(files.items()))).version == version
    assert Delivery({**files, "notes.md": b"left out"}).version == version
    assert Delivery({**files, "more.js": b""}).version != version
    for name, content in files.items():
        other = data.draw(st.binary(max_size=9).filter(lambda one, was=content: one != was))
        assert Delivery({**files, name: other}).version != version


def test_version_knows_where_a_file_ends() -> None:
    """What one file loses to the next changes the version."""
    assert Delivery({"a.js": b"b.js", "c.js": b""}).version != Delivery({"a.js": b"", "c.js": b"b.js"}).version


def test_relative() -> None:
    """Addresses are relative, so that a prefix before them works, and no host stands in an answer."""
    files = build_delivery(ASSETS, {"page.js": "a();"})
    answer = client_of(files).get(f"/{files.url('page.js')}", base_url="https://map.example/")
    assert files.url("page.js") == f"assets/{files.version}/page.js"
    assert not any("example" in value or "http" in value for value in answer.headers.values())


def test_unknown_name(files) -> None:
    """Who names a file that is not there is told which there are."""
    with pytest.raises(KeyError, match=r"no file none\.js is served; there are base\.css, "):
        files.url("none.js")


def test_style_sheet() -> None:
    """The sheets stand one after the other, without comments; addresses lead where they led; texts are untouched."""
    sheets = {
        "b.css": b"/* two */\nb { background: url(fonts/x.woff2) }",
        "a.css": b'@charset "utf-8";\n  a::after { content: "/* no */"; '
        b"src: url(\"fonts/x.woff2\"), url('fonts/x.woff2') }",
        "c.css": b"c { fill: url(#d); background: url(data:image/png;base64,AA) } /* url(none.png) */",
        "deep/d.css": b"d {}",
        "fonts/x.woff2": b"x",
    }
    files = Delivery(sheets)
    font = f'url("{files.folder}fonts/x.woff2")'
    assert files.style_sheet.splitlines() == [
        f'a::after {{ content: "/* no */"; src: {font}, {font} }}',
        f"b {{ background: {font} }}",
        "c { fill: url(#d); background: url(data:image/png;base64,AA) }",
    ]


def test_style_sheet_of_what_is_not_there() -> None:
    """A sheet that names a file that is not served is found when the server starts."""
    with pytest.raises(KeyError, match=r"no file none\.png"):
        _ = Delivery({"a.css": b"a { background: url(none.png) }"}).style_sheet


def test_ours() -> None:
    """The page's own sheets: the order of the layers first, every rule there, the font where it lies, no comment."""
    files = build_delivery(ASSETS, {})
    sheet = files.style_sheet
    assert sheet.startswith("@layer base, layout, parts, compare, map, story, print;")
    assert f'url("{files.url("fonts/inter-latin.woff2")}")' in sheet
    assert re.findall(r"/\*|</|@import|@charset", sheet) == []
    whole = "".join(file.read_text(encoding="utf-8") for file in ASSETS.glob("*.css"))
    assert sheet.count("{") == re.sub(r"/\*.*?\*/", "", whole, flags=re.DOTALL).count("{")
