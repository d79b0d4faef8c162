"""The join as a table with shapes, for a notebook: one row for each municipality."""

from __future__ import annotations

from datetime import date

import geopandas
import pandas

from geodata.coverage import latest_year
from geodata.days import UNCERTAIN_STATUS
from geodata.join import in_dialogue, join, uncertain_members
from geodata.register import Register

#: Stands between the ids of a municipality's networks, as in addresses.
BETWEEN = "+"


def joined(register: Register, day: date | None = None, edition: str | None = None) -> geopandas.GeoDataFrame:
    """Every municipality with its networks, its measures and its area, in the order of the municipalities' table.

    Index ``number``: text, the municipality's number in the register's edition. Columns: ``name``;
    ``networks``: ids of its climate networks with "+" between them, "" for none
    (text, so that any file format takes it; a municipality in two networks is
    still one row); ``status``: "member" of a network, "dialogue" (in none, but a
    region in dialogue concerns it) or "none"; one for each measure of the register, under
    its name in files, as told in ``geodata.coverage.latest_year``, NA for unknown:
    ``population`` (persons on 1 January), ``land_area_km2`` (from statistics, not
    from the shapes), ``density_per_km2`` (persons per km² of land) and what the
    folder adds; ``geometry`` in the metric CRS (metres, coast-clipped).

    ``edition`` and ``day``: as ``Register.at`` takes them, with its errors. ``status`` is "uncertain"
    where the dates do not tell whether the municipality is a member of a climate network on the day.
    """
    register = register.at(edition, day)
    networks, dialogue = join(register), in_dialogue(register)
    unsure = uncertain_members(register)
    places = register.municipalities
    texts = {
        "name": [place.name for place in places.values()],
        "networks": [BETWEEN.join(networks[number]) for number in places],
        "status": [
            "member"
            if networks[number]
            else UNCERTAIN_STATUS
            if number in unsure
            else "dialogue"
            if number in dialogue
            else "none"
            for number in places
        ],
    }
    columns = pandas.DataFrame(texts, index=register.boundaries.index, dtype="str").join(_measures(register))
    return geopandas.GeoDataFrame(columns, geometry=register.boundaries.geometry)


def _measures(register: Register) -> pandas.DataFrame:
    """One column for each measure, index = number: Int64 where figures are whole, Float64 otherwise."""
    figures = register.figures_in(latest_year(register))
    columns = {
        one.column: pandas.Series(
            dict(figures[id]), dtype="Int64" if one.decimals == 0 and not one.is_ratio else "Float64"
        )
        for id, one in register.measures.items()
    }
    return pandas.DataFrame(columns, index=register.boundaries.index)
