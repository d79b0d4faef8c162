"""What the page is without a script: links and forms lead to states, and nothing is offered that would do nothing."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from lxml import html

from dashboard.markup.writer import as_html
from dashboard.page.layout import layout
from dashboard.page.parts import whole_page
from dashboard.page.settings import Settings
from dashboard.server.finding import leads_in
from dashboard.view.atlas import Atlas
from dashboard.view.forms import canonical
from dashboard.view.reading import read_query
from dashboard.view.state import VIEWS, State, write_query
from dashboard.view.view import MapView
from dashboard.words.wording import LANGUAGES

STATES = {
    "plain": "",
    "filtered": "&lang=nn&networks=follo,none&county=buskerud&pop=5000-90000&q=nes&sort=-population&theme=dark",
    "none": "&networks=&municipality=3006&near=3006",
    "planned": "&scenario=3006:ny,3049:naik%2Bfollo&new=ny:Nytt%20%26%20A&title=a%22b&compare=3051:naik&equal=1000",
}
NEEDS_SCRIPT = "ancestor-or-self::*[contains(concat(' ', @class, ' '), ' needs-script ')]"


@pytest.fixture
def opened(view: Callable[..., MapView]) -> Callable[[str], html.HtmlElement]:
    """The page at a query as a parser reads it."""

    def open_at(query: str) -> html.HtmlElement:
        return html.fromstring(f"<body>{as_html(layout(whole_page(view(query), Settings())))}</body>")

    return open_at


def sent_by(form: html.HtmlElement, **typed: str) -> str:
    """The query that a browser asks with when a form is sent with these fields filled."""
    fields = [
        (one.get("name"), typed.get(one.get("name"), str(one.value or "")))
        for one in form.xpath(".//*[self::input or self::select]")
    ]
    return urlencode(fields)


@pytest.mark.parametrize("more", STATES)
@pytest.mark.parametrize("shown", VIEWS)
def test_nothing_idle(opened: Callable, atlas: Atlas, shown: str, more: str) -> None:
    """A button goes to a state, sends its form, or is only offered where there is a script."""
    for button in opened(f"?view={shown}{STATES[more]}").xpath("//button"):
        if button.get("name") == "go":
            assert (button.get("type"), button.get("form")) == ("submit", "go")
            query = button.get("value")
            state, ignored = read_query(query, atlas.known)
            assert (write_query(state) or "?", ignored) == (query, ())
        elif button.get("type") == "submit":
            assert button.xpath("ancestor::form")
        else:
            hidden = button.xpath(NEEDS_SCRIPT) or button.xpath("ancestor::dialog")  # which scripts open
            assert hidden, html.tostring(button, encoding="unicode")


@pytest.mark.parametrize("more", STATES)
@pytest.mark.parametrize("shown", VIEWS)
def test_forms_keep_the_rest(opened: Callable, atlas: Atlas, shown: str, more: str) -> None:
    """A form that is sent as it stands leads to the very state that it stands in."""
    query = f"?view={shown}{STATES[more]}"
    state, _ = read_query(query, atlas.known)
    forms = [one for one in opened(query).xpath("//form") if one.xpath(".//input")]
    assert len(forms) >= 2
    for form in forms:
        assert (form.get("method"), form.get("action")) == ("get", "./")
        sent = sent_by(form)
        meant = canonical(sent, atlas.known, leads_in(atlas))
        assert read_query(sent if meant is None else meant, atlas.known) == (state, ())


@pytest.mark.parametrize(
    ("path", "typed", "changes"),
    [
        ("//form[@role='search'][.//*[@id='table-search']]", {"q": "Nes"}, {"q": "Nes"}),
        ("//form[@id='pop-range']", {"pop_from": "9000", "pop_to": ""}, {"pop": (9000, None)}),
        ("//form[.//*[@id='find']]", {"find": "Rollag"}, {"municipality": "3051"}),
    ],
)
def test_fields(opened: Callable, atlas: Atlas, path: str, typed: dict, changes: dict) -> None:
    """What is typed changes its own part of the state, and nothing else."""
    query = "?lang=en&view=table&networks=&scenario=3006:naik&pop=1-2"
    (form,) = opened(query).xpath(path)
    meant = canonical(sent := sent_by(form, **typed), atlas.known, leads_in(atlas))
    state, ignored = read_query(meant or sent, atlas.known)
    assert (state, ignored) == (read_query(query, atlas.known)[0].but(**changes), ())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_planning(opened: Callable, lang: str) -> None:
    """Planning says in one line that it needs a script, and what there is instead."""
    page = opened(f"?view=plan&lang={lang}")
    (line,) = page.xpath("//*[@id='plan-tools']/p[@class='without-script']")
    assert "JavaScript" in line.text_content()
    assert page.xpath(f"//*[@id='{line.find('a').get('href').removeprefix('#')}']")


def test_presentation(opened: Callable, atlas: Atlas) -> None:
    """One steps on and back by addresses, and from the list to any step; at the ends one stays."""

    def led_to(page: html.HtmlElement, act: str) -> State:
        (button,) = page.xpath(f"//button[@data-story='{act}']")
        return read_query(button.get("value"), atlas.known)[0]

    page = opened("?view=present&step=3&scenario=3006:naik&lang=en")
    here = State(lang="en", view="present", scenario=led_to(page, "next").scenario)
    assert (led_to(page, "previous"), led_to(page, "next")) == (here.but(step=2), here.but(step=4))
    listed = page.xpath("//*[@id='story-overview']//li/button")
    assert [read_query(one.get("value"), atlas.known)[0].step for one in listed] == list(range(1, len(listed) + 1))
    assert [one.get("aria-current") for one in listed[:4]] == [None, None, "step", None]
    assert page.xpath("//a[@href='#story-overview']")
    assert led_to(opened("?view=present"), "previous").step == 1
    last = opened("?view=present&step=99")
    assert led_to(last, "next").step == len(last.xpath("//*[@id='story-overview']//li"))
    assert last.xpath("//button[@data-story='next']/@aria-disabled") == ["true"]


def test_charts(opened: Callable) -> None:
    """Each chart has its numbers as a table, which opens without a script."""
    charts = opened("?view=networks").xpath("//figure[contains(@class, 'chart')]")
    assert len(charts) >= 3
    assert all(len(one.xpath(".//details//table//td")) > 3 for one in charts)
