"""What is given on the command line: sites that embed the page, the server's own address and path, its workers."""

from __future__ import annotations

import os
import re
from argparse import ArgumentTypeError
from urllib.parse import SplitResult, urlsplit

#: A host with letters, digits, dots and hyphens, a wildcard for its subdomains, and a port.
_HOST = re.compile(r"(\*\.)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:\d{1,5})?")

_PREFIX = re.compile(r"(/[A-Za-z0-9._~-]+)*")  # none at all is the root
MOST_WORKERS = 64


def site(text: str) -> str:
    """A site that may embed the page: scheme and host, with a port if need be, as Content Security Policy writes it."""
    whole = "{0.scheme}://{0.netloc}".format(parts := _parts(text))
    if not _is_web(parts) or text.rstrip("/") != whole:
        raise ArgumentTypeError(f"“{text}” is no site: write https:// and the host alone, such as https://a.example")
    return whole


def public_address(text: str) -> str:
    """Where readers reach the server: scheme and host, perhaps with a path."""
    parts = _parts(text)
    if not _is_web(parts) or "*" in parts.netloc or any(sign in text for sign in '?#"<> '):
        raise ArgumentTypeError(f"“{text}” is no address: write it whole, such as https://map.example")
    return text


def prefix(text: str) -> str:
    """The path that the page lives under: ``/kart``, without a slash at its end."""
    if not _PREFIX.fullmatch(text):
        raise ArgumentTypeError(f"“{text}” is no path: write it with a slash first and none last, such as /kart")
    return text


def workers(text: str) -> int:
    """How many processes shall answer: from 1 to 64, and one where the system cannot fork."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= MOST_WORKERS:
        raise ArgumentTypeError(f"“{text}” is no number of workers: write one from 1 to {MOST_WORKERS}")
    if int(text) > 1 and not hasattr(os, "fork"):
        raise ArgumentTypeError("this system has one worker: start several servers, and put a proxy before them")
    return int(text)


def _parts(text: str) -> SplitResult:
    try:
        return urlsplit(text)
    except ValueError:  # such as a bracket that is not closed
        return SplitResult("", "", "", "", "")


def _is_web(parts: SplitResult) -> bool:
    return parts.scheme in ("https", "http") and bool(_HOST.fullmatch(parts.netloc))
