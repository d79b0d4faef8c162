"""Names that mean harm: in the data folder, in the address, in a file and in its name. Nothing of them is run."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import openpyxl
import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.conftest import READY, settled
from tests.geodata.county import County, write_county
from tests.serving import Server

#: Each would set ``window.harmed`` if it ran, or ask somebody for something.
HARM = """<img src=x onerror="window.harmed=1"><script>window.harmed=1</script>"""
SVG_HARM = """</text></svg><svg onload=window.harmed=1>"""
FORMULA = """=HYPERLINK("http://127.0.0.1:9/"&A1,"x")"""
VIEWS = ("overview", "table", "networks", "plan", "present", "data", "help")


@pytest.fixture(scope="module")
def hostile(serve: Callable[..., Server], tmp_path_factory: pytest.TempPathFactory) -> Server:
    """A server whose data folder was written by somebody who means harm."""
    county: County = write_county(tmp_path_factory.mktemp("hostile"))
    for row in (2, 3):
        county.cell("networks", row, "name_nb", f"Vest {HARM}")
        county.cell("networks", row, "short_name", f"V{row}{SVG_HARM}")
        county.cell("networks", row, "description_nb", FORMULA + HARM)
    for table in ("memberships", "statistics"):
        county.cell(table, 2, "source", f"{FORMULA} {HARM}")
    texts = county.rows("texts")
    for row, cells in enumerate(texts[1:], start=2):
        county.cell("texts", row, "nb", f"{cells[texts[0].index('nb')]} {HARM}")
    return serve(data=county.folder)


def unharmed(page: Page) -> None:
    """Nothing ran, and the markup that the names carry is text."""
    settled(page)
    assert page.evaluate("window.harmed") is None
    assert page.locator("img[src='x'], svg[onload], [onerror]").count() == 0


@pytest.mark.parametrize("view", VIEWS)
def test_folder(hostile: Server, visitor: Callable[..., BrowserContext], view: str) -> None:
    """Every view of a hostile folder shows its names as they are, from the server and after an answer."""
    page = visitor(hostile).new_page()
    page.goto(f"/?view={view}&title={quote(HARM)}&q={quote(HARM)}")
    page.wait_for_selector(READY, state="attached")
    unharmed(page)
    assert view != "networks" or "<img src=x" in page.inner_text("main")
    page.goto("/?municipality=9101")
    page.wait_for_selector(READY, state="attached")
    page.evaluate(f"() => document.querySelector('a[href*=\"view={view}\"]')?.click()")
    unharmed(page)


def test_files_of_a_hostile_folder(hostile: Server) -> None:
    """No cell of a spreadsheet is a formula, no text of a picture or page is markup, no entry leaves its archive."""
    query = f"?view=plan&scenario=9105:x&new=x:{quote(FORMULA)}&title={quote(FORMULA)}"
    for name in ("municipalities.xlsx", "networks.xlsx", "scenario.xlsx"):
        book = openpyxl.load_workbook(BytesIO(hostile.get(f"/export/{name}{query}")[2]))
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    for name in ("municipalities.csv", "networks.csv", "scenario.csv"):
        text = hostile.get(f"/export/{name}{query}")[2].decode("utf-8-sig")
        cells = [cell.strip('"') for line in text.splitlines() for cell in line.split(";")]
        assert [cell for cell in cells if cell.startswith(("=", "@", "+"))] == []
    for name in ("map.svg", "map.html"):
        text = hostile.get(f"/export/{name}{query}")[2].decode()
        assert "<img src=x" not in text
        assert "<svg onload" not in text
    with zipfile.ZipFile(BytesIO(hostile.get(f"/export/presentation.pptx{query}")[2])) as archive:
        assert [one for one in archive.namelist() if one.startswith("/") or ".." in one] == []


def test_address_and_headers(server: Server) -> None:
    """Line breaks in an address stay in it: no header follows from them."""
    for path in ("/?view=table%0d%0aX-Harm:%201", "/export/map.svg?title=a%0d%0aX-Harm:%201", "/?find=a%0d%0aX-Harm:1"):
        status, headers, _ = server.get(path)
        assert status in (200, 303)
        assert "X-Harm" not in headers


def test_import_preview(open_page: Callable[..., Page], tmp_path: Path) -> None:
    """A planner's file whose name and cells mean harm is previewed as text."""
    page = open_page("?view=plan")
    file = tmp_path / "<img src=x onerror=alert(1)>.csv"
    file.write_text(f"kommune;nettverk\n3006;{HARM.replace(chr(34), '')}\n{SVG_HARM};naik\n", encoding="utf-8")
    page.click("#tab-file")
    with page.expect_file_chooser() as chosen:
        page.click('[data-plan="import"]')
    chosen.value.set_files(file)
    page.wait_for_selector("#import-report li")
    unharmed(page)
    assert "<img" in page.inner_text("#import-report")
