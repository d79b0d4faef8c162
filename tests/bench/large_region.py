"""An invented region as large as all of Norway: a complete data folder of 356 municipalities in 12 networks.

The cells of a seeded Voronoi diagram, about 100 points around each as in the real data; a fjord reaches in from
the west, so that some face each other across water. Shares are those of the real data: one municipality in nine
is unorganised, most of these in dialogue. Only what the page is measured with is invented; the descriptor and the
texts are the real ones.
"""

from __future__ import annotations

import colorsys
import csv
import json
import math
import random
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import shapely

from geodata.folder.settings import USUAL_LANGUAGES
from tests.serving import PROJECT

SIZE = 356
NETWORKS = 12
FJORD = 16
SEED = 356
WEST, SOUTH, EAST, NORTH = 7.0, 59.0, 12.0, 63.0
#: So much shorter a degree of longitude is than one of latitude, in the middle of the region.
NARROWING = math.cos(math.radians((SOUTH + NORTH) / 2))
KM_PER_DEGREE = 111.2
#: Distance between points along a border, in degrees of latitude: about 100 points around each cell.
STEP = 0.0065
YEARS = range(2020, 2027)
#: Those of the project's own data.
EDITIONS = ("2019", "2020", "2024")
COUNTIES = {"vest": "Vestland", "midt": "Midtland", "aust": "Austland"}
PATTERNS = ("dots", "horizontal", "vertical", "cross")  # four are all there are; the other networks have none
FIRST = "Ask Berg Bjørk Brenn Dal Eik Fager Gran Hol Ås Kvam Lang Lind Mo Nord Rog Rød Sand Skog Stor Sør Tve Vang Øst"
LAST = "vik nes dal heim land stad rud bø lia haug set mark sund øy voll ås"

Point = tuple[float, float]


def write_region(folder: Path) -> Path:
    """Write the data folder, the same whenever it is called, and return it."""
    chance = random.Random(SEED)
    cells, water = _cells(chance)
    names = dict(zip((str(1001 + place) for place in range(SIZE)), _names(), strict=False))
    areas = dict(zip(names, _drawn(cells, chance), strict=True))
    tables = {
        "editions": _rows(PROJECT / "data" / "editions.csv"),
        "counties": [
            *({"edition": edition, "id": "gamleland", "name": "Gamleland", "number": "99"} for edition in EDITIONS[:2]),
            *(
                {"edition": EDITIONS[2], "id": id, "name": name, "number": f"9{place}"}
                for place, (id, name) in enumerate(COUNTIES.items())
            ),
        ],
        "municipalities": [
            _municipality(edition, number, name, areas[number])
            for edition in EDITIONS
            for number, name in names.items()
        ],
        "changes": [_change(*step, number) for step in zip(EDITIONS, EDITIONS[1:], strict=False) for number in names],
        "outside": [{"number": str(9001 + place), "name": f"Utmark {place + 1}"} for place in range(len(_around()))],
        "networks": list(_networks()),
        "memberships": list(_memberships(names, areas, chance)),
        "measures": _rows(PROJECT / "data" / "measures.csv"),
        "cost_examples": _rows(PROJECT / "data" / "cost_examples.csv"),
        "statistics": [
            row for number, name in names.items() for row in _statistics(number, name, areas[number], chance)
        ],
        "fixed_links": list(_links(names, areas, water)),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for file in ("datapackage.json", "texts.csv", "steps.csv"):
        shutil.copy(PROJECT / "data" / file, folder / file)
    for resource in json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
        if resource["name"] in tables:
            columns = [field["name"] for field in resource["schema"]["fields"]]
            _write_table(folder / resource["path"], columns, tables[resource["name"]])
    _write_layer(folder / "boundaries.geojson", (({"number": n, "name": names[n]}, areas[n]) for n in names))
    _write_layer(folder / "surroundings.geojson", _surroundings())
    return folder


def unorganised_numbers(folder: Path) -> list[str]:
    """Numbers of a folder's municipalities that no climate network has as a member, in order."""
    climate = {row["id"] for row in _rows(folder / "networks.csv") if row["kind"] == "climate_network"}
    joined = {
        row["municipality"]
        for row in _rows(folder / "memberships.csv")
        if row["network"] in climate and row["status"] == "member"
    }
    places = [row["number"] for row in _rows(folder / "municipalities.csv") if row["edition"] == EDITIONS[1]]
    return [number for number in places if number not in joined]


def _cells(chance: random.Random) -> tuple[list[shapely.Polygon], list[shapely.Polygon]]:
    """Land and water cells from south to north; the water is a band from the western edge inwards."""
    box = shapely.box(WEST, SOUTH, EAST, NORTH)
    points = [(chance.uniform(WEST, EAST), chance.uniform(SOUTH, NORTH)) for _ in range(SIZE + FJORD)]
    for _ in range(3):  # towards cells of more equal size
        diagram = shapely.voronoi_polygons(shapely.MultiPoint(points), extend_to=box)
        cells = [shapely.intersection(cell, box) for cell in shapely.get_parts(diagram)]
        points = [(cell.centroid.x, cell.centroid.y) for cell in cells]
    fjord = shapely.LineString([(WEST, 60.9), (WEST + 2.4, 61.3)])
    cells.sort(key=lambda cell: shapely.distance(cell.centroid, fjord))
    water, land = cells[:FJORD], cells[FJORD:]
    return sorted(land, key=lambda cell: (cell.centroid.y, cell.centroid.x)), water


def _drawn(cells: Iterable[shapely.Polygon], chance: random.Random) -> list[shapely.Polygon]:
    """The cells with crooked borders; every edge is drawn once, so both sides have the same points."""
    lines: dict[tuple[Point, Point], list[Point]] = {}
    drawn = []
    for cell in cells:
        corners = [(round(x, 5), round(y, 5)) for x, y in cell.exterior.coords]
        ring: list[Point] = []
        for start, end in zip(corners, corners[1:], strict=False):
            if start != end:
                key = (min(start, end), max(start, end))
                line = lines.get(key) or lines.setdefault(key, _crooked(*key, chance))
                ring += (line if key[0] == start else line[::-1])[:-1]
        drawn.append(shapely.Polygon(ring))
    return drawn


def _crooked(start: Point, end: Point, chance: random.Random) -> list[Point]:
    """A line with a point at every step, moved sideways; less so near the ends, where other lines begin."""
    east, north = (end[0] - start[0]) * NARROWING, end[1] - start[1]
    length = math.hypot(east, north)
    count = max(1, round(length / STEP))
    middle = []
    for place in range(1, count):
        share, room = place / count, min(1.0, min(place, count - place) / 3)
        aside = chance.uniform(-0.5, 0.5) * STEP * room
        x = start[0] + share * (end[0] - start[0]) - aside * north / length / NARROWING
        y = start[1] + share * (end[1] - start[1]) + aside * east / length
        middle.append((round(x, 5), round(y, 5)))
    return [start, *middle, end]


def _names() -> list[str]:
    return [first + last for last in LAST.split() for first in FIRST.split()]


def _municipality(edition: str, number: str, name: str, area: shapely.Polygon) -> dict[str, str]:
    third = min(2, int(3 * (area.centroid.x - WEST) / (EAST - WEST)))
    county = list(COUNTIES)[third] if edition == "2024" else "gamleland"
    return {"edition": edition, "number": _number(edition, number), "name": name, "county": county}


def _number(edition: str, number: str) -> str:
    """The number of another edition: 6000 … before 2020, 5000 … from 2024."""
    return f"{int(number) + {'2019': 6000, '2020': 0, '2024': 4000}[edition]:04}"


def _change(before: str, after: str, number: str) -> dict[str, str]:
    ends = {"from_number": _number(before, number), "to_number": _number(after, number)}
    return {"from_edition": before, "to_edition": after, **ends, "share": "1"}


def _networks() -> Iterable[dict[str, str]]:
    for place in range(NETWORKS):
        letter, pattern = "ABCDEFGHIJKL"[place], PATTERNS[place] if place < len(PATTERNS) else ""
        yield _network(f"net_{letter.lower()}", "climate_network", f"Nettverk {letter}") | {
            "initial": letter,
            "colour_light": _colour(place, 0.32),
            "colour_dark": _colour(place, 0.66),
            "pattern": pattern,
            "drawn": "yes",
            "founded": str(2008 + place),
        }
    yield _network("dialogregionen", "dialogue_region", "Dialogregionen")
    yield _network("partnarane", "partner", "Partnarane")


def _network(id: str, kind: str, name: str) -> dict[str, str]:
    words = {f"{what}_{code}": name for what in ("name", "description", "completeness") for code in USUAL_LANGUAGES}
    return {"id": id, "kind": kind, "status": "active", "short_name": name, "drawn": "yes", **words}


def _colour(place: int, lightness: float) -> str:
    return "#" + "".join(f"{round(255 * part):02x}" for part in colorsys.hls_to_rgb(place / NETWORKS, lightness, 0.6))


def _memberships(
    names: Mapping[str, str], areas: Mapping[str, shapely.Polygon], chance: random.Random
) -> Iterable[dict[str, str]]:
    """All but the unorganised join the network whose centre is nearest; five of six unorganised are in dialogue."""
    numbers = list(names)
    centres = [areas[number].centroid for number in chance.sample(numbers, NETWORKS)]
    alone = chance.sample(numbers, 6 * SIZE // 51)
    talking = set(alone[: 5 * len(alone) // 6])
    partners = set(chance.sample(numbers, 2 * SIZE // 5))
    for number, name in names.items():
        nearest = min(range(NETWORKS), key=lambda place: areas[number].centroid.distance(centres[place]))
        joined = [f"net_{'abcdefghijkl'[nearest]}"] if number not in alone else []
        joined += ["dialogregionen"] if number in talking else []
        joined += ["partnarane"] if number in partners else []
        for network in joined:
            yield {
                "network": network,
                "municipality": number,
                "name": name,
                "status": "member",
                "first_attested": "2021",
            }


def _statistics(number: str, name: str, area: shapely.Polygon, chance: random.Random) -> Iterable[dict[str, str]]:
    km2 = area.area * KM_PER_DEGREE**2 * NARROWING
    people, growth = 10 ** chance.uniform(3.0, 5.0), chance.uniform(-0.01, 0.02)
    rows = [(year, "population_1jan", people * (1 + growth) ** (year - YEARS[0]), "persons") for year in YEARS]
    rows += [(2022, "land_area", 0.95 * km2, "km2"), (2022, "total_area", km2, "km2")]
    for year, indicator, value, unit in rows:
        yield {
            "municipality": number,
            "name": name,
            "year": str(year),
            "indicator": indicator,
            "value": str(round(value)),
            "unit": unit,
            "licence": "none",
        }


def _links(
    names: Mapping[str, str], areas: Mapping[str, shapely.Polygon], water: Iterable[shapely.Polygon]
) -> Iterable[dict[str, str]]:
    """Two bridges across the fjord."""
    fjord = shapely.union_all(list(water))
    shore = [number for number, area in areas.items() if shapely.distance(area, fjord) < STEP / 4]
    apart = [(a, b) for a in shore for b in shore if a < b and areas[a].distance(areas[b]) > 3 * STEP]
    apart.sort(key=lambda pair: areas[pair[0]].distance(areas[pair[1]]))
    for place, (a, b) in enumerate(apart[:2]):
        yield {
            "municipality_a": a,
            "name_a": names[a],
            "municipality_b": b,
            "name_b": names[b],
            "kind": "bridge",
            "name": f"Lange bru {place + 1}",
        }


def _around() -> list[shapely.Polygon]:
    """Twelve municipalities to the east and south, a little apart."""
    east = [shapely.box(EAST + 0.05, SOUTH + place / 2, EAST + 0.9, SOUTH + place / 2 + 0.45) for place in range(8)]
    south = [shapely.box(WEST + 1.2 * place, SOUTH - 0.5, WEST + 1.2 * place + 1.1, SOUTH - 0.05) for place in range(4)]
    return east + south


def _surroundings() -> Iterable[tuple[dict[str, str], shapely.Polygon]]:
    yield {"kind": "land", "number": "", "name": "", "country": "SE"}, shapely.box(EAST + 1, SOUTH - 1, EAST + 2, NORTH)
    mainland = shapely.box(WEST, SOUTH - 0.6, EAST + 1, NORTH + 0.4)
    yield {"kind": "land", "number": "", "name": "", "country": "NO"}, mainland
    for place, area in enumerate(_around()):
        number = str(9001 + place)
        yield {"kind": "municipality", "number": number, "name": f"Utmark {place + 1}", "country": "NO"}, area


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def _write_table(file: Path, columns: list[str], records: Iterable[Mapping[str, str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as text:
        table = csv.DictWriter(text, columns, restval="", lineterminator="\n")
        table.writeheader()
        table.writerows({"source": "invented", **record} for record in records)


def _write_layer(file: Path, areas: Iterable[tuple[dict[str, str], shapely.Polygon]]) -> None:
    features = (
        {"type": "Feature", "properties": about, "geometry": shapely.geometry.mapping(area)} for about, area in areas
    )
    lines = ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in features)
    file.write_text(f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n', encoding="utf-8")
