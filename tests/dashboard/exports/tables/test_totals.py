"""One truth: totals agree to the last digit in page, sentence and every file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from dash.development.base_component import Component

from dashboard.exports.catalogue import EXPORTS
from dashboard.page.overview.figures import headline_figures
from dashboard.page.table import municipality_table
from dashboard.view.sentence import summary
from dashboard.view.view import MapView
from geodata.coverage import Figures
from tests.dashboard.exports import opened

MUNICIPALITIES = [name for name in EXPORTS if name.startswith("municipalities.")]
NETWORKS = [name for name in EXPORTS if name.startswith("networks.")] + ["municipalities.json", "municipalities.gpkg"]


def sums(figures: Figures) -> tuple[float | None, ...]:
    """What adds up: municipalities, inhabitants and land area."""
    return figures.municipalities, figures.population, figures.area_km2


def added(rows: list[dict]) -> tuple[int, ...]:
    """The rows added up again."""
    return len(rows), sum(row["population"] for row in rows), sum(row["land_area_km2"] for row in rows)


def every(component: object) -> Iterator[Component]:
    """A part of the page and all that stands in it."""
    if isinstance(component, list | tuple):
        for one in component:
            yield from every(one)
    elif isinstance(component, Component):
        yield component
        yield from every(getattr(component, "children", None))


def kpis(view: MapView) -> dict[str, tuple[str, str | None]]:
    """The page's headline figures: organised and total."""
    found = [one.to_plotly_json()["props"] for one in every(headline_figures(view))]
    return {one["data-kpi"]: (one["data-value"], one.get("data-total")) for one in found if "data-kpi" in one}


def test_change_with_its_unit(view: Callable[..., MapView]) -> None:
    """In a scenario each headline figure says its difference from today, land area in km²."""
    parts = every(headline_figures(view("?scenario=3050:naik")))
    changes = [one.children.strip() for one in parts if getattr(one, "className", None) == "change"]
    assert changes == ["+1", "+2\u00a0790", "+538\u00a0km²"]


@pytest.mark.parametrize("query", ["", "?year=2023&lang=en", "?year=2020&lang=nn"])
def test_one_truth(view: Callable[..., MapView], content: Callable[..., bytes], query: str) -> None:
    """Coverage, headline figures, sentence, the page's table and every file say the same."""
    seen = view(query)
    organised, total = seen.coverage.organised.part, seen.coverage.organised.whole
    for name in MUNICIPALITIES:
        rows = opened.municipalities(name, content(name, query))
        assert added(rows) == sums(total), name
        assert added([row for row in rows if row["network_ids"] != "none"]) == sums(organised), name
        assert added([row for row in rows if row["network_ids"] == "none"]) == sums(seen.coverage.unorganised), name
        for id, expected in seen.coverage.networks.items():
            assert added([row for row in rows if id in row["network_ids"].split()]) == sums(expected), (name, id)
    for name in NETWORKS:
        found = opened.networks(name, content(name, query))
        expected = {**seen.coverage.networks, "none": seen.coverage.unorganised, "total": total}
        for id, row in found.items():
            assert tuple(row.values()) == sums(expected[id]), (name, id)
        assert set(expected) - set(found) <= {"total"}, name
    assert kpis(seen) == {
        "municipalities": (str(organised.municipalities), str(total.municipalities)),
        "population": (str(organised.population), str(total.population)),
        "area": (str(organised.area_km2), str(total.area_km2)),
        "unorganised": (str(seen.coverage.unorganised.municipalities), None),
    }
    footer = [
        one.children
        for one in every(municipality_table(view(f"{query}&view=table")))
        if getattr(one, "className", None) == "number"
    ][-3:]
    assert footer == [
        seen.say.integer(total.population),
        seen.say.integer(total.area_km2),
        seen.say.decimal(total.of("density")),
    ]
    says = " ".join(summary(seen))
    shares = [
        seen.say.percent(organised.population / total.population),
        seen.say.percent(organised.area_km2 / total.area_km2),
    ]
    assert [text for text in ["45", "51", *shares] if text not in says] == []


def test_known_facts(content: Callable[..., bytes]) -> None:
    """Population 2023: 1 292 241, of which 1 232 885 in a network; land area 22 768 km², of which 17 551.

    What the facts do not have of everybody is not known as a sum.
    """
    region = json.loads(content("networks.json", "?year=2023"))["figures"]["region"]
    assert {key: value for key, value in region["total"].items() if key != "density_per_km2"} == {
        "municipalities": 51,
        "population": 1_292_241,
        "land_area_km2": 22_768,
        "converted_land_decares": 439,
        "new_holiday_homes": None,
    }
    assert region["organised"]["population"] == 1_232_885
    assert region["organised"]["land_area_km2"] == 17_551
    latest = json.loads(content("networks.json"))["figures"]["region"]
    assert (latest["organised"]["population"], latest["total"]["population"]) == (1_278_287, 1_338_636)


@pytest.mark.parametrize("name", MUNICIPALITIES)
@pytest.mark.parametrize("query", ["?county=buskerud", "?networks=none", "?networks=", "?pop=1000-2000&q=rol"])
def test_follows_filters(view: Callable[..., MapView], content: Callable[..., bytes], name: str, query: str) -> None:
    """municipalities.* hold only what matches, and add up to the selection that the page tells."""
    assert added(opened.municipalities(name, content(name, query))) == sums(view(query).selection)


@pytest.mark.parametrize("name", NETWORKS)
def test_never_follows_filters(content: Callable[..., bytes], name: str) -> None:
    """networks.* are of the whole region, whatever the filters."""
    assert opened.networks(name, content(name, "?county=ostfold")) == opened.networks(name, content(name))


def test_order(content: Callable[..., bytes]) -> None:
    """The rows stand in the order that the table has."""
    rows = opened.municipalities("municipalities.csv", content("municipalities.csv", "?sort=-population"))
    assert [row["number"] for row in rows][:2] == ["3024", "3005"]
    assert rows == sorted(rows, key=lambda row: -row["population"])
