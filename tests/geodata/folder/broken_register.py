"""Ways to break what the tables of the invented county say together, one for every code about it."""

from __future__ import annotations

from collections.abc import Callable

from tests.geodata.county import SQUARES, County
from tests.geodata.folder.broken import Broken, cell, cells, without


def link_back(county: County) -> None:
    """Add the bridge once more, the other way round."""
    ends = {"municipality_a": "9106", "name_a": "Fjell", "municipality_b": "9101", "name_b": "Aa"}
    county.append("fixed_links", **ends, kind="bridge", name="Lange bru")


def in_two(county: County) -> None:
    """Make Aa a member of the other climate network too."""
    county.append("memberships", network="aust", municipality="9101", name="Aa", status="member")


def again(**cells: str) -> Callable[[County], object]:
    """Add a second row about Aa in "vest"."""
    about = {"network": "vest", "municipality": "9101", "name": "Aa", "status": "member"}
    return lambda county: county.append("memberships", **{**about, **cells})


def unruled(value: str) -> Callable[[County], object]:
    """Write a value of a population that the descriptor no longer forbids."""

    def how(county: County) -> None:
        county.constraint("statistics", "value")
        county.cell("statistics", 3, "value", value)

    return how


def setting(**values: object) -> Callable[[County], object]:
    """Write other settings of the register."""
    return lambda county: county.json("datapackage.json", lambda content: content["register"].update(values))


def split(county: County) -> None:
    """A number before 2020 became two, nobody knows in which shares, and a figure stands under it."""
    county.append("municipalities", edition="2019", number="8199", name="Stor", county="utland")
    for number in ("9101", "9102"):
        county.append("changes", from_edition="2019", from_number="8199", to_edition="2020", to_number=number)
    county.append(
        "statistics",
        municipality="8199",
        name="Stor",
        year="2021",
        indicator="population_1jan",
        value="2000",
        unit="persons",
        licence="none",
    )


def one_of_two(county: County) -> None:
    """Lita was merged into Elvær in 2020; a figure of 2019's Elvær stands under its number then, and none of Lita's."""
    county.append("municipalities", edition="2019", number="8198", name="Lita", county="utland")
    county.append("changes", from_edition="2019", from_number="8198", to_edition="2020", to_number="9105", share="1")
    about = {"indicator": "population_1jan", "unit": "persons", "licence": "none", "year": "2020", "value": "900"}
    county.append("statistics", municipality="8105", name="Elvær", **about)
    for place in (1, 2, 3, 4, 6):
        name = SQUARES[f"910{place}"][0]
        county.append("statistics", municipality=f"910{place}", name=name, **{**about, "value": str(999 + 100 * place)})


REGISTER = {
    "unknown_municipality": Broken(
        cell("memberships", 2, "municipality", "9999"), "memberships.csv", 2, "municipality"
    ),
    "bad_setting": Broken(setting(as_of="2026-01-01"), "datapackage.json"),
    "bad_edition": Broken(cell("editions", 2, "counties_shown", "yes"), "editions.csv", None, "counties_shown"),
    "bad_change": Broken(
        cell("changes", 3, "from_edition", "2024"), "changes.csv", 3, "from_number", also=("ambiguous_number",)
    ),
    "lost_share": Broken(cell("changes", 3, "share", "0.5"), "changes.csv", 3, "share"),
    "no_county": Broken(without("changes", 8), "municipalities.csv", 2, "county", also=("ambiguous_number",)),
    "split_number": Broken(split, "statistics.csv", 32, "municipality"),
    "ambiguous_number": Broken(
        cells("municipalities", 14, number="9102"), "municipalities.csv", 14, "number", also=("bad_change", "no_county")
    ),
    "outside_is_inside": Broken(
        lambda county: county.append("outside", number="9104", name="Dal"), "outside.csv", 3, "number"
    ),
    "wrong_name": Broken(cell("memberships", 3, "name", "Co"), "memberships.csv", 3, "name"),
    "wrong_name_outside": Broken(cell("memberships", 6, "name", "Gran"), "memberships.csv", 6, "name"),
    "bad_network_id": Broken(cell("networks", 4, "id", "none"), "networks.csv", 4, "id", also=("unknown_reference",)),
    "missing_colour": Broken(cell("networks", 3, "colour_dark", ""), "networks.csv", 3, "colour_dark"),
    "same_colour": Broken(cell("networks", 3, "colour_light", "#112233"), "networks.csv", 3, "colour_light"),
    "same_pattern": Broken(cell("networks", 3, "pattern", "dots"), "networks.csv", 3, "pattern"),
    "not_drawn": Broken(cell("networks", 3, "drawn", "no"), "networks.csv", 3, "drawn"),
    "same_initial": Broken(cell("networks", 3, "initial", "V"), "networks.csv", 3, "initial"),
    "network_without_members": Broken(without("memberships", 4), "networks.csv", 3, "id"),
    "duplicate_membership": Broken(again(valid_from="2020"), "memberships.csv", 7, "municipality"),
    "contradicting_memberships": Broken(again(status="former", valid_to="2020"), "memberships.csv", 7, "status"),
    "member_of_two": Broken(in_two, "memberships.csv", 7, "network"),
    "impossible_date": Broken(cell("memberships", 2, "valid_from", "2021-02-30"), "memberships.csv", 2, "valid_from"),
    "dates_out_of_order": Broken(
        cells("memberships", 2, first_attested="2021-05", last_attested="2021-04-30"),
        "memberships.csv",
        2,
        "last_attested",
    ),
    "ended_agreement": Broken(cell("memberships", 2, "agreement_to", "2023-05"), "memberships.csv", 2, "agreement_to"),
    "outside_span": Broken(cell("memberships", 2, "valid_from", "2025-01"), "memberships.csv", 2, "valid_from"),
    "bad_list": Broken(cell("networks", 4, "kind", "list"), "networks.csv", 4, "list_of"),
    "missing_measure": Broken(cell("measures", 2, "additive", "no"), "measures.csv", None, "id"),
    "bad_measure": Broken(cell("measures", 4, "denominator", ""), "measures.csv", 4, "id"),
    "missing_population": Broken(without("statistics", 2, 3, 4), "statistics.csv", None, "indicator"),
    "missing_part": Broken(one_of_two, "statistics.csv", 32, "municipality", also=("missing_year",)),
    "missing_year": Broken(without("statistics", 2), "statistics.csv", None, "year"),
    "year_gap": Broken(without("statistics", 3, 8, 13, 18, 23, 28), "statistics.csv", None, "year"),
    "missing_land_area": Broken(without("statistics", 5), "statistics.csv", None, "indicator"),
    "impossible_value": Broken(unruled("-1101"), "statistics.csv", 3, "value"),
    "wrong_unit": Broken(cell("statistics", 5, "unit", "persons"), "statistics.csv", 5, "unit"),
    "land_exceeds_total": Broken(cell("statistics", 5, "value", "61"), "statistics.csv", 5, "value"),
    "population_jump": Broken(cell("statistics", 4, "value", "11020"), "statistics.csv", 4, "value"),
    "link_to_itself": Broken(
        cells("fixed_links", 2, municipality_b="9101", name_b="Aa"),
        "fixed_links.csv",
        2,
        "municipality_b",
    ),
    "duplicate_link": Broken(
        link_back,
        "fixed_links.csv",
        3,
        "municipality_b",
    ),
    "needless_link": Broken(
        cells("fixed_links", 2, municipality_b="9102", name_b="Bø"),
        "fixed_links.csv",
        2,
        "municipality_b",
    ),
}
