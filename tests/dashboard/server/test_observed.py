"""What is told of requests: a line of JSON each, and figures for Prometheus; nothing of what a planner drafts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from tests.serving import Server


def lines(log: Path) -> list[dict]:
    """The lines of a log, without the server's address at its beginning."""
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()[1:]]


def test_log(own: Callable[..., Server], tmp_path: Path) -> None:
    """A line for each request, also for one that is refused; no query, and no address."""
    log = tmp_path / "log.txt"
    other = own("--log", log=log)
    other.get("/?view=plan&scenario=3006:kb&new=kb:Hemmelig")
    other.get("/_dash-layout")
    other.get("/nowhere?secret=Hemmelig")
    other.stop()
    said = [one for one in lines(log) if one["path"] != "/healthz"]
    assert [(one["method"], one["path"], one["status"]) for one in said] == [
        ("GET", "/", 200),
        ("GET", "/_dash-layout", 404),
        ("GET", "/nowhere", 404),
    ]
    assert all(one["ms"] > 0 and datetime.fromisoformat(one["time"]) for one in said)
    assert said[0]["bytes"] > 100_000
    assert "Hemmelig" not in log.read_text(encoding="utf-8")
    assert all("address" not in one for one in said)


def test_log_with_addresses(own: Callable[..., Server], tmp_path: Path) -> None:
    """Who asked is told where the server is told to."""
    log = tmp_path / "log.txt"
    other = own("--log", "addresses", log=log)
    other.get("/healthz")
    other.stop()
    assert {one["address"] for one in lines(log)} == {"127.0.0.1"}


def figures(server: Server, name: str) -> dict[str, float]:
    """Labels of a metric, and its value."""
    text = server.get("/metrics")[2].decode()
    return {labels: float(value) for labels, value in re.findall(rf"^{name}{{(.*)}} (.*)$", text, re.MULTILINE)}


@pytest.mark.parametrize("workers", ["1", "2"])
def test_metrics(own: Callable[..., Server], workers: str) -> None:
    """Requests are counted by route and status, whichever worker answered; paths that are nobody's count as one."""
    other = own("--metrics", "--workers", workers)
    for place in range(10):
        other.get(f"/nowhere/{place}")
        other.get("/search?q=rollag")
    counts = figures(other, "http_requests_total")
    assert counts['method="GET",route="/search",status="200"'] == 10
    assert sum(count for labels, count in counts.items() if 'status="404"' in labels) == 10
    assert figures(other, "http_request_seconds_count")['route="/search"'] == 10
    assert "Rollag" not in other.get("/metrics")[2].decode()


def test_no_metrics_unasked(server: Server) -> None:
    """Without the option there is nothing to be seen."""
    assert server.get("/metrics")[0] == 404
