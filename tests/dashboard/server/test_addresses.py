"""Addresses on the command line: whole, or refused in a sentence."""

from __future__ import annotations

from argparse import ArgumentTypeError

import pytest

from dashboard.server.addresses import public_address, site


@pytest.mark.parametrize("text", ["https://map.example", "http://127.0.0.1:8050", "https://a.example/map/"])
def test_public_address(text: str) -> None:
    """Where readers reach the server may have a port and a path."""
    assert public_address(text) == text


@pytest.mark.parametrize(
    "text",
    ["", "map.example", "//map.example", "ftp://map.example", "https://", "https://a b", "https://a.example/?x=1"],
)
def test_no_public_address(text: str) -> None:
    """Half an address is refused, with an example of a whole one; links in files would lead nowhere."""
    with pytest.raises(ArgumentTypeError, match="such as https://"):
        public_address(text)


@pytest.mark.parametrize("text", ["x.example", "http://x.example/path", "https://[", "https://x.example?y"])
def test_no_site(text: str) -> None:
    """A site is its scheme and host alone."""
    with pytest.raises(ArgumentTypeError, match="the host alone"):
        site(text)
