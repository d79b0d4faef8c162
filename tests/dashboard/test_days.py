"""Days on the page and in files: the register as it stood, compared with another day as a scenario is with today."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from dashboard.browser.paint import paint
from dashboard.exports.catalogue import export
from dashboard.page.frame.badge import badge
from dashboard.page.frame.notices import announcement, notice
from dashboard.page.overview.days import days
from dashboard.page.overview.figures import headline_figures
from dashboard.page.overview.key import key
from dashboard.page.overview.panel import panel
from dashboard.page.table import municipality_table
from dashboard.planning.consequences import build_plan
from dashboard.story.story import build_story
from dashboard.view.atlas import Atlas, build_atlas
from dashboard.view.reading import read_query
from dashboard.view.sentence import summary
from dashboard.view.state import write_query
from dashboard.view.view import MapView, build_view
from geodata.folder.check import check
from geodata.folder.load import load
from tests.dashboard.reading import text_of
from tests.geodata.votes import DAYS, write_votes
from tests.serving import PROJECT, Server

SINCE = "?since=2020-01-01"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data with votes in three years."""
    return write_votes(tmp_path_factory.mktemp("votes") / "data")


@pytest.fixture(scope="module")
def voted(folder: Path) -> Atlas:
    """Their atlas."""
    return build_atlas(load(folder))


@pytest.fixture(scope="module")
def served(serve: Callable[..., Server], folder: Path) -> Server:
    """A server on them."""
    return serve(data=folder)


def seen(atlas: Atlas, query: str = "", previous: str | None = None) -> MapView:
    """The view of a query, come from another."""
    before = read_query(previous, atlas.known)[0] if previous is not None else None
    return build_view(atlas, *read_query(query, atlas.known), before)


def test_no_findings(folder: Path) -> None:
    """Who leaves one network before entering another is a member of one at a time."""
    assert check(folder) == ()


@pytest.mark.parametrize("day", DAYS)
def test_four_days(voted: Atlas, day: str) -> None:
    """Each day shows who was a member on it, in figures, map and table, and says which day it is."""
    view = seen(voted, f"?day={day}")
    members, _ = DAYS[day]
    assert view.coverage.organised.part.municipalities == members
    assert len([fill for fill in paint(view)["fills"].values() if not fill.startswith("none")]) == members
    assert f'data-value="{members}"' in str(served_figures(view))
    assert text_of(municipality_table(view)).count("uten klimanettverk") == 51 - members
    is_shown = day == "2025-12-31"
    assert (not badge(view)) is is_shown
    if not is_shown:
        assert text_of(badge(view)).startswith(f"Slik registeret sto {view.say.date(day)}")
        assert summary(view)[0].startswith(f"Slik registeret sto {view.say.date(day)}: {members} av 51")


def served_figures(view: MapView) -> str:
    """The headline figures with their attributes."""
    return headline_figures(view).__repr__().replace("'data-value': ", "data-value=").replace("'", '"')


@pytest.mark.parametrize(("before", "after"), tuple(pairwise(DAYS)))
def test_differences_by_name(voted: Atlas, before: str, after: str) -> None:
    """Two days are compared as today and a scenario are: list, marks, figures and sentence."""
    view = seen(voted, f"?since={before}&day={after}")
    names = DAYS[after][1]
    assert tuple(area.place.name for area in view.changed) == names
    assert [one.number for one in build_plan(view).differences] == [area.number for area in view.changed]
    listed = text_of(badge(view))
    assert [name for name in names if name not in listed] == []
    assert set(paint(view)["today"]) == {area.number for area in view.changed}
    gained = DAYS[after][0] - DAYS[before][0]
    assert f"+{gained}" in text_of(headline_figures(view))
    assert "Endret mellom dagene" in text_of(key(view))
    assert text_of(municipality_table(view)).count(f"{view.say.date(before)}:") == len(names)


def test_a_day_and_itself(voted: Atlas) -> None:
    """A day compared with itself has no differences, and says so."""
    view = seen(voted, "?day=2023-12-31&since=2023-12-31")
    assert view.changed == ()
    assert "Ingen kjente endringer." in text_of(badge(view))


def test_there_and_back(voted: Atlas) -> None:
    """Comparing the other way round tells the same municipalities, with before and after exchanged."""
    there, back = seen(voted, "?since=2020-01-01&day=2025-12-31"), seen(voted, "?since=2025-12-31&day=2020-01-01")
    assert {area.number: (area.before, area.networks) for area in there.changed} == {
        area.number: (area.networks, area.before) for area in back.changed
    }


def test_uncertain(voted: Atlas) -> None:
    """Of whom the dates do not tell is said by name, in sentence and table, and never counted."""
    view = seen(voted, "?day=2024-03-15")
    assert view.coverage.organised.part.municipalities == 46
    assert "Nore og Uvdal (Hallingdal klimanettverk)" in summary(view)[-1]
    assert "Hallingdal klimanettverk: usikkert denne dagen" in text_of(municipality_table(view))
    assert "Usikkert" not in " ".join(summary(seen(voted, "?day=2024-03-31")))


def test_the_day_that_is_shown_anyway(voted: Atlas) -> None:
    """It is left out of the address, as the default year is; what is compared with it is not."""
    assert write_query(seen(voted, "?day=2025-12-31&since=2025-12-31").state) == "?since=2025-12-31"


def test_outside_the_span(voted: Atlas) -> None:
    """A day outside the span is clamped and said with the span; what is no day is ignored and said."""
    view = seen(voted, "?day=1999-01-01")
    assert write_query(view.state) == "?day=2020-01-01"
    assert "1. januar 2020 til 31. desember 2025" in text_of(notice(view))
    assert "1. januar 1999 ligger utenfor" in text_of(notice(view))
    for bad in ("2023-02-30", "2023", "i går", "2023-1-1", "99999-01-01", ""):
        assert seen(voted, f"?day={bad}").state.day is None
        assert len(seen(voted, f"?since={bad}").ignored) == 1


def test_languages(voted: Atlas) -> None:
    """The marks stand in each language, with its dates."""
    for lang, words in (("nn", "Endringar frå 1. januar 2020"), ("en", "Changes from 1 January 2020")):
        assert words in text_of(badge(seen(voted, f"{SINCE}&lang={lang}")))


def test_scenario_on_a_day(voted: Atlas) -> None:
    """A scenario starts from the register of the day; both are told in the mark."""
    view = seen(voted, "?day=2023-06-14&scenario=3051:hallingdal")
    assert [area.place.name for area in view.changed] == ["Rollag"]
    assert text_of(badge(view)).startswith("Scenario · Slik registeret sto 14. juni 2023")
    assert seen(voted, "?scenario=3051:hallingdal").changed == ()  # it is one already


def test_planning_beside_two_days(voted: Atlas) -> None:
    """Where two days are compared, planning still starts from the register of the day that is shown."""
    told = paint(seen(voted, f"{SINCE}&scenario=3051:follo&view=plan"))
    assert told["today"]["3051"] == ["none"]
    assert told["standing"] == {"3051": ["hallingdal"]}


def test_announced(voted: Atlas) -> None:
    """A screen reader hears which day it has become."""
    heard = announcement(seen(voted, "?day=2023-12-31", ""))
    assert heard.startswith("Slik registeret sto 31. desember 2023: 46 av 51")


def test_control(voted: Atlas, atlas: Atlas) -> None:
    """The control stands where the register has more than one day, and leads from turn to turn; else there is none."""
    assert days(seen(atlas)) == []
    told = str(days(seen(voted, "?day=2024-03-15")))
    assert re.findall(r"\?day=(\d{4}-\d{2}-\d{2})", told) == ["2024-02-29", "2024-03-31"]
    last = str(days(seen(voted, "?day=2025-06-30")))
    assert "href='?day=2024-12-31'" in last
    assert "href='?day=2025-07-01'" in last


def test_story(voted: Atlas) -> None:
    """The presentation has a step that shows both days and one that lists who changed, when there is a change."""
    told = {step.kind: step for step in build_story(seen(voted, SINCE))}
    assert told["since"].map_titles == ("1. januar 2020", "31. desember 2025")
    assert told["since"].headline == "48 av 51 kommuner i Viken er med 31. desember 2025"
    assert [row[0] for row in told["changes"].table.rows] == ["Nes", "Sigdal", "Rollag", "Nore og Uvdal"]
    assert not {"since", "changes"} & {step.kind for step in build_story(seen(voted, ""))}
    assert not {"since", "changes"} & {step.kind for step in build_story(seen(voted, "?since=2025-12-31"))}


def test_panel_tells_every_row(voted: Atlas) -> None:
    """The panel tells what was and what is to come beside what is, each as it stands on the day."""
    told = text_of(panel(seen(voted, "?day=2023-06-14&municipality=3034")))
    assert "Nettverk for aktive og innovative klimakommuner · medlem" in told
    assert "Follo klimanettverk · ikke medlem denne dagen" in told
    later = text_of(panel(seen(voted, "?municipality=3034")))
    assert "Nettverk for aktive og innovative klimakommuner · ikke medlem denne dagen" in later
    assert "til 31. desember 2024" in later
    assert "Follo klimanettverk · medlem" in later
    unsure = text_of(panel(seen(voted, "?day=2024-03-15&municipality=3052")))
    assert "Hallingdal klimanettverk · usikkert om medlemskapet gjelder denne dagen" in unsure


def test_files(voted: Atlas) -> None:
    """Files of a day say which, and the list of differences is that of the two days."""
    rows = csv.DictReader(io.StringIO(export(voted, "scenario.csv", SINCE).content.decode("utf-8-sig")), delimiter=";")
    listed = {row["Kommune"]: (row["before_id"], row["after_id"]) for row in rows}
    assert listed == {
        "Nes": ("naik", "follo"),
        "Sigdal": ("none", "naik"),
        "Rollag": ("none", "hallingdal"),
        "Nore og Uvdal": ("none", "hallingdal"),
    }
    told = json.loads(export(voted, "municipalities.json", "?day=2023-06-14").content)
    assert told["summary"].startswith("Slik registeret sto 14. juni 2023")
    for name in ("map.svg", "map.html"):
        assert "Slik registeret sto 14. juni 2023" in export(voted, name, "?day=2023-06-14").content.decode()
    maps = {export(voted, "map.svg", f"?day={day}").content for day in DAYS}
    assert len(maps) == len(DAYS)


def test_files_tell_the_uncertain(voted: Atlas) -> None:
    """A table names the networks of which the dates do not tell, where there are any, and never as those one is in."""
    told = json.loads(export(voted, "municipalities.json", "?day=2024-03-15").content)
    assert (told["day"], told["since"]) == ("2024-03-15", None)
    unsure = {one["name"]: one for one in told["municipalities"] if one["uncertain_networks"]}
    assert list(unsure) == ["Nore og Uvdal"]
    assert unsure["Nore og Uvdal"]["networks"] == []
    heading = "Usikkert medlemskap"
    assert heading in export(voted, "municipalities.csv", "?day=2024-03-15").content.decode()
    assert heading not in export(voted, "municipalities.csv", "?day=2024-03-31").content.decode()
    told = json.loads(export(voted, "networks.json", "?since=2024-12-31").content)
    assert [one["number"] for one in told["changes"]] == ["3034", "3045"]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("", "municipalities.csv"),
        ("?day=2023-06-14", "municipalities-day-2023-06-14.csv"),
        ("?day=2023-06-14&since=2020-01-01", "municipalities-since-2020-01-01-day-2023-06-14.csv"),
    ],
)
def test_file_names(voted: Atlas, query: str, name: str) -> None:
    """A file of another day than the one that is shown says so by its name, whatever its format can hold."""
    assert export(voted, "municipalities.csv", query).name == name


@pytest.mark.parametrize("name", ["networks.csv", "municipalities.gpkg", "map.svg", "presentation.pptx"])
def test_files_of_a_day(voted: Atlas, name: str) -> None:
    """Each file has the register of the day: who enters later is not in it yet, and the sums are of those who are."""
    before, after = (export(voted, name, f"?day={day}&lang=nb").content for day in ("2023-06-14", "2023-06-16"))
    if name == "networks.csv":
        tables = [csv.reader(io.StringIO(one.decode("utf-8-sig")), delimiter=";") for one in (before, after)]
        counted = [next(row for row in table if row[0] == "hallingdal") for table in tables]
        assert "6" in counted[0]
        assert "7" in counted[1]
    if name == "map.svg":
        assert (b"45 av 51" in before, b"46 av 51" in after) == (True, True)
    assert before != after


def test_scenario_beside_two_days(voted: Atlas) -> None:
    """A scenario and the days are counted by themselves: what one moves the other does not."""
    view = seen(voted, f"{SINCE}&scenario=3006:hallingdal")
    assert [area.place.name for area in view.moved] == ["Kongsberg"]
    assert "1 kommune er flyttet. 5 kommuner står annerledes enn før." in text_of(badge(view))
    assert "Flyttet i scenariet eller endret mellom dagene" in text_of(key(view))


def test_without_script(served: Server) -> None:
    """The form leads to the canonical address; empty fields mean that nothing is asked for."""
    assert served.get("/?day=2024-12-31&since=")[2] == served.get("/?day=2024-12-31")[2]
    status, _, body = served.get("/?day=2023-12-31&since=2023-01-01")
    text = body.decode()
    assert status == 200
    assert 'id="days-form"' in text
    assert "Endringer fra 1. januar 2023 til 31. desember 2023" in text


def test_readme(tmp_path: Path) -> None:
    """The row that the README shows makes Rollag a member, for certain from the end of the month that it says."""
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    row = next(line.strip() for line in text.splitlines() if line.strip().startswith("hallingdal,3051,"))
    folder = tmp_path / "data"
    shutil.copytree(PROJECT / "data", folder, ignore=shutil.ignore_patterns("__pycache__"))
    with (folder / "memberships.csv").open("a", encoding="utf-8") as table:
        table.write(row + "\n")
    register = load(folder)
    assert register.warnings == ()
    view = seen(build_atlas(register), "?since=2024-01-01")
    assert [(area.place.name, area.before, area.networks) for area in view.changed] == [("Rollag", (), ("hallingdal",))]
    assert register.turning_days[-1].isoformat() == "2024-06-30"


def test_two_visitors(served: Server) -> None:
    """What one asks for another never sees."""
    first = served.get("/?day=2023-06-14")[2]
    second = served.get("/")[2]
    assert b"Slik registeret sto" in first
    assert b"Slik registeret sto" not in second
