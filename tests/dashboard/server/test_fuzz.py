"""Whatever is asked, nothing breaks: no 5xx, no traceback, no answer that takes long, and the data stay as they are.

``make fuzz`` asks many more times, and prints how many answers of each kind there were.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from urllib.parse import quote, quote_from_bytes

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.exports.catalogue import EXPORTS
from dashboard.server.app import create_app
from dashboard.view.state import PARAMETERS
from geodata.folder.load import load
from tests.serving import PROJECT, question

#: Many more where it is asked for; all of them share what one process can do.
EXAMPLES = int(os.environ.get("FUZZ", "40"))
FUZZED = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
MOST_SECONDS = 2.0
#: Files that take a second each are asked for less often.
COSTLY = tuple(name for name, kind in EXPORTS.items() if kind.costly)
ANSWERS: Counter[str] = Counter()

NAMES = st.sampled_from([*PARAMETERS, "find", "go", "pop_from", "pop_to", "file", "name", "id", "x"])
KNOWN = """3006 3051 9999 naik follo none kb nb nn en plan table networks present data help overview dark light 2020
2026 akershus buskerud member dialogue population density -population kongsbergregionen climate 1 0 -1 1000-20000 ="x"
3006:kb 3006:naik+follo 3051:none kb:Ny kb:<b>x</b> 3051:note =1+1 @SUM(A1) ../../etc/passwd {0} %s ' " / : ;
<script>alert(1)</script> javascript:alert(1) 99999999999999999999999999999 1e999 NaN ٣ ² 2023-12-31 0000-00-00"""
WORDS = st.sampled_from(KNOWN.split())
ANY = (
    st.text(max_size=40)
    | st.text(alphabet="0123456789-:,+.", max_size=60)
    | st.text(alphabet="[]:*?/\\'\"<>&=#%\r\n\0", max_size=20)
)
VALUES = st.lists(WORDS | ANY, max_size=4).flatmap(
    lambda parts: st.sampled_from([",".join(parts), "".join(parts), ":".join(parts)])
)
BYTES = st.binary(max_size=30).map(quote_from_bytes)


@st.composite
def queries(draw: st.DrawFn) -> str:
    """The query of an address: known and unknown names with values that mean something, or nothing."""
    pairs = draw(st.lists(st.tuples(NAMES, VALUES), max_size=6))
    written = [f"{name}={quote(value, errors='replace')}" for name, value in pairs]
    return "&".join(written + draw(st.lists(BYTES, max_size=2)))


@pytest.fixture(scope="module")
def client() -> Iterator[FlaskClient]:
    """The application, asked without sockets; nothing may be logged as an error, and no file may change."""
    before, said = folder_hash(), []
    handler = logging.Handler(logging.ERROR)
    handler.emit = said.append  # type: ignore[method-assign,assignment]
    app = create_app(load(PROJECT / "data", date.today()))
    app.server.logger.addHandler(handler)
    yield app.server.test_client()
    app.server.logger.removeHandler(handler)
    assert said == []
    assert folder_hash() == before
    if "FUZZ" in os.environ:
        logging.getLogger("fuzz").warning("%d requests: %s", sum(ANSWERS.values()), dict(sorted(ANSWERS.items())))


def folder_hash() -> str:
    """What the data folder holds, as one number."""
    whole = hashlib.sha256()
    for file in sorted((PROJECT / "data").iterdir()):
        if file.is_file():
            whole.update(file.name.encode() + file.read_bytes())
    return whole.hexdigest()


def ask(client: FlaskClient, path: str, body: bytes | None = None, kind: str = "application/json") -> bytes:
    """The answer, which is neither an error of the server nor slow."""
    began = time.process_time()
    answer = client.get(path) if body is None else client.post(path, data=body, content_type=kind)
    seconds = time.process_time() - began
    ANSWERS[f"/{path.split('?')[0].split('/')[1]} {answer.status_code}"] += 1
    assert answer.status_code < 500, path
    assert b"Traceback" not in answer.data
    assert seconds < MOST_SECONDS, path
    return answer.data


@FUZZED
@given(query=queries())
def test_addresses(client: FlaskClient, query: str) -> None:
    """A page for every address; a second visit in another way of writing it too."""
    ask(client, "/?" + query)


@FUZZED
@given(search=queries(), painted=st.none() | queries())
def test_questions(client: FlaskClient, search: str, painted: str | None) -> None:
    """What the page asks between any two states."""
    assert b"paint" in ask(client, "/_dash-update-component", question(search, painted))


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["answer.data", "question", "data"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["output", "outputs", "inputs", "value", "search", "id", "property"]), inner)
    ),
    max_leaves=12,
)


@FUZZED
@given(body=JSON.map(lambda one: json.dumps(one).encode()) | st.binary(max_size=200))
def test_bodies(client: FlaskClient, body: bytes) -> None:
    """Bodies that are no question."""
    ask(client, "/_dash-update-component", body)


@FUZZED
@given(
    query=queries(),
    path=st.sampled_from(
        ["/search", "/found", "/picture.svg", "/paper.svg", "/healthz", "/robots.txt", "/changes.atom"]
    ),
)
def test_small_answers(client: FlaskClient, query: str, path: str) -> None:
    """What the page asks beside."""
    ask(client, f"{path}?{query}")


@FUZZED
@given(
    query=queries(),
    name=st.sampled_from([name for name in EXPORTS if name not in COSTLY]) | st.text(max_size=20).map(quote),
)
def test_files(client: FlaskClient, query: str, name: str) -> None:
    """Files of every state, and of names that are none."""
    ask(client, f"/export/{name}?{query}")


@settings(FUZZED, max_examples=max(6, EXAMPLES // 40))
@given(query=queries(), name=st.sampled_from([f"/export/{name}" for name in COSTLY] + ["/og.png"]))
def test_costly_files(client: FlaskClient, query: str, name: str) -> None:
    """Slides, one file, a GeoPackage and pictures of every state."""
    ask(client, f"{name}?{query}")


ROWS = st.lists(st.lists(WORDS | ANY, max_size=5).map(";".join), max_size=12).map(
    lambda rows: "\n".join(rows).encode("utf-8", "replace")
)


@FUZZED
@given(body=ROWS | st.binary(max_size=300), query=queries())
def test_imports(client: FlaskClient, body: bytes, query: str) -> None:
    """A planner's file of anything, onto a plan of anything."""
    assert "headline" in json.loads(ask(client, f"/import?{query}", body, "text/plain"))


@FUZZED
@given(
    path=st.text(max_size=40).map(lambda text: "/" + quote(text.lstrip("/"), safe="/.%")),
    method=st.sampled_from(["GET", "POST", "PUT", "DELETE", "OPTIONS"]),
)
def test_paths(client: FlaskClient, path: str, method: str) -> None:
    """Any path, by any method."""
    answer = client.open(path, method=method)
    ANSWERS[f"any path {answer.status_code}"] += 1
    assert answer.status_code < 500
