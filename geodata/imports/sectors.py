"""Sectors of Miljødirektoratet's emissions as measures of their own, made after the measure of the whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from geodata.imports.cells import same_spelling
from geodata.measures import Measure
from geodata.text import plain_id

#: The indicator of the total, as the table of measures has it.
EMISSIONS_INDICATOR = "greenhouse_gas_emissions"
#: What a measure's id and its name in files may have at most, as the descriptor says.
LONGEST_ID = 24

_LANGUAGES = ("nb", "nn", "en")
#: The sectors as the publisher names them, in three languages.
_SECTORS = (
    ("Annen mobil forbrenning", "Annan mobil forbrenning", "Other mobile combustion"),
    ("Avfall og avløp", "Avfall og avløp", "Waste and sewage"),
    ("Energiforsyning", "Energiforsyning", "Energy supply"),
    ("Industri, olje og gass", "Industri, olje og gass", "Industry, oil and gas"),
    ("Jordbruk", "Jordbruk", "Agriculture"),
    ("Luftfart", "Luftfart", "Aviation"),
    ("Oppvarming", "Oppvarming", "Heating"),
    ("Produkter med fluorgasser", "Produkt med fluorgassar", "Products with fluorinated gases"),
    ("Sjøfart", "Sjøfart", "Shipping"),
    ("Veitrafikk", "Vegtrafikk", "Road traffic"),
)
_BETWEEN = re.compile(r"[\s,/–-]+")
_SMALL_WORDS = frozenset({"og", "med", "i", "av", "for"})


def sector_measures(names: Iterable[str], total: Measure, declared: Mapping[str, Measure]) -> dict[str, Measure]:
    """A measure for each sector by its name: the declared one, or one to declare, in the unit of the total.

    An id is made of the sector's name without its small words; one that is taken gets a number.
    """
    by_indicator = {one.indicator: one for one in declared.values()}
    taken = {*declared, *(one.column for one in declared.values())}
    found: dict[str, Measure] = {}
    met: set[str] = set()
    for name in names:
        parts = (part for part in _BETWEEN.split(name.casefold()) if part not in _SMALL_WORDS)
        own = _free("_".join(word for part in parts if (word := plain_id(part))) or "sector", met)
        met.add(own)
        indicator = f"{EMISSIONS_INDICATOR}_{own}"
        measure = by_indicator.get(indicator)
        if measure is None:
            id = _free(own, taken)
            taken.add(id)
            words = _words(name)
            measure = replace(
                total,
                id=id,
                indicator=indicator,
                column=id,
                is_headline=False,
                is_further=True,
                words={
                    "name": {code: words.get(code, name) for code in total.words["name"]},
                    **{what: total.words[what] for what in ("as_of", "sign", "sure") if what in total.words},
                },
            )
        found[name] = measure
    return found


def _words(name: str) -> dict[str, str]:
    """The sector's name by language; one that nobody has seen yet is called as the publisher calls it."""
    known = {same_spelling(one[0]): one for one in _SECTORS}
    return dict(zip(_LANGUAGES, known.get(same_spelling(name), (name,) * len(_LANGUAGES)), strict=True))


def _free(id: str, taken: Iterable[str]) -> str:
    short = id if len(id) <= LONGEST_ID else id[: LONGEST_ID + 1].rpartition("_")[0] or id[:LONGEST_ID]
    short = short[:LONGEST_ID]
    number = 2
    free = short
    while free in taken:
        free = f"{short[: LONGEST_ID - len(str(number)) - 1]}_{number}"
        number += 1
    return free
