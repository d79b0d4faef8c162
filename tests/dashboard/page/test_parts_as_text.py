"""Every part can be written as HTML, in every view, language and kind of state, and a parser reads what was meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from dashboard.markup.writer import as_html
from dashboard.page.layout import layout
from dashboard.page.parts import whole_page
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
    """The page is read back as it was meant, with each id once, and nothing has a style."""
    page = layout(whole_page(view(f"?view={shown}&lang={lang}{STATES[state]}"), SETTINGS))
    content = parsed(as_html(page))
    assert content == as_carried(drawn(page))
    ids = Counter(one.attributes["id"] for one in inside(content) if "id" in one.attributes)
    assert [id for id, times in ids.items() if times > 1] == []
    assert not any("style" in one.attributes or "script" in one.name for one in inside(content))
