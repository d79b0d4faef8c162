"""A measure that nobody has thought of: rows of data alone colour, sort, cover, chart and export it."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from dashboard.browser.paint import paint
from dashboard.exports.catalogue import export
from dashboard.page.networks.charts import chart_names, charts
from dashboard.page.networks.report import coverage_report
from dashboard.page.overview.figures import headline_figures
from dashboard.page.overview.key import key
from dashboard.page.overview.options import options
from dashboard.page.overview.panel import panel
from dashboard.page.plan.compare import compare
from dashboard.page.table import municipality_table
from dashboard.planning.consequences import build_plan
from dashboard.view.atlas import Atlas, build_atlas
from dashboard.view.reading import read_query
from dashboard.view.sorting import sorted_areas
from dashboard.view.view import MapView, build_view
from geodata.folder.load import load
from geodata.folder.settings import USUAL_LANGUAGES
from tests.dashboard.reading import text_of, within
from tests.geodata.county import PROJECT, SQUARES, County

#: Years with decares of restored peat: 9101 has 10, the next 20, and so on; Fjell's are not known.
YEARS = (2021, 2023)


@pytest.fixture
def atlas(county: County) -> Atlas:
    """The invented county with a further measure, and its ratio to the inhabitants."""
    names = {"name_nb": "Restaurert myr", "name_nn": "Restaurert myr", "name_en": "Restored peat"}
    whole = {"whole_nb": "den restaurerte myra", "sign_nb": "dekar", "sign_nn": "dekar", "sign_en": "decares"}
    flags = {"decimals": "0", "period": "year", "charted": "yes", "shown": "headline", "additive": "yes"}
    county.append(
        "measures", id="peat", indicator="peat", unit="decares", column="peat_decares", **names, **whole, **flags
    )
    ratio = {"numerator": "peat", "denominator": "population", "unit": "decares/person", "decimals": "3"}
    names = {f"name_{code}": "Peat a person" for code in USUAL_LANGUAGES}
    flags = {"period": "year", "charted": "no", "shown": "yes", "additive": "no"}
    county.append("measures", id="peat_each", column="peat_each", **ratio, **names, **flags)
    for place, (number, (name, *_)) in enumerate(SQUARES.items(), 1):
        if name != "Fjell":
            for year in YEARS:
                value = str(10 * place + year - 2021)
                row = {"year": str(year), "indicator": "peat", "value": value, "unit": "decares", "licence": "none"}
                county.append("statistics", municipality=number, name=name, **row)
    return build_atlas(load(county.folder))


def seen(atlas: Atlas, query: str = "") -> MapView:
    """The view of a query of which nothing is ignored."""
    state, ignored = read_query(query, atlas.known)
    assert ignored == ()
    return build_view(atlas, state)


def test_coloured(atlas: Atlas) -> None:
    """The control offers it, the map is painted by its classes, and the key tells what they are of."""
    view = seen(atlas, "?colour=peat")
    assert "Restaurert myr" in " ".join(map(text_of, options(view)))
    levels = paint(view)["levels"]
    assert levels["9101"] == "class-size"
    assert levels["9106"] == "class-unknown"
    assert text_of(key(view)[0]) == "Restaurert myr i dekar 2023"
    assert paint(seen(atlas, "?colour=peat_each"))["levels"].keys() == levels.keys()


def test_sorted(atlas: Atlas) -> None:
    """The table has its column and its sum, and sorts by it, the unknown last."""
    view = seen(atlas, "?view=table&sort=-peat")
    assert [area.place.name for area in sorted_areas(view)] == ["Elvær", "Dal", "Co", "Bø", "Aa", "Fjell"]
    shown = " ".join(map(text_of, municipality_table(view)))
    assert "Restaurert myr 2023 (dekar)" in shown
    assert "ikke kjent" in shown


def test_told_of_another_year(atlas: Atlas) -> None:
    """In a year without figures the newest before it is told, with its own year; before the first it is not known."""
    view = seen(atlas, "?view=table&year=2022")
    assert view.area("9101").figures.of("peat") == 10
    assert "Restaurert myr 2021 (dekar)" in " ".join(map(text_of, municipality_table(view)))
    assert seen(atlas, "?year=2021").area("9102").figures.of("peat_each") == 20 / 1200


def test_covered(atlas: Atlas) -> None:
    """The headline, the counties and the comparison say "x of y", unknown where a term is unknown."""
    view = seen(atlas)
    bar = next(one for one in within(headline_figures(view)) if getattr(one, "data-kpi", None) == "peat")
    assert getattr(bar, "data-value") == str(12 + 22 + 32 + 42)
    assert getattr(bar, "data-total") == ""
    assert view.coverage.organised.part.of("peat_each") == pytest.approx(108 / (1102 + 1202 + 1302 + 1402))
    assert "Restaurert myr 2023" in " ".join(map(text_of, coverage_report(view)))
    plan = seen(atlas, "?view=plan&scenario=9105:vest")
    assert plan.coverage.organised.part.of("peat") == 108 + 52
    assert "Restaurert myr 2023 (dekar)" in text_of(compare(plan, build_plan(plan)))


def test_on_the_panel(atlas: Atlas) -> None:
    """The panel tells the figure with its unit, and how it has changed."""
    told = text_of(panel(seen(atlas, "?municipality=9101")))
    assert "12\u00a0dekar" in told
    assert "+2 (+20,0\u00a0%)" in told


def test_charted(atlas: Atlas) -> None:
    """Two charts more, each with its sentence and its table."""
    assert chart_names(atlas.register) == ("counties", "years", "counties-peat", "years-peat", "mix")
    view = seen(atlas, "?view=networks&lang=en")
    told = text_of(charts(view)[0])
    assert "Restored peat in each network, 2021–2023" in told
    assert "Restored peat in the networks: from 100 in 2021 to 108\u00a0decares in 2023." in told


def test_exported(atlas: Atlas) -> None:
    """Every file of rows has its column; shares of it stand in the files of networks."""
    machine = json.loads(export(atlas, "municipalities.json", "").content)
    assert [row["peat_decares"] for row in machine["municipalities"]] == [12, 22, 32, 42, 52, None]
    assert machine["figures"]["region"]["organised"]["peat_decares"] == 108
    assert "share_peat" in json.loads(export(atlas, "networks.json", "").content)["networks"][0]
    text = export(atlas, "municipalities.csv", "").content.decode("utf-8-sig")
    assert "Restaurert myr 2023 (dekar)" in next(csv.reader(io.StringIO(text), delimiter=";"))
    for name in ("municipalities.xlsx", "municipalities.gpkg", "municipalities.geojson", "networks.xlsx", "map.html"):
        assert export(atlas, name, "").content


def test_year_before_any_figure(county: County) -> None:
    """Before the first year with figures all are not known, and nothing is said of how classes are made."""
    names = {f"name_{code}": "Peat" for code in USUAL_LANGUAGES}
    about = {"indicator": "peat", "unit": "decares", "column": "peat", "decimals": "0"}
    county.append("measures", id="peat", period="year", charted="no", shown="yes", additive="yes", **about, **names)
    cells = {"year": "2023", "indicator": "peat", "value": "5", "unit": "decares", "licence": "none"}
    county.append("statistics", municipality="9101", name="Aa", **cells)
    view = seen(build_atlas(load(county.folder)), "?colour=peat&year=2021")
    title, rows = key(view)
    assert (text_of(title), text_of(rows)) == ("Peat 2021", "ikke kjent for 6 kommuner")


def test_readme(tmp_path: Path) -> None:
    """The two rows that the README shows, at the end of the two tables, are a measure that the folder then has."""
    folder = shutil.copytree(PROJECT / "data", tmp_path / "data")
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    shown = readme.partition("## Add a measure")[2].partition("```\n")[2].partition("```")[0].splitlines()
    for table, row in zip(("measures", "statistics"), shown, strict=True):
        with (folder / f"{table}.csv").open("a", encoding="utf-8") as file:
            file.write(f"{row}\n")
    register = load(folder)
    assert register.measures["peat"].words["name"]["en"] == "Restored peat"
    assert {number for number, value in register.figures_in(2026)["peat"].items() if value} == {"3051"}
