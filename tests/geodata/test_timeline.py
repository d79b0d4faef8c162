"""When networks were founded, and who entered and left them when: what is known, and what is not."""

from __future__ import annotations

from datetime import date

from geodata.days import Span
from geodata.folder.load import load
from geodata.model import COVERING_KIND
from geodata.register import Register
from geodata.timeline import DatedRows, NetworkTimeline, extent, partial_date, timelines
from tests.geodata.county import County

#: Rows of memberships.csv: Aa, Bø and Dal in "vest", Co in "aust".
AA, BØ, CO, DAL = 2, 3, 4, 5
VEST, AUST = 2, 3


def timeline(county: County, id: str) -> NetworkTimeline:
    """The timeline of one network."""
    return next(one for one in timelines(load(county.folder), [COVERING_KIND]) if one.network.id == id)


def told(turns: tuple[DatedRows, ...]) -> dict[str, list[str]]:
    """Names by the date as it is given."""
    return {one.when.text: [row.name for row in one.rows] for one in turns}


def test_nothing_known(county: County) -> None:
    """Without a date everybody's entry is unknown, and so is the founding; nobody is said to have left."""
    vest = timeline(county, "vest")
    assert vest.founded is None
    assert (vest.entries, vest.exits, vest.agreements, vest.left_undated, vest.uncertain) == ((), (), (), (), ())
    assert [row.name for row in vest.undated] == ["Aa", "Bø", "Dal"]


def test_entries_and_exits(county: County) -> None:
    """Rows with one date stand together, in the order of dates; a member that left stands in both."""
    county.cell("memberships", AA, "valid_from", "2023-05-01")
    county.cell("memberships", DAL, "valid_from", "2023-05-01")
    county.cell("memberships", BØ, "valid_from", "2021")
    county.cell("memberships", BØ, "valid_to", "2022-06-30")
    vest = timeline(county, "vest")
    assert told(vest.entries) == {"2021": ["Bø"], "2023-05-01": ["Aa", "Dal"]}
    assert list(told(vest.entries)) == ["2021", "2023-05-01"]
    assert told(vest.exits) == {"2022-06-30": ["Bø"]}
    assert vest.undated == ()


def test_every_day_of_the_register(county: County) -> None:
    """Whoever has not entered or has left on the day that is shown is told all the same."""
    county.cell("memberships", AA, "valid_from", "2024-03-01")
    county.cell("memberships", BØ, "valid_to", "2020-12-31")
    vest = timeline(county, "vest")
    assert {"Aa", "Bø"}.isdisjoint(row.name for row in load(county.folder).memberships)
    assert told(vest.entries) == {"2024-03-01": ["Aa"]}
    assert told(vest.exits) == {"2020-12-31": ["Bø"]}
    assert [row.name for row in vest.undated] == ["Bø", "Dal"], "one that left may have entered at any time"


def test_returned(county: County) -> None:
    """Who left and came back has two entries, of which one may be unknown."""
    county.cell("memberships", AA, "valid_to", "2021-12-31")
    county.append(
        "memberships", network="vest", municipality="9101", name="Aa", status="member", valid_from="2023-01-01"
    )
    vest = timeline(county, "vest")
    assert told(vest.entries) == {"2023-01-01": ["Aa"]}
    assert told(vest.exits) == {"2021-12-31": ["Aa"]}
    assert [row.name for row in vest.undated] == ["Aa", "Bø", "Dal"]


def test_partial_dates() -> None:
    """A date keeps its precision, and may mean each day of its year or month; what no calendar has is unknown."""
    year, month, day = (partial_date(text) for text in ("2016", "2014-02", "2022-04-06"))
    assert year
    assert month
    assert day
    assert (year.first, year.last) == (date(2016, 1, 1), date(2016, 12, 31))
    assert (month.first, month.last) == (date(2014, 2, 1), date(2014, 2, 28))
    assert day.first == day.last == date(2022, 4, 6)
    assert [partial_date(text) for text in (None, "", "2022-02-30", "2022-13", "before 2016")] == [None] * 5


def test_order_of_partial_dates(county: County) -> None:
    """The earliest day that a date may mean comes first, then the more exact date."""
    for row, day in ((AA, "2022"), (BØ, "2022-01-01"), (DAL, "2021-12")):
        county.cell("memberships", row, "valid_from", day)
    assert list(told(timeline(county, "vest").entries)) == ["2021-12", "2022-01-01", "2022"]


def test_agreement_is_no_membership(county: County) -> None:
    """An agreement's period is told as such, by those who share it; it is neither entry nor exit."""
    for row in (AA, DAL):
        county.cell("memberships", row, "agreement_from", "2022-04-06")
        county.cell("memberships", row, "agreement_to", "2027")
    county.cell("memberships", BØ, "agreement_to", "2021-12")
    vest = timeline(county, "vest")
    assert (vest.entries, vest.exits) == ((), ())
    assert len(vest.undated) == 3
    ended, shared = vest.agreements
    assert [row.name for row in shared.rows] == ["Aa", "Dal"]
    assert shared.begins
    assert shared.ends
    assert (shared.begins.text, shared.ends.text) == ("2022-04-06", "2027")
    assert ended.begins is None, "when it began is not known"
    assert ended.ends
    assert ended.ends.text == "2021-12"


def test_other_statuses(county: County) -> None:
    """Former members are told as far as they are dated; a decision is no entry."""
    former = {"network": "aust", "status": "former"}
    county.append("memberships", municipality="9105", name="Elvær", valid_to="2021-06", **former)
    county.append("memberships", municipality="9106", name="Fjell", **former)
    county.append(
        "memberships", network="aust", municipality="9104", name="Dal", status="decided", valid_from="2024-01-01"
    )
    aust = timeline(county, "aust")
    assert told(aust.exits) == {"2021-06": ["Elvær"]}
    assert [row.name for row in aust.left_undated] == ["Fjell"]
    assert aust.entries == ()
    assert [row.name for row in aust.undated] == ["Co"]


def test_uncertain(county: County) -> None:
    """In the numbers of an edition in which two merged, of whom one was a member, nothing is said for certain."""
    rows = county.rows("municipalities")
    at = rows[0].index("number")
    county.write("municipalities", [row for row in rows if row[at] != "9204"])
    rows = county.rows("changes")
    for line, row in enumerate(rows, 1):
        if "9204" in row:
            county.cell("changes", line, "to_number", "9205")
    county.cell("memberships", DAL, "valid_from", "2022")
    vest = next(one for one in timelines(load(county.folder).at("2024"), [COVERING_KIND]) if one.network.id == "vest")
    assert [row.municipality for row in vest.uncertain] == ["9205"], "Dal, a member, and Elvær, none"
    assert vest.entries == ()
    assert [row.name for row in vest.undated] == ["Aa", "Bø"]


def test_kinds(county: County) -> None:
    """The kinds come in the order asked for, the networks of each in that of their table; others are left out."""
    register = load(county.folder)
    assert [one.network.id for one in timelines(register, [COVERING_KIND])] == ["vest", "aust"]
    assert [one.network.id for one in timelines(register, ["partner", COVERING_KIND])] == ["partnar", "vest", "aust"]


def test_extent(county: County) -> None:
    """The axis has whole years, and room for the span and all that is dated, agreements to come as well."""
    register = load(county.folder)
    assert extent(timelines(register, [COVERING_KIND]), register.span) == Span(date(2020, 1, 1), date(2024, 12, 31))
    county.cell("networks", VEST, "founded", "2008")
    county.cell("networks", AUST, "founded", "2012-02-29")
    county.cell("memberships", CO, "agreement_to", "2027-03")
    register = load(county.folder)
    assert extent(timelines(register, [COVERING_KIND]), register.span) == Span(date(2008, 1, 1), date(2027, 12, 31))


def test_project_data(viken: Register) -> None:
    """What is known of the project's own networks: three foundings, one agreement, and no entry."""
    found = {one.network.id: one for one in timelines(viken, [COVERING_KIND, "dialogue_region"])}
    assert {id: one.founded.text if one.founded else None for id, one in found.items()} == {
        "naik": "2016",
        "ostfold": "2012",
        "follo": "2008",
        "hallingdal": None,
        "kongsbergregionen": "2005-02-08",
    }
    assert {id: len(one.undated) for id, one in found.items()} == {
        "naik": 24,
        "ostfold": 12,
        "follo": 6,
        "hallingdal": 6,
        "kongsbergregionen": 7,
    }
    assert all(one.entries == one.exits == () for one in found.values())
    (period,) = (period for one in found.values() for period in one.agreements)
    assert period.begins
    assert period.ends
    assert (period.begins.text, period.ends.text, len(period.rows)) == ("2022-04-06", "2027-12-31", 12)
    assert [row.name for row in found["naik"].left_undated] == ["Elverum", "Østre Toten"]
