"""One line for each request, as JSON, on standard error: what was asked for, and how it went.

No query, for a planner's draft stands in it; no address of a reader unless the server is told to.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from datetime import UTC, datetime
from typing import Any

from flask import Flask, Response, g, request

#: Paths are told as far as this; ours are shorter.
LONGEST_PATH = 200


def log_requests(server: Flask, with_addresses: bool) -> None:
    """Write a line when an answer is ready; ``with_addresses``: also who asked."""
    logger = logging.getLogger("dashboard.requests")
    logger.propagate = False
    logger.setLevel(logging.INFO)
    if not logger.handlers:
        logger.addHandler(logging.StreamHandler(sys.stderr))

    @server.before_request
    def begin() -> None:
        g.began = time.perf_counter()

    @server.after_request
    def told(response: Response) -> Response:
        line: dict[str, Any] = {
            "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "method": request.method,
            "path": request.path[:LONGEST_PATH],
            "status": response.status_code,
            "bytes": response.content_length,
            "ms": round((time.perf_counter() - g.began) * 1000, 1) if "began" in g else None,
        }
        if with_addresses:
            line["address"] = request.remote_addr
        logger.info(json.dumps(line))
        return response
