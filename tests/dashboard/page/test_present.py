"""The presentation's steps as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable

from dashboard.markup.writer import as_html
from dashboard.page.present import LONGEST_NUMBER, presentation_page
from dashboard.page.settings import Settings
from dashboard.view.view import MapView
from tests.serving import PROJECT


def test_number_has_a_size(view: Callable[..., MapView]) -> None:
    """The style sheet has a rule for every length that a step's number says."""
    sheet = (PROJECT / "assets" / "story.css").read_text(encoding="utf-8")
    rules = re.findall(r'\[data-length="(\d+)"\] \{ --length: (\d+); \}', sheet)
    ruled = {int(length) for length, said in rules if length == said}
    assert ruled == set(range(1, LONGEST_NUMBER + 1))
    page = as_html(presentation_page(view("?view=present&scenario=3006:naik"), Settings()))
    assert {int(one) for one in re.findall(r'data-length="(\d+)"', page)} <= ruled
    assert "data-length=" in page
