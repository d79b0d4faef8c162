"""The state's link as a picture that a telephone reads."""

from __future__ import annotations

import io

from dashboard.story.qr import qr_code
from dashboard.view.view import MapView


def code_picture(view: MapView, public_url: str | None) -> bytes | None:
    """A PNG; None when there is no code."""
    code = qr_code(view, public_url)
    if code is None:
        return None
    buffer = io.BytesIO()
    code.save(buffer, kind="png", scale=8, border=4)
    return buffer.getvalue()
