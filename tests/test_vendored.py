"""What was published elsewhere and is served from here: of the right version, with its licence."""

from __future__ import annotations

import re

from plotly.offline import get_plotlyjs_version

from tests.serving import PROJECT

LIBRARIES = PROJECT / "assets" / "lib"


def test_plotly_version() -> None:
    """The page's charts are drawn by the version of plotly.js that the figures are tested against."""
    head = (LIBRARIES / "plotly-basic.min.js").read_text(encoding="utf-8")[:200]
    assert re.search(r"plotly\.js \(basic - minified\) v([\d.]+)", head)[1] == get_plotlyjs_version()


def test_listed_with_licence() -> None:
    """Every library has a row that names its version, and a licence beside it."""
    listed = (LIBRARIES / "README.md").read_text(encoding="utf-8")
    for file in LIBRARIES.glob("*.js"):
        row = re.search(rf"^\| `{re.escape(file.name)}` .*$", listed, re.MULTILINE)
        assert row, file.name
        licence = re.search(r"`([^`]+LICENSE\.txt)` \|$", row[0])
        assert licence, file.name
        assert (LIBRARIES / licence[1]).stat().st_size > 200
