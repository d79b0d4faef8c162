"""Networks that hang together, and those that do not."""

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.folder.load import load
from geodata.join import join
from geodata.places.neighbours import Neighbours, find_neighbours
from geodata.places.sea import across_sea
from geodata.planning.contiguity import Contiguity, contiguity, hang_together
from geodata.register import Register
from tests.geodata.county import County

Ground = tuple[Register, Neighbours, dict[str, frozenset[str]]]


@pytest.fixture(scope="module")
def ground(viken: Register) -> Ground:
    """The register, who borders whom, and who faces whom over the sea."""
    return viken, find_neighbours(viken), across_sea(viken)


def test_today(ground: Ground) -> None:
    """Three networks are one piece on land, one only by its road link, and the six outside are one piece."""
    register, neighbours, sea = ground
    today = join(register)
    found = hang_together(today, neighbours, sea)
    states = {network: one.state for network, one in found.items()}
    assert states == {"hallingdal": "land", "naik": "land", "follo": "land", "ostfold": "link"}
    assert found["ostfold"].pieces[1:] == (("3011",),)
    assert [{link.municipality_a, link.municipality_b} for link in found["ostfold"].links] == [{"3004", "3011"}]
    assert found["ostfold"].joined == (today.members("ostfold"),)
    assert contiguity(today.unorganised(), neighbours, sea).state == "land"


@pytest.mark.parametrize(
    ("members", "state"),
    [
        ((), "empty"),
        (("3011",), "land"),
        (("3022", "3025"), "link"),  # Frogn and Asker: through the Oslofjord tunnel
        (("3023", "3025"), "sea"),  # Nesodden and Asker: across the fjord
        (("3011", "3001"), "sea"),  # Hvaler and Halden
        (("3044", "3001"), "apart"),  # Hol and Halden, the whole region between them
        (("3011", "3001", "3044"), "apart"),
    ],
)
def test_states(ground: Ground, members: tuple[str, ...], state: str) -> None:
    """Land before link before sea, and "apart" where others' territory lies between."""
    assert contiguity(members, ground[1], ground[2]).state == state


@given(data=st.data())
def test_networkx(ground: Ground, data: st.DataObject) -> None:
    """Pieces and states agree with networkx over the neighbour table, whichever municipalities are chosen."""
    register, neighbours, sea = ground
    members = tuple(data.draw(st.lists(st.sampled_from(list(register.municipalities)), unique=True)))
    found = contiguity(members, neighbours, sea)
    land = networkx.Graph((a, b) for a, beside in neighbours.border_km.items() for b in beside)
    land.add_nodes_from(register.municipalities)
    links = networkx.Graph((one.municipality_a, one.municipality_b) for one in register.fixed_links)
    water = networkx.Graph((a, b) for a, facing in sea.items() for b in facing)
    by_road, ashore = networkx.compose(land, links), networkx.compose_all([land, links, water])
    assert _components(land, members) == {frozenset(piece) for piece in found.pieces}
    assert _components(by_road, members) == {frozenset(piece) for piece in found.joined}
    assert len(found.pieces) - len(found.joined) == len(found.links)
    expected = [len(_components(graph, members)) == 1 for graph in (land, by_road, ashore)]
    assert found.state == _first(expected, found)


def test_county(county: County) -> None:
    """A bridge joins what lies apart; squares that touch in a corner do not hang together."""
    register = load(county.folder)
    neighbours = find_neighbours(register)
    found = contiguity(["9101", "9106"], neighbours, across_sea(register))
    assert (found.state, [link.name for link in found.links]) == ("link", ["Lange bru"])
    assert contiguity(["9101", "9105"], neighbours, across_sea(register)).state == "apart"
    assert contiguity(["9101", "9105", "9104"], neighbours, {}).state == "land"


def test_sea(ground: Ground) -> None:
    """Facing each other is mutual, never with oneself or a land neighbour, and only along the coast."""
    register, neighbours, sea = ground
    assert list(sea) == list(register.municipalities)
    for number, facing in sea.items():
        assert number not in facing
        assert not facing & set(neighbours.border_km[number])
        assert all(number in sea[other] for other in facing)
    assert not any(sea[number] for number in ("3006", "3039", "3044", "3034"))  # inland
    assert {"3004", "3001"} <= sea["3011"]


def _components(graph: networkx.Graph, members: tuple[str, ...]) -> set[frozenset[str]]:
    return {frozenset(piece) for piece in networkx.connected_components(graph.subgraph(members))}


def _first(one_piece: list[bool], found: Contiguity) -> str:
    if not found.pieces:
        return "empty"
    return next((state for state, whole in zip(("land", "link", "sea"), one_piece, strict=True) if whole), "apart")
