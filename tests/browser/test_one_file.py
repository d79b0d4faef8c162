"""The one file in a browser: from a folder, without network, by pointer, keyboard and without script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.exports.catalogue import export
from dashboard.view.atlas import build_atlas
from dashboard.words.wording import LANGUAGES
from geodata.register import Register
from tests.browser.test_axe import violations
from tests.browser.test_layout import ALL_IN, UNFILLED


@pytest.fixture(scope="module")
def written(viken: Register, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """Write the file of a query; its address."""
    atlas, folder = build_atlas(viken), tmp_path_factory.mktemp("stick")

    def write(query: str = "") -> str:
        file: Path = folder / f"{abs(hash(query))}.html"
        file.write_bytes(export(atlas, "map.html", query).content)
        return file.as_uri()

    return write


@pytest.fixture
def open_file(chromium: Browser, written: Callable[[str], str]) -> Iterator[Callable[..., Page]]:
    """Open the file of a query, offline. The test fails if anything is asked for or the console says anything."""
    contexts, wrong = [], []

    def open_at(query: str = "", size: tuple[int, int] = (1440, 900), **options) -> Page:
        context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, offline=True, **options)
        contexts.append(context)
        address = written(query)
        context.on("request", lambda request: wrong.append(request.url) if request.url != address else None)
        context.on("console", lambda message: wrong.append(message.text))
        context.on("weberror", lambda error: wrong.append(str(error.error)))
        page = context.new_page()
        page.goto(address)
        return page

    yield open_at
    for context in contexts:
        context.close()
    assert wrong == []


def focused(page: Page) -> str | None:
    """The number of the area that has the focus."""
    return page.evaluate("document.activeElement.dataset.municipality || null")


def dimmed(page: Page) -> int:
    """How many areas do not stand out."""
    return page.locator("path.dim").count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours(open_file: Callable[..., Page], viken: Register, scheme: str) -> None:
    """51 areas, each in the colour of its network or the hatch, in the reader's theme; none bears another's."""
    page = open_file(color_scheme=scheme)
    painted = page.eval_on_selector_all(
        "path[data-walk]", "all => all.map((one) => [one.dataset.network, getComputedStyle(one).fill])"
    )
    assert len(painted) == 51
    for network, fill in painted:
        if network == "none":
            assert "fill-none" in fill
        else:
            colour = viken.networks[network].colours[scheme]
            assert fill == "rgb({}, {}, {})".format(*(int(colour[at : at + 2], 16) for at in (1, 3, 5)))


def test_keyboard(open_file: Callable[..., Page]) -> None:
    """One tab stop, arrows go to neighbours, letters jump, Enter chooses, Escape clears; card and row follow."""
    page = open_file()
    assert page.locator('path[data-walk][tabindex="0"]').count() == 1
    page.keyboard.press("Tab")
    assert focused(page) == "3001"
    names = []
    for _ in range(3):
        page.keyboard.press("r")
        names.append(page.evaluate("document.activeElement.dataset.name"))
    assert names == ["Rakkestad", "Ringerike", "Rollag"]
    page.locator('path[data-municipality="3051"]').focus()
    page.keyboard.press("ArrowDown")
    assert focused(page) == "3050"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    area = page.locator("path[aria-pressed=true]")
    number = area.get_attribute("data-municipality")
    assert number == focused(page)
    expect(page.locator("tr.chosen")).to_have_attribute("data-municipality", number)
    expect(page.locator("#card b")).to_have_text(area.get_attribute("data-name"))
    page.keyboard.press("Escape")
    expect(page.locator("path[aria-pressed=true]")).to_have_count(0)
    expect(page.locator("tr.chosen")).to_have_count(0)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.networkToggle") == "none"


def test_pointer(open_file: Callable[..., Page]) -> None:
    """The card says name, network and inhabitants; a press chooses, and the choice stays when the pointer leaves."""
    page = open_file("?lang=en&year=2023")
    page.locator('path[data-municipality="3052"]').hover()
    expect(page.locator("#card")).to_be_visible()
    card = [page.inner_text(f"#card > :nth-child({at})") for at in (1, 2, 3)]
    assert card == ["Nore og Uvdal", "without a climate network, in dialogue", card[2]]
    assert card[2].endswith(" inhabitants")
    expect(page.locator("tr.at")).to_have_attribute("data-municipality", "3052")
    page.locator('path[data-municipality="3007"]').click()
    expect(page.locator("tr.chosen")).to_have_attribute("data-municipality", "3007")
    page.mouse.move(20, 20)
    expect(page.locator("#card b")).to_have_text("Ringerike")
    assert "Network of active" in page.inner_text("#card")


def test_legend(open_file: Callable[..., Page]) -> None:
    """A press lets a network stand out, a second adds another, and released all stand out again."""
    page = open_file()
    follo, none = (page.locator(f'button[data-network-toggle="{id}"]') for id in ("follo", "none"))
    follo.click()
    assert dimmed(page) == 45
    none.press("Enter")
    assert dimmed(page) == 39
    assert follo.get_attribute("aria-pressed") == none.get_attribute("aria-pressed") == "true"
    follo.click()
    none.click()
    assert dimmed(page) == 0


def test_legend_within_filters(open_file: Callable[..., Page]) -> None:
    """The legend that the address asked for is pressed from the start; other filters stay."""
    page = open_file("?county=buskerud&networks=none&municipality=3051")
    assert dimmed(page) == 45
    page.locator('button[data-network-toggle="none"]').click()
    outside = page.locator("path[data-out]").count()
    assert 0 < outside == dimmed(page) < 45
    assert page.get_attribute("#chosen", "d")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe(open_file: Callable[..., Page], language: str, scheme: str) -> None:
    """Axe finds nothing, with a scenario, a filter, a choice and a remark about the address."""
    query = f"?lang={language}&scenario=3051:hallingdal&title=Opp&networks=none,hallingdal&municipality=3051&x=1"
    assert violations(open_file(query, color_scheme=scheme)) == []


@pytest.mark.parametrize("width", [320, 390, 820])
def test_narrow(open_file: Callable[..., Page], width: int) -> None:
    """The page never scrolls sideways, whatever a stranger calls things, and the six outside are named on the map."""
    page = open_file(f"?scenario=3030:aa&new=aa:{'Nettverk' * 5}&title={'W' * 60}&bogus={'w' * 60}", (width, 844))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    shown = page.locator(".names.narrow" if width < 621 else ".names.wide")
    expect(shown).to_be_visible()
    assert {"Rollag", "Sigdal", "Kongsberg"} <= set(shown.locator("text").all_text_contents())


def test_without_script(open_file: Callable[..., Page]) -> None:
    """Without JavaScript everything is there to read: the map with its names, the legend, the table, the sources."""
    page = open_file("?lang=en", java_script_enabled=False)
    for what, count in (("path[data-walk]", 51), ("tbody tr", 51), (".legend-rows li", 5), (".names.wide .gap", 6)):
        assert page.locator(what).count() == count
    for text in ("45 of 51 municipalities", "Without a climate network", "Statistics Norway", "Rollag"):
        assert text in page.inner_text("body")
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.locator("#keys")).to_be_hidden()


def test_print(open_file: Callable[..., Page]) -> None:
    """On light paper the first page holds sentence, map, figures and legend; the table begins one of its own."""
    page = open_file(color_scheme="dark")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1032})  # A4 less its margins, in CSS pixels
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    bottom = page.evaluate("document.getElementById('legend').getBoundingClientRect().bottom")
    assert bottom < 1032
    assert page.evaluate("getComputedStyle(document.querySelector('.list')).breakBefore") == "page"


def test_forced_colours(open_file: Callable[..., Page]) -> None:
    """In the system's own colours the areas keep theirs, which mean something."""
    page = open_file(forced_colors="active")
    fills = page.eval_on_selector_all("path[data-walk]", "all => all.map((one) => getComputedStyle(one).fill)")
    assert len(set(fills)) >= 5


def test_full_bars(open_file: Callable[..., Page]) -> None:
    """Where nobody is left outside, the bars are filled from end to end."""
    assert open_file(ALL_IN).evaluate(UNFILLED) == [0, 0, 0]


def test_no_fill_turns_at_first(open_file: Callable[..., Page]) -> None:
    """Without its script nothing in the file turns its colour, on the first paint either."""
    page = open_file("", java_script_enabled=False, reduced_motion="no-preference")
    assert page.locator("[data-walk]").first.evaluate("one => getComputedStyle(one).transitionDuration") == "0s"
