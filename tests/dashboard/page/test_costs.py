"""What a plan costs, as the page says it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import html

from dashboard.markup.writer import as_html
from dashboard.page.plan.costs import costs, currency_of
from dashboard.planning.consequences import build_plan
from dashboard.view.view import MapView
from tests.serving import PROJECT

SWEDISH = "&equal=4000&each=0.3&most=49000"


def section(view: Callable[..., MapView], query: str) -> html.HtmlElement:
    """The section about costs at a query."""
    shown = view(query)
    return html.fromstring(as_html(costs(shown, build_plan(shown))))


def test_examples_have_their_source(atlas) -> None:
    """Klimasats and Klimatkommunerna are offered, each with its amounts, its currency and where they are from."""
    found = {one.id: one for one in atlas.register.cost_examples}
    assert {id: str(one.currency) for id, one in found.items()} == {"klimasats": "NOK", "klimatkommunerna": "SEK"}
    swedish = found["klimatkommunerna"]
    assert [str(one) for one in (swedish.equal, swedish.each, swedish.most)] == ["4000", "0.30", "49000"]
    assert all(one.source for one in found.values())
    assert (PROJECT / "data" / "cost_examples.csv").is_file()


@pytest.mark.parametrize(
    ("query", "currency"),
    [("?view=plan" + SWEDISH, "SEK"), ("?view=plan&equal=25000", "NOK"), ("?view=plan&equal=4000&each=0.3", "NOK")],
)
def test_currency(view: Callable[..., MapView], query: str, currency: str) -> None:
    """Amounts are Swedish only where they are exactly the Swedish example's; nobody is told a sum of both."""
    assert currency_of(view(query)) == currency
    caption = section(view, query + "&lang=en").xpath(".//caption")[0].text_content()
    assert ("Swedish" in caption) == (currency == "SEK")
    columns = len(section(view, query).xpath(".//thead//th"))
    assert columns == (3 if currency == "SEK" else 4), "the county authority matches Norwegian amounts alone"


def test_unchanged_are_folded(view: Callable[..., MapView]) -> None:
    """Those for whom the scenario changes something stand in sight, the others in a fold under their number."""
    found = section(view, "?view=plan&equal=25000&scenario=3051:hallingdal")
    seen = found.xpath(".//ul[not(ancestor::details)][not(@class)]/li")
    assert [one.text_content().replace("\u00a0", " ") for one in seen] == ["Rollag: 0 \u2192 25 000"]
    (folded,) = found.xpath(".//details[@id='cost-shares']")
    assert len(folded.xpath(".//li")) == 45
    assert folded.xpath("summary")[0].text_content().startswith("45 kommuner")


def test_no_sum(view: Callable[..., MapView]) -> None:
    """A ceiling that is no sum stays in its field, and beside it stands what is wanted."""
    found = section(view, "?view=plan&most=mye")
    (field,) = found.xpath(".//input[@id='cost-most']")
    assert field.get("value") == "mye"
    assert field.getparent().xpath(".//*[@role='alert']")
