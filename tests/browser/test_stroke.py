"""Painting over several by dragging: at once, as one step, and without losing the way to move the map."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Request

from tests.browser.conftest import settled
from tests.browser.test_plan import address
from tests.browser.where import Point, middle, view_of_map

#: Four that lie in a row and are in no network, from north to south.
ROW = ("3052", "3051", "3050", "3006")
BRUSH = '[data-brush="follo"]'
FILLS = "() => Object.fromEntries([...climate.map.areas].map(([number, area]) => [number, area.dataset.fill]))"


@pytest.fixture
def planner(open_page: Callable[..., Page]) -> Page:
    """A plan with a brush in the hand."""
    page = open_page("?view=plan")
    page.click(BRUSH)
    page.mouse.move(5, 5)
    return page


def drag(page: Page, places: list[Point], button: str = "left") -> None:
    """Press at the first place, and move over the others; the button stays down."""
    page.mouse.move(*places[0])
    page.mouse.down(button=button)
    for place in places[1:]:
        page.mouse.move(*place, steps=5)


def questions(page: Page) -> list[str]:
    """What the page asks the server from now on."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if request.method == "POST":
            asked.append(request.url)

    page.on("request", note)
    return asked


def of(page: Page, numbers: tuple[str, ...]) -> set[str]:
    """The networks whose colour areas show."""
    fills = page.evaluate(FILLS)
    return {fills[number].rpartition("~")[2] for number in numbers}


def test_one_step(planner: Page) -> None:
    """Every area answers while the pointer is down; one question, one step of history and one to undo at the end."""
    page = planner
    asked, steps = questions(page), page.evaluate("history.length")
    drag(page, [middle(page, number) for number in ROW])
    assert of(page, ROW) == {"follo"}
    assert (asked, address(page), page.evaluate("history.length")) == ([], "?view=plan", steps)
    page.mouse.up()
    settled(page)
    assert all(f"{number}:follo" in address(page) for number in ROW)
    assert len(asked) == 1
    assert page.evaluate("history.length") == steps + 1
    assert page.locator("[data-panel]").count() == 0
    page.click('[data-plan="undo"]')
    page.wait_for_selector('[data-kpi="municipalities"][data-value="45"]')
    assert address(page) == "?view=plan"


def test_in_the_same_frame(planner: Page) -> None:
    """An area has its new colour before the next frame is drawn, and nothing is measured in between."""
    page = planner
    start, end = middle(page, "3052"), middle(page, "3051")
    page.mouse.move(*start)
    page.mouse.down()
    fill = page.evaluate(
        """([x, y]) => {
            const at = { clientX: x, clientY: y, pointerId: 1, buttons: 1, bubbles: true, pointerType: "mouse" };
            climate.map.svg.dispatchEvent(new PointerEvent("pointermove", at));
            return climate.map.areas.get("3051").dataset.fill;
        }""",
        end,
    )
    assert fill.endswith("follo")
    page.mouse.up()


def test_escape(planner: Page) -> None:
    """Escape takes the stroke back while the pointer is down; the brush stays, and what was there before, too."""
    page = planner
    page.mouse.click(*middle(page, "3045"))
    page.wait_for_selector('[data-kpi="municipalities"][data-value="46"]')
    settled(page)
    before, fills = address(page), page.evaluate(FILLS)
    drag(page, [middle(page, number) for number in ROW])
    assert page.evaluate(FILLS) != fills
    page.keyboard.press("Escape")
    assert page.evaluate(FILLS) == fills
    page.mouse.up()
    settled(page)
    assert (address(page), page.evaluate(FILLS)) == (before, fills)
    assert page.get_attribute(BRUSH, "aria-pressed") == "true"


def test_short_press(planner: Page) -> None:
    """A press that trembles is a press."""
    page = planner
    x, y = middle(page, "3051")
    drag(page, [(x, y), (x + 2, y + 1)])
    page.mouse.up()
    page.wait_for_selector('[data-kpi="municipalities"][data-value="46"]')
    assert address(page) == "?view=plan&scenario=3051:follo"


@pytest.mark.parametrize("how", ["outside", "middle", "shift"])
def test_map_still_moves(planner: Page, how: str) -> None:
    """Dragging what is no municipality, with the middle button or with Shift moves the map and paints nothing."""
    page = planner
    page.evaluate("climate.zoom.act('zoom-in')")
    before = view_of_map(page)
    x, y = middle(page, "3051")
    if how == "outside":
        x, y = page.evaluate(
            """() => {
                const box = climate.map.svg.getBoundingClientRect();
                const isFree = (node) => node?.closest("#map") && !node.closest(".area");
                for (let x = box.left + 40; x < box.right - 160; x += 20)
                    for (let y = box.top + 40; y < box.bottom - 100; y += 20)
                        if (isFree(document.elementFromPoint(x, y))) return [x, y];
            }"""
        )
    if how == "shift":
        page.keyboard.down("Shift")
    drag(page, [(x, y), (x + 50, y + 30)], button="middle" if how == "middle" else "left")
    page.mouse.up(button="middle" if how == "middle" else "left")
    page.keyboard.up("Shift")
    assert view_of_map(page)[:2] == pytest.approx((before[0] + 50, before[1] + 30), abs=6)
    assert address(page) == "?view=plan"


def test_without_a_brush(open_page: Callable[..., Page]) -> None:
    """Without a brush a drag moves the map, as everywhere."""
    page = open_page("?view=plan")
    before = view_of_map(page)
    x, y = middle(page, "3051")
    page.evaluate("climate.zoom.act('zoom-in')")
    drag(page, [(x, y), (x + 40, y)])
    page.mouse.up()
    assert view_of_map(page) != before
    assert address(page) == "?view=plan"


def test_answer_during_a_stroke(planner: Page) -> None:
    """An answer to what was asked before does not wipe out what is being painted."""
    page = planner
    page.mouse.click(*middle(page, "3045"))
    drag(page, [middle(page, number) for number in ROW[:2]])
    page.wait_for_selector('[data-kpi="municipalities"][data-value="46"]')
    settled(page)
    assert of(page, ("3045", *ROW[:2])) == {"follo"}
    page.mouse.up()
    settled(page)
    assert all(f"{number}:follo" in address(page) for number in ("3045", *ROW[:2]))


def test_beyond_the_map(planner: Page) -> None:
    """A stroke that ends beside the map counts, and no press is left hanging."""
    page = planner
    drag(page, [middle(page, "3052"), middle(page, "3051"), (60, 500)])
    page.mouse.up()
    settled(page)
    assert "3051:follo" in address(page)
    assert "3052:follo" in address(page)
    painted = address(page)
    page.mouse.move(*middle(page, "3006"))
    settled(page)
    assert address(page) == painted
