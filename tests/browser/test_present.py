"""The presentation, gone through as a presenter does: by remote, by mouse, by finger, on paper, without a server."""

from __future__ import annotations

import csv
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import READY, address, wait_for_state
from tests.browser.test_print import printed, told, words
from tests.browser.where import Fingers, middle, view_of_map
from tests.serving import PROJECT, start

SCENARIO = "scenario=3006:kb,3050:kb,3048:hallingdal&new=kb:Kongsberg%20klimanettverk&title=Forslag"
SIZES = [(1440, 900), (1920, 1080), (900, 600), (820, 1180), (390, 844)]

#: What does not fit at the step that is seen.
WRONG = """() => {
    const box = (node) => node.getBoundingClientRect(), shown = document.querySelector(".step.now");
    const map = box(document.querySelector(".stage")), bar = box(document.querySelector(".story-bar"));
    const words = box(shown), wrong = [];
    const beside = (a, b) => a.right <= b.left + 1 || b.right <= a.left + 1;
    const above = (a, b) => a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
    for (const node of shown.querySelectorAll("h2, p, li, img, td, th")) {
        const inside = box(node.closest(".table-scroll") || shown), own = box(node);
        const out = own.width && (own.right > inside.right + 1 || own.left < inside.left - 1);
        if (out) wrong.push(node.textContent || node.nodeName);
    }
    if (map.width && !beside(map, words) && !above(map, words)) wrong.push("map over words");
    if (document.documentElement.scrollWidth > innerWidth) wrong.push("scrolls sideways");
    if (bar.bottom > innerHeight + 1 || words.bottom > bar.top + 1) wrong.push("controls");
    return wrong;
}"""


#: The room that A4 on its side has inside the margins of the page, in CSS pixels.
A4_LANDSCAPE = {"width": 1054, "height": 726}
SIX_OUTSIDE = ("3006", "3045", "3048", "3050", "3051", "3052")

#: What stands outside its page, or under the map beside it.
CUT_ON_PAPER = """() => {
    const wrong = [];
    for (const step of document.querySelectorAll(".step")) {
        const page = step.getBoundingClientRect(), side = step.querySelector(".step-side");
        const right = side ? side.getBoundingClientRect().left : page.right;
        for (const node of step.querySelectorAll(".step-words :is(h2, p, li, th, td)")) {
            const { top, left, bottom, right: end } = node.getBoundingClientRect();
            if (top < page.top - 1 || bottom > page.bottom + 1 || left < page.left - 1 || end > right + 1)
                wrong.push(`${step.id}: ${node.textContent}`);
        }
        if (page.height > innerHeight) wrong.push(`${step.id}: higher than the page`);
    }
    return wrong;
}"""


def municipalities() -> list[str]:
    """The numbers of all municipalities, as the data folder has them."""
    text = (PROJECT / "data" / "municipalities.csv").read_text("utf-8")
    return [row["number"] for row in csv.DictReader(text.splitlines())]


def headline(page: Page) -> str:
    """The headline of the step that is seen; there is one."""
    expect(page.locator(".step:visible")).to_have_count(1)
    return page.locator(".step:visible h2").inner_text()


def total(page: Page) -> int:
    """How many steps there are."""
    return page.locator(".step").count()


def fills(page: Page) -> dict[str, str]:
    """What each municipality on the map is painted by, "!" for those that do not stand out."""
    return page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("#map .area")].map((path) =>
            [path.dataset.municipality, path.dataset.fill + (path.classList.contains("dimmed") ? "!" : "")]))"""
    )


def wait_for_pictures(page: Page) -> None:
    """Wait until all that the presentation loads is there: the last are the maps for paper."""
    page.wait_for_function(
        """() => {
            const wanted = document.querySelectorAll("[data-picture-of]").length;
            const paper = document.querySelectorAll(".paper-map img");
            const loaded = (image) => image.complete && image.naturalWidth;
            return paper.length === wanted && [...document.images].every(loaded);
        }"""
    )


def walk(page: Page) -> list[str]:
    """From the first step to the last with a remote's key; the headlines on the way."""
    page.keyboard.press("Home")
    seen = [headline(page)]
    for step in range(2, total(page) + 1):
        page.keyboard.press("PageDown")
        assert f"step={step}" in address(page)
        seen.append(headline(page))
    return seen


def test_remote(open_page: Callable[..., Page]) -> None:
    """Page Down and Page Up step, Home and End jump, Escape leaves; the address says the step; the map follows."""
    page = open_page("?view=present")
    requests: list[str] = []
    page.wait_for_load_state("networkidle")
    page.on("request", lambda request: requests.append(request.url))
    seen = walk(page)
    assert seen[0] == "45 av 51 kommuner i Viken er med i et klimanettverk"
    assert len(set(seen)) == len(seen) == 9
    page.keyboard.press("PageDown")  # past the end nothing happens
    assert headline(page) == seen[-1]
    page.keyboard.press("Home")
    assert "step" not in address(page)
    keys = {"ArrowRight": 2, "ArrowDown": 3, "ArrowUp": 2, "PageUp": 1, " ": 2, "End": 9, "ArrowLeft": 8}
    for key, step in keys.items():
        page.keyboard.press(key)
        assert headline(page) == seen[step - 1], key
    page.keyboard.press("Home")
    for _ in range(6):
        page.keyboard.press("PageDown")
    assert headline(page) == "6 kommuner står utenfor"
    standing = {number for number, fill in fills(page).items() if not fill.endswith("!")}
    assert standing == {"3006", "3045", "3048", "3050", "3051", "3052"}
    assert float(page.get_attribute("#map", "data-zoom")) > 1.2
    assert requests == []  # no step asked the server for anything
    page.keyboard.press("Escape")
    wait_for_state(page, without="view=present")
    assert address(page) == ""
    expect(page.locator(".site-header")).to_be_visible()
    assert not [fill for fill in fills(page).values() if fill.endswith("!")]


def test_server_stopped(visitor: Callable[..., BrowserContext]) -> None:
    """Once loaded, it goes on when the connection drops: every step, with its pictures, and the way back."""
    server = start()
    page = visitor(at=server).new_page()
    page.goto(f"/?view=present&{SCENARIO}")
    page.wait_for_selector(READY, state="attached")
    wait_for_pictures(page)
    server.stop()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    seen = walk(page)
    assert len(seen) == 12
    assert seen[7:10] == [
        "48 av 51 kommuner i Viken blir med",
        "Dette er foreslått",
        "Nytt: Kongsberg klimanettverk samler 2 kommuner",
    ]
    page.keyboard.press("o")
    page.locator("#story-overview [data-step-go='8']").click()
    assert headline(page) == seen[7]
    sizes = page.locator(".step:visible .step-picture img").evaluate_all(
        "images => images.map((image) => image.naturalWidth)"
    )
    assert len(sizes) == 2
    assert min(sizes) > 0
    assert failed == []


def test_mouse_and_overview(open_page: Callable[..., Page]) -> None:
    """Buttons step, the overview jumps and shows where one is, "?" lists the keys, the black screen goes away."""
    page = open_page("?view=present")
    page.click('[data-story="next"]')
    page.click('[data-story="next"]')
    assert address(page) == "?view=present&step=3"
    page.click('[data-story="previous"]')
    expect(page.locator(".story-place")).to_have_text("2 / 9")
    page.click('[data-story="overview"]')
    rows = page.locator("#story-overview [data-step-go]")
    expect(rows).to_have_count(9)
    assert page.locator("#story-overview [aria-current]").inner_text() == headline(page)
    assert page.evaluate("document.activeElement.getAttribute('aria-current')") == "step"
    page.keyboard.press("ArrowRight")  # keys belong to the open list
    expect(page.locator(".story-place")).to_have_text("2 / 9")
    rows.nth(6).click()
    assert headline(page) == "6 kommuner står utenfor"
    expect(page.locator("#announcer")).to_have_text("Steg 7 av 9: 6 kommuner står utenfor")
    page.keyboard.press("?")
    expect(page.locator("#keys-help")).to_be_visible()
    expect(page.locator("#keys-help")).to_contain_text("Page Down")
    page.keyboard.press("Escape")
    page.keyboard.press("b")
    expect(page.locator("body")).to_have_class(re.compile("blank"))
    page.keyboard.press("PageDown")
    expect(page.locator("body")).not_to_have_class(re.compile("blank"))
    assert headline(page) == "6 kommuner står utenfor"


def test_keyboard_only(open_page: Callable[..., Page]) -> None:
    """Every control is reached by Tab, named, and pressed by Enter."""
    page = open_page("?view=present")
    names = []
    for _ in range(20):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.dataset.story || ''"))
        if names[-1] == "next":
            page.keyboard.press("Enter")
            break
    assert headline(page).startswith("NAIK")
    assert "previous" in names
    page.keyboard.press("Enter")  # the focus stays on the button
    expect(page.locator(".story-place")).to_have_text("3 / 9")


def test_full_screen(open_page: Callable[..., Page]) -> None:
    """F fills the screen where that is allowed; where it is refused, that is said and the page goes on."""
    page = open_page("?view=present")
    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement === document.documentElement")
    page.keyboard.press("PageDown")
    expect(page.locator(".story-place")).to_have_text("2 / 9")
    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement === null")
    page.evaluate("void (document.documentElement.requestFullscreen = () => Promise.reject(new TypeError('refused')))")
    page.click('[data-story="fullscreen"]')
    expect(page.locator("#map-hint")).to_contain_text("tillater ikke fullskjerm")
    page.keyboard.press("PageDown")
    expect(page.locator(".story-place")).to_have_text("3 / 9")


def test_address(open_page: Callable[..., Page]) -> None:
    """A step in the address is shown; past the last it is the last; one that is none is said to be ignored."""
    page = open_page("?view=present&step=7&lang=en")
    assert headline(page) == "6 municipalities outside"
    page = open_page("?view=present&step=40")
    assert headline(page) == "Kilder og forbehold"
    page = open_page("?view=present&step=null")
    expect(page.locator("#notice")).to_contain_text("step=null")
    assert headline(page).startswith("45 av 51")


def test_swipe(open_page: Callable[..., Page]) -> None:
    """On a phone a swipe to the left goes on, to the right back."""
    page = open_page("?view=present", size=(390, 844), touch=True)
    fingers = Fingers(page)
    fingers.swipe((330, 600), (60, 600))
    expect(page.locator(".story-place")).to_have_text("2 / 9")
    fingers.swipe((60, 600), (330, 600))
    expect(page.locator(".story-place")).to_have_text("1 / 9")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_fits(open_page: Callable[..., Page], size: tuple[int, int], scheme: str) -> None:
    """At every step words stay beside the map and inside the window; nothing scrolls sideways, the controls stay."""
    page = open_page(f"?view=present&{SCENARIO}", size=size, scheme=scheme)
    for step in range(1, total(page) + 1):
        wrong = page.evaluate(WRONG)
        assert wrong == [], (step, wrong)
        page.keyboard.press("PageDown")


@pytest.mark.parametrize("size", [(900, 600), (1024, 768), (700, 500)], ids=str)
def test_beside(open_page: Callable[..., Page], size: tuple[int, int]) -> None:
    """In a window that is wider than high the map stands beside the words, as high as they are."""
    page = open_page("?view=present", size=size)
    map, said = (page.locator(one).bounding_box() for one in (".stage", ".step:visible"))
    assert map["x"] >= said["x"] + said["width"] - 1
    assert map["height"] >= said["height"]


def test_compared(open_page: Callable[..., Page]) -> None:
    """Two maps side by side take most of the window, each over its own figures."""
    page = open_page(f"?view=present&step=8&{SCENARIO}", size=(1440, 900))
    figures = page.locator(".step:visible figure")
    counts = [figure.locator("[class=count]").all_inner_texts() for figure in figures.all()]
    assert counts == [["21", "12", "6", "6", "6"], ["21", "12", "6", "7", "2", "3"]]
    widths = [picture.bounding_box()["width"] for picture in figures.locator(".step-picture").all()]
    assert sum(widths) > 0.6 * 1440


def test_read_from_afar(open_page: Callable[..., Page]) -> None:
    """The text of a step is in full ink, and larger than the page's."""
    page = open_page("?view=present&step=4", size=(1440, 900))
    looks = "one => [getComputedStyle(one).color, parseFloat(getComputedStyle(one).fontSize)]"
    (text, px), (head, _) = (page.locator(f".step:visible {one}").evaluate(looks) for one in (".step-text", "h2"))
    assert text == head
    assert px >= 20


def test_paper(open_page: Callable[..., Page], tmp_path: Path) -> None:
    """One page a step, each with its headline and its map; no control on paper."""
    page = open_page(f"?view=present&{SCENARIO}")
    wait_for_pictures(page)
    heads = page.locator(".step h2").evaluate_all("heads => heads.map((head) => head.textContent)")
    file = printed(page, tmp_path)
    assert re.search(rf"^Pages:\s+{len(heads)}$", told("pdfinfo", file), re.MULTILINE)
    for number, head in enumerate(heads, 1):
        text = words(told("pdftotext", "-f", number, "-l", number, file, "-"))
        assert words(head) in text
        assert "Fullskjerm" not in text
    subprocess.run(["pdftoppm", "-r", "30", "-png", "-f", "7", "-l", "7", file, tmp_path / "page"], check=True)
    assert next(tmp_path.glob("page*.png")).stat().st_size > 10_000  # hatched areas, not a blank page


def test_code(open_page: Callable[..., Page]) -> None:
    """The last step has a code of the link, and the address to type, only where the server knows its public address."""
    page = open_page("?view=present&step=9")
    expect(page.locator(".step:visible")).to_contain_text("Kartverket")
    left = [page.locator(f".step:visible .step-sources {one}").bounding_box()["x"] for one in ("ul", "a")]
    assert left[0] == left[1], "the way to all sources stands under the sources"
    expect(page.locator(".qr")).to_have_count(0)
    server = start("--public-url", "https://kart.example.no/")
    try:
        page = open_page("?view=present&step=9&lang=nn", at=server)
        code = page.locator(".step:visible img.qr")
        assert code.get_attribute("alt")
        expect(page.locator(".step:visible .step-code")).to_contain_text("Opne kartet på telefonen")
        expect(page.locator(".step:visible .step-code")).to_contain_text("kart.example.no")
        wait_for_pictures(page)
        assert code.evaluate("image => image.complete && image.naturalWidth") > 0
    finally:
        server.stop()


def test_address_after_steps(open_page: Callable[..., Page]) -> None:
    """What the presentation wrote into the address is left behind on leaving; later choices start from there."""
    page = open_page("?view=present&step=4&lang=en")
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    assert address(page) == "?lang=en&view=present&step=6"
    page.keyboard.press("Escape")
    wait_for_state(page, without="view=present")
    assert address(page) == "?lang=en"
    page.click('[data-network-toggle="follo"]')
    wait_for_state(page, "networks=follo")
    assert sorted(address(page).lstrip("?").split("&")) == ["lang=en", "networks=follo"]
    page.go_back()
    wait_for_state(page, without="networks=follo")
    assert address(page) == "?lang=en"


@pytest.mark.parametrize("way", ["Escape", "button"])
def test_back_to_where_one_was(open_page: Callable[..., Page], way: str) -> None:
    """Leaving leads back to the view that the presentation was opened from, and all that it held."""
    page = open_page("?view=table&lang=en&sort=population")
    page.click('.views a[href*="view=present"]')
    wait_for_state(page, "view=present")
    page.keyboard.press("PageDown")
    if way == "button":
        page.click('[data-story="leave"]')
    else:
        page.keyboard.press("Escape")
    wait_for_state(page, "view=table")
    assert sorted(address(page).lstrip("?").split("&")) == ["lang=en", "sort=population", "view=table"]


@pytest.mark.parametrize("way", ["Escape", "button"])
def test_no_way_out_without_a_server(open_page: Callable[..., Page], way: str) -> None:
    """Where no server answers that is said; page and address stay the presentation's, and stepping goes on."""
    page = open_page("?view=present&step=2")
    page.evaluate("void (window.fetch = () => Promise.reject(new TypeError('gone')))")
    if way == "button":
        page.click('[data-story="leave"]')
    else:
        page.keyboard.press("Escape")
    expect(page.locator("#announcer")).to_contain_text("Serveren svarer ikke")
    assert address(page) == "?view=present&step=2"
    page.keyboard.press("PageDown")
    assert address(page) == "?view=present&step=3"


def test_number_of_2024_then_a_choice(open_page: Callable[..., Page]) -> None:
    """An address that was rewritten in place is what the next choice adds to."""
    page = open_page("?municipality=3303")
    page.wait_for_function("() => location.search === '?municipality=3006'")
    page.click('[data-network-toggle="follo"]')
    wait_for_state(page, "networks=follo")
    assert set(address(page).lstrip("?").split("&")) == {"municipality=3006", "networks=follo"}


def test_map_is_held(open_page: Callable[..., Page]) -> None:
    """While presenting, neither keys nor wheel nor a press move the map or choose on it; focus follows the step."""
    page = open_page("?view=present&step=3")
    before = view_of_map(page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#map')") is None
    page.locator("#step-3").focus()
    for key in ("+", "0", "-", "k"):
        page.keyboard.press(key)
    x, y = middle(page, "3005")
    page.mouse.click(x, y)
    page.mouse.wheel(0, -400)
    assert view_of_map(page) == before
    assert address(page) == "?view=present&step=3"
    page.locator("#step-3").focus()
    page.keyboard.press("PageDown")
    assert page.evaluate("document.activeElement.id") == "step-4"


@pytest.mark.parametrize(("moved", "language"), [(0, "en"), (1, "nb"), (12, "nb"), (13, "en"), (51, "nb"), (51, "en")])
def test_nothing_cut_on_paper(open_page: Callable[..., Page], moved: int, language: str) -> None:
    """However many are moved, on a page of A4 every word of every step stands inside it and beside its map."""
    numbers = sorted(municipalities(), key=lambda number: (number not in SIX_OUTSIDE, number))[:moved]
    scenario = ",".join(f"{number}:{'hallingdal' if place % 2 else 'ny'}" for place, number in enumerate(numbers))
    plan = f"&scenario={scenario}&new=ny:Numedal%20og%20Eiker%20klimanettverk" if moved else ""
    page = open_page(f"?view=present&lang={language}{plan}")
    page.set_viewport_size(A4_LANDSCAPE)
    page.emulate_media(media="print")
    assert page.evaluate(CUT_ON_PAPER) == []


def test_many_differences_on_paper(open_page: Callable[..., Page], tmp_path: Path) -> None:
    """All 51 moved: the list goes on over several steps, and every row stands on paper beside its map."""
    scenario = ",".join(f"{number}:ny" for number in municipalities())
    page = open_page(f"?view=present&scenario={scenario}&new=ny:{'Nettverket%20' * 3}W")
    wait_for_pictures(page)
    rows = page.locator('[data-kind="differences"] tbody th')
    names = rows.evaluate_all("cells => cells.map((cell) => [cell.textContent, cell.closest('.step').dataset.step])")
    assert len(names) == 51
    file = printed(page, tmp_path)
    pages = {step: words(told("pdftotext", "-f", step, "-l", step, file, "-")) for _, step in names}
    assert len(pages) > 1
    assert [name for name, step in names if name not in pages[step]] == []


#: Rows of the step that is seen which nobody sees without scrolling.
HIDDEN_ROWS = """() => {
    const shown = document.querySelector(".step.now"), foot = document.querySelector(".story-bar");
    const low = Math.min(foot.getBoundingClientRect().top, shown.getBoundingClientRect().bottom);
    return [...shown.querySelectorAll("tbody tr")].filter((row) => {
        const frame = row.closest(".table-scroll").getBoundingClientRect();
        return row.getBoundingClientRect().bottom > Math.min(low, frame.bottom) + 1;
    }).map((row) => row.textContent);
}"""


@pytest.mark.parametrize("size", [(1280, 720), (1366, 650), (1440, 900), (1920, 1080)], ids=str)
@pytest.mark.parametrize("moved", ["none", "Hallingdal", "all"])
def test_every_row_is_seen(open_page: Callable[..., Page], moved: str, size: tuple[int, int]) -> None:
    """With a remote in the hand nobody scrolls: every row of every table stands in the window."""
    everyone = ",".join(f"{number}:ny" for number in municipalities())
    emptied = ",".join(f"{number}:none" for number in ("3039", "3040", "3041", "3042", "3043", "3044"))
    plan = {"none": "", "Hallingdal": f"&scenario={emptied}", "all": f"&scenario={everyone}&new=ny:Nytt%20nettverk"}
    page = open_page(f"?view=present{plan[moved]}", size=size)
    seen = 0
    for step in range(total(page)):
        assert page.evaluate(HIDDEN_ROWS) == [], step
        seen += page.locator(".step.now tbody tr").count()
        page.keyboard.press("PageDown")
    assert seen >= {"none": 6, "Hallingdal": 18, "all": 51}[moved]
