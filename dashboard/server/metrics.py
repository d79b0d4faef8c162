"""``/metrics``: how many requests there were and how long they took, in Prometheus' format.

Several workers write into a folder that the first process makes (``PROMETHEUS_MULTIPROC_DIR``), and each of them
answers for all.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import prometheus_client as prometheus
from flask import Flask, Response, request
from prometheus_client import values
from prometheus_client.multiprocess import MultiProcessCollector

from dashboard.server.observed import Teller

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
#: Methods that are told apart, lest somebody's inventions fill the memory.
METHODS = ("GET", "HEAD", "POST", "OPTIONS")
#: Seconds; the page promises a quarter of one, and a deck is waited for twenty.
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20)


@contextmanager
def shared_by_workers() -> Iterator[None]:
    """Within, workers that are forked count together. Enter it before an application is created."""
    with tempfile.TemporaryDirectory(prefix="metrics-") as folder:
        os.environ[FOLDER] = folder
        try:
            yield
        finally:
            del os.environ[FOLDER]


def request_metrics(server: Flask) -> Teller:
    """What counts requests by route and status and times them by route; ``/metrics`` of the server answers."""
    shared = FOLDER in os.environ
    values.ValueClass = values.get_value_class()  # chosen when it was imported, before there was a folder
    registry = prometheus.CollectorRegistry()
    kept_in = None if shared else registry
    counted = prometheus.Counter("http_requests", "Answers", ["route", "method", "status"], registry=kept_in)
    timed = prometheus.Histogram(
        "http_request_seconds", "Time to an answer", ["route"], buckets=BUCKETS, registry=kept_in
    )
    if shared:
        MultiProcessCollector(registry)
    else:
        prometheus.ProcessCollector(registry=registry)

    def tell(response: Response, seconds: float) -> None:
        route = request.url_rule.rule if request.url_rule else "none"
        method = request.method if request.method in METHODS else "other"
        counted.labels(route, method, response.status_code).inc()
        timed.labels(route).observe(seconds)

    @server.get("/metrics")
    def answer_metrics() -> Response:
        return Response(prometheus.generate_latest(registry), content_type=prometheus.CONTENT_TYPE_LATEST)

    return tell
