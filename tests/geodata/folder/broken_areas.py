"""Ways to break the areas of the invented county, one for every code about geometry."""

from __future__ import annotations

from collections.abc import Callable

from tests.geodata.county import County, square
from tests.geodata.folder.broken import Broken

BOW_TIE = {"type": "Polygon", "coordinates": [[[8.0, 60.1], [8.1, 60.2], [8.1, 60.1], [8.0, 60.2], [8.0, 60.1]]]}
SWAPPED = {"type": "Polygon", "coordinates": [[[60.1, 8.0], [60.2, 8.0], [60.2, 8.1], [60.1, 8.1], [60.1, 8.0]]]}
IN_METRES = {"type": "Polygon", "coordinates": [[[443e3, 666e4], [444e3, 666e4], [444e3, 667e4], [443e3, 666e4]]]}
NO_FORM = {"type": "Polygon", "coordinates": "none"}
#: Bø, with an extra point on the border to Elvær that Elvær does not have.
EXTRA_POINT = {
    "type": "Polygon",
    "coordinates": [[[8.1, 60.1], [8.15, 60.1], [8.2, 60.1], [8.2, 60.2], [8.1, 60.2], [8.1, 60.1]]],
}
#: Elvær and Bø, with a lens of 0.02° by some 100 m between them that neither covers.
BELOW_LENS = {
    "type": "Polygon",
    "coordinates": [
        [[8.1, 60.0], [8.2, 60.0], [8.2, 60.1], [8.16, 60.1], [8.15, 60.099], [8.14, 60.1], [8.1, 60.1], [8.1, 60.0]]
    ],
}
ABOVE_LENS = {
    "type": "Polygon",
    "coordinates": [[[8.1, 60.1], [8.14, 60.1], [8.16, 60.1], [8.2, 60.1], [8.2, 60.2], [8.1, 60.2], [8.1, 60.1]]],
}


def area(row: int, geometry: dict | None) -> Callable[[County], object]:
    """Give the municipality in one row another area."""
    return lambda county: county.area(row, geometry)


def features(change: Callable[[list], object]) -> Callable[[County], object]:
    """Alter the list of boundaries."""
    return lambda county: county.json("boundaries.geojson", lambda content: change(content["features"]))


def one_more(geometry: dict, **properties: str) -> Callable[[County], object]:
    """Add a feature that is like the first but for its area and some properties."""
    return features(
        lambda some: some.append(
            {**some[0], "properties": {**some[0]["properties"], **properties}, "geometry": geometry}
        )
    )


def lens(county: County) -> None:
    """Open a gap between Bø and Elvær."""
    county.area(3, ABOVE_LENS)
    county.area(6, BELOW_LENS)


AREAS = {
    "bad_geojson": Broken(area(3, NO_FORM), "boundaries.geojson", 3, also=("empty_geometry",)),
    "wrong_crs": Broken(area(3, IN_METRES), "boundaries.geojson", 3),
    "wrong_place": Broken(area(3, SWAPPED), "boundaries.geojson", 3),
    "empty_geometry": Broken(area(3, None), "boundaries.geojson", 3),
    "not_an_area": Broken(area(3, {"type": "Point", "coordinates": [8.1, 60.1]}), "boundaries.geojson", 3),
    "invalid_geometry": Broken(area(2, BOW_TIE), "boundaries.geojson", 2),
    "missing_boundary": Broken(features(lambda some: some.pop(5)), "boundaries.geojson", None, "number"),
    "unknown_boundary": Broken(
        one_more(square(8.3, 60.0), number="9301", name="Gand"),
        "boundaries.geojson",
        8,
        "number",
    ),
    "duplicate_boundary": Broken(one_more(square(7.9, 60.1)), "boundaries.geojson", 8, "number"),
    "overlap": Broken(area(2, square(8.0, 60.1, 0.15)), "boundaries.geojson", 2, also=("gap", "unmatched_border")),
    "gap": Broken(lens, "boundaries.geojson", 3),
    "unmatched_border": Broken(area(3, EXTRA_POINT), "boundaries.geojson", 3),
}
