"""The map as a picture that the browser makes: twice the size, with the page's own font, saved or copied."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from dashboard.colours.palette import PAGE
from geodata.register import Register

SIZE = (2400, 1800)


def colours(content: bytes) -> dict[str, int]:
    """Pixels by colour."""
    image = Image.open(io.BytesIO(content)).convert("RGB")
    assert image.size == SIZE
    return {"#{:02x}{:02x}{:02x}".format(*colour): count for count, colour in image.getcolors(SIZE[0] * SIZE[1])}


def wanted(register: Register, theme: str) -> dict[str, str]:
    """Colours that must be there: every network that covers, land and sea."""
    networks = {one.id: one.colours[theme] for one in register.networks.values() if one.kind == "climate_network"}
    return networks | {name: PAGE[theme][name] for name in ("sea", "land", "gap-fill", "gap-line", "paper")}


@pytest.mark.parametrize(("query", "scheme", "theme"), [("", "dark", "dark"), ("?theme=light", "dark", "light")])
def test_download(
    open_page: Callable[..., Page], viken: Register, tmp_path, query: str, scheme: str, theme: str
) -> None:
    """The PNG is 2400 by 1800 and holds the colours of every network, in the theme of the address or the reader's."""
    page = open_page(query, scheme=scheme)
    page.click(".take summary")
    with page.expect_download() as download:
        page.click('[data-picture="download"]')
    assert download.value.suggested_filename == "map.png"
    download.value.save_as(tmp_path / "map.png")
    found = colours((tmp_path / "map.png").read_bytes())
    assert {name: colour for name, colour in wanted(viken, theme).items() if found.get(colour, 0) < 500} == {}
    expect(page.locator('[data-picture="said"]')).to_be_empty()


def test_own_font(open_page: Callable[..., Page], tmp_path) -> None:
    """Its names are set in the page's font, which the picture carries: with another font the pixels are others."""
    page = open_page()
    page.click(".take summary")
    drawn = page.request.get("/export/map.svg?theme=light").text()
    pictures = []
    for font in ("Inter", "Nowhere"):
        body = drawn.replace('font-family="Inter,', f'font-family="{font},')
        page.route("**/export/map.svg*", lambda route, *, body=body: route.fulfill(body=body))
        with page.expect_download() as download:
            page.click('[data-picture="download"]')
        download.value.save_as(tmp_path / "map.png")
        pictures.append((tmp_path / "map.png").read_bytes())
    assert pictures[0] != pictures[1]


def test_copy(open_page: Callable[..., Page], viken: Register) -> None:
    """With leave, the same picture lies on the clipboard, and that is said."""
    page = open_page("?lang=en&theme=light", permissions=["clipboard-read", "clipboard-write"])
    page.click(".take summary")
    page.click('[data-picture="copy"]')
    expect(page.locator("#announcer")).to_have_text("Copied")
    content = page.evaluate(
        """async () => {
            const blob = await (await navigator.clipboard.read())[0].getType("image/png");
            return btoa([...new Uint8Array(await blob.arrayBuffer())].map((one) => String.fromCharCode(one)).join(""));
        }"""
    )
    found = colours(base64.b64decode(content))
    assert {name for name, colour in wanted(viken, "light").items() if found.get(colour, 0) < 500} == set()


@pytest.mark.parametrize(
    "refusal",
    [
        "() => { navigator.clipboard.write = () => Promise.reject(new DOMException('no', 'NotAllowedError')); }",
        "Object.defineProperty(navigator, 'clipboard', { value: undefined })",
    ],
)
def test_refused(open_page: Callable[..., Page], refusal: str) -> None:
    """When the clipboard refuses, or there is none at an insecure address, it is said, and the download is offered."""
    page = open_page("?lang=en")
    page.evaluate(refusal)
    page.click(".take summary")
    page.click('[data-picture="copy"]')
    said = "The browser did not let the picture onto the clipboard. Download it instead."
    expect(page.locator("#announcer")).to_have_text(said)
    expect(page.locator('[data-picture="said"]')).to_have_text(said)
    expect(page.locator('[data-picture="download"]')).to_be_focused()


def test_failed(open_page: Callable[..., Page]) -> None:
    """A server that does not answer is told as what it is, and the button can be pressed again."""
    page = open_page("?lang=nn")
    page.route("**/export/map.svg*", lambda route: route.fulfill(status=200, body="<svg"))
    page.click(".take summary")
    page.click('[data-picture="download"]')
    expect(page.locator('[data-picture="said"]')).to_have_text("Biletet kunne ikkje lagast.")
    expect(page.locator('[data-picture="download"]')).not_to_have_attribute("aria-disabled", "true")
