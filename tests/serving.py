"""The production server as tests and benchmarks run it: a process of its own on a free port."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard.page import ids

PROJECT = Path(__file__).resolve().parent.parent
START_SECONDS = 60


@dataclass(frozen=True)
class Server:
    """A running server. ``url`` has no slash at its end."""

    url: str
    process: subprocess.Popen

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body (as sent, maybe packed) of an address; error statuses are answers too."""
        try:
            with urllib.request.urlopen(urllib.request.Request(self.url + path, headers=headers), timeout=30) as answer:
                return answer.status, dict(answer.headers), answer.read()
        except urllib.error.HTTPError as answer:
            return answer.code, dict(answer.headers), answer.read()

    def health(self) -> dict:
        """What /healthz says."""
        return json.loads(self.get("/healthz")[2])

    def ask(self, search: str, painted: str | None = None) -> dict:
        """What the one callback answers to a question."""
        post = urllib.request.Request(
            self.url + "/_dash-update-component", question(search, painted), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(post, timeout=30) as answer:
            return json.loads(answer.read())["response"][ids.ANSWER]["data"]

    def stop(self) -> None:
        """End the process."""
        self.process.terminate()
        self.process.wait(timeout=20)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def question(search: str, painted: str | None = None) -> bytes:
    """What the page posts when its address changes, as assets/modules/page/ask.js writes it."""
    answer, asked = ({"id": id, "property": "data"} for id in (ids.ANSWER, ids.QUESTION))
    return json.dumps(
        {
            "output": f"{ids.ANSWER}.data",
            "outputs": answer,
            "inputs": [asked | {"value": {"search": search, "painted": painted}}],
            "changedPropIds": [f"{ids.QUESTION}.data"],
        }
    ).encode()


def start(
    *flags: str,
    program: Sequence[str] = ("-m", "dashboard"),
    log: Path | None = None,
    folder: Path = PROJECT,
    environment: Mapping[str, str] | None = None,
) -> Server:
    """Start ``python <program> --port <free> <flags>`` in a folder, and wait until it answers /healthz.

    Raises RuntimeError with what it printed when it ends or stays silent.
    """
    port = free_port()
    with open(log or os.devnull, "wb") as output:
        process = subprocess.Popen(
            [sys.executable, *program, "--port", str(port), *flags],
            cwd=folder,
            env=environment,
            stdout=output,
            stderr=output,
        )
    server, end = Server(f"http://127.0.0.1:{port}", process), time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            if server.get("/healthz")[0] == 200:
                return server
        except OSError:
            time.sleep(0.05)
    process.kill()
    process.wait()
    said = log.read_text(encoding="utf-8", errors="replace") if log else ""
    raise RuntimeError(f"{' '.join(program)} did not start on port {port}: {said}")
