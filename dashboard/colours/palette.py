"""Colours: the networks' own (facts in the data) and the page's, for both themes."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.colours.swatches import fill_rules
from geodata.model import Network

#: The page's colours by theme; every name becomes the CSS variable ``--name``.
PAGE: Mapping[str, Mapping[str, str]] = {
    "light": {
        "paper": "#ffffff",
        "paper-2": "#f4f6f5",
        "ink": "#14232b",
        "muted": "#4d5e67",
        "line": "#d5dcdf",
        "line-strong": "#7c8a91",
        "accent": "#0f3a46",
        "on-accent": "#ffffff",
        "focus": "#0b57d0",
        "sea": "#dfeaf1",
        "land": "#ecebe6",
        "land-near": "#dddbd3",
        "seam": "#ffffff",
        "gap-fill": "#fdf1e4",
        "gap-line": "#b4472b",
        "gap-ink": "#74210f",
        "chosen": "#0a0f12",
        "on-network": "#ffffff",
        "class-size": "#faf9f6",
        "class-0": "#d6e9ea",
        "class-1": "#9fcbcf",
        "class-2": "#5fa3ab",
        "class-3": "#2b7480",
        "class-4": "#0d444f",
        "class-unknown": "#ffffff",
    },
    "dark": {
        "paper": "#161f24",
        "paper-2": "#1d282e",
        "ink": "#eaf0f2",
        "muted": "#a9b8bf",
        "line": "#34434b",
        "line-strong": "#7f9099",
        "accent": "#9fd3df",
        "on-accent": "#0c1a1f",
        "focus": "#8ab8ff",
        "sea": "#10181d",
        "land": "#242f36",
        "land-near": "#313d45",
        "seam": "#10181d",
        "gap-fill": "#35190f",
        "gap-line": "#e98a6c",
        "gap-ink": "#ffc4ae",
        "chosen": "#ffffff",
        "on-network": "#0d1417",
        "class-size": "#303d45",
        "class-0": "#173d46",
        "class-1": "#23616c",
        "class-2": "#398a96",
        "class-3": "#72b9c1",
        "class-4": "#c5eaec",
        "class-unknown": "#0d1417",
    },
}
THEMES = tuple(PAGE)
#: How much of its colour an area keeps that does not stand out, over the land: on the page and in the one file.
FADED = 0.26
#: The same in the map as a picture, where it is an opacity; its files are to stay as they are, byte for byte.
FADED_IN_PICTURE = 0.3


def style_sheet(networks: Mapping[str, Network]) -> str:
    """CSS: every colour as a variable, in the theme that the reader has or has chosen, and each network's fill."""
    blocks = {theme: f"color-scheme:{theme};{_declared(colours(theme, networks))}" for theme in THEMES}
    return _themed(blocks) + fill_rules((id,) for id in networks)


def network_colours(networks: Mapping[str, Network]) -> str:
    """CSS that gives the colours of some networks alone, in the same themes."""
    return _themed({theme: _declared(_of_networks(theme, networks)) for theme in THEMES})


def colours(theme: str, networks: Mapping[str, Network]) -> dict[str, str]:
    """Every colour of one theme by name; a network's is ``network-<id>``."""
    return {**PAGE[theme], **_of_networks(theme, networks)}


def _of_networks(theme: str, networks: Mapping[str, Network]) -> dict[str, str]:
    return {f"network-{id}": network.colours[theme] for id, network in networks.items()}


def _declared(variables: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in variables.items())


def _themed(blocks: Mapping[str, str]) -> str:
    """Declarations by theme as rules: what the reader's system says, what the address says instead, paper is light."""
    return (
        f":root{{{blocks['light']}}}"
        f"@media (prefers-color-scheme:dark){{:root{{{blocks['dark']}}}}}"
        f":root[data-theme=light]{{{blocks['light']}}}"
        f":root[data-theme=dark]{{{blocks['dark']}}}"
        f"@media print{{:root,:root[data-theme]{{{blocks['light']}}}}}"
    )
