"""What the charts draw: the same numbers as everywhere, in the page's colours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from dashboard.colours.palette import style_sheet
from dashboard.page.networks import plotly_figures
from dashboard.page.networks.charts import chart_names, charts
from dashboard.view.atlas import Atlas, build_atlas
from dashboard.view.view import MapView
from geodata.folder.load import load
from geodata.measures import POPULATION
from tests.dashboard.reading import forget, rows_of, text_of
from tests.geodata.county import County


def drawn(atlas: Atlas, seen: MapView) -> list[dict]:
    """The three figures."""
    return [plotly_figures.counties(seen, POPULATION), plotly_figures.years(seen, POPULATION), plotly_figures.mix(seen)]


def texts(value: object) -> Iterator[str]:
    """Every text in a figure."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


def test_counties(view: Callable[..., MapView]) -> None:
    """In and outside add up to each county's population; only Buskerud has anyone outside."""
    seen = view("?year=2023")
    inside, outside = plotly_figures.counties(seen, POPULATION)["data"]
    assert inside["y"] == outside["y"] == ["Akershus", "Buskerud", "Østfold"]
    wholes = [share.whole.population for share in seen.coverage.counties.values()]
    assert [a + b for a, b in zip(inside["x"], outside["x"], strict=True)] == wholes
    assert sum(inside["x"]) == 1_232_885
    assert outside["x"] == [0, 59_356, 0]
    assert outside["marker"]["pattern"]["shape"]


def test_years(atlas: Atlas, view: Callable[..., MapView]) -> None:
    """Every year's lines add up to the region's population; each line tells itself by more than its colour."""
    lines = plotly_figures.years(view(), POPULATION)["data"]
    assert {tuple(line["x"]) for line in lines} == {tuple(range(2005, 2027))}
    assert [sum(values) for values in zip(*(line["y"] for line in lines), strict=True)] == [
        int(atlas.register.population[year].sum()) for year in range(2005, 2027)
    ]
    assert len({line["marker"]["symbol"] for line in lines}) == len(lines) == 5
    assert [line["line"]["dash"] for line in lines] == ["solid"] * 4 + ["dash"]


def test_mix(view: Callable[..., MapView]) -> None:
    """Every municipality is a mark on its network's line, at its population."""
    seen = view("?year=2021")
    traces = plotly_figures.mix(seen)["data"]
    marks = {mark for trace in traces for mark in zip(trace["text"], trace["x"], trace["y"], strict=True)}
    expected = {
        (area.place.name, area.population, seen.group(area.networks[0] if area.networks else "none").short_name)
        for area in seen.areas
    }
    assert marks == expected
    assert len(marks) == 51


def test_colours(atlas: Atlas, view: Callable[..., MapView]) -> None:
    """Every colour is one of the page's variables, which both themes define."""
    sheet = style_sheet(atlas.covering)
    for figure in drawn(atlas, view()):
        named = {name for text in texts(figure) for name in re.findall(r"var\((--[\w-]+)\)", text)}
        assert named
        assert [name for name in named if sheet.count(f"{name}:") < 2] == []
        assert [text for text in texts(figure) if re.search(r"#[0-9a-f]{3,8}\b|\brgb\(", text)] == []


def test_languages(atlas: Atlas, view: Callable[..., MapView]) -> None:
    """Numbers are separated as the reader's language does it, years as years."""
    for lang, separators in (("nb", ",\u00a0"), ("nn", ",\u00a0"), ("en", ".,")):
        for figure in drawn(atlas, view(f"?lang={lang}")):
            assert figure["layout"]["separators"] == separators
    assert plotly_figures.years(view(), POPULATION)["layout"]["xaxis"]["tickformat"] == "d"


def test_nothing_is_sent() -> None:
    """No button sends a chart anywhere, none leads elsewhere."""
    assert plotly_figures.CONFIG["showSendToCloud"] is False
    assert plotly_figures.CONFIG["displayModeBar"] is False
    assert plotly_figures.CONFIG["displaylogo"] is False
    assert not {"plotlyServerURL", "linkText", "showLink", "showEditInChartStudio"} & set(plotly_figures.CONFIG)


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_each_has_its_sentence_and_table(atlas: Atlas, view: Callable[..., MapView], lang: str) -> None:
    """Each chart has a heading, a sentence and a table that holds its numbers."""
    seen = view(f"?lang={lang}&view=networks&year=2023")
    (section,) = charts(seen)
    _, *made = section.children
    assert len(made) == len(chart_names(atlas.register))
    for chart, expected in zip(made, (3, 5, 51), strict=True):
        title, sentence, picture, details = chart.children
        assert text_of(title)
        assert text_of(sentence).endswith(".")
        assert getattr(picture, "aria-labelledby") == f"{title.id} {sentence.id}"
        assert len(rows_of(details)["body"]) == expected
    assert seen.say.integer(59_356) in text_of(made[0].children[1])


def test_unknown_is_a_gap(county: County, view: Callable[..., MapView]) -> None:
    """A sum with an unknown term is left out of the picture and said in the table, never drawn as zero."""
    forget(county, "9102", 2023)
    atlas = build_atlas(load(county.folder))
    seen = view("?year=2023&view=networks", of=atlas)
    assert plotly_figures.counties(seen, POPULATION)["data"][0]["x"] == [None]
    assert plotly_figures.counties(seen, POPULATION)["data"][1]["x"] == [None]
    lines = {line["name"]: line["y"] for line in plotly_figures.years(seen, POPULATION)["data"]}
    assert lines["vest"][-1] is None
    assert None not in lines["vest"][:-1] + lines["aust"]
    assert "Bø" not in {name for trace in plotly_figures.mix(seen)["data"] for name in trace["text"]}
    assert text_of(charts(seen)[0]).count("ikke kjent") >= 4
