"""Where the page lives: behind nginx with TLS and two processes, and the files that a machine is set up with."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import ssl
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from dashboard.__main__ import main
from tests.chromium import launch
from tests.serving import PROJECT, Server, free_port, start

DEPLOY = PROJECT / "deploy"
NGINX = shutil.which("nginx") or "/usr/sbin/nginx"


@dataclass(frozen=True)
class Site:
    """What readers reach: its address, the servers behind it, and the context that knows its certificate."""

    url: str
    behind: tuple[Server, Server]
    trust: ssl.SSLContext

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of an address."""
        request = urllib.request.Request(self.url + path, headers=headers)
        with urllib.request.urlopen(request, timeout=30, context=self.trust) as answer:
            return answer.status, dict(answer.headers), answer.read()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Debian's nginx with the project's own configuration, and two processes behind it."""
    folder = tmp_path_factory.mktemp("nginx")
    key, certificate, port = folder / "map.key", folder / "map.pem", free_port()
    subject = ("-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1")
    new = ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *subject)
    subprocess.run([*new, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    flags = ("--prefix", "/kart", "--trusted-proxy", "127.0.0.1")
    behind = start(*flags), start(*flags)
    written = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    for old, new_text in (
        ("127.0.0.1:8050", behind[0].url.removeprefix("http://")),
        ("127.0.0.1:8051", behind[1].url.removeprefix("http://")),
        ("listen 443", f"listen 127.0.0.1:{port}"),
        ("<map.example>", "127.0.0.1"),
        ("</etc/ssl/certs/map.pem>", str(certificate)),
        ("</etc/ssl/private/map.key>", str(key)),
    ):
        assert old in written
        written = written.replace(old, new_text)
    whole = folder / "nginx.conf"
    places = "".join(
        f"{kind}_temp_path {folder / kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole.write_text(
        f"daemon off; pid {folder}/pid; error_log stderr; events {{}} http {{ access_log off; {places} {written} }}"
    )
    subprocess.run([NGINX, "-t", "-c", whole, "-p", folder], check=True, capture_output=True)
    process = subprocess.Popen([NGINX, "-c", whole, "-p", folder], stderr=subprocess.DEVNULL)
    found = Site(f"https://127.0.0.1:{port}", behind, ssl.create_default_context(cafile=str(certificate)))
    try:
        end = time.monotonic() + 10
        while time.monotonic() < end:
            try:
                found.get("/kart/healthz")
                break
            except OSError:
                time.sleep(0.1)
        yield found
    finally:
        process.terminate()
        process.wait(timeout=10)
        for server in behind:
            server.stop()


def test_behind_nginx(site: Site) -> None:
    """Every route works under the path; links that leave the page name the address that readers know."""
    _, _, page = site.get("/kart/?municipality=3051")
    assert f'content="{site.url}/kart/?municipality=3051"'.encode() in page
    script = re.search(rb'<script[^>]* src="([^"]*)"', page)
    assert script
    others = ("export/networks.csv", "search?q=rollag", "og.png", "robots.txt", "changes.atom", "healthz")
    for path in (script[1].decode(), *others):
        assert site.get("/kart/" + path)[0] == 200


def test_in_a_browser_behind_nginx(site: Site) -> None:
    """The page works under its path: a press is answered, and a file can be taken."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_context(ignore_https_errors=True).new_page()
        page.goto(site.url + "/kart")
        page.wait_for_selector('#map[data-ready="true"]', state="attached")
        page.click('[data-network-toggle="none"]')
        page.wait_for_function("() => location.search.includes('networks')")
        page.wait_for_function("() => document.getElementById('map').dataset.state.includes('networks')")
        assert page.url.startswith(site.url + "/kart/?")
        browser.close()


def test_only_the_proxy_is_believed(site: Site) -> None:
    """What a reader says of being forwarded counts neither through the proxy nor past it."""
    forged = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "http", "X-Forwarded-For": "1.2.3.4"}
    assert b"evil.example" not in site.get("/kart/", **forged)[2]
    alone = start("--prefix", "/kart")
    try:
        assert b"evil.example" not in alone.get("/kart/", **forged)[2]
    finally:
        alone.stop()


def test_one_of_two_may_go(site: Site) -> None:
    """The same bytes come from both processes; with one gone no reader notices."""
    assert len({server.get("/kart/?view=table")[2].count(b"<tr") for server in site.behind}) == 1
    tags = {site.get("/kart/export/networks.json")[2] for _ in range(4)}
    assert len(tags) == 1
    site.behind[0].process.kill()
    assert {site.get("/kart/healthz")[0] for _ in range(20)} == {200}


def test_unit(capsys: pytest.CaptureFixture[str]) -> None:
    """The systemd unit starts the server with options that it has; systemd finds nothing wrong where it is there."""
    unit = configparser.RawConfigParser(strict=False)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(DEPLOY / "climate-map.service", encoding="utf-8")
    command = unit["Service"]["ExecStart"].split()
    assert command[1:3] == ["-m", "dashboard"]
    with pytest.raises(SystemExit):
        main([*(one.replace("<", "").replace(">", "") for one in command[3:]), "--help"])
    assert "unrecognized" not in capsys.readouterr().err
    assert int(unit["Service"]["TimeoutStopSec"]) > 9


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd here")
def test_unit_as_systemd_reads_it(tmp_path: Path) -> None:
    """systemd finds nothing wrong with the unit."""
    text = (DEPLOY / "climate-map.service").read_text(encoding="utf-8")
    unit = tmp_path / "climate-map.service"
    unit.write_text(text.replace("</opt/climate-map>", str(PROJECT)).replace("<map.example>", "a.example"))
    said = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False)
    assert "climate-map.service:" not in said.stderr


def test_container_copies_what_runs(tmp_path: Path) -> None:
    """What the Containerfile copies is there, is let through, and is enough: from it alone the server starts."""
    text = (PROJECT / "Containerfile").read_text(encoding="utf-8")
    copied = [word for line in re.findall(r"^COPY (?!--from)(.*) \S+$", text, re.MULTILINE) for word in line.split()]
    passed = (PROJECT / ".containerignore").read_text(encoding="utf-8").split()
    assert {f"!{name}" for name in copied} == {one for one in passed if one.startswith("!")}
    for name in copied:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name)
        else:
            shutil.copy(source, tmp_path / name)
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    alone = start(folder=tmp_path, environment=clean)
    try:
        assert alone.get("/")[0] == 200
        assert alone.get("/export/presentation.pptx")[0] == 200
    finally:
        alone.stop()
