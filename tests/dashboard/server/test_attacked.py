"""What was found by attacking the server from one machine (faults 24–31), held shut: as a process, over sockets."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote

import psutil
import pytest

from tests.geodata.planning.intake.test_bounds import COSTLY
from tests.serving import PROJECT, Server, free_port, question
from tests.soak.readers import read

resource = pytest.importorskip("resource", reason="asks for more open files; and signals are those of POSIX")
MANY = 1_000
FOUNDED = "scenario=3006:kb&new=kb:Ny%20en"
UNHEARD = {
    "silent": b"",
    "half a line": b"GET /healthz HT",
    "half a head": b"GET /healthz HTTP/1.1\r\nHost: a\r\nX",
    "half a body": b"POST /import HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nabc",
}
#: A server whose patience is short, so that a test need not wait for it.
IMPATIENT = """
import sys
from dashboard import __main__
from dashboard.server import process
process.SILENT_S, process.REQUEST_S, process.CLEANUP_S = 2, 2, 1
sys.exit(__main__.main(sys.argv[1:]))
"""


@pytest.fixture
def many_files() -> Iterator[None]:
    """Let this process have so many connections open, for as long as the test runs."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 3 * MANY
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted if hard == -1 else min(wanted, hard), hard))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def connected(server: Server, said: bytes) -> socket.socket:
    """A connection on which something was said."""
    host, port = server.url.removeprefix("http://").split(":")
    connection = socket.create_connection((host, int(port)), timeout=10)
    connection.sendall(said)
    return connection


def asked(server: Server, request: bytes) -> bytes:
    """What the server says to a request as it is, until it closes."""
    with connected(server, request) as connection:
        parts = []
        while part := connection.recv(65_536):
            parts.append(part)
        return b"".join(parts)


def posted(server: Server, path: str, body: bytes, kind: str = "application/json") -> tuple[int, bytes]:
    """Status and body of what is posted."""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}"
    )
    answer = asked(server, f"{head}\r\n\r\n".encode() + body)
    return int(answer.split(b" ", 2)[1]), answer.partition(b"\r\n\r\n")[2]


def memory_mb(server: Server) -> float:
    """Resident memory of the server."""
    return psutil.Process(server.process.pid).memory_info().rss / 1e6


def test_costly_imports(server: Server) -> None:
    """24: eight costly files at once are all answered, and others meanwhile."""
    files = [COSTLY[name]() for name in ("empty rows", "text: many columns", "rows far apart", "attributes")] * 2
    with ThreadPoolExecutor(9) as several:
        imports = [several.submit(posted, server, "/import?file=a.xlsx", file, "text/plain") for file in files]
        began = time.monotonic()
        assert server.health()["status"] == "ok"
        waited = time.monotonic() - began
    answers = [one.result() for one in imports]
    assert {status for status, _ in answers} <= {200, 503}
    assert any(status == 200 for status, _ in answers)
    assert waited < 5


def test_decks_leave_nothing(own: Callable[..., Server]) -> None:
    """25: slides leave no memory behind: many in a row, and eight at once, all of them delivered."""
    other = own()

    def deck(one: int) -> int:
        return other.get(f"/export/presentation.pptx?scenario=3006:naik,30{11 + one}:kb&new=kb:N{one}")[0]

    assert deck(0) == 200
    before = memory_mb(other)
    assert [deck(one) for one in range(1, 9)] == [200] * 8
    with ThreadPoolExecutor(8) as several:
        assert list(several.map(deck, range(10, 18))) == [200] * 8
    assert memory_mb(other) < before + 60


def test_who_waits_too_long_is_told(own: Callable[..., Server]) -> None:
    """25: of many that ask for slides at once some are told to come again, in their language, and when."""
    other = own()
    with ThreadPoolExecutor(14) as several:
        asking = [several.submit(other.get, f"/export/presentation.pptx?lang=en&title=n{one}") for one in range(14)]
        answers = [one.result() for one in asking]
    told = [(headers.get("Retry-After"), body) for status, headers, body in answers if status == 503]
    assert {status for status, _, _ in answers} == {200, 503}
    assert {after for after, _ in told} == {"20"}
    assert b"Try again in 20 seconds" in told[0][1]


def test_same_file_is_written_once(own: Callable[..., Server]) -> None:
    """25: who asks for the same slides gets the same bytes, sooner."""
    other = own()
    path = "/export/presentation.pptx?scenario=3006:naik"
    began = time.monotonic()
    first = other.get(path)[2]
    middle = time.monotonic()
    assert other.get(path + "&lang=nb")[2] == first
    assert time.monotonic() - middle < (middle - began) / 2


def test_hears_everybody(own: Callable[..., Server], many_files: None) -> None:
    """26: a thousand open connections that say nothing, or half of it, keep nobody from being heard."""
    other = own()
    for said in UNHEARD.values():
        with ExitStack() as open_ones:
            for _ in range(MANY):
                open_ones.enter_context(connected(other, said))
            assert other.health()["status"] == "ok"


def test_sheds_the_slow(own: Callable[..., Server]) -> None:
    """26: a silent connection is let go, and one whose request never ends, however often a byte of it comes."""
    other = own(program=("-c", IMPATIENT))
    with connected(other, b"") as silent, connected(other, UNHEARD["half a body"]) as dripping:
        dripping.settimeout(0.2)
        closed, end = False, time.monotonic() + 15
        while not closed and time.monotonic() < end:
            try:
                dripping.sendall(b"x")
                closed = dripping.recv(1) == b""
            except TimeoutError:
                continue
            except OSError:
                closed = True
        assert closed
        silent.settimeout(10)
        assert silent.recv(1) == b""


NOT_500 = {
    "a title that is no tab's": "/export/scenario.xlsx?scenario=3006:naik&title=" + quote("a[b]:*?/\\c'"),
    "a title of signs alone": "/export/scenario.xlsx?scenario=3006:naik&title=" + quote("[]:*?/\\"),
    "29 digits": "/?pop=" + "9" * 29 + "-",
    "29 digits in a file": "/export/municipalities.csv?pop=1-" + "9" * 29,
    "5 000 digits": "/?pop_from=" + "9" * 5000 + "&pop_to=1",
    "no text": "/search?q=%FF%00",
    "a long year": "/?year=" + "2" * 300,
    "a long step": "/og.png?view=present&step=" + "9" * 300,
}


@pytest.mark.parametrize("path", NOT_500.values(), ids=NOT_500)
def test_numbers_and_names(server: Server, path: str) -> None:
    """27: names and numbers of any length are answered."""
    assert server.get(path)[0] in (200, 303)


@pytest.mark.parametrize("network", ["kb", "Ny en", "Ny en; naik"])
def test_import_into_an_empty_network(server: Server, network: str) -> None:
    """27: a file that names a network which is founded and has nobody yet."""
    status, body = posted(
        server, "/import?new=kb:Ny%20en&file=a.csv", f"kommune\tnettverk\n3045\t{network}\n".encode(), "text/plain"
    )
    assert status == 200
    assert "Ny en" in json.dumps(json.loads(body), ensure_ascii=False)


def changed(value: object) -> bytes:
    """A question with something else in the place of its query."""
    asked = json.loads(question("", None))
    asked["inputs"][0]["value"]["search"] = value
    return json.dumps(asked).encode()


NO_QUESTIONS = {
    "empty": b"",
    "half": b"{",
    "a list": b"[]",
    "null": b"null",
    "another output": b'{"output": "x.data", "inputs": []}',
    "several outputs": b'{"output": "..answer.data...question.data.."}',
    "no inputs": b'{"output": "answer.data", "outputs": {"id": "answer", "property": "data"}}',
    "not UTF-8": b'{"output": "\xff"}',
    "deep": b"[" * 50_000,
    "a number": changed(5),
    "a list in its place": changed(["?lang=en"]),
    "nothing in its place": changed(None),
}


@pytest.mark.parametrize("body", NO_QUESTIONS.values(), ids=NO_QUESTIONS)
def test_no_question(server: Server, body: bytes) -> None:
    """27: what is no question of the page is refused in a line."""
    status, told = posted(server, "/_dash-update-component", body)
    assert status == 400
    assert len(told) < 100


def test_bad_questions_are_not_logged_at_length(own: Callable[..., Server], tmp_path: Path) -> None:
    """27: malformed bodies leave nothing in the log."""
    log = tmp_path / "log.txt"
    other = own(log=log)
    for body in [*NO_QUESTIONS.values()] * 3:
        posted(other, "/_dash-update-component", body)
    other.stop()
    assert log.read_text(encoding="utf-8").splitlines() == [other.url]


@pytest.mark.parametrize("path", ["/import", "/_dash-update-component", "/"])
def test_large_bodies_are_refused_unread(server: Server, path: str) -> None:
    """28: a body that is too large is refused by what it says of itself, before anything of it is sent."""
    head = f"POST {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 1000000000\r\n\r\n"
    assert asked(server, head.encode()).split(b" ")[1] == b"413"


def test_endless_body(server: Server) -> None:
    """28: a body in pieces, whose length nobody says, is refused when it is too long."""
    head = b"POST /import HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
    piece = b"10000\r\n" + b"x" * 65_536 + b"\r\n"
    with connected(server, head) as connection:
        said = b""
        try:
            for _ in range(40):
                connection.sendall(piece)
        except OSError:
            pass
        connection.settimeout(10)
        try:
            said = connection.recv(100)
        except ConnectionResetError:
            said = b"HTTP/1.1 413"
    assert said.split(b" ")[1] in (b"413", b"400")


def test_answers_need_no_disk(own: Callable[..., Server], tmp_path: Path) -> None:
    """28: a large answer comes whole though there is nowhere to put it meanwhile."""
    nowhere = tmp_path / "gone"
    nowhere.mkdir()
    other = own(environment=os.environ | {"TMPDIR": str(nowhere)})
    nowhere.rmdir()
    folder = other.get("/")[2].decode().split('src="assets/')[1].split("/")[0]
    status, headers, body = other.get(f"/assets/{folder}/lib/plotly-basic.min.js")
    assert status == 200
    assert len(body) == int(headers["Content-Length"]) > 1_000_000


def test_what_is_under_way_is_answered(own: Callable[..., Server]) -> None:
    """29: told to stop, the server answers what was asked for, takes nobody new, and is gone within ten seconds."""
    other = own()
    with ThreadPoolExecutor(2) as several:
        deck = several.submit(other.get, "/export/presentation.pptx?scenario=3006:naik")
        time.sleep(0.3)
        began = time.monotonic()
        other.process.send_signal(signal.SIGTERM)
        status, headers, body = deck.result()
    assert other.process.wait(timeout=10) == 0
    assert time.monotonic() - began < 10
    assert status == 200
    assert len(body) == int(headers["Content-Length"])
    with pytest.raises(OSError, match="refused"):
        other.get("/healthz")


def test_a_worker_may_die(own: Callable[..., Server]) -> None:
    """29: a worker killed under load loses what it was asked; all else is answered, and another takes its place."""
    other = own("--workers", "2")
    parent = psutil.Process(other.process.pid)
    workers = parent.children()
    told = read(other.url, 20, 9, workers[0].kill, pause_s=1.5)
    assert set(told.wrong) <= {"connection: ConnectionError"}
    assert told.wrong.total() <= 20  # each reader's connection at most once
    assert told.number() > 60
    end = time.monotonic() + 10
    while len(parent.children()) < 2 and time.monotonic() < end:
        time.sleep(0.1)
    assert len(parent.children()) == len(workers) == 2
    other.process.terminate()
    assert other.process.wait(timeout=10) == 0
    assert not any(one.is_running() and one.status() != psutil.STATUS_ZOMBIE for one in workers)


@pytest.mark.parametrize("workers", [1, 2])
def test_goes_on_without_its_shell(tmp_path: Path, workers: int) -> None:
    """29: who starts it in the background and closes the shell has a server; workers end with their first process."""
    out = tmp_path / "out"
    script = f"{sys.executable} -m dashboard --port {free_port()} --workers {workers} > {out} 2>&1 & echo $!"
    pid = int(subprocess.run(["sh", "-c", script], cwd=PROJECT, capture_output=True, check=True).stdout)
    first = psutil.Process(pid)
    end = time.monotonic() + 60
    while not out.read_text(encoding="utf-8") and time.monotonic() < end:
        time.sleep(0.1)
    time.sleep(2.5)  # who has lost its parent looks once a second
    assert first.is_running()
    forked = first.children()
    assert len(forked) == (workers if workers > 1 else 0)
    assert urllib.request.urlopen(out.read_text(encoding="utf-8").strip() + "/healthz", timeout=10).status == 200
    first.kill()
    assert psutil.wait_procs(forked, timeout=15)[1] == []


NOBODYS = (
    "/a/b",
    "/index.html",
    "/wp-login.php",
    "/_dash-layout",
    "/_dash-component-suites/dash/x.js",
    "/assets/",
    "/.git",
)


@pytest.mark.parametrize("path", NOBODYS)
def test_nobodys(server: Server, path: str) -> None:
    """29: what is nobody's is not found."""
    assert server.get(path)[0] == 404


def test_robots_and_icon(server: Server) -> None:
    """29: what robots and browsers ask for by themselves is there."""
    status, headers, body = server.get("/robots.txt")
    assert (status, headers["Content-Type"].split(";")[0]) == (200, "text/plain")
    assert body.startswith(b"User-agent: *")
    assert server.get("/favicon.ico")[1]["Content-Type"].startswith("image/svg+xml")


def test_prefix(own: Callable[..., Server]) -> None:
    """29: under a path of its own every route is there; and without it, for proxies that take it away."""
    other = own("--prefix", "/kart")
    for path in ("/", "/healthz", "/export/networks.csv", "/search?q=rollag", "/robots.txt", "/changes.atom"):
        assert other.get("/kart" + path)[0] == 200
        assert other.get(path)[0] == 200
    answer = asked(other, b"GET /kart?lang=en HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").decode()
    assert "308" in answer.splitlines()[0]
    assert "Location: kart/?lang=en" in answer
    assert b'href="http' not in other.get("/kart/")[2].split(b"<body")[0].replace(other.url.encode() + b"/kart", b"")


HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
ANSWERS = (
    "/",
    "/?view=plan",
    "/healthz",
    "/export/map.svg",
    "/picture.svg",
    "/search",
    "/nothing",
    "/export/none",
    "/robots.txt",
    "/changes.atom",
)


@pytest.mark.parametrize("path", ANSWERS)
def test_headers(server: Server, path: str) -> None:
    """31: every answer says what a browser may do with it; none sets a cookie, and no policy allows what is unsafe."""
    headers = server.get(path)[1]
    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    policy = dict(one.strip().split(" ", 1) for one in headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert "unsafe" not in policy.get("script-src", "")
    assert policy["frame-ancestors"] == "'none'"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "Set-Cookie" not in headers
    assert "Strict-Transport-Security" not in headers
    assert "Server" not in headers


def test_https_is_remembered(own: Callable[..., Server]) -> None:
    """31: where readers come by https browsers are told to go on so."""
    other = own("--public-url", "https://kart.example")
    assert other.get("/")[1]["Strict-Transport-Security"].startswith("max-age=31536000")
