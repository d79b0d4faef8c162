"""Lengths without a style attribute: bars as drawings, numbers by the count of their characters."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from dashboard.page.bar import bar
from dashboard.page.markup import as_html
from dashboard.page.present import LONGEST_NUMBER, presentation_page
from dashboard.page.settings import Settings
from dashboard.view.view import MapView
from tests.serving import PROJECT


@pytest.mark.parametrize(("share", "width"), [(0.954918, "95.49%"), (0, "0.00%"), (1, "100.00%")])
def test_bar(share: float, width: str) -> None:
    """A bar is as wide as its share, to a hundredth of a per cent."""
    inside = f'<rect height="100%" width="{width}"></rect>'
    assert as_html(bar(share, "bar")) == f'<svg aria-hidden="true" class="bar">{inside}</svg>'


def test_unknown() -> None:
    """What is not known is not drawn, as zero neither."""
    assert as_html(bar(None, "bar")) == '<svg aria-hidden="true" class="bar"></svg>'


def test_number_has_a_size(view: Callable[..., MapView]) -> None:
    """The style sheet has a rule for every length that a step's number says."""
    sheet = (PROJECT / "assets" / "story.css").read_text(encoding="utf-8")
    rules = re.findall(r'\[data-length="(\d+)"\] \{ --length: (\d+); \}', sheet)
    ruled = {int(length) for length, said in rules if length == said}
    assert ruled == set(range(1, LONGEST_NUMBER + 1))
    page = as_html(presentation_page(view("?view=present&scenario=3006:naik"), Settings()))
    assert {int(one) for one in re.findall(r'data-length="(\d+)"', page)} <= ruled
    assert "data-length=" in page
