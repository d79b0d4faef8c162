"""What page and one file share, whatever each adds to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from dash import html

from dashboard.components.area_table import area_table
from dashboard.components.legend_rows import legend_rows
from dashboard.components.map_key import map_key
from dashboard.components.scenario import mark
from dashboard.components.sentences import sentences
from dashboard.markup.writer import as_html
from dashboard.view.sentence import summary
from dashboard.view.state import NONE
from dashboard.view.view import MapView
from dashboard.words.wording import LANGUAGES
from tests.dashboard.parsed import Tag, parsed

MOVED = "scenario=3051:hallingdal,3006:naik"


def text_of(content: list[Tag | str]) -> str:
    """All text, in reading order."""
    return "".join(one if isinstance(one, str) else text_of(one.content) for one in content)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("title", ["", "a", "\u05e9\u05dc\u05d5\u05dd", "<b>&quot;"])
def test_scenario_title(view: Callable[..., MapView], language: str, title: str) -> None:
    """A scenario's title stands by itself, so that its direction is its own; the sentence is the same."""
    seen = view(f"?lang={language}&{MOVED}&title={title.replace('&', '%26')}")
    written = as_html(sentences(seen))
    assert text_of(parsed(written)).split() == " ".join(summary(seen)).split()
    for part in (written, as_html(mark(seen))):
        assert part.count("<bdi>") == bool(title)
        assert not title or f"<bdi>{as_html(title)}</bdi>" in part


def test_columns(view: Callable[..., MapView]) -> None:
    """A table has the columns that are asked for, each cell under its heading, and totals under the figures."""
    seen = view("?lang=en&year=2023&sort=-area")
    columns = ("number", "name", "area")
    text = as_html(area_table(seen, "All", columns, lambda column, words: f"{column}: {words}", lambda area: "\u2013"))
    assert text.count("<th ") == 3 + 51 + 1
    assert "number: Number 2020" in text
    assert 'aria-sort="descending" class="number" scope="col">area: Land area (km²)' in text
    assert '<td>3052</td><th scope="row">\u2013</th><td>2,266</td>' in text
    assert '<th colspan="2" scope="row">Total</th><td class="number">22,768</td>' in text


def test_where_from(view: Callable[..., MapView]) -> None:
    """The table tells of those that a scenario moves where they were, and of the others nothing."""
    seen = view(f"?lang=en&{MOVED}")
    text = as_html(area_table(seen, "", ("name", "network"), lambda column, words: words, lambda area: area.number))
    assert text.count("Today: ") == 2
    assert (
        'data-fill="hallingdal">Hallingdal climate network<span class="note">Today: without a climate network' in text
    )


def test_rows_as_asked(view: Callable[..., MapView]) -> None:
    """The legend has a row for each group, made as it is asked for."""
    seen = view("?lang=en")
    content = parsed(as_html(legend_rows(seen, lambda group, content, named: html.A(content, **named))))
    (rows,) = content
    assert isinstance(rows, Tag)
    links = [link for row in rows.content if isinstance(row, Tag) for link in row.content if isinstance(link, Tag)]
    assert [link.name for link in links] == ["a"] * len(seen.groups)
    assert [link.attributes["data-network-toggle"] for link in links] == [
        NONE,
        *(group.id for group in seen.groups if group.id != NONE),
    ]


def test_way_to_more(view: Callable[..., MapView]) -> None:
    """The note on a layer ends with the way to more, where there is one."""
    seen = view("?lang=en&layer=klimapartnere")
    assert "be incomplete.</p>" in as_html(map_key(seen, None))
    assert "be incomplete. <i>More</i></p>" in as_html(map_key(seen, html.I("More")))
