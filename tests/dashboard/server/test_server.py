"""The server: as the command starts it."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import brotli
import pytest

from dashboard.__main__ import main
from geodata.folder.load import load
from tests.geodata.county import SQUARES, County
from tests.serving import PROJECT, Server, free_port, start


def unpacked(headers: dict[str, str], body: bytes) -> str:
    """The text of an answer, however it was packed."""
    packed = headers.get("Content-Encoding")
    plain = gzip.decompress(body) if packed == "gzip" else brotli.decompress(body) if packed == "br" else body
    return plain.decode("utf-8")


def test_health(server: Server) -> None:
    """It says how many of how many are organised."""
    status, headers, body = server.get("/healthz")
    assert status == 200
    assert headers["Content-Type"].startswith("application/json")
    said = json.loads(body)
    data = said.pop("data")
    assert said == {"status": "ok", "municipalities": 51, "organised": 45, "unorganised": 6}
    assert data["revision"] == load(PROJECT / "data").revision
    assert data["problems"] == 0
    assert datetime.fromisoformat(data["loaded"]) <= datetime.now(UTC)


def test_callback_carries_what_changed(server: Server) -> None:
    """A choice sends the panel, not the captions or the sentence again."""
    first, choice = server.ask(""), server.ask("?municipality=3051", painted="")
    assert {"summary", "panel", "legend"} <= set(first["parts"])
    assert first["captions"]["areas"]["3051"]["name"] == "Rollag"
    assert choice["captions"] is None
    assert "summary" not in choice["parts"]
    assert "Rollag" in choice["parts"]["panel"]


@pytest.mark.parametrize(
    "query", ["?lang=%FF&networks=%00", "?" + "a=1&" * 2000, "?pop=99999999999999999999-", "?year=%C2%B2"]
)
def test_strange_address(server: Server, query: str) -> None:
    """It answers any address with the page."""
    assert server.get("/" + query)[0] == 200
    assert server.ask(query)["paint"]["fills"]


@pytest.mark.parametrize(("query", "lang"), [("", "nb"), ("?lang=nn", "nn"), ("?lang=en&theme=dark", "en")])
def test_first_response(server: Server, query: str, lang: str) -> None:
    """The first response carries the language, theme and title that the address asks for."""
    _, headers, body = server.get("/" + query)
    html = unpacked(headers, body)
    root = re.search("<html[^>]*>", html).group()
    assert f'lang="{lang}"' in root
    assert ('data-theme="dark"' in root) == ("dark" in query)


def test_no_other_host(server: Server) -> None:
    """The first response names no address of another host that a browser would fetch."""
    _, headers, body = server.get("/")
    fetched = re.findall(r'(?:src|href)="((?:https?:)?//[^"]*)"', unpacked(headers, body))
    assert fetched == []


def test_packed(server: Server) -> None:
    """It packs what it sends when the browser can read that."""
    _, headers, packed = server.get("/", **{"Accept-Encoding": "gzip"})
    assert headers.get("Content-Encoding") == "gzip"
    assert len(packed) < len(server.get("/")[2]) / 2


def test_stores_nothing(server: Server) -> None:
    """It sets no cookie."""
    for path in ("/", "/healthz", "/_dash-layout"):
        assert "Set-Cookie" not in server.get(path)[1]


def test_quiet_with_many_readers(tmp_path: Path) -> None:
    """Many readers at once are no cause for a warning on the console."""
    log = tmp_path / "log.txt"
    other = start(log=log)
    try:
        with ThreadPoolExecutor(40) as readers:
            statuses = list(readers.map(lambda _: other.get("/export/map.svg")[0], range(80)))
    finally:
        other.stop()
    assert set(statuses) == {200}
    assert log.read_text(encoding="utf-8").splitlines() == [other.url]


@pytest.fixture
def run_dashboard(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple]:
    """Run the command in this process until it ends by itself: its code, standard output and error."""

    def no_server(*_: object, **__: object) -> None:
        pytest.fail("it serves")

    monkeypatch.setattr("dashboard.__main__.serve", no_server)

    def run(*flags: str) -> tuple[int | str | None, str, str]:
        try:
            code = main(flags)
        except SystemExit as ended:
            code = ended.code
        return code, *capsys.readouterr()

    return run


def test_broken_data(run_dashboard: Callable[..., tuple], county: County) -> None:
    """With errors in the data it prints all of them, ends with 1, and serves nothing."""
    county.cell("municipalities", 2, "county", "nowhere")
    county.append("memberships", network="vest", municipality="9999", name="Nowhere", status="member")
    code, out, err = run_dashboard("--data", str(county.folder), "--port", str(free_port()))
    assert code == 1
    assert "municipalities.csv" in err
    assert "memberships.csv" in err
    assert "9999" in err
    assert out == ""


def test_missing_folder(run_dashboard: Callable[..., tuple]) -> None:
    """A folder that is not there is told as such, without a traceback."""
    code, _, err = run_dashboard("--data", "no/such/folder", "--port", str(free_port()))
    assert code == 1
    assert "no/such/folder".replace("/", os.sep) in err or "no/such/folder" in err
    assert "Traceback" not in err


@pytest.mark.parametrize("flags", [("--port", "x"), ("--nonsense",)])
def test_wrong_usage(run_dashboard: Callable[..., tuple], flags: tuple[str, ...]) -> None:
    """Wrong usage ends with 2."""
    assert run_dashboard(*flags)[0] == 2


def test_busy_port(server: Server) -> None:
    """On a port that is taken it says so in a sentence and ends with 1; as a process."""
    command = [sys.executable, "-m", "dashboard", "--port", server.url.rpartition(":")[2]]
    settings = os.environ | {"PYTHONIOENCODING": "utf-8"}
    ended = subprocess.run(
        command, cwd=PROJECT, capture_output=True, encoding="utf-8", env=settings, timeout=60, check=False
    )
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert "--port" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_invented_county(serve: Callable[..., Server], county: County) -> None:
    """Another data folder is served with its own names, and with nothing of Viken."""
    other = serve(data=county.folder)
    counts = {"status": "ok", "municipalities": 6, "organised": 4, "unorganised": 2}
    assert counts.items() <= other.health().items()
    said = unpacked(*other.get("/")[1:])
    for query in ("", "?view=table", "?view=data", "?municipality=9105&lang=en"):
        said += json.dumps(other.ask(query), ensure_ascii=False)
    assert [name for name, _, _ in SQUARES.values() if name not in said] == []
    said = said.replace("about_region", "")  # the key of a text, which the invented county gives as the text
    own = "viken|hallingdal|follo|naik|østfold|ostfold|akershus|buskerud|kongsberg|rollag|oslo"
    assert re.findall(own, said.lower()) == []


def test_other_public_settings(serve: Callable[..., Server]) -> None:
    """Where readers report errors is a setting."""
    other = serve("--feedback", "mailto:klima@example.org")
    assert "mailto:klima@example.org" in json.dumps(other.ask(""))
