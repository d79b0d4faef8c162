"""What to look at while planning."""

from dataclasses import replace

import pytest

from geodata.join import join
from geodata.places.neighbours import find_neighbours
from geodata.places.sea import across_sea
from geodata.planning.new_network import NewNetwork
from geodata.planning.plan_checks import Check, check_plan
from geodata.planning.scenario import Scenario, apply
from geodata.register import Register

NY = NewNetwork("ny", "Nytt nettverk")
FIVE = ("3006", "3045", "3050", "3051", "3052")


def looked_at(register: Register, plan: Scenario) -> dict[tuple[str, str | None], Check]:
    """The checks of a plan, by code and network."""
    founded = [one.id for one in plan.founded]
    after = apply(join(register), plan)
    checks = check_plan(register, after, founded, find_neighbours(register), across_sea(register), 2026)
    return {(one.code, one.network): one for one in checks}


def test_today(viken: Register) -> None:
    """Today is unfinished only because six stand outside; one network crosses counties; nothing is "wrong"."""
    found = looked_at(viken, Scenario())
    assert found["unorganised_left", None].numbers == ("3006", "3045", "3048", "3050", "3051", "3052")
    assert [key for key, one in found.items() if one.state == "unfinished"] == [("unorganised_left", None)]
    assert [key for key, one in found.items() if one.state == "look"] == [("crosses_counties", "naik")]
    counties = found["crosses_counties", "naik"].values["counties"]
    assert {county: len(numbers) for county, numbers in counties.items()} == {"akershus": 15, "buskerud": 6}
    assert ("nobody_left_between", None) in found
    assert [link.name for link in found["network_link", "ostfold"].values["links"]] == ["Fylkesvei 108"]


def test_left_between(viken: Register) -> None:
    """When the five in dialogue found their own, Øvre Eiker is left between organised neighbours."""
    found = looked_at(viken, Scenario(dict.fromkeys(FIVE, ("ny",)), (NY,)))
    assert found["left_between", None].numbers == ("3048",)
    assert found["network_land", "ny"].state == "fine"
    assert found["one_dominates", "ny"].values["largest"] == "3006"
    assert found["one_dominates", "ny"].values["share"] == pytest.approx(0.74, abs=0.01)
    assert found["one_county", "ny"].values == {"county": "buskerud"}


@pytest.mark.parametrize(
    ("changes", "key", "state"),
    [
        ({}, ("no_members", "ny"), "unfinished"),
        ({"3006": ("ny",)}, ("one_member", "ny"), "look"),
        (dict.fromkeys(("3006", "3048", *FIVE), ("naik",)), ("all_organised", None), "fine"),
        (dict.fromkeys(("3039", "3040", "3041", "3042", "3043", "3044"), ()), ("no_members", "hallingdal"), "look"),
        ({"3006": ("ny",), "3001": ("ny",)}, ("network_apart", "ny"), "look"),
        ({"3023": ("ny",), "3025": ("ny",)}, ("network_sea", "ny"), "look"),
        ({"3022": ("ny",), "3025": ("ny",)}, ("network_link", "ny"), "fine"),
        ({"3001": ("hallingdal",)}, ("cut_off", "hallingdal"), "look"),
    ],
)
def test_states(viken: Register, changes: dict, key: tuple[str, str | None], state: str) -> None:
    """Each check bites, in the state that it deserves."""
    found = looked_at(viken, Scenario(changes, (NY,)))
    assert found[key].state == state


def test_sizes_alike(viken: Register) -> None:
    """Three of about the same size mix nothing; an unknown size is said to be unknown."""
    plan = Scenario(dict.fromkeys(("3041", "3043", "3044"), ("ny",)), (NY,))
    assert looked_at(viken, plan)["sizes_alike", "ny"].values["ratio"] < 3
    people = viken.population.copy()
    people.loc["3044", 2026] = None
    unknown = looked_at(replace(viken, values={**viken.values, "population": people}), plan)
    assert unknown["sizes_unknown", "ny"].numbers == ("3044",)
