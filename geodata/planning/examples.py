"""Plans to start from: found, join one, or each its best; made from the data, not written down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from geodata.join import Assignment, in_dialogue
from geodata.planning.new_network import NAME_LENGTH, NO_NETWORK, NewNetwork, free_id, tidy_name
from geodata.planning.scenario import Scenario, assign, found
from geodata.planning.suggest import Suggestion
from geodata.register import Register
from geodata.text import in_language


@dataclass(frozen=True)
class Example:
    """A scenario to start from.

    ``code``: "dialogue_founds" (the unorganised in dialogue with one region found
    a network), "all_join" (all unorganised join the existing network that is
    suggested first to most of them, the first of equals in the table), "each_best"
    (each joins the existing network that is suggested first). ``network``: the id
    of the network that is founded or joined, None for "each_best".
    """

    code: str
    scenario: Scenario
    network: str | None
    numbers: tuple[str, ...]


def examples(
    register: Register,
    today: Assignment,
    suggestions: Mapping[str, Sequence[Suggestion]],
    language: str = "nb",
) -> tuple[Example, ...]:
    """The examples that ``today`` offers; none when nobody stands outside.

    ``suggestions`` as ``geodata.planning.suggest`` gives them for ``today``; ``language``
    of the founded network's name.
    """
    outside = today.unorganised()
    made = [*_dialogue_founds(register, outside, language)]
    best = {number: next((one.network for one in suggestions[number] if one.network), None) for number in outside}
    first = Counter(network for network in best.values() if network)
    if first:
        widest = max((network for network in today.networks if network in first), key=first.__getitem__)
        made.append(Example("all_join", assign(Scenario(), outside, [widest]), widest, outside))
        joining = {number: (network,) for number, network in best.items() if network}
        made.append(Example("each_best", Scenario(joining), None, tuple(joining)))
    return tuple(made)


def _dialogue_founds(register: Register, outside: Sequence[str], language: str) -> list[Example]:
    """One example for each region in dialogue that has at least two unorganised municipalities."""
    regions = in_dialogue(register)
    made = []
    for region in dict.fromkeys(regions[number] for number in outside if number in regions):
        numbers = tuple(number for number in outside if regions.get(number) == region)
        if len(numbers) > 1:
            network = network_of_region(register, region, language)
            scenario = assign(found(Scenario(), network), numbers, [network.id])
            made.append(Example("dialogue_founds", scenario, network.id, numbers))
    return made


def network_of_region(register: Register, region: str, language: str, taken: Collection[str] = ()) -> NewNetwork:
    """The network that a region in dialogue would found, named as the folder says; ``taken``: further ids in use."""
    called = in_language(register.networks[region].names, language)
    template = register.texts.get("example_network_name", {}).get(language) or "{region}"
    name = tidy_name(tidy_name(template.format(region=called))[:NAME_LENGTH])
    return NewNetwork(free_id(name, {NO_NETWORK, *register.networks, *taken}), name)
