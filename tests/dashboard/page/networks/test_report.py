"""What leaders read: coverage by county and network, those outside, and what each would add."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dashboard.page import ids
from dashboard.page.networks.report import coverage_report
from dashboard.page.parts import PARTS
from dashboard.page.settings import Settings
from dashboard.view.atlas import Atlas, build_atlas
from dashboard.view.view import MapView
from geodata.folder.load import load
from tests.dashboard.reading import forget, rows_of, text_of
from tests.geodata.county import County

SIX = ["Kongsberg", "Øvre Eiker", "Sigdal", "Flesberg", "Nore og Uvdal", "Rollag"]


def sections(atlas: Atlas, seen: MapView) -> dict[str, object]:
    """The sections of the report by id."""
    return {getattr(section, "id", "all-in"): section for section in coverage_report(seen)}


def numbers(texts: list[str]) -> list[int]:
    """ "1 292 241" → 1292241."""
    return [int("".join(filter(str.isdigit, text))) for text in texts]


def test_counties(atlas: Atlas, view: Callable[..., MapView]) -> None:
    """Akershus 21 of 21, Buskerud 12 of 18, Østfold 12 of 12; each row adds up to the foot, the headline's figures."""
    section = sections(atlas, view())["report-counties"]
    table = rows_of(section)
    assert {row[0]: row[1] for row in table["body"]} == {
        "Akershus": "21 av 21",
        "Buskerud": "12 av 18",
        "Østfold": "12 av 12",
    }
    (foot,) = table["foot"]
    assert foot[:4] == ["Viken", "45 av 51", "1\u00a0278\u00a0287 av 1\u00a0338\u00a0636", "95,5\u00a0%"]
    assert foot[-2:] == ["17\u00a0551 av 22\u00a0768", "77,1\u00a0%"]
    for column in (1, 2, len(foot) - 2):
        for part in (0, 1):
            assert (
                sum(numbers([row[column].split(" av ")[part]])[0] for row in table["body"])
                == numbers([foot[column].split(" av ")[part]])[0]
            )
    text = text_of(section)
    assert "Akershus og Østfold: alle kommuner er med." in text
    assert "Buskerud: 12 av 18 er med." in text
    assert "rundet" in text
    assert {row[3] for row in table["body"] if row[0] != "Buskerud"} == {"100,0\u00a0%"}


@pytest.mark.parametrize("year", range(2020, 2027))
def test_change(atlas: Atlas, view: Callable[..., MapView], year: int) -> None:
    """The change since the year before is that of the shares as they are shown; no column where none changes."""
    seen = view(f"?year={year}")
    table = rows_of(sections(atlas, seen)["report-counties"])
    (head,), (foot,) = table["head"], table["foot"]
    has_change = seen.say("report_change", year=year - 1) in head
    if year > 2020:
        earlier = rows_of(sections(atlas, view(f"?year={year - 1}"))["report-counties"])
        pairs = zip([*earlier["body"], *earlier["foot"]], [*table["body"], foot], strict=True)
        assert has_change == any(one[3] != other[3] for one, other in pairs)
    else:
        assert not has_change
    assert {len(row) for row in [head, foot, *table["body"]]} == {7 if has_change else 6}
    if has_change:
        before = rows_of(sections(atlas, view(f"?year={year - 1}"))["report-counties"])
        shares = [float(one["foot"][0][3].split("\u00a0")[0].replace(",", ".")) for one in (before, table)]
        change = float(foot[4].replace("−", "-").replace(",", "."))
        assert change == pytest.approx(shares[1] - shares[0])
        assert foot[4] == "0,0" or foot[4][0] in "+−"


def test_side_by_side(atlas: Atlas, view: Callable[..., MapView]) -> None:
    """Networks and unorganised add up to the region; largest and smallest member show the mix."""
    table = rows_of(sections(atlas, view("?year=2023"))["report-networks"])
    (foot,) = table["foot"]
    for column in (1, 2, 4):
        assert sum(numbers([row[column] for row in table["body"]])) == numbers([foot[column]])[0]
    assert numbers([foot[1], foot[2], foot[4]]) == [51, 1_292_241, 22_768]
    by_name = {row[0]: row for row in table["body"]}
    assert len(by_name) == 5
    assert by_name["Follo klimanettverk"][6].startswith("Nordre Follo ")
    assert by_name["Uten klimanettverk"][6].startswith("Kongsberg ")
    assert by_name["Uten klimanettverk"][7].startswith("Rollag ")
    assert by_name["Uten klimanettverk"][3] == "4,6\u00a0%"
    assert numbers([by_name["Uten klimanettverk"][2]]) == [59_356]


def test_outside(atlas: Atlas, view: Callable[..., MapView]) -> None:
    """Each of the six: people, land, dialogue as known, neighbours' networks, and what it adds towards 100 %."""
    section = sections(atlas, view("?year=2023"))["report-outside"]
    table = rows_of(section)
    (head,), (foot,) = table["head"], table["foot"]
    assert [row[0] for row in table["body"]] == SIX
    assert sum(numbers([row[1] for row in table["body"]])) == 59_356 == numbers([foot[1]])[0]
    assert sum(numbers([row[3] for row in table["body"]])) == 5_217 == numbers([foot[3]])[0]
    assert foot[2] == "+4,6"
    assert foot[4] == "+22,9"
    added = [float(row[2].replace(",", ".")) for row in table["body"]]
    assert added == sorted(added, reverse=True)
    assert sum(added) == pytest.approx(4.6, abs=0.05 * len(added))
    dialogue = {row[0]: row[5] for row in table["body"]}
    assert dialogue == dict.fromkeys(SIX, "Kongsbergregionen") | {"Øvre Eiker": "ikke kjent"}
    assert "Hallingdal" in next(row[6] for row in table["body"] if row[0] == "Nore og Uvdal")
    assert len(head) == len(foot) == 7
    assert "6 kommuner med 59\u00a0356 innbyggere" in text_of(section)


@pytest.mark.parametrize("lang", ["nn", "en"])
def test_languages(atlas: Atlas, view: Callable[..., MapView], lang: str) -> None:
    """The same figures in every language; filters and choice never move them."""
    plain, seen = view("?year=2023"), view(f"?year=2023&lang={lang}&networks=follo&municipality=3051&q=nes")
    for section, other in zip(coverage_report(plain), coverage_report(seen), strict=True):
        ours, theirs = rows_of(section), rows_of(other)
        assert [numbers(row[1:2]) for row in ours["body"]] == [numbers(row[1:2]) for row in theirs["body"]]
        assert text_of(section) != text_of(other)


def test_only_in_its_view(atlas: Atlas, view: Callable[..., MapView]) -> None:
    """The long page is made only when it is looked at."""
    part = next(one for one in PARTS if one.id == ids.NETWORKS)
    assert part.content(view(), Settings()) == []
    assert len(part.content(view("?view=networks"), Settings())) > 5


def test_nobody_outside(county: County, view: Callable[..., MapView]) -> None:
    """Where all are in, it says so, and has no table of those outside."""
    for number, name in (("9105", "Elvær"), ("9106", "Fjell")):
        county.append("memberships", network="aust", municipality=number, name=name, status="member")
    atlas = build_atlas(load(county.folder))
    seen = sections(atlas, view("", of=atlas))
    assert "Ingen står utenfor." in text_of(seen["all-in"])
    assert "report-outside" not in seen
    assert "Innland: alle kommuner er med." in text_of(seen["report-counties"])


def test_member_of_two(county: County, view: Callable[..., MapView]) -> None:
    """Where rows add up to more than the whole because of a member of two networks, it says whose it is."""
    county.append("memberships", network="aust", municipality="9101", name="Aa", status="member")
    atlas = build_atlas(load(county.folder))
    assert "Aa er med i mer enn ett nettverk" in text_of(sections(atlas, view("", of=atlas))["report-networks"])


def test_unknown(county: County, view: Callable[..., MapView]) -> None:
    """An unknown figure makes its sums unknown, and they are said, never shown as zero."""
    forget(county, "9102", 2023)
    forget(county, "9105", 2023)
    atlas = build_atlas(load(county.folder))
    seen = sections(atlas, view("?year=2023", of=atlas))
    (row,) = rows_of(seen["report-counties"])["body"]
    assert row[2] == "ikke kjent"
    assert row[3] == row[4] == "ikke kjent"
    outside = {cells[0]: cells for cells in rows_of(seen["report-outside"])["body"]}
    assert outside["Elvær"][1] == outside["Elvær"][2] == "ikke kjent"
    assert rows_of(seen["report-outside"])["foot"][0][1] == "ikke kjent"
    assert "ukjent antall innbyggere" in text_of(seen["report-outside"])
