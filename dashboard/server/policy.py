"""Content Security Policy: what a browser may run, style and fetch on our behalf, and who may show the page."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.markup.hashed import hash_source

#: The policy's word for "no origin".
NOBODY = "'none'"
#: What stands in no page of ours: files, pictures, answers. A picture may have styles and typefaces of its own.
OF_FILES = {"default-src": NOBODY, "style-src": "'unsafe-inline'", "img-src": "data:", "font-src": "data:"}


def page_policy(styles: Iterable[str], parents: Iterable[str]) -> str:
    """The policy of a page: scripts, files and answers of this server, its own style sheets by their hashes.

    Pictures may also be made where they are shown (``data:``, ``blob:``); plotly.js adds an empty style sheet.
    """
    hashes = " ".join(hash_source(style) for style in ("", *styles))
    return _written(
        {
            "default-src": NOBODY,
            "script-src": "'self'",
            "style-src": f"'self' {hashes}",
            "img-src": "'self' data: blob:",
            "font-src": "'self'",
            "connect-src": "'self'",
            "base-uri": NOBODY,
            "form-action": "'self'",
            "frame-ancestors": " ".join(parents) or NOBODY,
        }
    )


def file_policy(parents: Iterable[str]) -> str:
    """The policy of whatever is no page."""
    return _written(OF_FILES | {"frame-ancestors": " ".join(parents) or NOBODY})


def _written(rules: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in rules.items())
