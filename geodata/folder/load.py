"""A data folder as a register: read, checked, and refused when it has errors."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

import geopandas

from geodata.errors import DataError
from geodata.folder.check import read_and_check
from geodata.folder.layer import Feature
from geodata.folder.measures import is_shown, loaded, measures_of
from geodata.folder.reading import Folder
from geodata.folder.statistics import by_year, in_edition, statistics_of
from geodata.folder.table import Record
from geodata.model import (
    FILE_CRS,
    CostExample,
    FixedLink,
    Membership,
    Network,
    OutsideMunicipality,
    StepWords,
    Words,
    municipality_of,
)
from geodata.register import Register
from geodata.story import STEP_PARTS

#: A text of a record in the folder's languages, by the beginning of its columns.
InWords = Callable[[Record, str], Words]


def load(folder: str | Path, today: date | None = None) -> Register:
    """The register in the data folder.

    Areas are returned in the metric CRS that the descriptor names. ``today`` only decides which warnings are
    given. Raises DataError with every finding when there is an error.
    """
    read, findings = read_and_check(folder, today)
    if any(one.severity == "error" for one in findings):
        raise DataError(findings)
    editions, settings = read.editions, read.settings
    words: InWords = partial(_words, settings.languages)
    municipalities = {
        one["number"]: municipality_of(
            one["number"], settings.base, editions, read.chain, words(one, "note"), one["source"]
        )
        for one in read.municipalities
    }
    grouping = next(one for one in editions.values() if one.groups)
    measures = measures_of(read.table("measures"), settings.languages)
    statistics = in_edition(statistics_of(read.table("statistics")), measures.values(), read.chain, settings.base)
    shown = {record["id"]: measures[record["id"]] for record in read.table("measures") if is_shown(record)}
    told = loaded(shown, (one.indicator for one in statistics if one.value is not None))
    return Register(
        edition=settings.base,
        editions=editions,
        chain=read.chain,
        counties=grouping.counties,
        municipalities=municipalities,
        outside={
            one["number"]: OutsideMunicipality(one["number"], one["name"], one["named"] == "yes", one["source"])
            for one in read.table("outside")
        },
        networks={one["id"]: _network(one, words) for one in read.table("networks")},
        history=tuple(_membership(one, words) for one in read.table("memberships")),
        span=settings.span,
        as_of=settings.as_of,
        day=settings.as_of,
        measures=told,
        not_loaded={id: one for id, one in shown.items() if id not in told},
        values={
            id: by_year(statistics, one.indicator, municipalities) for id, one in measures.items() if not one.is_ratio
        },
        fixed_links=tuple(_fixed_link(one, words) for one in read.table("fixed_links")),
        boundaries=_boundaries(read, municipalities, settings.metric_crs),
        surroundings=_surroundings(read.layer("surroundings"), settings.metric_crs),
        texts={one["key"]: {language: one[language] for language in settings.languages} for one in read.table("texts")},
        steps=tuple(
            StepWords(one["kind"], one["number"], *(words(one, part) for part in STEP_PARTS))
            for one in read.table("steps")
        ),
        cost_examples=tuple(_cost_example(one, words) for one in read.table("cost_examples")),
        files=tuple(one.file for one in read.descriptor.resources),
        translations=read.descriptor.translations,
        published=read.descriptor.published,
        languages=settings.languages,
        warnings=findings,
        revision=read.revision,
        created=read.descriptor.created,
        name=read.descriptor.name,
        not_shown={id: one for id, one in measures.items() if id not in shown},
    )


def _words(languages: Iterable[str], record: Record, column: str) -> Words:
    return {language: record[f"{column}_{language}"] for language in languages}


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _network(record: Record, words: InWords) -> Network:
    colours = {theme: record[f"colour_{theme}"] for theme in ("light", "dark")}
    return Network(
        id=record["id"],
        kind=record["kind"],
        list_of=record["list_of"],
        status=record["status"],
        names=words(record, "name"),
        short_name=record["short_name"],
        initial=record["initial"],
        other_names=_several(record["other_names"]),
        colours={theme: colour for theme, colour in colours.items() if colour},
        pattern=record["pattern"],
        drawn=record["drawn"] == "yes",
        founded=record["founded"] or None,
        host=words(record, "host"),
        url=record["url"] or None,
        description=words(record, "description"),
        completeness=words(record, "completeness"),
        source=record["source"],
    )


def _membership(record: Record, words: InWords) -> Membership:
    return Membership(
        network=record["network"],
        municipality=record["municipality"],
        name=record["name"],
        status=record["status"],
        valid_from=record["valid_from"] or None,
        valid_to=record["valid_to"] or None,
        agreement_from=record["agreement_from"] or None,
        agreement_to=record["agreement_to"] or None,
        first_attested=record["first_attested"] or None,
        last_attested=record["last_attested"] or None,
        note=words(record, "note"),
        source=record["source"],
    )


def _fixed_link(record: Record, words: InWords) -> FixedLink:
    return FixedLink(
        municipality_a=record["municipality_a"],
        municipality_b=record["municipality_b"],
        kind=record["kind"],
        name=record["name"],
        note=words(record, "note"),
        source=record["source"],
    )


def _cost_example(record: Record, words: InWords) -> CostExample:
    amounts = {name: Decimal(record[name]) if record[name] else None for name in ("equal", "each", "most")}
    return CostExample(
        id=record["id"],
        name=record["name"],
        currency=record["currency"],
        about=words(record, "about"),
        source=record["source"],
        **amounts,
    )


def _boundaries(folder: Folder, numbers: Iterable[str], crs: str) -> geopandas.GeoDataFrame:
    areas = {feature["number"]: feature.geometry for feature in folder.layer("boundaries")}
    numbers = list(numbers)
    frame = geopandas.GeoDataFrame(
        {"geometry": [areas[number] for number in numbers]}, index=numbers, geometry="geometry", crs=FILE_CRS
    )
    return frame.rename_axis("number").to_crs(crs)


def _surroundings(layer: Iterable[Feature], crs: str) -> geopandas.GeoDataFrame:
    features = list(layer)
    columns = {name: [one[name] for one in features] for name in ("kind", "number", "name", "country")}
    shapes = [one.geometry for one in features]
    return geopandas.GeoDataFrame({**columns, "geometry": shapes}, geometry="geometry", crs=FILE_CRS).to_crs(crs)
