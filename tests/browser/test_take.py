"""Taking it along: the sentence, the link, the files of what is shown."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import wait_for_state
from tests.serving import start

QUERY = "?lang=en&year=2023&networks=none"


def words(text: str) -> str:
    """The text on one line, with plain spaces."""
    return " ".join(text.split())


def test_copy(open_page: Callable[..., Page]) -> None:
    """The sentence is copied as it stands, the link as the address says, after a change as well; both are confirmed."""
    page = open_page(QUERY, permissions=["clipboard-read", "clipboard-write"])
    page.click(".take summary")
    page.click('[data-copy]:not([data-copy="link"])')
    expect(page.locator("#map-hint")).to_be_visible()
    expect(page.locator("#announcer")).to_have_text("Copied")
    sentence = words(page.inner_text("#summary"))
    assert sentence.startswith("45 of 51 municipalities")
    copied = words(page.evaluate("navigator.clipboard.readText()"))
    assert copied.startswith(sentence + " ")
    assert copied.endswith("before January 2025.")  # the day of the register, not of the population alone
    assert page.evaluate("document.activeElement.hasAttribute('data-copy')")
    page.evaluate("climate.go(climate.query({ lang: 'nn', municipality: '3051' }))")
    wait_for_state(page, "municipality=3051")
    page.wait_for_selector('html[lang="nn"]')
    page.click('[data-copy="link"]')
    page.wait_for_function("async () => (await navigator.clipboard.readText()) === location.href")
    page.click('[data-copy]:not([data-copy="link"])')
    page.wait_for_function("async () => (await navigator.clipboard.readText()).includes('kommunar')")
    copied = words(page.evaluate("navigator.clipboard.readText()"))
    assert copied.startswith(words(page.inner_text("#summary")) + " ")


def test_public_link(open_page: Callable[..., Page]) -> None:
    """Links are copied as others reach them, where the server was told its address."""
    server = start("--public-url", "https://kart.example.no/klima")
    try:
        page = open_page("?municipality=3051", at=server, permissions=["clipboard-read", "clipboard-write"])
        page.click(".take summary")
        page.click('[data-copy="link"]')
        copied = "https://kart.example.no/klima/?municipality=3051"
        page.wait_for_function("async (text) => (await navigator.clipboard.readText()) === text", arg=copied)
    finally:
        server.stop()


def test_pinned_link(open_page: Callable[..., Page]) -> None:
    """The link with the revision is the address as it is now and the revision of the data, which leads here."""
    page = open_page(QUERY, permissions=["clipboard-read", "clipboard-write"])
    page.click(".take summary")
    page.evaluate("climate.go(climate.query({ municipality: '3051' }))")
    wait_for_state(page, "municipality=3051")
    page.click('[data-copy*="revision="]')
    page.wait_for_function("async () => (await navigator.clipboard.readText()).includes('municipality=3051')")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(page.url + "&revision=")
    page.goto(copied)
    expect(page.locator("#notice")).to_be_empty()


def test_files(open_page: Callable[..., Page]) -> None:
    """Every file that is offered is there, of this state, and is saved under its name."""
    page = open_page(QUERY)
    page.click(".take summary")
    links = page.locator(".take-files a")
    offered = links.evaluate_all("all => all.map((one) => [one.getAttribute('href'), one.download, one.innerText])")
    assert len(offered) >= 8
    for href, name, text in offered:
        assert href == f"export/{name}{QUERY}"
        assert name.rpartition(".")[2].upper() in text
        answer = page.request.get("/" + href)
        assert answer.status == 200, name
        assert len(answer.body()) > 200, name
    csv = page.request.get(f"/export/municipalities.csv{QUERY}").body().decode("utf-8-sig")
    assert csv.count("\n") >= 7
    assert "Rollag" in csv
    assert "Bærum" not in csv
    with page.expect_download() as download:
        links.first.click()
    assert download.value.suggested_filename == offered[0][1]
    assert page.get_attribute("#map", "data-state") == QUERY[1:]


def test_print_button(open_page: Callable[..., Page]) -> None:
    """The third button opens the browser's own dialog for printing."""
    page = open_page()
    page.evaluate("window.print = () => { window.asked = true; }")
    page.click(".take summary")
    page.click("[data-print]")
    assert page.evaluate("window.asked") is True
