"""An invented county in a folder of its own, whole until a test breaks it.

Each municipality is a square of 0.1° by 0.1°; a0 … f0 end the numbers 9101 … 9106
(9201 … 9206 from 2024); letters are names:

    60.2 +-------+-------+-------+-------+
         | Aa    | Bø    | Co    | Gand  |
         | 9101  | 9102  | 9103  | 9301  |
    60.1 +-------+-------+-------+-------+
         | Dal   | Elvær | Fjell |   outside the county
         | 9104  | 9105  | 9106  |
    60.0 +-------+-------+-------+
        8.0     8.1     8.2     8.3     8.4

Aa, Bø and Dal are in the network "vest", Co in "aust"; Elvær and Fjell in none.
A bridge leads from Aa to Fjell.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from geodata.folder.checks.texts import REQUIRED
from geodata.folder.settings import USUAL_LANGUAGES
from geodata.story import KINDS, STEP_PARTS

PROJECT = Path(__file__).resolve().parents[2]
SQUARES = {
    "9101": ("Aa", 8.0, 60.1),
    "9102": ("Bø", 8.1, 60.1),
    "9103": ("Co", 8.2, 60.1),
    "9104": ("Dal", 8.0, 60.0),
    "9105": ("Elvær", 8.1, 60.0),
    "9106": ("Fjell", 8.2, 60.0),
}


def _measure(id: str, indicator: str, unit: str, period: str, **others: str) -> dict[str, str]:
    defaults = {"column": id, "decimals": "0", "additive": "no", "shown": "yes", "charted": "no"}
    names = {f"name_{code}": id for code in USUAL_LANGUAGES}
    return {"id": id, "indicator": indicator, "unit": unit, "period": period, **defaults, **names, **others}


#: Edition → id and number of its only county.
COUNTIES = {"2019": ("utland", "81"), "2020": ("midtland", "91"), "2024": ("innland", "92")}
SETTINGS = {
    "base_edition": "2020",
    "span": {"from": "2020-01-01", "to": "2024-12-31"},
    "as_of": "2023-06-15",
    "metric_crs": "EPSG:25833",
    "languages": list(USUAL_LANGUAGES),
}
MEMBERS = {"9101": "vest", "9102": "vest", "9103": "aust", "9104": "vest"}
YEARS = (2021, 2022, 2023)
#: Population, land area and density as rows, and the area with fresh water that the check compares with.
MEASURES = [
    _measure("population", "population_1jan", "persons", "year", additive="yes", shown="headline", charted="yes"),
    _measure("area", "land_area", "km2", "standing", additive="yes", shown="headline", column="land_area_km2"),
    _measure("density", "", "persons/km2", "year", decimals="1", column="density_per_km2")
    | {"numerator": "population", "denominator": "area"},
    _measure("total_area", "total_area", "km2", "standing", additive="yes", shown="no"),
]
TEXT_KEYS = (*REQUIRED, "about_region", "about_later_list")
DESCRIPTOR = json.loads((PROJECT / "data" / "datapackage.json").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class County:
    """The folder, and ways to break what is in it. Rows are physical lines: the header is 1."""

    folder: Path

    def cell(self, table: str, row: int, column: str, value: str) -> None:
        """Write another value into one cell."""
        rows = self.rows(table)
        rows[row - 1][rows[0].index(column)] = value
        self.write(table, rows)

    def rows(self, table: str) -> list[list[str]]:
        """The header and the records of a table."""
        return list(csv.reader(io.StringIO(self.text(f"{table}.csv"))))

    def write(self, table: str, rows: list[list[str]], delimiter: str = ",", ending: str = "\n") -> None:
        """Write a table's header and records."""
        self.write_bytes(f"{table}.csv", as_csv(rows, delimiter, ending).encode())

    def append(self, table: str, **cells: str) -> None:
        """Add a record to a table; its source is filled in."""
        rows = self.rows(table)
        self.write(table, [*rows, [cells.get(column, "invented" if column == "source" else "") for column in rows[0]]])

    def without(self, table: str, row: int) -> None:
        """Delete one row of a table."""
        rows = self.rows(table)
        self.write(table, rows[: row - 1] + rows[row:])

    def text(self, file: str) -> str:
        """The text of a file."""
        return (self.folder / file).read_text(encoding="utf-8")

    def write_bytes(self, file: str, content: bytes) -> None:
        """Overwrite a file."""
        (self.folder / file).write_bytes(content)

    def json(self, file: str, change: Callable[[dict], object]) -> None:
        """Let ``change`` alter the content of a JSON file."""
        content = json.loads(self.text(file))
        change(content)
        self.write_bytes(file, as_lines(content).encode())

    def area(self, row: int, geometry: dict | None, layer: str = "boundaries") -> None:
        """Give the feature in one row of a layer another geometry."""
        self.json(f"{layer}.geojson", lambda content: content["features"][row - 2].update(geometry=geometry))

    def constraint(self, table: str, column: str, **constraints: object) -> None:
        """Give a column other constraints in the descriptor."""

        def change(content: dict) -> None:
            resource = next(one for one in content["resources"] if one["name"] == table)
            next(one for one in resource["schema"]["fields"] if one["name"] == column)["constraints"] = constraints

        self.json("datapackage.json", change)


def write_county(folder: Path) -> County:
    """Write the invented county into ``folder``, with the schemas of the project's own data."""
    county = County(folder)
    tables = _tables()
    for resource in DESCRIPTOR["resources"]:
        if resource["name"] in tables:
            columns = [field["name"] for field in resource["schema"]["fields"]]
            records = [{"source": "invented", **record} for record in tables[resource["name"]]]
            county.write(resource["name"], [columns, *([one.get(name, "") for name in columns] for one in records)])
    resources = [{key: one[key] for key in ("name", "path", "schema") if key in one} for one in DESCRIPTOR["resources"]]
    descriptor = {"name": "innland", "register": SETTINGS, "resources": resources}
    county.write_bytes("datapackage.json", json.dumps(descriptor, indent=1).encode())
    county.write_bytes("boundaries.geojson", as_lines(_boundaries()).encode())
    county.write_bytes("surroundings.geojson", as_lines(_surroundings()).encode())
    return county


def as_csv(rows: list[list[str]], delimiter: str = ",", ending: str = "\n") -> str:
    """Rows as the text of a CSV file."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=ending).writerows(rows)
    return text.getvalue()


def as_lines(content: dict) -> str:
    """JSON, with one feature a line where there are features."""
    if "features" not in content or not isinstance(content["features"], list):
        return json.dumps(content, ensure_ascii=False)
    head = json.dumps({key: value for key, value in content.items() if key != "features"})[:-1]
    return (
        head
        + ',"features":[\n'
        + ",\n".join(json.dumps(one, ensure_ascii=False) for one in content["features"])
        + "\n]}\n"
    )


def square(west: float, south: float, size: float = 0.1) -> dict:
    """A square as GeoJSON, in degrees."""
    east, north = round(west + size, 6), round(south + size, 6)
    return {
        "type": "Polygon",
        "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]],
    }


def _tables() -> dict[str, list[dict[str, str]]]:
    names = {number: name for number, (name, _, _) in SQUARES.items()}
    return {
        "editions": [
            {"edition": id, "valid_from": f"{id}-01-01", "numbers_shown": shown, "counties_shown": grouped}
            for id, shown, grouped in (("2019", "no", "no"), ("2020", "yes", "no"), ("2024", "yes", "yes"))
        ],
        "counties": [
            {"edition": edition, "id": id, "name": id.title(), "number": number}
            for edition, (id, number) in COUNTIES.items()
        ],
        "municipalities": [
            {
                "edition": edition,
                "number": f"{COUNTIES[edition][1]}{number[2:]}",
                "name": name,
                "county": COUNTIES[edition][0],
            }
            for edition in ("2020", "2019", "2024")
            for number, name in names.items()
        ],
        "changes": [
            {
                "from_edition": before,
                "from_number": f"{COUNTIES[before][1]}{number[2:]}",
                "to_edition": after,
                "to_number": f"{COUNTIES[after][1]}{number[2:]}",
                "share": "1",
            }
            for before, after in (("2019", "2020"), ("2020", "2024"))
            for number in names
        ],
        "outside": [{"number": "9301", "name": "Gand"}],
        "networks": [
            _network("vest", "climate_network", "V", "#112233", "#ddeeff", "dots"),
            _network("aust", "climate_network", "A", "#332211", "#ffeedd", "cross"),
            _network("partnar", "partner", "", "", "", ""),
        ],
        "memberships": [
            {"network": network, "municipality": number, "name": names[number], "status": "member"}
            for number, network in MEMBERS.items()
        ]
        + [{"network": "partnar", "municipality": "9301", "name": "Gand", "status": "member"}],
        "measures": MEASURES,
        "statistics": [row for number, name in names.items() for row in _statistics(number, name)],
        "fixed_links": [
            {"municipality_a": "9101", "name_a": "Aa", "municipality_b": "9106", "name_b": "Fjell", "kind": "bridge"}
            | {"name": "Lange bru"}
        ],
        "steps": [
            {"kind": kind, "number": "{organised}"}
            | {f"{part}_{code}": f"{part} {{region}}" for part in STEP_PARTS for code in USUAL_LANGUAGES}
            for kind in KINDS
        ],
        "cost_examples": [
            {
                "id": "gave",
                "name": "Gave",
                "equal": "100",
                "each": "0.5",
                "most": "900",
                "currency": "NOK",
                "source": "x",
            }
            | {f"about_{code}": "Gave" for code in USUAL_LANGUAGES}
        ],
        "texts": [{"key": key, "nb": key, "nn": key, "en": key} for key in TEXT_KEYS],
    }


def _network(id: str, kind: str, initial: str, light: str, dark: str, pattern: str) -> dict[str, str]:
    words = {
        f"{what}_{code}": f"{what} {id}" for what in ("name", "description", "completeness") for code in USUAL_LANGUAGES
    }
    colours = {"colour_light": light, "colour_dark": dark, "pattern": pattern, "initial": initial}
    drawn = "yes" if kind == "climate_network" else "no"
    return {"id": id, "kind": kind, "status": "active", "short_name": id, "drawn": drawn, **colours, **words}


def _statistics(number: str, name: str) -> list[dict[str, str]]:
    about = {"municipality": number, "name": name, "licence": "none"}
    people = [
        (str(year), "population_1jan", str(1000 + int(number[2:]) * 100 + year - 2021), "persons") for year in YEARS
    ]
    areas = [("2022", "land_area", "50", "km2"), ("2022", "total_area", "60", "km2")]
    return [
        {**about, "year": year, "indicator": indicator, "value": value, "unit": unit}
        for year, indicator, value, unit in people + areas
    ]


def _boundaries() -> dict:
    return _collection(({"number": number, "name": name}, square(x, y)) for number, (name, x, y) in SQUARES.items())


def _surroundings() -> dict:
    land = {"kind": "land", "number": "", "name": "", "country": "XX"}
    gand = {"kind": "municipality", "number": "9301", "name": "Gand", "country": "XX"}
    return _collection([(land, square(7.5, 59.5, 1.5)), (gand, square(8.3, 60.1))])


def _collection(areas) -> dict:
    features = [{"type": "Feature", "properties": properties, "geometry": geometry} for properties, geometry in areas]
    return {"type": "FeatureCollection", "features": features}
