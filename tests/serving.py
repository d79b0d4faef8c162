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
from dataclasses import dataclass
from pathlib import Path

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

    def stop(self) -> None:
        """End the process."""
        self.process.terminate()
        self.process.wait(timeout=20)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def start(*flags: str, module: str = "dashboard", log: Path | None = None) -> Server:
    """Start ``python -m <module> --port <free> <flags>`` and wait until it answers /healthz.

    Raises RuntimeError with what it printed when it ends or stays silent.
    """
    port = free_port()
    with open(log or os.devnull, "wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", module, "--port", str(port), *flags], cwd=PROJECT, stdout=output, stderr=output
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
    raise RuntimeError(f"{module} did not start on port {port}: {said}")
