"""Colours of networks that a scenario founds."""

from __future__ import annotations

import pytest

from dashboard.colours.contrast import VISION, contrast, distance
from dashboard.colours.palette import PAGE, THEMES
from dashboard.view.new_networks import with_founded
from geodata.planning.new_network import NewNetwork

#: A distance (CIE76) that nobody overlooks side by side, and one between large areas that do not touch a gap.
FROM_THE_GAP, FROM_OTHERS = 25, 20
RED = ("gap-line", "gap-ink", "gap-fill")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("vision", VISION)
def test_first(atlas, theme: str, vision: str) -> None:
    """The first network founded lies far from the red of the gap and from every network, for every kind of eye."""
    networks = with_founded([NewNetwork("kongsberg", "Kongsberg klimanettverk")], atlas.covering)
    colour = networks["kongsberg"].colours[theme]
    assert min(distance(colour, PAGE[theme][name], vision) for name in RED) >= FROM_THE_GAP
    others = [network.colours[theme] for id, network in networks.items() if id != "kongsberg"]
    assert min(distance(colour, other, vision) for other in others) >= FROM_OTHERS


@pytest.mark.parametrize("theme", THEMES)
def test_more(atlas, theme: str) -> None:
    """Five founded networks differ from each other and from the gap, stand out from land, and carry names."""
    founded = [NewNetwork(f"n{place}", f"Network {place}") for place in range(5)]
    networks = with_founded(founded, atlas.covering)
    colours = [networks[one.id].colours[theme] for one in founded]
    page = PAGE[theme]
    for place, colour in enumerate(colours):
        taken = [*colours[:place], *(network.colours[theme] for network in atlas.covering.values()), page["gap-line"]]
        assert min(distance(colour, other, vision) for other in taken for vision in VISION) >= 10
        assert min(contrast(colour, page[ground]) for ground in ("land", "sea", "paper")) >= 3
        assert contrast(colour, page["on-network"]) >= 4.5
