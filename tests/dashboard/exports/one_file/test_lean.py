"""HTML without what a parser does not need."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from dash import html
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exports.one_file.lean import lean_html
from dashboard.markup.attributes import attributes
from dashboard.markup.bar import bar
from dashboard.markup.writer import as_html
from dashboard.page.layout import layout
from dashboard.page.parts import whole_page
from dashboard.page.settings import Settings
from dashboard.view.view import MapView
from tests.dashboard.parsed import parsed

#: Texts like what is looked for, and any other.
WORDS = st.one_of(st.text(), st.sampled_from(['a="b" c', "</td>", "='x'>", "a=b", "/", "&quot;", "=", "\n"]))


@given(WORDS, WORDS, WORDS)
def test_reads_the_same(cell: str, value: str, item: str) -> None:
    """Whatever stands in it, a parser makes the same of it."""
    row = html.Tr([html.Th(cell, scope="row", title=value), html.Td(item, **attributes(data_fill=value))])
    table = html.Table([html.Thead(row), html.Tbody([row, row])])
    listed = html.Ul([html.Li([item, html.P(cell), bar(0.5, "bar")]), html.Li(html.B(value))])
    facts = html.Dl(html.Div([html.Dt(cell, title=value), html.Dd([item, html.Span()])]))
    text = as_html([table, listed, facts])
    lean = lean_html(text)
    assert parsed(lean) == parsed(text)
    assert len(lean) < len(text)


@pytest.mark.parametrize("shown", ["table", "networks", "plan"])
def test_pages_read_the_same(view: Callable[..., MapView], shown: str) -> None:
    """The page's own parts too, larger than anything that is written so."""
    text = as_html(layout(whole_page(view(f"?view={shown}&scenario=3006:naik"), Settings())))
    assert parsed(lean_html(text)) == parsed(text)
