"""JSON: the view as data."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from dashboard.exports.catalogue import export
from dashboard.exports.tables.municipalities import municipality_rows
from dashboard.exports.tables.networks import network_rows
from dashboard.exports.tables.scenario import scenario_rows
from dashboard.view.atlas import Atlas
from dashboard.view.view import MapView
from geodata.folder.checks.measures import RESERVED, RESERVED_BEGINNINGS


def test_state(content: Callable[..., bytes]) -> None:
    """It names its state canonically: numbers of 2024 become those of 2020, what is not understood is told."""
    read = json.loads(
        content("municipalities.json", "?municipality=3303&county=buskerud,nowhere&x=1", "https://a.example")
    )
    assert read["query"] == "?county=buskerud&municipality=3006"
    assert read["address"] == "https://a.example/?county=buskerud&municipality=3006"
    assert read["ignored"] == [{"name": "county", "value": "nowhere"}, {"name": "x", "value": "1"}]
    assert (read["language"], read["year"]) == ("nb", 2026)
    assert read["selection"]["filters"] == {"county": "buskerud"}
    assert "18" in read["selection"]["note"]
    assert len(read["municipalities"]) == 18
    assert len(read["networks"]) == 5


def test_no_filters(content: Callable[..., bytes]) -> None:
    """Without filters the selection is the whole, and says so; networks.json has none."""
    whole = json.loads(content("municipalities.json"))["selection"]
    assert (whole["filtered"], whole["filters"], whole["municipalities"]) == (False, {}, 51)
    filtered = json.loads(content("networks.json", "?county=buskerud"))
    assert (filtered["selection"]["filtered"], filtered["selection"]["municipalities"]) == (False, 51)
    assert "municipalities" not in filtered


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_names(content: Callable[..., bytes], lang: str) -> None:
    """Names of fields and codes are the same in every language, values are in the reader's."""
    one = json.loads(content("municipalities.json", f"?lang={lang}&q=kongsberg"))["municipalities"][0]
    assert list(one) == [
        *("number", "number_2024", "name", "county", "network_ids", "networks", "status", "dialogue_region"),
        "uncertain_networks",
        *("population", "year", "land_area_km2", "density_per_km2", "former_municipalities", "note"),
        *("converted_land_decares", "new_holiday_homes", "urban_residents_percent"),
    ]
    assert (one["status"], one["network_ids"], one["former_municipalities"]) == ("dialogue", [], ["Kongsberg (0604)"])
    assert one["dialogue_region"] == ("Kongsberg Region" if lang == "en" else "Kongsbergregionen")


def test_statuses(content: Callable[..., bytes]) -> None:
    """45 members, five in dialogue, one (Øvre Eiker) with nothing known."""
    rows = json.loads(content("municipalities.json"))["municipalities"]
    count = {status: sum(row["status"] == status for row in rows) for status in ("member", "dialogue", "none")}
    assert count == {"member": 45, "dialogue": 5, "none": 1}
    assert [row["name"] for row in rows if row["status"] == "none"] == ["Øvre Eiker"]


def test_networks(content: Callable[..., bytes]) -> None:
    """A network has its names, its extremes, its dates and sources; those in none have their own row."""
    rows = {row["id"]: row for row in json.loads(content("networks.json"))["networks"]}
    assert list(rows) == ["naik", "ostfold", "follo", "hallingdal", "none"]
    assert (rows["follo"]["founded"], rows["hallingdal"]["founded"]) == ("2008", None)
    assert "KEN" in rows["follo"]["other_names"]
    assert len(rows["naik"]["members"]) == rows["naik"]["municipalities"] == 21
    assert all(rows[id][key] for id in rows if id != "none" for key in ("url", "host", "completeness", "source"))
    assert rows["none"]["largest_member"] == "Kongsberg"
    assert rows["none"]["smallest_member"] == "Rollag"


def test_unknown_is_null(odd: Atlas) -> None:
    """Unknown is null and never zero, in sums as well; a municipality in two networks counts once in the whole."""
    read = json.loads(export(odd, "municipalities.json", "?year=2023").content)
    rows = {row["number"]: row for row in read["municipalities"]}
    assert rows["9102"]["population"] is None
    assert rows["9102"]["density_per_km2"] is None
    networks = {row["id"]: row for row in read["networks"]}
    assert networks["vest"]["population"] is None
    assert networks["vest"]["largest_member"] is None
    assert networks["vest"]["share_population"] is None
    assert networks["aust"]["municipalities"] + networks["vest"]["municipalities"] == 5
    assert read["figures"]["region"]["organised"]["municipalities"] == 4


def test_no_measure_may_be_called_like_a_column(view: Callable[..., MapView]) -> None:
    """Every column of the files that is no measure's is reserved."""
    seen = view("?scenario=3006:naik&pin=3006:Venter")
    measures = {one.column for one in seen.measures.values()} | {one.share_column for one in seen.measures.values()}
    tables = (municipality_rows(seen), network_rows(seen), scenario_rows(seen))
    named = {column.name for rows in tables for column in rows.columns}
    open_names = {name for name in named - measures if not name.startswith(RESERVED_BEGINNINGS)}
    assert open_names - set(RESERVED) == set()
