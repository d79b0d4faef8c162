"""Invented plans for properties: any municipalities in any networks, old and new."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from geodata.planning.new_network import ID_LENGTH, NAME_LENGTH, NewNetwork, is_id, tidy_name
from geodata.planning.scenario import Scenario

IDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=ID_LENGTH)
NAMES = (
    st.text(alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from("æøåÆØÅ :+,|;&%=-'\"")), max_size=60)
    .map(lambda text: tidy_name(tidy_name(text)[:NAME_LENGTH]))
    .filter(bool)
)


@st.composite
def scenarios(draw: st.DrawFn, numbers: Sequence[str], networks: Sequence[str], taken: Sequence[str]) -> Scenario:
    """A scenario over ``numbers`` and ``networks`` that may found up to four more, with no id of ``taken``."""
    ids = draw(st.lists(IDS.filter(lambda id: is_id(id) and id not in taken), max_size=4, unique=True))
    founded = tuple(NewNetwork(id, draw(NAMES)) for id in ids)
    sets = st.lists(st.sampled_from([*networks, *ids]), max_size=3, unique=True).map(tuple)
    return Scenario(draw(st.dictionaries(st.sampled_from(list(numbers)), sets)), founded)
