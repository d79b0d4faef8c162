"""Files as addresses and as a command: the same bytes, every time."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.__main__ import main
from dashboard.exports.catalogue import EXPORTS
from dashboard.page.settings import Settings
from dashboard.server.app import create_app
from geodata.register import Register
from tests.geodata.county import County
from tests.serving import PROJECT

QUERY = "?lang=nn&county=buskerud&year=2023&bogus=1"
ADDRESS = "https://kart.example.org"


@pytest.fixture(scope="module")
def client(viken: Register) -> FlaskClient:
    """The application, asked without a network."""
    return create_app(viken, Settings(public_url=ADDRESS)).server.test_client()


@pytest.mark.parametrize("name", EXPORTS)
def test_headers(client: FlaskClient, name: str) -> None:
    """Every file has its media type and its name, and is never kept beyond its data."""
    answer = client.get(f"/export/{name}")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == EXPORTS[name].media_type
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["Cache-Control"] == "no-cache"
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("name", ["", "nothing.csv", "municipalities", "municipalities.docx", "../data", "<b>.csv"])
@pytest.mark.parametrize(("lang", "word"), [("nb", "finnes"), ("nn", "finst"), ("en", "exist")])
def test_unknown_file(client: FlaskClient, name: str, lang: str, word: str) -> None:
    """A name that is none is answered with 404 and what there is, as plain text in the reader's language."""
    answer = client.get(f"/export/{name}?lang={lang}")
    if name == "../data":
        assert answer.status_code in (200, 404)  # an address of the page, never a file
        assert b"datapackage" not in answer.data
        return
    assert answer.status_code == 404
    assert answer.mimetype == "text/plain"
    assert word in answer.text
    assert all(one in answer.text for one in EXPORTS)


@pytest.mark.parametrize(
    "query", ["?lang=%FF&networks=%00", "?" + "a=1&" * 2000, "?pop=99999999999999999999-", "?a=%ED%A0%80%01"]
)
@pytest.mark.parametrize("name", EXPORTS)
def test_strange_address(client: FlaskClient, name: str, query: str) -> None:
    """Any address has its file."""
    assert client.get(f"/export/{name}{query}").status_code == 200


@pytest.mark.parametrize("name", EXPORTS)
def test_same_bytes(client: FlaskClient, content: Callable[..., bytes], name: str) -> None:
    """The address gives the same bytes twice."""
    served = client.get(f"/export/{name}{QUERY}").data
    assert served == client.get(f"/export/{name}{QUERY}").data == content(name, QUERY, ADDRESS)


@pytest.mark.parametrize("name", ["municipalities.gpkg", "networks.xlsx"])
def test_command(content: Callable[..., bytes], name: str, tmp_path: Path) -> None:
    """The command writes what the address serves."""
    target = tmp_path / name
    assert main(["export", name, "-o", str(target), QUERY, "--public-url", ADDRESS]) == 0
    assert target.read_bytes() == content(name, QUERY, ADDRESS)


def test_same_bytes_in_another_process(content: Callable[..., bytes], tmp_path: Path) -> None:
    """A process of its own, with another seed for its hashes, another time zone and another locale, agrees."""
    code = (
        "import sys; from pathlib import Path; from dashboard.view.atlas import build_atlas;"
        "from geodata.folder.load import load;"
        "from dashboard.exports.catalogue import EXPORTS, export; atlas = build_atlas(load(Path('data')));"
        "[Path(sys.argv[1], one).write_bytes(export(atlas, one, sys.argv[2]).content) for one in EXPORTS]"
    )
    subprocess.run(
        [sys.executable, "-c", code, str(tmp_path), QUERY],
        cwd=PROJECT,
        env=os.environ | {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"},
        check=True,
        timeout=60,
    )
    assert [name for name in EXPORTS if (tmp_path / name).read_bytes() != content(name, QUERY)] == []


def test_standard_output(content: Callable[..., bytes], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Without -o the command writes to standard output, and nothing else; what it ignored is said beside."""
    assert main(["export", "municipalities.gpkg", QUERY]) == 0
    sys.stdout.flush()
    out, err = capfdbinary.readouterr()
    assert err.decode().strip() == "ignored in the query: bogus=1"
    assert out == content("municipalities.gpkg", QUERY)


def test_unknown_to_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is none is wrong usage, and it says what there is, in English as all that the command says."""
    assert main(["export", "nothing.csv", "?lang=nb"]) == 2
    said = capsys.readouterr()
    assert "These exist" in said.err
    assert said.out == ""
    assert all(one in said.err for one in EXPORTS)


def test_broken_data(county: County, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With errors in the data it prints all of them, ends with 1, and writes nothing."""
    county.cell("municipalities", 2, "county", "nowhere")
    target = tmp_path / "out.csv"
    assert main(["export", "municipalities.csv", "-o", str(target), "--data", str(county.folder)]) == 1
    assert "municipalities.csv" in capsys.readouterr().err
    assert not target.exists()


def test_warnings(county: County, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With warnings about the data it says how many, and how to see them, in one line; the file is written."""
    county.cell("memberships", 6, "name", "Gran")
    target = tmp_path / "out.csv"
    assert main(["export", "municipalities.csv", "-o", str(target), "--data", str(county.folder)]) == 0
    said = capsys.readouterr().err
    assert said.startswith("1 warning about ")
    assert f"-m geodata check --data {county.folder}" in said
    assert said.count("\n") == 1
    assert target.exists()


def test_nowhere_to_write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that cannot be written is told in a sentence."""
    assert main(["export", "networks.csv", "-o", str(tmp_path / "no" / "such.csv")]) == 1
    assert "such.csv" in capsys.readouterr().err
