"""Sources as text whose addresses are links."""

from __future__ import annotations

import re

from dash import html

_ADDRESS = re.compile(r"https?://[^\s;,»]+")


def source_text(text: str) -> list:
    """A source, with every address in it a link that opens elsewhere."""
    parts, end = [], 0
    for match in _ADDRESS.finditer(text):
        parts += [text[end : match.start()], outside_link(match.group())]
        end = match.end()
    return [*parts, text[end:]]


def outside_link(address: str, children: str | None = None) -> html.A:
    """A link to another site; nothing is fetched from there until the reader follows it."""
    shown = children or re.sub(r"^https?://(www\.)?", "", address).rstrip("/")
    return html.A(shown, href=address, rel="noopener noreferrer", target="_blank")
