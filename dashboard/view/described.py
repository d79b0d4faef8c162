"""An area in words: its networks, its people, its neighbours."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dashboard.view.filters import Naming
from dashboard.view.measured import figure_text, number_text, title_text
from dashboard.view.shown import AreaView
from dashboard.view.state import NONE
from dashboard.view.view import MapView
from geodata.measures import LAND_AREA, POPULATION
from geodata.model import Membership

#: The fill of those whose number is not known.
UNKNOWN_CLASS = "class-unknown"


def population_text(view: MapView, population: int | None) -> str:
    """ "60 349 innbyggere", or that it is not known."""
    return view.say("inhabitants_unknown") if population is None else view.say.count("inhabitants", population)


def value_text(view: MapView, area: AreaView) -> str:
    """ "Innbyggere per km²: 50,2" where the map is coloured by a measure that the people do not say already."""
    if view.classes is None or view.state.colour == POPULATION:
        return ""
    measure = view.measure(view.state.colour)
    return f"{title_text(view, measure)}: {figure_text(view.say, measure, area.figures.of(measure.id))}"


def network_text(view: MapView, area: AreaView) -> str:
    """The names of its networks, or "uten klimanettverk"."""
    return view.say.list(view.names[id] for id in area.networks) or view.say("unorganised_short")


def member_name(view: MapView, row: Membership) -> str:
    """A municipality's name as a row has it, with the words for outside the region where it lies there."""
    inside = row.municipality in view.atlas.register.municipalities
    return row.name if inside else f"{row.name} ({view.say('outside_region')})"


def card_network(view: MapView, area: AreaView) -> str:
    """The networks of an area in few words, and whether a dialogue concerns it."""
    told = network_text(view, area) if area.networks or not area.dialogue else view.say("area_label_dialogue")
    if not area.uncertain:
        return told
    return view.say("card_uncertain", network=told, names=view.say.list(view.names[id] for id in area.uncertain))


def spoken(view: MapView, area: AreaView) -> str:
    """ "Rollag, uten klimanettverk, 1 452 innbyggere, grenser til …"."""
    register, neighbours = view.atlas.register, view.atlas.neighbours
    names = [
        register.municipalities[other].name if other in register.municipalities else neighbours.outside[other]
        for other in neighbours.of(area.number)
    ]
    values = {
        "name": area.place.name,
        "network": card_network(view, area),
        "population": population_text(view, area.population),
    }
    if not names:
        return view.say("area_label", **values)
    return view.say("area_label_borders", neighbours=view.say.list(names), **values)


def class_rows(view: MapView) -> list[tuple[str, str, int]]:
    """Where the map is coloured by a number: fill, limits in words and number of municipalities of each class."""
    if view.classes is None:
        return []
    say, measure = view.say, view.measure(view.state.colour)

    def written(value: float) -> str:
        return number_text(say, measure, value)

    counted = Counter(view.classes.of.values())
    rows = [
        (f"class-{place}", f"{written(low)}–{written(high)}" if low != high else written(low), counted[place])
        for place, (low, high) in enumerate(view.classes.ranges)
    ]
    return [*rows, (UNKNOWN_CLASS, say("unknown"), counted[None])] if counted[None] else rows


def key_texts(view: MapView) -> list[tuple[str, str]]:
    """Fill and words of each class where no number of municipalities stands beside it: the unknown are counted."""
    return [
        (fill, view.say.count("unknown_for", count) if fill == UNKNOWN_CLASS else text)
        for fill, text, count in class_rows(view)
    ]


@dataclass(frozen=True)
class MarkRow:
    """A mark that is in use on the map, what it says, and of how many municipalities.

    ``fill`` is that of its swatch: a dashed outline has none.
    """

    fill: str
    text: str
    count: int


def mark_rows(view: MapView) -> list[MarkRow]:
    """What the map shows beside colours and hatches: stripes of several networks, and who is moved."""
    several = [] if view.classes else [area.fill for area in view.areas if len(area.networks) > 1]
    rows = [MarkRow(fill, view.say("key_several"), len(several)) for fill in several[:1]]
    how = "changed" if not view.is_scenario else "either" if view.is_since else "moved"
    return [*rows, MarkRow("", view.say(f"key_{how}"), len(view.changed))] if view.changed else rows


def quantiles_text(view: MapView) -> str:
    """How the classes are made; blank where nothing is known to make them of."""
    ranges = view.classes.ranges if view.classes else ()
    return view.say("key_quantiles", count=view.say.integer(len(ranges))) if ranges else ""


def class_title(view: MapView) -> str:
    """What the classes are of."""
    return title_text(view, view.measure(view.state.colour))


def selection_text(view: MapView) -> str:
    """What the filters select, in one line."""
    chosen, say = view.selection, view.say
    if chosen is None or not chosen.municipalities:
        return say("selection_none")
    return say(
        "selection_line",
        municipalities=say.count("municipalities", chosen.municipalities),
        population=population_text(view, chosen.population),
        area=figure_text(say, view.measure(LAND_AREA), chosen.area_km2),
    )


def naming(view: MapView) -> Naming:
    """What the filters of a view are put into words with."""
    return Naming(view.say, view.atlas, {group.id: group.short_name for group in view.groups})


def dialogue_lines(view: MapView) -> list[tuple[str, str]]:
    """Who of the unorganised a dialogue concerns, and who not, as far as is known: fill on the map, and words.

    Empty without any dialogue.
    """
    say = view.say
    concerned = [area.place.name for area in view.missing if area.dialogue]
    others = [area.place.name for area in view.missing if not area.dialogue]
    if not concerned:
        return []
    lines = [(f"{NONE}-dialogue", say("legend_dialogue", names=say.list(concerned)))]
    return lines + ([(NONE, say("legend_no_dialogue", names=say.list(others)))] if others else [])


def unit(view: MapView, number: int) -> str:
    """ "kommune" or "kommuner", without the number."""
    return view.say.count("municipalities", number).partition("\u0020")[2]
