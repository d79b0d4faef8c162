"""A list from another time beside the register."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dashboard.page.networks.lists import list_card
from dashboard.page.networks.networks import networks
from dashboard.view.atlas import Atlas, build_atlas
from dashboard.view.view import MapView
from geodata.folder.load import load
from geodata.folder.settings import USUAL_LANGUAGES
from tests.dashboard.reading import text_of, within
from tests.geodata.county import County


def groups(seen: MapView, id: str) -> dict[str, str]:
    """The names in each group, by what is said of it."""
    card = list_card(seen, seen.atlas.register.networks[id])
    told = [text_of(part) for part in card.children if getattr(part, "className", None) == "members"]
    return {title.strip(): names for title, _, names in (text.partition(": ") for text in told)}


@pytest.fixture
def listed(county: County) -> Atlas:
    """The invented county with a list of "vest" that names Aa, Fjell and Gand, and neither Bø nor Dal."""
    about = {f"{what}_{code}": "Nyare" for what in ("name", "description", "completeness") for code in USUAL_LANGUAGES}
    county.append(
        "networks", id="nyare", kind="list", list_of="vest", status="unknown", short_name="Nyare", drawn="yes", **about
    )
    for number, name in (("9101", "Aa"), ("9106", "Fjell"), ("9301", "Gand")):
        county.append("memberships", network="nyare", municipality=number, name=name, status="listed")
    county.cell("memberships", 5, "valid_to", "2022-12-31")
    return build_atlas(load(county.folder))


def test_three_groups(view: Callable[..., MapView], listed: Atlas) -> None:
    """Named by both, by the list alone, and members whom it does not name, with those outside the region marked."""
    assert groups(view("?view=networks", of=listed), "nyare") == {
        "På listen og i registeret (1)": "Aa",
        "Bare på listen (2)": "Fjell, Gand (utenfor region)",
        "I registeret, ikke nevnt på listen (1)": "Bø",
    }


def test_on_another_day(view: Callable[..., MapView], listed: Atlas) -> None:
    """The list is held against the register as it stands on the day that is shown, and says so."""
    seen = view("?view=networks&day=2022-06-15", of=listed)
    assert groups(seen, "nyare")["I registeret, ikke nevnt på listen (2)"] == "Bø, Dal"
    assert "slik det var 15. juni 2022" in text_of(list_card(seen, seen.atlas.register.networks["nyare"]))


@pytest.mark.parametrize(("lang", "said"), [("nb", "viser ikke at"), ("nn", "viser ikkje at"), ("en", "no proof that")])
def test_nobody_left(view: Callable[..., MapView], lang: str, said: str) -> None:
    """A missing name is no proof of leaving, and is said to be none in every language."""
    seen = view(f"?view=networks&lang={lang}")
    assert said in text_of(list_card(seen, seen.atlas.register.networks["naik_newer_list"]))


def test_project_data(view: Callable[..., MapView]) -> None:
    """The newer list adds the six of Hallingdal and leaves out six, of whom two lie outside the region."""
    found = groups(view("?view=networks&lang=en"), "naik_newer_list")
    assert found["On the list only (6)"] == "Flå, Gol, Hemsedal, Hol, Nesbyen, Ål"
    assert found["In the register, not named by the list (6)"] == (
        "Gjerdrum, Gran (outside Viken), Hurdal, Nannestad, Nes, Vestre Toten (outside Viken)"
    )
    assert len(found["On the list and in the register (18)"].split(", ")) == 18


def test_on_the_map(view: Callable[..., MapView]) -> None:
    """A link shows it as an outline, which leaves the map's colours alone; it stands in a group of its own."""
    seen = view("?view=networks&year=2023")
    card = list_card(seen, seen.atlas.register.networks["naik_newer_list"])
    links = [one.href for one in within(card) if getattr(one, "className", None) == "act"]
    assert links == ["?year=2023&layer=naik_newer_list"]
    shown = view(links[0])
    assert [area.fill for area in shown.areas] == [area.fill for area in seen.areas]
    titles = [text_of(one) for one in within(networks(seen)) if getattr(one, "_type", "") == "H2"]
    assert titles[-3:] == ["Region i dialog", "Liste fra en annen tid", "Andre nettverk og partnerskap"]
