"""Colours: seen against what lies beside them, and told apart by every kind of eye."""

from __future__ import annotations

from itertools import combinations

import pytest

from dashboard.colours.contrast import VISION, contrast, distance
from dashboard.colours.palette import PAGE, THEMES, colours, style_sheet
from dashboard.view.atlas import Atlas

#: Text and what it stands on, WCAG 2.1 AA: 4.5 to 1.
TEXTS = [
    ("ink", "paper"),
    ("ink", "paper-2"),
    ("ink", "sea"),
    ("ink", "land"),
    ("muted", "paper"),
    ("muted", "paper-2"),
    ("muted", "land"),
    ("muted", "land-near"),
    ("accent", "paper"),
    ("accent", "paper-2"),
    ("on-accent", "accent"),
    ("gap-ink", "paper"),
    ("gap-ink", "paper-2"),
    ("gap-ink", "gap-fill"),
    ("gap-ink", "sea"),
    ("gap-ink", "land"),
]
#: Lines and marks that mean something, and what they stand on: 3 to 1.
MARKS = [
    ("gap-line", "gap-fill"),
    ("gap-ink", "land"),
    ("gap-ink", "sea"),
    ("line-strong", "paper"),
    ("line-strong", "paper-2"),
    ("focus", "paper"),
    ("chosen", "gap-fill"),
    ("chosen", "sea"),
]
NETWORKS = ("naik", "ostfold", "follo", "hallingdal")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["land", "land-near", "sea", "paper"])
@pytest.mark.parametrize("network", NETWORKS)
def test_network_on_ground(atlas: Atlas, network: str, ground: str, theme: str) -> None:
    """Every network has 3 to 1 against land, sea and key."""
    palette = colours(theme, atlas.covering)
    assert contrast(palette[f"network-{network}"], palette[ground]) >= 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("network", NETWORKS)
def test_text_on_network(atlas: Atlas, network: str, theme: str) -> None:
    """Names on a network can be read: 4.5 to 1."""
    palette = colours(theme, atlas.covering)
    assert contrast(palette["on-network"], palette[f"network-{network}"]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text(text: str, ground: str, theme: str) -> None:
    """Text can be read on what it stands on: 4.5 to 1."""
    assert contrast(PAGE[theme][text], PAGE[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_mark(mark: str, ground: str, theme: str) -> None:
    """Lines that mean something are seen: 3 to 1."""
    assert contrast(PAGE[theme][mark], PAGE[theme][ground]) >= 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("vision", VISION)
def test_neighbours_differ(atlas: Atlas, vision: str, theme: str) -> None:
    """Networks that touch differ by 15 ΔE or more, for every kind of colour vision."""
    palette = colours(theme, atlas.covering)
    touching = {
        frozenset((one, other))
        for number, beside in atlas.neighbours.border_km.items()
        for neighbour in beside
        if neighbour in atlas.today
        for one in atlas.today[number]
        for other in atlas.today[neighbour]
        if one != other
    }
    assert touching
    near = {
        tuple(sorted(pair)): found
        for pair in touching
        if (found := distance(*(palette[f"network-{id}"] for id in pair), vision)) < 15
    }
    assert near == {}


@pytest.mark.parametrize("theme", THEMES)
def test_all_differ(atlas: Atlas, theme: str) -> None:
    """No two networks have the same colour, whether they touch or not: legend and table show them side by side."""
    palette = colours(theme, atlas.covering)
    pairs = combinations(atlas.covering, 2)
    assert [pair for pair in pairs if distance(*(palette[f"network-{id}"] for id in pair)) < 15] == []


def test_known_contrast() -> None:
    """Contrast is that of WCAG: 21 for black on white, 1 for the same colour, 4.48 for #777777 on white."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#123456", "#123456") == pytest.approx(1)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_colour_blind_eyes() -> None:
    """Red and green of one lightness fall together for deuteranopes, not for others."""
    assert distance("#c04040", "#6a7a1f", "deuteranopia") < distance("#c04040", "#6a7a1f") / 2


def test_themes_complete(atlas: Atlas) -> None:
    """Both themes name the same colours, and the style sheet carries each of them in every block."""
    assert list(PAGE["light"]) == list(PAGE["dark"])
    css = style_sheet(atlas.covering)
    for theme in THEMES:
        for name, colour in colours(theme, atlas.covering).items():
            assert f"--{name}:{colour};" in css
