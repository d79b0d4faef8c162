"""SSB's contents codes and categories as indicators of the table of measures."""

from __future__ import annotations

import re
from collections.abc import Iterable

from geodata.imports.cells import same_spelling

POPULATION_INDICATOR, LAND_AREA_INDICATOR, TOTAL_AREA_INDICATOR = "population_1jan", "land_area", "total_area"

#: Indicator → the codes and names of contents and categories that say it, as 07459 and 09280 have them, in Bokmål,
#: Nynorsk and English; compared without case, with km² as km2.
CONTENTS = {
    POPULATION_INDICATOR: "folkemengde|folkemengd|folkemengde 1. januar|folkemengde per 1. januar|folketall|folketal"
    "|befolkning|befolkning 1. januar|innbyggere|innbyggjarar|population|population 1 january|inhabitants",
    LAND_AREA_INDICATOR: "arland|landareal|landareal (km2)|landareal i km2|land area|land area (km2)",
    TOTAL_AREA_INDICATOR: "artot|totalareal|totalareal (km2)|areal i alt|areal i alt (km2)|total area|total area (km2)",
}
#: Persons of any kind: the population only in a table that says so, or that has no title at all.
_PERSONS = frozenset({"personer1", "personer", "personar", "persons"})
_OF_THE_POPULATION = re.compile(
    r"(?:.*07459|(?:[0-9]{5}: ?)?(?:befolkning|folkemengde?|folketall?|population|alders- og kjønnsfordeling)\b)"
)
#: Headings that say of what kind the categories beside them are.
_HEADINGS = frozenset({"areal", "areal1", "areal (km2)", "area", "area (km2)"})
#: Categories that leave nobody out.
_ALL = frozenset(
    {"begge kjønn", "begge kjonn", "both sexes", "alle aldre", "alle aldrar", "all ages", "alder i alt", "i alt"}
    | {"ialt", "total", "totalt", "alle"}
)
_INDICATORS = {word: indicator for indicator, words in CONTENTS.items() for word in words.split("|")}


def indicator_of(categories: Iterable[Iterable[str]], title: str) -> str | None:
    """The indicator of a figure by its categories, each with its code and name, and its table's title.

    None when they say none, or several, or only a part of one (women, an age): a part is never read as the whole.
    Without any category that says it, the title may.
    """
    about = same_spelling(title)
    of_the_population = bool(_OF_THE_POPULATION.match(about))
    said: set[str] = set()
    has_heading = False
    for names in categories:
        spelt = {same_spelling(name) for name in names if name}
        found = {_INDICATORS[name] for name in spelt if name in _INDICATORS}
        if not found and spelt & _PERSONS and (of_the_population or not about):
            found = {POPULATION_INDICATOR}
        if not found and spelt and not spelt & (_HEADINGS | _ALL):
            return None
        said |= found
        has_heading = has_heading or bool(spelt & _HEADINGS)
    if not said and of_the_population and not has_heading:
        return POPULATION_INDICATOR
    return said.pop() if len(said) == 1 else None
