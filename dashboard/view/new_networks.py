"""Networks that a scenario founds, dressed as the others are: colours, initial, names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dashboard.colours.free_colours import free_colour
from dashboard.colours.palette import THEMES
from dashboard.words.wording import LANGUAGES
from geodata.model import COVERING_KIND, Network
from geodata.planning.new_network import NewNetwork


def with_founded(founded: Iterable[NewNetwork], covering: Mapping[str, Network]) -> dict[str, Network]:
    """The covering networks and after them the founded ones, each with colours and an initial of its own."""
    networks = dict(covering)
    for one in founded:
        taken = {theme: tuple(network.colours[theme] for network in networks.values()) for theme in THEMES}
        networks[one.id] = Network(
            list_of="",
            id=one.id,
            kind=COVERING_KIND,
            status="scenario",
            names=dict.fromkeys(LANGUAGES, one.name),
            short_name=one.name,
            initial=_initial(one.name, {network.initial for network in networks.values()}),
            other_names=(),
            colours={theme: free_colour(theme, taken[theme]) for theme in THEMES},
            pattern="",
            drawn=True,
            founded=None,
            host={},
            url=None,
            description={},
            completeness={},
            source="",
        )
    return networks


def _initial(name: str, taken: set[str]) -> str:
    """The first letter of the name that nobody has, else a number."""
    letters = [letter.upper() for letter in name if letter.isalnum()]
    return next((letter for letter in letters if letter not in taken), str(len(taken) + 1))
