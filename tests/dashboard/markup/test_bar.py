"""A length without a style attribute: a bar as a drawing."""

from __future__ import annotations

import pytest

from dashboard.markup.bar import bar
from dashboard.markup.writer import as_html


@pytest.mark.parametrize(("share", "width"), [(0.954918, "95.49%"), (0, "0.00%"), (1, "100.00%")])
def test_bar(share: float, width: str) -> None:
    """A bar is as wide as its share, to a hundredth of a per cent."""
    inside = f'<rect height="100%" width="{width}"></rect>'
    assert as_html(bar(share, "bar")) == f'<svg aria-hidden="true" class="bar">{inside}</svg>'


def test_unknown() -> None:
    """What is not known is not drawn, as zero neither."""
    assert as_html(bar(None, "bar")) == '<svg aria-hidden="true" class="bar"></svg>'
