"""One line for each request, as JSON, on standard error: what was asked for, and how it went.

No query, for a planner's draft stands in it; no address of a reader unless the server is told to.
"""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Any

from flask import Response, request

from dashboard.server.observed import Teller

#: Paths are told as far as this; ours are shorter.
LONGEST_PATH = 200


def request_log(with_addresses: bool) -> Teller:
    """What writes the lines; ``with_addresses``: also who asked."""
    logger = logging.Logger("dashboard.requests")
    logger.addHandler(logging.StreamHandler(sys.stderr))

    def tell(response: Response, seconds: float) -> None:
        line: dict[str, Any] = {
            "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "method": request.method,
            "path": request.path[:LONGEST_PATH],
            "status": response.status_code,
            "bytes": response.content_length,
            "ms": round(seconds * 1000, 1),
        }
        if with_addresses:
            line["address"] = request.remote_addr
        logger.info(json.dumps(line))

    return tell
