"""A scenario in the address."""

from urllib.parse import parse_qs, quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.join import join
from geodata.planning.new_network import NewNetwork
from geodata.planning.scenario import Scenario, normalised
from geodata.planning.scenario_text import (
    MOST_FOUNDED,
    Vocabulary,
    read_founded,
    read_scenario,
    vocabulary,
    write_founded,
    write_scenario,
)
from geodata.register import Register
from tests.geodata.planning.plans import scenarios

NUMBERS = {f"91{last:02}": f"91{last:02}" for last in range(1, 7)} | {
    f"92{last:02}": f"91{last:02}" for last in range(1, 7)
}
KNOWN = Vocabulary(NUMBERS, ("vest", "aust"), frozenset({"none", "vest", "aust", "partnar"}))
PLANS = scenarios(sorted(set(NUMBERS.values())), KNOWN.networks, sorted(KNOWN.taken))


def test_contract(viken: Register) -> None:
    """The contract's own example is read and written as it stands."""
    known = vocabulary(viken)
    founded, ignored = read_founded(["kongsberg:Kongsberg klimanettverk"], known)
    assert (founded, ignored) == ((NewNetwork("kongsberg", "Kongsberg klimanettverk"),), ())
    text = "3006:kongsberg,3039:naik+follo,3045:naik,3048:none"
    plan, ignored = read_scenario(text, known, founded)
    assert ignored == ()
    assert plan.changes["3039"] == ("naik", "follo")
    assert plan.changes["3048"] == ()
    assert write_scenario(plan) == text
    assert "3048" not in normalised(plan, join(viken)).changes


@given(PLANS)
def test_there_and_back(plan: Scenario) -> None:
    """State → address → state, by the parameters themselves."""
    founded, wrong = read_founded(write_founded(plan), KNOWN)
    assert (read_scenario(write_scenario(plan), KNOWN, founded), wrong) == ((plan, ()), ())


@given(PLANS)
def test_there_and_back_as_a_form(plan: Scenario) -> None:
    """The same through an encoded query, "+" encoded or left to become a space."""
    query = urlencode({"scenario": write_scenario(plan), "new": write_founded(plan)}, doseq=True, quote_via=quote)
    for sent in (query, query.replace("%2B", "+") if not plan.founded else query):
        values = parse_qs(sent)
        founded, _ = read_founded(values.get("new", []), KNOWN)
        assert read_scenario(values.get("scenario", [""])[0], KNOWN, founded) == (plan, ())


@given(st.text(), st.lists(st.text(), max_size=5))
def test_never_raises(text: str, new: list[str]) -> None:
    """Any text is read; what is not understood is told, and cut to what can be shown."""
    founded, wrong = read_founded(new, KNOWN)
    plan, ignored = read_scenario(text, KNOWN, founded)
    assert set(plan.changes) <= set(NUMBERS.values())
    assert all(len(one.part) <= 60 for one in (*wrong, *ignored))


@given(st.lists(st.sampled_from(["9101", "9201", "9999", "", "vest", "none", "ny", ":", ",", "+", " ", "partnar"])))
def test_never_raises_near_the_form(parts: list[str]) -> None:
    """The same for texts that nearly have the form; only known networks are assigned."""
    plan, _ = read_scenario("".join(parts), KNOWN)
    assert {id for ids in plan.changes.values() for id in ids} <= set(KNOWN.networks)


@pytest.mark.parametrize(
    ("text", "changes", "ignored"),
    [
        ("9201:vest", {"9101": ("vest",)}, []),
        ("9101.0 : vest , ", {"9101": ("vest",)}, []),
        ("9101:vest aust", {"9101": ("vest", "aust")}, []),
        ("9101:vest+vest", {"9101": ("vest",)}, []),
        ("9999:vest,9102:aust", {"9102": ("aust",)}, [("9999:vest", "unknown_number")]),
        ("9101:sør", {}, [("9101:sør", "unknown_network")]),
        ("9101:vest+sør", {"9101": ("vest",)}, [("9101:sør", "unknown_network")]),
        ("9101:partnar", {}, [("9101:partnar", "unknown_network")]),
        ("9101:none+vest", {"9101": ("vest",)}, [("9101:none", "unknown_network")]),
        ("9101", {}, [("9101", "bad_form")]),
        ("9101:", {}, [("9101:", "bad_form")]),
        ("9101:vest,9201:aust", {"9101": ("aust",)}, [("9101:vest", "repeated")]),
        ("9101:vest,9101:vest", {"9101": ("vest",)}, []),
        ("", {}, []),
    ],
)
def test_read(text: str, changes: dict, ignored: list) -> None:
    """Numbers of either year count; what is unknown is reported and never fatal."""
    plan, found = read_scenario(text, KNOWN)
    assert plan.changes == changes
    assert [(one.part, one.code) for one in found] == ignored


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("vest:Vest igjen", "taken_id"),
        ("partnar:Ny", "taken_id"),
        ("none:Ny", "bad_id"),
        ("NY:Ny", "bad_id"),
        ("ny", "bad_name"),
        ("ny: \u200b", "bad_name"),
        ("ny:" + "a" * 41, "name_too_long"),
    ],
)
def test_founded_ignored(text: str, code: str) -> None:
    """A network that cannot be founded is reported."""
    founded, ignored = read_founded([text], KNOWN)
    assert founded == ()
    assert [one.code for one in ignored] == [code]


def test_founded_colons_and_too_many() -> None:
    """The name may hold colons; the first of one id counts; there is an end to it."""
    assert read_founded(["ny:Ny: den beste"], KNOWN)[0] == (NewNetwork("ny", "Ny: den beste"),)
    founded, ignored = read_founded(["ny:Ny", "ny:Nyere"], KNOWN)
    assert (founded, ignored[0].code) == ((NewNetwork("ny", "Ny"),), "taken_id")
    founded, ignored = read_founded([f"ny{place}:Ny" for place in range(MOST_FOUNDED + 1)], KNOWN)
    assert (len(founded), [one.code for one in ignored]) == (MOST_FOUNDED, ["too_many"])


def test_length(viken: Register) -> None:
    """All 51 in four new networks with the longest ids and Norwegian names stay under 2 000 characters of address."""
    founded = tuple(NewNetwork(f"kongsbergre{place}", "ø" * 39 + "å") for place in range(4))
    moved = {number: (founded[place % 4].id,) for place, number in enumerate(viken.municipalities)}
    plan = Scenario(moved, founded)
    pairs = [("view", "plan"), ("scenario", write_scenario(plan)), *(("new", one) for one in write_founded(plan))]
    assert len(plan.changes) == 51
    assert len("/?" + urlencode(pairs, quote_via=quote, safe=",:")) < 2000
