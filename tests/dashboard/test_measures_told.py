"""What is told of measures that are further ones, known of some only, about several years, or not loaded."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from dashboard.browser.places import TREND_YEARS, trend_years
from dashboard.exports.catalogue import export
from dashboard.page.frame.measures import measure_cards
from dashboard.page.networks.charts import chart_names
from dashboard.page.networks.report import coverage_report
from dashboard.page.overview.figures import headline_figures
from dashboard.page.overview.key import key
from dashboard.page.overview.options import YEARS_IN_SIGHT, options
from dashboard.page.overview.panel import panel
from dashboard.page.table import municipality_table
from dashboard.story.story import build_story
from dashboard.view.atlas import Atlas, build_atlas
from dashboard.view.reading import read_query
from dashboard.view.sentence import summary
from dashboard.view.view import MapView, build_view
from geodata.days import Span
from geodata.folder.load import load
from geodata.folder.settings import USUAL_LANGUAGES
from tests.dashboard.reading import text_of, within
from tests.geodata.county import SQUARES, County

View = Callable[..., MapView]


def told(content: list) -> str:
    """All the text of some parts."""
    return " ".join(map(text_of, content))


def test_other_headlines(county: County) -> None:
    """Which figures lead is chosen in the data: bars, sentence and slides follow, in the order of the rows."""
    names = {f"name_{code}": "Peat" for code in USUAL_LANGUAGES} | {f"whole_{code}": "peat" for code in USUAL_LANGUAGES}
    flags = {"decimals": "0", "period": "year", "charted": "no", "shown": "headline", "additive": "yes"}
    county.append("measures", id="peat", indicator="peat", unit="decares", column="peat", **names, **flags)
    county.cell("measures", 3, "shown", "yes")  # the land area
    for number, (name, *_) in SQUARES.items():
        cells = {"year": "2023", "indicator": "peat", "value": "10", "unit": "decares", "licence": "none"}
        county.append("statistics", municipality=number, name=name, **cells)
    for code in USUAL_LANGUAGES:
        county.cell("steps", 2, f"text_{code}", "{peat_share} of the peat")
    atlas = build_atlas(load(county.folder))
    view = build_view(atlas, *read_query("?lang=en", atlas.known))
    bars = [getattr(one, "data-kpi", None) for one in within(headline_figures(view))]
    assert [one for one in bars if one] == ["municipalities", "population", "peat", "unorganised"]
    assert "66.7% of the peat (2023)" in " ".join(summary(view))
    assert "area" not in " ".join(summary(view))
    assert build_story(view)[0].text == "66.7% of the peat"


def test_further(view: View) -> None:
    """A further measure is a column where colour or order are its own, and a link elsewhere."""
    plain = told(municipality_table(view("?view=table")))
    assert "Omdisponert dyrket jord" not in plain
    assert all(link in plain for link in ("omdisponert jord", "nye fritidsbygg", "bosatte i tettsted"))
    for query in ("?view=table&colour=farmland", "?view=table&sort=-farmland"):
        assert "Omdisponert dyrket jord 2023 (dekar)" in told(municipality_table(view(query)))
    networks = told(coverage_report(view("?view=networks&colour=farmland")))
    assert "Omdisponert dyrket jord 2023" in networks
    assert "428 av 439" in networks
    assert "Omdisponert" not in told(coverage_report(view("?view=networks")))


def test_several_years(view: View) -> None:
    """A figure about four years says which, everywhere; no change is told where years may not be compared."""
    seen = view("?colour=holiday_homes&municipality=3051&lang=en")
    assert "New holiday homes in the last four years (2021–2024)" in told(key(seen))
    assert "New holiday homes in the last four years (2021–2024)" in text_of(panel(seen))
    assert "New holiday homes 2021–2024" in told(municipality_table(view("?view=table&colour=holiday_homes&lang=en")))
    assert text_of(panel(seen)).count("Change since") == 1
    assert "New holiday homes in the last four years (2018–2021)" in told(
        key(view("?colour=holiday_homes&year=2021&lang=en"))
    )


def test_source_quoted(view: View) -> None:
    """Of farmland the page says what the source calls its years, and leads to why that is doubtful."""
    shown = key(view("?colour=farmland"))
    assert text_of(shown[0]) == "Omdisponert dyrket jord i dekar 2023 (i kilden: «siste fire år»)"
    assert (
        next(one.href for one in within(shown) if getattr(one, "href", ""))
        == "?view=data&colour=farmland#measures-farmland"
    )


def test_known_of_some(view: View) -> None:
    """Of whom a figure is known is said with the key, the tables and the files; sums with an unknown are unknown."""
    seen = view("?colour=holiday_homes")
    assert "ikke kjent for 4 kommuner" in told(key(seen))
    known = "Nye fritidsbygg 2021–2024 er kjent for 47 av 51 kommuner."
    assert known in told(municipality_table(view("?view=table&colour=holiday_homes")))
    report = told(coverage_report(view("?view=networks&colour=holiday_homes")))
    assert known in report
    assert "ikke kjent av" not in report
    assert "kjent for" not in told(municipality_table(view("?view=table")))


@pytest.mark.parametrize(("lang", "figure"), [("nb", "25,8\u00a0%"), ("nn", "25,8\u00a0%"), ("en", "25.8%")])
def test_share(view: View, lang: str, figure: str) -> None:
    """A share is told of a municipality, and never of networks: no column in their table, no mean, no sum."""
    assert figure in text_of(panel(view(f"?municipality=3051&lang={lang}")))
    report = view(f"?view=networks&colour=urban_share&lang={lang}")
    assert view(f"?lang={lang}").measure("urban_share").words["name"][lang] not in told(coverage_report(report))


def test_not_loaded(view: View, atlas: Atlas) -> None:
    """What is not loaded is named where measures are chosen and listed, with what loads it; it is no control."""
    seen = view("?lang=en")
    shown = within(options(seen))
    assert "No figures yet: Greenhouse gas emissions" in told(options(seen))
    assert [one.href for one in shown if "emissions" in getattr(one, "href", "")] == []
    listed = text_of(measure_cards(seen))
    assert "Add rows to statistics.csv with the indicator greenhouse_gas_emissions and the unit tonnes_co2e" in listed
    assert read_query("?colour=emissions", atlas.known)[1][0].value == "emissions"
    assert not any("emissions" in name for name in chart_names(atlas.register))


def test_listed(view: View) -> None:
    """The page about the data says of each measure its years, of how many it is known, and how sure it is."""
    listed = text_of(measure_cards(view("?lang=en")))
    for part in ("2005–2026", "51 of 51 (2026)", "47 of 51 (2024)", "not compared with SSB's own table", "2016–2023"):
        assert part in listed


def test_in_files(atlas: Atlas) -> None:
    """Files hold every measure, the further ones last; JSON says what each is, the one that is not loaded too."""
    read = json.loads(export(atlas, "networks.json", "").content)
    about = {one["id"]: one for one in read["measures"]}
    assert about["holiday_homes"] | {"sure": ""} == {
        "id": "holiday_homes",
        "column": "new_holiday_homes",
        "name": "Nye fritidsbygg",
        "unit": "buildings",
        "additive": True,
        "loaded": True,
        "years": [2021, 2024],
        "known": 47,
        "source": "SSB Arealprofiler («Nye fritidsbygg siste 4 år»)",
        "licence": "CC BY 4.0",
        "sure": "",
    }
    assert (about["emissions"]["loaded"], about["emissions"]["known"]) == (False, 0)
    row = next(one for one in read["networks"] if one["id"] == "none")
    assert (row["converted_land_decares"], row["new_holiday_homes"]) == (11, 1128)
    assert row["share_converted_land"] == pytest.approx(11 / 439)
    assert "urban_residents_percent" not in row
    text = export(atlas, "municipalities.csv", "").content.decode("utf-8-sig")
    assert text.splitlines()[0].endswith('"Nye fritidsbygg 2021–2024";"Andel bosatte i tettsted 2023 (%)"')


def test_years_offered(atlas: Atlas, view: View) -> None:
    """The newest years are in sight; the others stand behind a fold, which is open while one of them is shown."""
    span = Span(date(2005, 1, 1), date(2024, 12, 31))
    longer = replace(atlas, register=replace(atlas.register, span=span))
    fold = next(one for one in within(options(view("", longer))) if getattr(one, "id", None) == "earlier-years")
    assert text_of(fold) == "2005–2019" + "".join(map(str, range(2005, 2020)))
    assert not fold.open
    shown = within(options(view("?year=2010", longer)))
    assert next(one for one in shown if getattr(one, "id", None) == "earlier-years").open
    assert len(range(2020, 2027)) == YEARS_IN_SIGHT


def test_no_coverage_before_the_register(view: View) -> None:
    """Coverage is told from the first year that the register speaks of; an earlier year is said, and not shown."""
    assert [one.value for one in view("?year=2010").ignored] == ["2010"]
    assert view("?year=2010").year == 2026
    assert not [one for one in within(options(view())) if getattr(one, "id", None) == "earlier-years"]


def test_trend() -> None:
    """A card's line has the first and the last year, and few between, whatever there are."""
    assert trend_years(range(2005, 2027)) == [2005, 2012, 2019, 2026]
    assert trend_years([2023]) == [2023]
    assert trend_years([2021, 2022, 2023]) == [2021, 2022, 2023]
    assert len(trend_years(range(1900, 2027))) == TREND_YEARS
