"""The view model: the numbers of the page, computed from the data."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dashboard.browser.paint import captions, paint
from dashboard.view.atlas import Atlas, build_atlas
from dashboard.view.sentence import summary
from dashboard.view.view import MapView
from geodata.folder.load import load
from tests.geodata.county import County

SIX = {
    "3006": "Kongsberg",
    "3045": "Sigdal",
    "3048": "Øvre Eiker",
    "3050": "Flesberg",
    "3051": "Rollag",
    "3052": "Nore og Uvdal",
}


def test_municipalities(view: Callable[..., MapView]) -> None:
    """45 of 51 municipalities are in a network: 6 + 21 + 6 + 12."""
    seen = view()
    organised = seen.coverage.organised
    assert (organised.part.municipalities, organised.whole.municipalities) == (45, 51)
    counts = {group.id: group.figures.municipalities for group in seen.groups}
    assert counts == {"naik": 21, "ostfold": 12, "follo": 6, "hallingdal": 6, "none": 6}


@pytest.mark.parametrize(
    ("year", "part", "whole", "share"),
    [(2023, 1_232_885, 1_292_241, "95,4\u00a0%"), (2026, 1_278_287, 1_338_636, "95,5\u00a0%")],
)
def test_population(view: Callable[..., MapView], year: int, part: int, whole: int, share: str) -> None:
    """The population in a network, in 2023 and 2026."""
    seen = view(f"?year={year}")
    organised = seen.coverage.organised
    assert (organised.part.population, organised.whole.population) == (part, whole)
    assert seen.coverage.unorganised.population == whole - part
    assert seen.say.percent(organised.ratio("population")) == share


def test_latest_year(view: Callable[..., MapView]) -> None:
    """Without a year it shows the latest with a value for every municipality."""
    assert view().year == 2026


def test_land(view: Callable[..., MapView]) -> None:
    """77.1 % of the land is in a network, 22.9 % is not."""
    coverage, say = view().coverage, view().say
    assert (coverage.organised.part.area_km2, coverage.organised.whole.area_km2) == (17_551, 22_768)
    assert coverage.unorganised.area_km2 == 5_217
    assert say.percent(coverage.organised.ratio("area")) == "77,1\u00a0%"


def test_the_six(view: Callable[..., MapView]) -> None:
    """It names the six that stand outside; all lie in Buskerud, and the dialogue concerns all but Øvre Eiker."""
    missing = view().missing
    assert {area.number: area.place.name for area in missing} == SIX
    assert {area.place.county for area in missing} == {"buskerud"}
    assert {area.number for area in missing if area.dialogue} == set(SIX) - {"3048"}
    assert {area.fill for area in missing} == {"none", "none-dialogue"}
    assert view().area("3048").fill == "none"


def test_counties(view: Callable[..., MapView]) -> None:
    """Akershus 21 of 21, Østfold 12 of 12, Buskerud 12 of 18."""
    shares = view().coverage.counties
    counts = {id: (one.part.municipalities, one.whole.municipalities) for id, one in shares.items()}
    assert counts == {"akershus": (21, 21), "ostfold": (12, 12), "buskerud": (12, 18)}


def test_sums(view: Callable[..., MapView]) -> None:
    """Absolute numbers add up exactly: networks and unorganised to the region, the areas to their group."""
    seen = view()
    whole = seen.coverage.organised.whole
    for measure in ("municipalities", "population", "area"):
        assert sum(group.figures.of(measure) for group in seen.groups) == whole.of(measure)
    for group in seen.groups:
        areas = [area for area in seen.areas if group.id in area.network_key.split()]
        assert sum(area.population for area in areas) == group.figures.population
        assert sum(area.figures.area_km2 for area in areas) == group.figures.area_km2


@pytest.mark.parametrize(
    ("lang", "pieces"),
    [
        ("nb", ("45 av 51 kommuner i Viken", "95,5\u00a0%", "1. januar 2026", "77,1\u00a0%", "6 står utenfor")),
        ("nn", ("45 av 51 kommunar i Viken", "95,5\u00a0%", "1. januar 2026", "77,1\u00a0%")),
        ("en", ("45 of 51 municipalities in Viken", "95.5%", "1 January 2026", "77.1%", "6 are outside")),
    ],
)
def test_sentence(view: Callable[..., MapView], lang: str, pieces: tuple[str, ...]) -> None:
    """The sentence says the same in three languages, with the six by name and Øvre Eiker told apart."""
    sentences = summary(view(f"?lang={lang}"))
    text = " ".join(sentences)
    assert [piece for piece in (*pieces, *SIX.values(), "Buskerud", "Kongsberg") if piece not in text] == []
    assert " 5 " in sentences[-1]
    assert [name for name in SIX.values() if name in sentences[-1].rpartition(".")[0].rpartition(".")[2]] == [
        "Øvre Eiker"
    ]
    assert "47" not in text


def test_sentence_ignores_filters(view: Callable[..., MapView]) -> None:
    """The sentence is about the region, whatever is selected."""
    assert summary(view("?networks=follo&municipality=3006&q=nes")) == summary(view())


def test_sentence_nobody_missing(county: County, view: Callable[..., MapView]) -> None:
    """Where nobody stands outside, it says so and names nobody."""
    for number, name in (("9105", "Elvær"), ("9106", "Fjell")):
        county.append("memberships", network="aust", municipality=number, name=name, status="member")
    seen = view("", of=build_atlas(load(county.folder)))
    assert seen.missing == ()
    assert [group.id for group in seen.groups] == ["vest", "aust"]
    assert "Elvær" not in " ".join(summary(seen))
    assert captions(seen)["callout"] is None


def test_two_networks(county: County, view: Callable[..., MapView]) -> None:
    """A municipality in two networks is painted in both, stands in both, and counts once."""
    county.append("memberships", network="aust", municipality="9101", name="Aa", status="member")
    atlas = build_atlas(load(county.folder))
    seen = view("", of=atlas)
    both = seen.area("9101")
    assert (both.fill, both.network_key) == ("vest+aust", "vest aust")
    assert seen.coverage.organised.part.municipalities == 4
    assert {id: one.municipalities for id, one in seen.coverage.networks.items()} == {"vest": 3, "aust": 2}
    assert seen.coverage.organised.part.population + seen.coverage.unorganised.population == sum(
        area.population for area in seen.areas
    )
    assert paint(seen)["fills"]["9101"] == "vest+aust"
    for network in ("vest", "aust"):
        assert view(f"?networks={network}", of=atlas).area("9101").selected


def test_only_members_count(county: County, view: Callable[..., MapView]) -> None:
    """No status but "member" colours the map."""
    for status in ("decided", "unconfirmed", "former", "later", "inferred", "project_partner"):
        county.append("memberships", network="aust", municipality="9105", name="Elvær", status=status)
        seen = view("", of=build_atlas(load(county.folder)))
        assert seen.area("9105").networks == ()
        county.without("memberships", len(county.rows("memberships")))


def test_paint(atlas: Atlas, view: Callable[..., MapView]) -> None:
    """What the browser paints: a fill for each of the 51, the dimmed, the chosen, the canonical query."""
    painted = paint(view("?municipality=3303&networks=follo&lang=en"))
    assert len(painted["fills"]) == 51
    assert len(painted["dimmed"]) == 45
    assert painted["chosen"] == "3006"
    assert painted["state"] == "?lang=en&networks=follo&municipality=3006"
