"""The page as it came and the page that the scripts have taken over are the same to the eye."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.conftest import READY, two_frames

SCENARIO = "scenario=3006:naik%2Bfollo,3048:hallingdal&networks=naik"
#: Views with a map of their own and without, and what the map can show.
DESKTOP_STATES = (
    "",
    "?view=table&municipality=3051&networks=none",
    f"?view=plan&{SCENARIO}",
    "?view=networks",
    "?view=data",
    "?view=help",
    "?view=present",
    "?view=present&step=7",
    "?embed=1&networks=none",
    "?municipality=3051&lang=en",
    f"?{SCENARIO}&theme=dark",
    "?colour=population&networks=follo",
    "?layer=kongsbergregionen",
    "?networks=naik",
)
PHONE_STATES = ("", "?view=table", f"?view=plan&{SCENARIO}", "?view=networks", "?view=present&step=7", "?embed=1")
WITHIN_PX = 0.5
#: Keep what is seen of each element; nodes stay, so that they can be asked again.
KEEP = """() => {
    const seen = (node) => node.checkVisibility({ visibilityProperty: true }) && node.getClientRects().length;
    const style = (node, ...names) => names.map((name) => getComputedStyle(node)[name]).join();
    const box = (node) => ["x", "y", "width", "height"].map((side) => node.getBoundingClientRect()[side]);
    const look = (node) => style(node, "color", "backgroundColor");
    const inMap = (node) => node.closest("#map") && node.id !== "map";
    const inSight = (node) => { const one = node.getBoundingClientRect(), all = document.getElementById("map")
        .getBoundingClientRect(); return one.left >= all.left && one.right <= all.right && one.top >= all.top
        && one.bottom <= all.bottom; };
    const label = (node) => [...node.querySelectorAll("text")].map((line) => line.textContent).join(" ");
    window.sight = {
        all: () => [...document.querySelectorAll("body *")].filter((node) => !inMap(node) && seen(node))
            .map((node) => [node, { box: box(node), look: look(node) }]),
        areas: () => Object.fromEntries([...document.querySelectorAll("#map .area")].map((node) =>
            [node.dataset.municipality, { box: box(node), fill: getComputedStyle(node).fill }])),
        names: () => Object.fromEntries([...document.querySelectorAll("#map .label")].filter(seen).filter(inSight)
            .map((node) => [label(node), { box: box(node), kind: node.getAttribute("class") }])),
        callout: () => [...document.querySelectorAll("#map .callout text")].filter(seen)
            .map((node) => ({ text: node.textContent, box: box(node) })),
        lines: () => [...document.querySelectorAll("#map :is(.border, .outline, .mark, .member)")]
            .map((node) => [node, node.getAttribute("d") || ""]).filter(([, path]) => path)
            .map(([node, path]) => style(node, "stroke", "strokeWidth", "strokeOpacity", "strokeDasharray") + path),
        page: () => [...["data-theme", "lang"].map((name) => document.documentElement.getAttribute(name)),
            style(document.documentElement, "colorScheme", "backgroundColor"), document.title],
    };
    window.before = Object.fromEntries(Object.entries(sight).map(([name, look]) => [name, look()]));
    before.all = new Map(before.all);
}"""
#: What is not as it was.
COMPARE = """(within) => {
    const told = (node) => `${node.nodeName.toLowerCase()} ${node.closest(".views") ? ".views " : ""}#${node.id} ` +
        `.${node.getAttribute("class")} ${(node.textContent || "").slice(0, 30)}`;
    const moved = (one, other) => one.some((value, at) => Math.abs(value - other[at]) > within);
    const wrong = [], now = new Map(sight.all());
    for (const [node, { box, look }] of before.all) {
        const after = now.get(node);
        if (!after) wrong.push(`gone: ${told(node)}`);
        else if (moved(box, after.box)) wrong.push(`moved: ${told(node)} ${box} ${after.box}`);
        else if (look !== after.look) wrong.push(`recoloured: ${told(node)} ${look} ${after.look}`);
    }
    for (const node of now.keys()) if (!before.all.has(node)) wrong.push(`new: ${told(node)}`);
    const areas = sight.areas();
    for (const [number, { box, fill }] of Object.entries(before.areas)) {
        if (moved(box, areas[number].box)) wrong.push(`area: ${number} ${box} ${areas[number].box}`);
        if (fill !== areas[number].fill) wrong.push(`fill: ${number} ${fill} ${areas[number].fill}`);
    }
    const lines = sight.lines();
    before.lines.forEach((line, at) => line === lines[at] || wrong.push(`line: ${line.slice(0, 99)} ${lines[at]}`));
    if (String(before.page) !== String(sight.page())) wrong.push(`page: ${before.page} ${sight.page()}`);
    return wrong;
}"""
#: In what a name on the map is not as it was: the unorganised, those who move, and the networks.
NAMES = """() => {
    const kinds = (text) => text.split(" ").filter((one) => one !== "name").sort().join(" "), wrong = [];
    const middle = ([x, y, width, height]) => [x + width / 2, y + height / 2];
    const after = sight.names();
    const must = (all) => Object.keys(all).filter((one) => /gap|moved|group/.test(all[one].kind));
    for (const one of new Set([...must(before.names), ...must(after)])) {
        const was = before.names[one], is = after[one];
        if (!was || !is) wrong.push(`${was ? "gone" : "new"}: ${one}`);
        else if (middle(was.box).some((value, at) => Math.abs(value - middle(is.box)[at]) > 1)) wrong.push(
            `moved: ${one} ${was.box} ${is.box}`);
        else if (kinds(was.kind) !== kinds(is.kind)) wrong.push(`${one}: ${was.kind} ${is.kind}`);
    }
    const callout = sight.callout(), near = (one, other) => one.text === other?.text
        && one.box.every((value, at) => Math.abs(value - other.box[at]) <= 2);
    const same = callout.length === before.callout.length && callout.every((one, at) => near(one, before.callout[at]));
    if (!same) wrong.push(`callout: ${JSON.stringify([before.callout, callout])}`);
    return wrong;
}"""


@contextmanager
def held(context: BrowserContext, query: str) -> Iterator[Page]:
    """The page of a query, painted, its script on the way; with the end of the block the script arrives and is done."""
    page, asked = context.new_page(), []
    page.route("**/page.js", lambda route: asked.append(route))
    with page.expect_request("**/page.js"):
        page.goto("/" + query, wait_until="commit")
    page.wait_for_function("() => document.readyState !== 'loading'")
    page.evaluate("document.fonts.ready.then(() => true)")
    two_frames(page)
    yield page
    assert page.evaluate("typeof climate") == "undefined"
    asked[0].continue_()
    page.wait_for_selector(READY, state="attached")
    two_frames(page)


def compared(context: BrowserContext, query: str) -> tuple[list[str], list[str]]:
    """What of a page is not as it was before its script, in all and among the names that always stand."""
    with held(context, query) as page:
        page.evaluate(KEEP)
    wrong, names = page.evaluate(COMPARE, WITHIN_PX), page.evaluate(NAMES)
    page.close()
    return wrong, names


@pytest.mark.parametrize("query", DESKTOP_STATES)
def test_desktop(visitor: Callable[..., BrowserContext], query: str) -> None:
    """Nothing moves, comes, goes or changes its colour: areas, names, header, sidebar, legend, panel, table, step."""
    assert compared(visitor(), query) == ([], [])


@pytest.mark.parametrize("size", [(1440, 790), (1280, 720), (820, 1180), (1920, 1080)], ids=str)
def test_other_windows(visitor: Callable[..., BrowserContext], size: tuple[int, int]) -> None:
    """Nor in the windows of laptops, a projector, a tablet and a large screen."""
    assert compared(visitor(size=size), "") == ([], [])


@pytest.mark.parametrize("query", PHONE_STATES)
def test_phone(visitor: Callable[..., BrowserContext], query: str) -> None:
    """Nor on a phone, but for the row of views, which scrolls to the present one."""
    wrong, _ = compared(visitor(size=(390, 844), touch=True), query)
    assert [one for one in wrong if not one.startswith("moved: a .views")] == []


@pytest.mark.parametrize("query", ["", f"?{SCENARIO}", "?colour=density&layer=kongsbergregionen"])
def test_dark(visitor: Callable[..., BrowserContext], query: str) -> None:
    """Nor in the dark, when the reader's system asks for it."""
    assert compared(visitor(scheme="dark"), query) == ([], [])


@pytest.mark.parametrize(("scheme", "theme"), [("light", "dark"), ("dark", "light")])
def test_theme_of_the_address(visitor: Callable[..., BrowserContext], scheme: str, theme: str) -> None:
    """The theme of the address holds from the first byte: with it the page is painted, before any script."""
    context = visitor(scheme=scheme)
    with held(context, f"?theme={theme}") as page:
        page.evaluate(KEEP)
        assert page.get_attribute("html", "data-theme") == theme
        red, green, blue = page.evaluate("getComputedStyle(document.body).color.match(/\\d+/g).map(Number)")
        assert (red + green + blue > 3 * 128) == (theme == "dark"), "ink"
    assert page.evaluate(COMPARE, WITHIN_PX) == []


def test_no_transition(visitor: Callable[..., BrowserContext]) -> None:
    """No colour glides in, neither at the first paint nor when the script takes over; at a choice it may."""
    context = visitor(reduced_motion="no-preference")
    context.add_init_script(
        "window.glided = []; addEventListener('transitionrun', ({ target, propertyName }) =>"
        " glided.push(`${propertyName} of ${target.getAttribute('class')}`), true);"
    )
    with held(context, f"?{SCENARIO}") as page:
        assert page.evaluate("glided") == []
    assert page.evaluate("glided") == []
    page.click('[data-network-toggle="follo"]')
    page.wait_for_function("() => glided.some((one) => one.startsWith('fill of area'))")
