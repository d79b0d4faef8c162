"""A part of the page as its reader reads it, and a figure that the invented county does not know."""

from __future__ import annotations

from collections.abc import Iterator

from dash.development.base_component import Component

from tests.geodata.county import County


def within(component: object) -> Iterator[object]:
    """A part of the page and all that stands in it, in reading order."""
    if isinstance(component, list | tuple):
        for one in component:
            yield from within(one)
    elif component is not None:
        yield component
        yield from within(getattr(component, "children", None))


def text_of(component: object) -> str:
    """What a reader reads in a part of the page."""
    return "".join(str(one) for one in within(component) if not isinstance(one, Component))


def rows_of(component: object) -> dict[str, list[list[str]]]:
    """The cells of the first table in a part of the page: head, body and foot."""
    rows: dict[str, list[list[str]]] = {"head": [], "body": [], "foot": []}
    for part in within(component):
        name = getattr(part, "_type", "").removeprefix("T").lower()
        if isinstance(part, Component) and name in rows:
            found = [row for row in within(part) if getattr(row, "_type", "") == "Tr"]
            rows[name] = [[text_of(cell) for cell in row.children] for row in found]
    return rows


def forget(county: County, number: str, year: int) -> None:
    """Delete the population of a municipality in one year."""
    rows = county.rows("statistics")
    wanted = {number, str(year), "population_1jan"}
    county.without("statistics", next(line for line, row in enumerate(rows, 1) if wanted <= set(row)))
