"""The list of differences."""

from hypothesis import given

from geodata.join import join
from geodata.planning.differences import DIFFERENCE_COLUMNS, difference_rows, differences, from_differences
from geodata.planning.new_network import NewNetwork
from geodata.planning.scenario import Scenario, apply, normalised
from geodata.register import Register
from tests.geodata.planning.test_scenario import PLANS, TODAY


@given(PLANS)
def test_applied(plan: Scenario) -> None:
    """The differences applied to today give the scenario, and none are found where nothing changes."""
    after = apply(TODAY, plan)
    found = differences(TODAY, after)
    assert from_differences(found, plan.founded) == normalised(plan, TODAY)
    assert apply(TODAY, from_differences(found, plan.founded)) == after
    assert all(one.before != one.after for one in found)
    assert differences(after, after) == ()


def test_rows(viken: Register) -> None:
    """Each row names the municipality by both numbers and its networks by name and id."""
    plan = Scenario({"3006": ("ny",), "3039": ("naik", "follo"), "3025": ()}, (NewNetwork("ny", "Nytt nettverk"),))
    rows = difference_rows(viken, join(viken), apply(join(viken), plan), plan.founded, none="ingen")
    assert [row["name"] for row in rows] == ["Kongsberg", "Asker", "Flå"]
    assert tuple(rows[0]) == ("number", "number_2024", *DIFFERENCE_COLUMNS[1:])
    assert (rows[0]["before"], rows[0]["after"], rows[0]["after_id"]) == ("ingen", "Nytt nettverk", "ny")
    assert (rows[1]["before_id"], rows[1]["after"], rows[1]["after_id"]) == ("naik", "ingen", "none")
    assert rows[2]["after"] == "Nettverk for aktive og innovative klimakommuner | Follo klimanettverk"
    assert rows[2]["after_id"] == "naik+follo"
