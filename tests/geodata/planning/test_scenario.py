"""What if: applied to today, and taken back."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.coverage import cover
from geodata.join import Assignment
from geodata.planning.new_network import NewNetwork
from geodata.planning.scenario import (
    Scenario,
    apply,
    assign,
    dissolve,
    found,
    inverse,
    normalised,
    on_top,
    only_used,
    rename,
    restore,
)
from geodata.register import Register
from tests.geodata.planning.plans import scenarios

TODAY = Assignment(
    {"9101": ["vest"], "9102": ["vest"], "9103": ["aust"], "9104": ["vest"], "9105": [], "9106": []},
    ["9101", "9102", "9103", "9104", "9105", "9106"],
    ["vest", "aust"],
)
PLANS = scenarios(list(TODAY), TODAY.networks, TODAY.networks)
NY = NewNetwork("ny", "Nytt nettverk")


def test_apply() -> None:
    """An assignment replaces the whole set; the empty set is none; whoever is not named stays; today is as it was."""
    before = dict(TODAY)
    after = apply(TODAY, Scenario({"9105": ("ny",), "9101": (), "9103": ("aust", "vest")}, (NY,)))
    assert dict(after) == before | {"9105": ("ny",), "9101": (), "9103": ("vest", "aust")}
    assert after.networks == ("vest", "aust", "ny")
    assert after.members("ny") == ("9105",)
    assert after.unorganised() == ("9101", "9106")
    assert dict(TODAY) == before


def test_unknown() -> None:
    """It refuses municipalities and networks that are not known."""
    with pytest.raises(ValueError, match="9999"):
        apply(TODAY, Scenario({"9999": ("vest",)}))
    with pytest.raises(ValueError, match="ny"):
        apply(TODAY, Scenario({"9101": ("ny",)}))
    with pytest.raises(ValueError, match="same id"):
        found(Scenario({}, (NY,)), NewNetwork("ny", "Et annet"))


@given(PLANS)
def test_inverse(plan: Scenario) -> None:
    """Applying a plan and then its inverse is the identity."""
    assert apply(apply(TODAY, plan), inverse(TODAY, plan)) == TODAY


@given(PLANS)
def test_normalised(plan: Scenario) -> None:
    """A normalised plan makes the same of today, holds only real changes, and is normalised already."""
    tidy = normalised(plan, TODAY)
    assert apply(TODAY, tidy) == apply(TODAY, plan)
    assert all(apply(TODAY, plan)[number] == ids != TODAY[number] for number, ids in tidy.changes.items())
    assert normalised(tidy, TODAY) == tidy
    assert tidy.founded == plan.founded


@given(PLANS, st.randoms(use_true_random=False))
def test_order_of_changes(plan: Scenario, chance: random.Random) -> None:
    """A plan made one municipality at a time is the same in whatever order it is made."""
    steps = list(plan.changes.items())
    chance.shuffle(steps)
    made = Scenario({}, plan.founded)
    for number, ids in steps:
        made = assign(made, [number], ids)
    assert made == plan
    assert hash(made) == hash(plan)
    assert list(made.changes) == sorted(made.changes)


@given(st.data())
def test_coverage_whatever_the_order(viken: Register, data: st.DataObject) -> None:
    """Coverage does not depend on the order of changes."""
    numbers = data.draw(st.permutations(list(viken.municipalities)[:8]))
    networks = ("naik", "ostfold", "follo", "hallingdal")
    today = Assignment(dict.fromkeys(viken.municipalities, ()), viken.municipalities, networks)
    one_by_one = Scenario()
    for number in numbers:
        one_by_one = assign(one_by_one, [number], [networks[int(number) % 4]])
    at_once = Scenario({number: (networks[int(number) % 4],) for number in sorted(numbers)})
    assert cover(viken, apply(today, one_by_one), 2026, networks) == cover(viken, apply(today, at_once), 2026, networks)


def test_steps() -> None:
    """Founding, naming, restoring and dissolving; whoever stood in the dissolved network alone is as today."""
    plan = assign(found(Scenario(), NY), ["9105", "9106"], ["ny"])
    plan = assign(assign(plan, ["9101"], ["vest", "ny"]), ["9102"], [])
    assert rename(plan, "ny", "Midt").founded == (NewNetwork("ny", "Midt"),)
    assert "9105" not in restore(plan, ["9105"]).changes
    assert dissolve(plan, "ny") == Scenario({"9101": ("vest",), "9102": ()})
    assert only_used(found(plan, NewNetwork("tom", "Tom"))) == plan
    assert not Scenario()
    assert found(Scenario(), NY)


@given(PLANS, PLANS)
def test_on_top(base: Scenario, later: Scenario) -> None:
    """The later of two plans counts where they disagree; the other's changes stay."""
    both = on_top(base, later)
    assert both.changes == {**base.changes, **later.changes}
    assert {one.id for one in both.founded} == {one.id for one in (*base.founded, *later.founded)}
    assert set(later.founded) <= set(both.founded)
