"""The register in the numbers of another edition."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pandas
import pytest

import geodata
from geodata.coverage import figures
from geodata.editions import Chain, Change, Numbered
from geodata.errors import UnknownMunicipality
from geodata.explain import explain
from geodata.folder.load import load
from geodata.join import join, uncertain_members
from geodata.register import Register
from geodata.search import entries, search
from tests.geodata.county import County


def test_renumbered(viken: Register) -> None:
    """In the numbers of 2024 everything is the same under other names; and back again it is the register itself."""
    newer = viken.at(edition="2024")
    assert len(newer.municipalities) == 51
    assert set(newer.municipalities) == {own.numbers_in("2024")[0] for own in viken.municipalities.values()}
    assert newer.municipalities["3338"].name == "Nore og Uvdal"
    assert newer.municipalities["3338"].numbers_in("2020") == ("3052",)
    assert len(join(newer).unorganised()) == 6
    assert int(newer.population[2026].sum()) == 1_338_636
    assert newer.boundaries.area.sum() == pytest.approx(viken.boundaries.area.sum())
    assert newer.counties == viken.counties
    again = newer.at(edition="2020")
    assert dict(again.municipalities) == dict(viken.municipalities)
    assert dict(join(again)) == dict(join(viken))
    pandas.testing.assert_frame_equal(again.population.sort_index(), viken.population.sort_index())
    assert geodata.joined(viken, edition="2024")["population"].sum() == geodata.joined(viken)["population"].sum()


def test_merged(county: County) -> None:
    """Two that merge are one area, their figures summed; a membership that only one of them had is uncertain."""
    register = load(county.folder)
    numbers = {**{id: one.municipalities for id, one in register.editions.items()}}
    later = {number: one for number, one in numbers["2024"].items() if number not in ("9203", "9206")}
    later["9299"] = Numbered("9299", "Storvik", register.editions["2024"].counties["innland"])
    editions = {**register.editions, "2024": replace(register.editions["2024"], municipalities=later)}
    changes = [
        Change("2020", f"91{place:02}", "2024", "9299" if place in (3, 6) else f"92{place:02}", Fraction(1))
        for place in range(1, 7)
    ]
    merged = replace(register, editions=editions, chain=Chain({**numbers, "2024": later}, changes)).at(edition="2024")
    assert list(merged.municipalities) == ["9201", "9202", "9204", "9205", "9299"]
    assert merged.municipalities["9299"].numbers_in("2020") == ("9103", "9106")
    people = register.population
    assert merged.population.loc["9299", 2023] == people.loc["9103", 2023] + people.loc["9106", 2023]
    assert merged.boundaries.loc["9299"].geometry.area == pytest.approx(
        register.boundaries.loc[["9103", "9106"]].area.sum()
    )
    assert join(merged)["9299"] == ()
    assert geodata.joined(merged).loc["9299", "status"] == "uncertain"
    assert [(link.municipality_a, link.municipality_b) for link in merged.fixed_links] == [("9201", "9299")]


def split(county: County) -> Register:
    """The county with a municipality of 2019 that became Aa and Bø, as Ålesund became two; 8101 and 8102 are not."""
    county.append("municipalities", edition="2019", number="8199", name="Stor", county="utland")
    for number in ("9101", "9102"):
        county.append("changes", from_edition="2019", from_number="8199", to_edition="2020", to_number=number)
    return load(county.folder)


def test_split_is_refused_with_its_parts(county: County) -> None:
    """A number that was split means its parts: it is refused by name, and found by the search as both."""
    register = split(county)
    assert register.meant("8199") == ("9101", "9102")
    assert "8199" not in register.number_index
    with pytest.raises(UnknownMunicipality, match="8199 means 9101 Aa and 9102 Bø"):
        explain(register, "8199")
    hits = search(entries(register), "8199")
    assert [hit.entry.id for hit in hits] == ["9101", "9102"]
    with pytest.raises(ValueError, match="9101 Aa cannot be told in the numbers of 2019: it became 8101 Aa, 8199 Stor"):
        register.at(edition="2019")


def test_old_figures_are_summed(county: County) -> None:
    """Figures under the numbers of two that merged are the sum under the number of what they became."""
    county.append("municipalities", edition="2019", number="8198", name="Lita", county="utland")
    county.append("changes", from_edition="2019", from_number="8198", to_edition="2020", to_number="9105", share="1")
    people = {"indicator": "population_1jan", "unit": "persons", "year": "2023", "licence": "none"}
    rows = county.rows("statistics")
    place = rows[0].index
    rows = [
        row
        for row in rows
        if (row[place("municipality")], row[place("year")], row[place("indicator")])
        != ("9105", "2023", "population_1jan")
    ]
    county.write("statistics", rows)
    for number, name, value in (("8105", "Elvær", "1000"), ("8198", "Lita", "234")):
        county.append("statistics", **people, municipality=number, name=name, value=value)
    register = load(county.folder)
    assert register.population.loc["9105", 2023] == 1234
    assert explain(register, "Lita") == explain(register, "9105")


def two_become_one(county: County, *rows: dict[str, str]) -> Register:
    """The county in which Aa and Bø became Storvik in 2024, with rows about them in "vest" in place of their own."""
    table = county.rows("memberships")
    at = table[0].index("municipality")
    county.write("memberships", [row for row in table if row[at] not in ("9101", "9102")])
    for row in rows:
        name = "Aa" if row["municipality"] == "9101" else "Bø"
        county.append("memberships", **{"network": "vest", "name": name, "status": "member", **row})
    register = load(county.folder)
    numbers = {id: one.municipalities for id, one in register.editions.items()}
    later = {number: one for number, one in numbers["2024"].items() if number not in ("9201", "9202")}
    later["9299"] = Numbered("9299", "Storvik", register.editions["2024"].counties["innland"])
    editions = {**register.editions, "2024": replace(register.editions["2024"], municipalities=later)}
    changes = [
        Change("2020", f"910{place}", "2024", "9299" if place < 3 else f"920{place}", Fraction(1))
        for place in range(1, 7)
    ]
    return replace(register, editions=editions, chain=Chain({**numbers, "2024": later}, changes))


@pytest.mark.parametrize(
    ("aa", "bo", "day", "networks", "uncertain"),
    [
        ({"valid_from": "2021-01-01"}, {"valid_from": "2022-01-01"}, "2020-06-01", (), ()),
        ({"valid_from": "2021-01-01"}, {"valid_from": "2022-01-01"}, "2023-06-15", ("vest",), ()),
        ({}, {"valid_to": "2021-12-31"}, "2021-06-01", ("vest",), ()),
        ({}, {"valid_to": "2021-12-31"}, "2022-06-01", (), ()),
        ({}, {"status": "former"}, "2022-06-01", (), ("vest",)),
        ({"valid_from": "2023-01-01"}, None, "2020-06-01", (), ()),
        ({"valid_from": "2023-01-01"}, None, "2023-06-01", (), ("vest",)),
        ({"status": "decided"}, None, "2023-06-01", (), ()),
    ],
)
def test_memberships_of_a_merger(
    county: County,
    aa: dict[str, str],
    bo: dict[str, str] | None,
    day: str,
    networks: tuple[str, ...],
    uncertain: tuple[str, ...],
) -> None:
    """It is a member while all that merged are, uncertain while only some are; other statuses stay what they are."""
    rows = [{"municipality": "9101", **aa}, *([{"municipality": "9102", **bo}] if bo is not None else [])]
    merged = two_become_one(county, *rows).at("2024", date.fromisoformat(day))
    assert join(merged)["9299"] == networks
    assert uncertain_members(merged).get("9299", ()) == uncertain


def test_left_and_back_in_a_month(county: County) -> None:
    """Who leaves and comes back in the same month is told once as uncertain, and not where a row is certain."""
    county.cell("memberships", 2, "valid_to", "2022-05")
    county.append("memberships", network="vest", municipality="9101", name="Aa", status="member", valid_from="2022-05")
    register = load(county.folder)
    assert uncertain_members(register.at(day=date(2022, 5, 15))) == {"9101": ("vest",)}
    assert uncertain_members(register.at(day=date(2022, 5, 31))) == {}
    assert join(register.at(day=date(2022, 5, 31)))["9101"] == ("vest",)


def test_sums_are_of_figures_as_they_are(county: County) -> None:
    """Figures are summed as they stand, and rounded where they are shown."""
    rows = county.rows("statistics")
    at = {name: place for place, name in enumerate(rows[0])}
    for row in rows[1:]:
        if row[at["indicator"]] == "land_area":
            row[at["value"]] = "0.4"
    county.write("statistics", rows)
    register = load(county.folder)
    assert figures(register, register.municipalities, 2023).area_km2 == pytest.approx(2.4)
