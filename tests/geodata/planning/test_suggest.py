"""Suggestions for those outside, and the plans made of them."""

from dataclasses import replace

import pytest

from geodata.folder.load import load
from geodata.join import join
from geodata.places.neighbours import find_neighbours
from geodata.planning.examples import examples
from geodata.planning.new_network import NewNetwork
from geodata.planning.scenario import Scenario, apply
from geodata.planning.scenario_text import write_founded, write_scenario
from geodata.planning.suggest import Suggestion, midpoints, suggest
from geodata.register import Register
from tests.geodata.county import County

Found = dict[str, tuple[Suggestion, ...]]


@pytest.fixture(scope="module")
def found(viken: Register) -> Found:
    """Suggestions for today."""
    return suggest(viken, join(viken), find_neighbours(viken), midpoints(viken), 2026)


def first(ranked: tuple[Suggestion, ...]) -> str:
    """What stands first: a network's id, or "found"."""
    return ranked[0].network or ranked[0].kind


def test_who_and_what(found: Found) -> None:
    """All six outside get every network, and the five in dialogue also founding one together."""
    assert list(found) == ["3006", "3045", "3048", "3050", "3051", "3052"]
    for number, ranked in found.items():
        joined = [one.network for one in ranked if one.kind == "join"]
        assert sorted(joined) == ["follo", "hallingdal", "naik", "ostfold"]
        assert len([one for one in ranked if one.kind == "found"]) == (number != "3048")
    own = next(one for one in found["3006"] if one.kind == "found")
    assert (own.region, own.members) == ("kongsbergregionen", ("3045", "3050", "3051", "3052"))


def test_first(found: Found) -> None:
    """Nore og Uvdal has four neighbours in Hallingdal; Øvre Eiker two in NAIK; the others border each other."""
    assert {number: first(ranked) for number, ranked in found.items()} == {
        "3006": "found",
        "3045": "found",
        "3048": "naik",
        "3050": "found",
        "3051": "found",
        "3052": "hallingdal",
    }


def test_reasons(found: Found, viken: Register) -> None:
    """Each reason is a value: border, neighbours, distance, county, size after joining."""
    one = next(one for one in found["3045"] if one.network == "naik")  # Sigdal: Krødsherad and Modum
    assert set(one.land) == {"3046", "3047"}
    assert one.border_km == pytest.approx(64.4, abs=0.1)
    assert (one.links, one.nearest) == ({}, "3046")
    assert 0 < one.nearest_km < one.centre_km < 100
    assert {viken.municipalities[number].county for number in one.same_county} == {"buskerud"}
    assert one.municipalities_after == 22
    assert one.population_after == int(viken.population[2026].loc[[*one.members, "3045"]].sum())


def test_order(found: Found) -> None:
    """The ranking is exactly the documented one."""
    for ranked in found.values():
        keys = [
            (-len({*one.land, *one.links}), -round(one.border_km, 1), not one.same_county, one.nearest_km)
            for one in ranked
        ]
        assert keys == sorted(keys)


def test_scenario_counts(viken: Register) -> None:
    """A network that a scenario founds is suggested like the others, and a fixed link makes a neighbour."""
    plan = Scenario({"3006": ("ny",), "3050": ("ny",), "3011": ()}, (NewNetwork("ny", "Nytt nettverk"),))
    ranked = suggest(viken, apply(join(viken), plan), find_neighbours(viken), midpoints(viken), 2026)
    assert [one.network for one in ranked["3048"][:2]] == ["naik", "ny"]  # two neighbours each; 54 km of border, 51 km
    hvaler = ranked["3011"][0]
    assert (hvaler.network, hvaler.land, list(hvaler.links), hvaler.border_km) == ("ostfold", {}, ["3004"], 0)


def test_unknown_population(viken: Register) -> None:
    """A size with an unknown term is unknown."""
    people = viken.population.copy()
    people.loc["3005", 2026] = None
    without = replace(viken, values={**viken.values, "population": people})
    ranked = suggest(without, join(viken), find_neighbours(viken), midpoints(viken), 2026)["3006"]
    assert next(one for one in ranked if one.network == "naik").population_after is None
    assert next(one for one in ranked if one.network == "follo").population_after is not None


def test_county(county: County) -> None:
    """In the invented county Elvær borders two of vest, Fjell one of aust and one of vest over the bridge."""
    register = load(county.folder)
    ranked = suggest(register, join(register), find_neighbours(register), midpoints(register), 2023)
    assert {number: [one.network for one in several] for number, several in ranked.items()} == {
        "9105": ["vest", "aust"],
        "9106": ["aust", "vest"],
    }
    assert set(ranked["9105"][0].land) == {"9102", "9104"}
    assert list(ranked["9106"][1].links) == ["9101"]


def test_examples(viken: Register, found: Found) -> None:
    """The five in dialogue found one, all six join NAIK, and each joins its best."""
    made = {one.code: one for one in examples(viken, join(viken), found)}
    assert list(made) == ["dialogue_founds", "all_join", "each_best"]
    own = made["dialogue_founds"]
    assert own.numbers == ("3006", "3045", "3050", "3051", "3052")
    assert write_founded(own.scenario) == ("kongsbergreg:Kongsbergregionen klimanettverk",)
    assert apply(join(viken), own.scenario).unorganised() == ("3048",)
    assert made["all_join"].network == "naik"
    assert write_scenario(made["all_join"].scenario) == "3006:naik,3045:naik,3048:naik,3050:naik,3051:naik,3052:naik"
    best = "3006:naik,3045:naik,3048:naik,3050:naik,3051:naik,3052:hallingdal"
    assert write_scenario(made["each_best"].scenario) == best


def test_examples_elsewhere(county: County) -> None:
    """Without a region in dialogue nothing is founded; with nobody outside there are no examples."""
    register = load(county.folder)
    today = join(register)
    ranked = suggest(register, today, find_neighbours(register), midpoints(register), 2023)
    assert [one.code for one in examples(register, today, ranked)] == ["all_join", "each_best"]
    assert examples(register, apply(today, Scenario({"9105": ("vest",), "9106": ("aust",)})), {}) == ()
