"""Every part can be written as HTML, in every view, language and kind of state, and a parser reads what was meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from dashboard.page.layout import layout
from dashboard.page.markup import as_html
from dashboard.page.parts import PARTS
from dashboard.page.settings import Settings
from dashboard.view.state import VIEWS
from dashboard.view.view import MapView
from dashboard.words.wording import LANGUAGES
from tests.dashboard.parsed import Tag, as_carried, drawn, parsed

STATES = {
    "plain": "",
    "chosen": "&municipality=3006&networks=follo&county=buskerud&pop=5000-90000&q=nes&sort=-population&theme=dark",
    "planned": "&scenario=3006:follo,3049:kongsberg+naik,new:Nytt~A%26B&title=%3Cscript%3E%22%26&municipality=3049",
    "embedded": "&embed=1&year=2020&layer=dialogue&colour=density",
    "odd": "&q=%00%1b%3C/p%3E%ff&title=%EF%BF%BF%0D%0A&step=3&lang=xx",
}
SETTINGS = Settings("https://feedback.example/?a=1&b=2", "https://map.example/", ("https://parent.example",))
#: What only Dash can draw: the page's address and stores, and the figures of the charts.
PLUMBING = ("dash.dcc.Location.Location is not known", "dash.dcc.Store.Store is not known")


def of_html(content: list[Tag | str]) -> Iterator[Tag | str]:
    """What HTML shows of a drawn tree: without Dash's plumbing."""
    for one in content:
        if isinstance(one, str):
            yield one
        elif one.name not in ("location", "store"):
            yield Tag(one.name, one.attributes, list(of_html(one.content)))


def inside(content: list[Tag | str]) -> Iterator[Tag]:
    """All elements, in reading order."""
    for one in content:
        if isinstance(one, Tag):
            yield one
            yield from inside(one.content)


@pytest.mark.parametrize(
    ("lang", "state"), [*((lang, "plain") for lang in LANGUAGES), *((LANGUAGES[0], state) for state in STATES)][1:]
)
@pytest.mark.parametrize("shown", VIEWS)
def test_whole_page(view: Callable[..., MapView], shown: str, lang: str, state: str) -> None:
    """The page is read back as it was meant, with each id once; nothing has a style, and only plumbing needs Dash."""
    seen = view(f"?view={shown}&lang={lang}{STATES[state]}")
    page = layout()
    for part in PARTS:
        if part.property == "children":
            page[part.id].children = part.content(seen, SETTINGS)
    refused: list[str] = []
    text = as_html(page, refused)
    content = parsed(text)
    assert content == as_carried(list(of_html(drawn(page))))
    ids = Counter(one.attributes["id"] for one in inside(content) if "id" in one.attributes)
    assert [id for id, times in ids.items() if times > 1] == []
    assert not any("style" in one.attributes or "script" in one.name for one in inside(content))
    assert [one for one in refused if one.partition(": ")[2] not in PLUMBING] == []
