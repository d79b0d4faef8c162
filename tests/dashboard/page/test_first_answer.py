"""What the first answer says in words and numbers, read as text: nothing here needs a browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import html

from dashboard.markup.writer import as_html
from dashboard.page.frame.keys import KEY_ROWS, PLAN_KEYS, STORY_KEYS
from dashboard.page.layout import layout
from dashboard.page.parts import whole_page
from dashboard.page.settings import Settings
from dashboard.view.view import MapView

Opened = Callable[..., html.HtmlElement]


@pytest.fixture
def opened(view: Callable[..., MapView]) -> Opened:
    """The page at a query as a parser reads it."""

    def open_at(query: str = "") -> html.HtmlElement:
        return html.fromstring(f"<body>{as_html(layout(whole_page(view(query), Settings())))}</body>")

    return open_at


def number_of(text: str) -> int:
    """ "1 292 241" → 1292241, whatever separates the thousands."""
    return int("".join(filter(str.isdigit, text)))


def one(root: html.HtmlElement, path: str) -> html.HtmlElement:
    """The one element at a path (XPath)."""
    (found,) = root.xpath(path)
    return found


def kpi(page: html.HtmlElement, name: str) -> dict[str, str]:
    """The hooks of a figure in the headline, without ``data-``."""
    found = one(page, f'//*[@data-kpi="{name}"]').attrib.items()
    return {key.removeprefix("data-"): value for key, value in found if key.startswith("data-")}


def rows(page: html.HtmlElement, section: str, part: str = "tbody") -> list[list[str]]:
    """The cells of a table of the report."""
    found = one(page, f'//*[@id="{section}"]').xpath(f".//{part}/tr")
    return [[cell.text_content().strip() for cell in row] for row in found]


def fact(card: html.HtmlElement, title: str) -> str:
    """What a card says under a heading."""
    return one(card, f'.//dl//dt[text()="{title}"]/following-sibling::dd[1]').text_content()


def test_headline_numbers(opened: Opened) -> None:
    """It shows 45 of 51 municipalities, the population of 2026 and the land area, as plain integers in its hooks."""
    page = opened()
    assert kpi(page, "municipalities") == {"kpi": "municipalities", "value": "45", "total": "51"}
    assert kpi(page, "population") == {"kpi": "population", "value": "1278287", "total": "1338636", "year": "2026"}
    assert kpi(page, "area") == {"kpi": "area", "value": "17551", "total": "22768"}
    assert kpi(page, "unorganised") == {"kpi": "unorganised", "value": "6"}


def test_sentence(opened: Opened) -> None:
    """The sentence can be read without the map."""
    text = one(opened(), '//*[@id="summary"]').text_content()
    assert "45 av 51" in text
    assert "Øvre Eiker" in text


def test_legend(opened: Opened) -> None:
    """The legend has a toggle for each network and for the unorganised, none pressed."""
    toggles = opened().xpath("//*[@data-network-toggle]")
    pressed = {toggle.get("data-network-toggle"): toggle.get("aria-pressed") for toggle in toggles}
    assert pressed == dict.fromkeys(("naik", "ostfold", "follo", "hallingdal", "none"), "false")


def test_table_totals(opened: Opened) -> None:
    """The table's totals are those of what it shows."""
    table = one(opened("?view=table&networks=none&year=2023"), '//*[@id="municipalities"]')
    total = table.xpath('.//tfoot//td[contains(concat(" ", @class, " "), " number ")]')[0]
    assert len(table.xpath(".//tbody/tr")) == 6
    assert number_of(total.text_content()) == 59_356


@pytest.mark.parametrize(
    ("lang", "title", "key"),
    [
        ("nb", "Slik leser du kartet", "velg kommunen"),
        ("nn", "Slik les du kartet", "vel kommunen"),
        ("en", "How to read the map", "choose the municipality"),
    ],
)
def test_help(opened: Opened, lang: str, title: str, key: str) -> None:
    """It says in the reader's language how to read the map, what counts, every key, and how to cite."""
    article = one(opened(f"?view=help&lang={lang}"), '//*[@id="help-view"]')
    text = article.text_content()
    assert [heading.text_content() for heading in article.xpath(".//h1")] == [title]
    assert len(article.xpath(".//section")) >= 5
    assert [found.text_content() for found in article.xpath(".//kbd")] == [
        name for name, _ in (*KEY_ROWS, *PLAN_KEYS, *STORY_KEYS)
    ]
    assert key in text
    assert "2026" in text
    assert "Klima Viken" in text
    assert "{" not in text
    assert len(article.xpath('.//a[contains(@href, "view=data")]')) == 1


def test_cards(opened: Opened) -> None:
    """Each climate network tells its figures, founding, host, other names and how sure its list is; members link."""
    page = opened("?view=networks")
    founded = {"naik": "2016", "ostfold": "2012", "follo": "2008", "hallingdal": "ikke kjent"}
    for id, members in {"naik": 21, "ostfold": 12, "follo": 6, "hallingdal": 6}.items():
        card = one(page, f'//*[@id="network-{id}"]')
        assert f"{members} kommuner" in card.text_content().replace("\u00a0", " ")
        assert fact(card, "Stiftet") == founded[id]
        assert all(fact(card, title) for title in ("Vert", "Andre navn", "Nettsted", "Hvor sikkert"))
        listed = card.xpath('.//*[contains(concat(" ", @class, " "), " members ")]')[0]
        assert len(listed.xpath('.//a[starts-with(@href, "?")]')) == members
        assert card.xpath('.//a[starts-with(@href, "https://")]')
    naik = one(page, '//*[@id="network-naik"]')
    lists = naik.xpath('.//*[contains(concat(" ", @class, " "), " members ")]')
    (outside,) = (text for text in (found.text_content() for found in lists) if "utenfor Viken" in text)
    assert [name for name in ("Gjøvik", "Gran", "Vestre Toten") if name not in outside] == []
    assert "NAIK" in fact(naik, "Andre navn")
    assert "KEN" in fact(one(page, '//*[@id="network-follo"]'), "Andre navn")
    assert len(page.xpath('//*[contains(concat(" ", @class, " "), " card ")][@data-network]')) == 15
    assert "Ikke kjent" in one(page, '//*[@id="network-tregruppen"]').text_content()


@pytest.mark.parametrize("year", [2023, 2026])
def test_totals(opened: Opened, year: int) -> None:
    """Every table adds up to the headline's figures, digit by digit."""
    page = opened(f"?view=networks&year={year}")
    names = ("municipalities", "population", "area")
    organised, everyone = ({name: int(kpi(page, name)[what]) for name in names} for what in ("value", "total"))
    (foot,) = rows(page, "report-counties", "tfoot")
    counties = rows(page, "report-counties")
    assert {row[0]: row[1] for row in counties} == {
        "Akershus": "21 av 21",
        "Buskerud": "12 av 18",
        "Østfold": "12 av 12",
    }
    for column, name in ((1, "municipalities"), (2, "population"), (len(foot) - 2, "area")):
        for part, figures in enumerate((organised, everyone)):
            assert number_of(foot[column].split(" av ")[part]) == figures[name]
            assert sum(number_of(row[column].split(" av ")[part]) for row in counties) == figures[name]
    assert foot[3] == {2023: "95,4\u00a0%", 2026: "95,5\u00a0%"}[year]
    assert foot[-1] == "77,1\u00a0%"
    groups = rows(page, "report-networks")
    outside = rows(page, "report-outside")
    for column, at, name in ((2, 1, "population"), (4, 3, "area")):
        assert sum(number_of(row[column]) for row in groups) == everyone[name]
        assert sum(number_of(row[at]) for row in outside) == everyone[name] - organised[name]
    assert len(outside) == everyone["municipalities"] - organised["municipalities"] == 6
    assert all(row[2].startswith("+") and row[4].startswith("+") for row in outside)
    assert next(row[5] for row in outside if row[0] == "Øvre Eiker") == "ikke kjent"
