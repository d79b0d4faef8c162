"""How a Content Security Policy names a script or style sheet that stands in the page."""

from __future__ import annotations

import base64
import hashlib


def hash_source(text: str) -> str:
    """The text's SHA-256, as a source of a policy."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
